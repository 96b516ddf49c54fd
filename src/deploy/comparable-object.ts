import { comparable } from '../kibana-form/defaults.js';
import { SERVER_EXCEPTION_FIELDS, without } from '../kibana-form/server-fields.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { sha256 } from '../values/sha256.js';
import { compareTexts } from '../values/text-order.js';
import { canonicalJson } from './canonical-json.js';
import type { ObjectKind } from './kibana.js';

/** What a comparison needs to know besides an object. */
export interface ComparableOptions {
  /** The tag of managed rules, which is no difference; empty for none. */
  readonly tag: string;
  /** The values of a value list; they are compared as a set. */
  readonly values?: readonly string[];
}

/**
 * An object in Kibana's form (as it is sent, or as Kibana answered it) in the form in which two are compared, stored in the state and hashed: with the
 * defaults that Kibana fills in, without what only Kibana sets, equal durations alike. Exception lists of a rule are those it names, without the ids of
 * saved objects; comments of exception items are their texts; connectors have no secrets.
 */
export function comparableObject(kind: ObjectKind, body: JsonObject, options: ComparableOptions): JsonObject {
  switch (kind) {
    case 'rule':
      return comparableRule(body, options.tag);
    case 'exception-list':
      return defined(without({ tags: [], os_types: [], type: 'detection', ...body }, SERVER_LIST_FIELDS));
    case 'exception-item':
      return comparableItem(body);
    case 'value-list': {
      const { id = '', name = id, description = name, type = 'keyword' } = body;
      const values = [...new Set(options.values ?? [])].sort(compareTexts);
      return { id, name, description, type, values };
    }
    case 'connector': {
      const { id = '', name = '', connector_type_id: type = '', config } = body;
      return { id, name, connector_type_id: type, config: isJsonObject(config) ? defined(config) : {} };
    }
  }
}

/** The hash of a live object that a plan was made for: whoever changes anything that counts, changes it. */
export function liveHash(kind: ObjectKind, body: JsonObject, options: ComparableOptions): string {
  return sha256(canonicalJson(comparableObject(kind, body, options)));
}

const SERVER_LIST_FIELDS: ReadonlySet<string> = new Set([...SERVER_EXCEPTION_FIELDS, 'immutable', 'version', 'meta']);

/** Of a rule: `version` counts edits, `meta` is what the rule form of Kibana's interface writes over. */
const UNCOMPARED: ReadonlySet<string> = new Set(['version', 'meta', 'throttle']);

function comparableRule(body: JsonObject, tag: string): JsonObject {
  const rule = without(comparable({ ...TYPE_DEFAULTS.get(body['type'] ?? null), ...body }), UNCOMPARED);
  const changed = new Map<string, JsonValue>(Object.entries(rule));
  for (const [key, value] of Object.entries(rule)) {
    const form = key === 'tags' ? withoutTag(tag) : COMPARED.get(key);
    if (form) changed.set(key, form(value));
  }
  return Object.fromEntries(changed);
}

/** What Kibana fills in for a type, beyond the defaults of all. */
const TYPE_DEFAULTS: ReadonlyMap<JsonValue, JsonObject> = new Map<JsonValue, JsonObject>([['query', { query: '' }]]);

const COMPARED: ReadonlyMap<string, (value: JsonValue) => JsonValue> = new Map([
  ['exceptions_list', listReferences],
  ['actions', eachObject(comparableAction)],
  ['threat', eachObject(comparableThreat)],
  ['threat_mapping', eachObject(comparableGroup)],
  ['alert_suppression', comparableSuppression],
]);

function withoutTag(tag: string): (tags: JsonValue) => JsonValue {
  return (tags) => (isJsonArray(tags) && tag !== '' ? tags.filter((name) => name !== tag) : tags);
}

/** The lists that a rule names, in order: which comes first means nothing. */
function listReferences(lists: JsonValue): JsonValue {
  if (!isJsonArray(lists)) return lists;
  return lists
    .filter(isJsonObject)
    .map(({ list_id: id = '', namespace_type: namespace = 'single', type = 'detection' }) => ({
      list_id: id,
      namespace_type: namespace,
      type,
    }))
    .sort((left, right) => compareTexts(canonicalJson(left), canonicalJson(right)));
}

/** Kibana gives an action without a frequency this one. */
const EACH_RUN: JsonObject = { summary: true, notifyWhen: 'onActiveAlert', throttle: null };

function comparableAction(action: JsonObject): JsonObject {
  const { frequency, group } = action;
  if (isSystemAction(action)) return without(action, new Set(['group', 'frequency', 'uuid']));
  const known = isJsonObject(frequency) ? { throttle: null, ...frequency } : EACH_RUN;
  return { ...without(action, new Set(['uuid'])), group: group ?? 'default', frequency: known };
}

/** Whether an action is one of Kibana's own connectors (cases, workflows): those run once a rule, without a frequency. */
export function isSystemAction({ id, action_type_id: type }: JsonObject): boolean {
  return type === '.cases' || type === '.workflows' || (typeof id === 'string' && id.startsWith('system-connector-'));
}

/** Kibana's rule form writes the name of the framework anew. */
function comparableThreat(threat: JsonObject): JsonObject {
  return without({ technique: [], ...threat }, new Set(['framework']));
}

function comparableGroup(group: JsonObject): JsonObject {
  return { ...group, entries: eachObject(withoutNoNegation)(group['entries'] ?? []) };
}

function withoutNoNegation(entry: JsonObject): JsonObject {
  return entry['negate'] === false ? without(entry, new Set(['negate'])) : entry;
}

function comparableSuppression(value: JsonValue): JsonValue {
  if (!isJsonObject(value) || !Object.hasOwn(value, 'group_by')) return value;
  return { missing_fields_strategy: 'suppress', ...value };
}

function comparableItem(body: JsonObject): JsonObject {
  const item = without({ tags: [], os_types: [], comments: [], type: 'simple', ...body }, ITEM_FIELDS);
  const { comments = [] } = item;
  const texts = isJsonArray(comments) ? comments.filter(isJsonObject).flatMap(({ comment }) => comment ?? []) : [];
  return defined({ ...item, comments: texts });
}

const ITEM_FIELDS: ReadonlySet<string> = new Set([...SERVER_EXCEPTION_FIELDS, 'meta']);

/** Without what says nothing: null and absent are one. */
function defined(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

function eachObject(form: (item: JsonObject) => JsonObject): (value: JsonValue) => JsonValue {
  return (value) => (isJsonArray(value) ? value.map((item) => (isJsonObject(item) ? form(item) : item)) : value);
}
