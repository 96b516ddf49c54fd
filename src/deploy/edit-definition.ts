import { exceptionsToKibana } from '../kibana-form/exceptions.js';
import { mergeRule } from '../kibana-form/merge-rule.js';
import { toKibana } from '../kibana-form/to-kibana.js';
import { forToml } from '../kibana-form/toml-values.js';
import type { KeyPath } from '../definitions/locate.js';
import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { comparableObject } from './comparable-object.js';
import type { ObjectKind } from './kibana.js';

/** Fields of Kibana's form → their new values; undefined takes one away. */
export type NewValues = ReadonlyMap<string, JsonValue | undefined>;

/** Where an object stands in its file. */
export interface DefinitionPlace {
  readonly file: string;
  readonly path: KeyPath;
}

/** Where each object of a file stands, by its key in Kibana. */
export function placesIn(
  file: string,
  table: JsonObject,
  keyOf: (kind: ObjectKind, body: JsonObject) => string,
): ReadonlyMap<string, DefinitionPlace> {
  const places = new Map<string, DefinitionPlace>();
  const add = (kind: ObjectKind, body: JsonObject, path: KeyPath): void => {
    const key = keyOf(kind, body);
    if (!places.has(key)) places.set(key, { file, path });
  };
  if (isJsonObject(table['rule'])) add('rule', table['rule'], ['rule']);
  const lists = isJsonArray(table['exceptions']) ? table['exceptions'] : [];
  if (lists.every(isJsonObject))
    exceptionsToKibana(table).forEach(({ list, items }, at) => {
      add('exception-list', list, ['exceptions', at, 'container']);
      items.forEach((item, itemAt) => {
        add('exception-item', item, ['exceptions', at, 'items', itemAt]);
      });
    });
  for (const [name, kind] of [
    ['value_lists', 'value-list'],
    ['action_connectors', 'connector'],
  ] as const) {
    const elements = isJsonArray(table[name]) ? table[name] : [];
    elements.forEach((element, at) => {
      if (isJsonObject(element)) add(kind, element, [name, at]);
    });
  }
  return places;
}

/** The tables of a file with other values for an object; what is not named stays as it is written. `today` is the day of the change: `2026/05/31`. */
export function editDefinition(
  table: JsonObject,
  kind: ObjectKind,
  path: KeyPath,
  values: NewValues,
  today: string,
): JsonObject {
  if (values.size === 0) return table;
  if (kind === 'rule') return editRule(table, values, today);
  if (kind === 'exception-item') return editItem(table, path, values);
  const edited =
    kind === 'connector'
      ? changeAt(table, [...path, 'attributes'], (attributes) => withValues(attributes, renamed(values)))
      : changeAt(table, path, (object) => withValues(object, withDescription(object, values)));
  return edited;
}

/** The keys of a file that hold a field of Kibana's form. */
export function pathsOf(kind: ObjectKind, path: KeyPath, field: string): readonly KeyPath[] {
  if (kind === 'connector') return [[...path, 'attributes', CONNECTOR_KEYS.get(field) ?? field]];
  const isNewTerms = field === 'new_terms_fields' || field === 'history_window_start';
  return [[...path, field], ...(kind === 'rule' && isNewTerms ? [[...path, 'new_terms']] : [])];
}

/** The values of a list after some came and some went; the others keep their order. */
export function editValues(
  table: JsonObject,
  path: KeyPath,
  added: readonly string[],
  removed: readonly string[],
): JsonObject {
  return changeAt(table, path, (object) => {
    const old = isJsonArray(object['values']) ? object['values'] : [];
    const gone = new Set<JsonValue>(removed);
    return { ...object, values: [...old.filter((value) => !gone.has(value)), ...added] };
  });
}

/** The tables of a file without an object; undefined where nothing is left of it. */
export function removeDefinition(table: JsonObject, path: KeyPath): JsonObject | undefined {
  const [name = '', at] = path;
  if (name === 'rule' || typeof name !== 'string' || typeof at !== 'number') return undefined;
  const [, , part, itemAt] = path;
  if (part === 'items' && typeof itemAt === 'number')
    return changeAt(table, [name, at], (list) => {
      const items = isJsonArray(list['items']) ? list['items'].toSpliced(itemAt, 1) : [];
      const others = Object.fromEntries(Object.entries(list).filter(([key]) => key !== 'items'));
      return items.length === 0 ? others : { ...list, items };
    });
  const elements = isJsonArray(table[name]) ? table[name].toSpliced(at, 1) : [];
  return elements.length === 0 ? undefined : { ...table, [name]: elements };
}

