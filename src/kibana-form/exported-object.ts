import { RULE_TYPES } from '../schemas/rule-types.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';

/** What an object of an export is. `tables` is a definition whose tables somebody wrote as JSON or YAML. */
export type ExportedKind =
  'rule' | 'tables' | 'exception-list' | 'exception-item' | 'connector' | 'details' | 'sigma' | 'unknown';

/** Kind of object → whether an object is of that kind, unless an earlier one says so. */
const KINDS: readonly (readonly [ExportedKind, (object: JsonObject) => boolean])[] = [
  ['details', (object) => DETAILS.some((key) => Object.hasOwn(object, key))],
  ['sigma', (object) => Object.hasOwn(object, 'logsource') && Object.hasOwn(object, 'detection')],
  ['tables', (object) => isJsonObject(object['rule']) && Object.hasOwn(object, 'metadata')],
  ['connector', (object) => object['type'] === 'action' && isJsonObject(object['attributes'])],
  ['exception-item', (object) => Object.hasOwn(object, 'item_id') || Object.hasOwn(object, 'entries')],
  ['exception-list', (object) => Object.hasOwn(object, 'list_id') && !Object.hasOwn(object, 'rule_id')],
  ['rule', (object) => Object.hasOwn(object, 'rule_id') || RULE_TYPES.some((type) => type === object['type'])],
];

const DETAILS = ['exported_count', 'exported_rules_count', 'exported_exception_list_count'];

/** Tells the objects of an export apart, by the keys that only they have. */
export function kindOfExported(object: JsonObject): ExportedKind {
  return KINDS.find(([, isOne]) => isOne(object))?.[0] ?? 'unknown';
}

/**
 * The objects of a JSON or YAML text: one, a list of them, or the pages that Kibana's API answers (`data`, `rules`). Undefined for what is
 * no object.
 */
export function objectsIn(value: JsonValue): readonly JsonValue[] | undefined {
  if (isJsonArray(value)) return value;
  if (!isJsonObject(value)) return undefined;
  for (const key of ['data', 'rules']) {
    const page = value[key];
    if (isJsonArray(page) && kindOfExported(value) === 'unknown') return page;
  }
  return [value];
}
