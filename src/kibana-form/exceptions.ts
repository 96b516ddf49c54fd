import { isJsonArray, isJsonObject, type JsonObject } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { sha256 } from '../values/sha256.js';
import type { FormNote } from './form-note.js';
import { SERVER_EXCEPTION_FIELDS, without } from './server-fields.js';
import { forToml } from './toml-values.js';

/** An exception list and its items, in Kibana's form. */
export interface KibanaExceptionList {
  readonly list: JsonObject;
  readonly items: readonly JsonObject[];
}

/**
 * The exception lists of a file (its `[[exceptions]]`) as Kibana's API takes them. An item without an `item_id` gets one that follows from
 * its list and its name, so that it is the same item in each run.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/rule-exceptions
 */
export function exceptionsToKibana(file: JsonObject): readonly KibanaExceptionList[] {
  return objectsOf(file['exceptions']).map(({ container, items }) => {
    const table = isJsonObject(container) ? container : {};
    const { list_id: listId = '', name = '', namespace_type: namespace = 'single' } = table;
    const list = {
      description: name,
      namespace_type: namespace,
      tags: [],
      type: 'detection',
      ...without(table, SERVER_EXCEPTION_FIELDS),
    };
    const names = new Map<string, number>();
    return {
      list,
      items: objectsOf(items).map((item) => {
        const itemName = typeof item['name'] === 'string' ? item['name'] : '';
        const count = names.get(itemName) ?? 0;
        names.set(itemName, count + 1);
        return {
          comments: [],
          description: itemName,
          item_id: idOf([typeof listId === 'string' ? listId : '', itemName, String(count)]),
          namespace_type: namespace,
          os_types: [],
          tags: [],
          type: 'simple',
          ...without(item, SERVER_EXCEPTION_FIELDS),
          entries: objectsOf(item['entries']).map(withOperator),
          list_id: listId,
        };
      }),
    };
  });
}

/** An exception list and its items in Kibana's form as an element of `[[exceptions]]` of a file. */
export function exceptionsFromKibana({ list, items }: KibanaExceptionList): {
  readonly table: JsonObject;
  readonly notes: readonly FormNote[];
} {
  const notes: FormNote[] = [];
  const tidy = (object: JsonObject, path: string): JsonObject =>
    withoutEmpty(forToml(without(object, SERVER_EXCEPTION_FIELDS), [path], notes));
  const container = tidy(list, 'list');
  const table = { container, ...(items.length === 0 ? {} : { items: items.map((item) => tidy(item, 'item')) }) };
  return { table, notes };
}

/** Lists that are empty say nothing; a Kibana fills them in again. */
function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([key, value]) => !(['comments', 'os_types', 'tags'].includes(key) && isJsonArray(value) && value.length === 0),
    ),
  );
}

/** A nested entry has no operator; any other without one is an included one. */
function withOperator(entry: JsonObject): JsonObject {
  const { entries } = entry;
  if (entries === undefined) return { operator: 'included', ...entry };
  return { ...entry, entries: objectsOf(entries).map(withOperator) };
}

/** A UUID that follows from texts. */
function idOf(parts: readonly string[]): string {
  const hash = sha256(printable(parts));
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

function printable(parts: readonly string[]): string {
  return JSON.stringify(parts).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