function editRule(table: JsonObject, values: NewValues, today: string): JsonObject {
  const { rule } = toKibana(table);
  // A revision says that Kibana has filled in what is empty: that is not written.
  const incoming = new Map<string, JsonValue>([...Object.entries(rule), ['revision', 0]]);
  for (const [field, value] of values) {
    const before = Object.hasOwn(rule, field) ? rule[field] : undefined;
    if (value === undefined || value === null) incoming.delete(field);
    else incoming.set(field, inOldForms(field, rule['type'] ?? null, value, before));
  }
  return mergeRule(table, Object.fromEntries(incoming), today).file;
}

/** A list whose elements that mean what one of the file means are written as that one. */
function inOldForms(field: string, type: JsonValue, value: JsonValue, before: JsonValue | undefined): JsonValue {
  if (!isJsonArray(value) || !isJsonArray(before)) return value;
  const formOf = (element: JsonValue): JsonValue =>
    comparableObject('rule', { type, [field]: [element] }, { tag: '' })[field] ?? null;
  const old = before.map((element) => ({ element, form: formOf(element) }));
  return value.map((element) => {
    const form = formOf(element);
    return old.find((one) => equalJson(one.form, form))?.element ?? element;
  });
}

function editItem(table: JsonObject, path: KeyPath, values: NewValues): JsonObject {
  const edited = values.has('name') ? withItemIds(table, path) : table;
  return changeAt(edited, path, (item) => withValues(item, withDescription(item, values)));
}

/** Items that say no id have one that follows from their names: before a name changes, the ids of the list are written down. */
export function withItemIds(table: JsonObject, path: KeyPath): JsonObject {
  const [, at] = path;
  if (typeof at !== 'number') return table;
  const { items = [] } = exceptionsToKibana(table)[at] ?? {};
  return changeAt(table, ['exceptions', at], (list) => ({
    ...list,
    items: (isJsonArray(list['items']) ? list['items'] : []).map((item, itemAt) => {
      const id = items[itemAt]?.['item_id'];
      return isJsonObject(item) && item['item_id'] === undefined && id !== undefined ? { ...item, item_id: id } : item;
    }),
  }));
}

/** Where a description is not written it is the name: a new name would change it, too. */
function withDescription(object: JsonObject, values: NewValues): NewValues {
  if (!values.has('name') || values.has('description') || object['description'] !== undefined) return values;
  return new Map([...values, ['description', object['name'] ?? object['id']]]);
}

const CONNECTOR_KEYS: ReadonlyMap<string, string> = new Map([['connector_type_id', 'actionTypeId']]);

function renamed(values: NewValues): NewValues {
  return new Map([...values].map(([field, value]) => [CONNECTOR_KEYS.get(field) ?? field, value]));
}

function withValues(object: JsonObject, values: NewValues): JsonObject {
  const result = new Map<string, JsonValue>(Object.entries(object));
  for (const [field, value] of values) {
    const isNothing = value === undefined || value === null || (isJsonArray(value) && value.length === 0);
    if (isNothing) result.delete(field);
    else result.set(field, forToml({ value }, [field], [])['value'] ?? '');
  }
  return Object.fromEntries(result);
}

/** A table in which the object at a path is another one; a table that is missing there is made. */
function changeAt(table: JsonObject, path: KeyPath, change: (object: JsonObject) => JsonObject): JsonObject {
  const [step, ...rest] = path;
  if (step === undefined) return change(table);
  if (typeof step === 'number') return table;
  const value = Object.hasOwn(table, step) ? table[step] : undefined;
  const [at, ...inner] = rest;
  if (isJsonArray(value) && typeof at === 'number') {
    const element = value[at];
    return isJsonObject(element) ? { ...table, [step]: value.with(at, changeAt(element, inner, change)) } : table;
  }
  return { ...table, [step]: changeAt(isJsonObject(value) ? value : {}, rest, change) };
}
