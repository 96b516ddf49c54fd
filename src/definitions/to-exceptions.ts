import type { ActionConnector } from '../model/action-connector.js';
import type { ExceptionEntry, ExceptionItem, ExceptionList, ValueList } from '../model/exception-list.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';

/** The exception lists of a file that its schema has accepted. */
export function toExceptionLists(table: JsonObject): readonly ExceptionList[] {
  return objectsOf(table['exceptions']).map((entry): ExceptionList => {
    const { container, items } = entry;
    const list = isJsonObject(container) ? container : {};
    return {
      listId: text(list['list_id']) ?? '',
      name: text(list['name']) ?? '',
      ...optional('description', text(list['description'])),
      ...optional('type', text(list['type'])),
      ...optional('namespaceType', text(list['namespace_type'])),
      items: objectsOf(items).map(toItem),
    };
  });
}

/** The value lists of a file that its schema has accepted. */
export function toValueLists(table: JsonObject): readonly ValueList[] {
  return objectsOf(table['value_lists']).map(({ id, type, values }): ValueList => ({
    id: text(id) ?? '',
    type: text(type) ?? 'keyword',
    values: texts(values),
  }));
}

/** The action connectors of a file that its schema has accepted. */
export function toActionConnectors(table: JsonObject): readonly ActionConnector[] {
  return objectsOf(table['action_connectors']).map(({ id, attributes, type, references }): ActionConnector => ({
    id: text(id) ?? '',
    attributes: isJsonObject(attributes) ? attributes : {},
    ...optional('type', text(type)),
    ...(references === undefined ? {} : { references: objectsOf(references) }),
  }));
}

function toItem(item: JsonObject): ExceptionItem {
  const { os_types: osTypes } = item;
  return {
    name: text(item['name']) ?? '',
    ...optional('itemId', text(item['item_id'])),
    ...optional('listId', text(item['list_id'])),
    ...optional('namespaceType', text(item['namespace_type'])),
    entries: objectsOf(item['entries']).map(toEntry),
    ...(osTypes === undefined ? {} : { osTypes: texts(osTypes) }),
    ...optional('expireTime', text(item['expire_time'])),
  };
}

/** Without an operator an entry is an included one. The schema has checked the rest: here its word is taken for the type. */
function toEntry(entry: JsonObject): ExceptionEntry {
  const { entries } = entry;
  const inner = entries === undefined ? {} : { entries: objectsOf(entries).map(toEntry) };
  return { operator: 'included', ...entry, ...inner } as unknown as ExceptionEntry;
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: string };
}

function texts(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
