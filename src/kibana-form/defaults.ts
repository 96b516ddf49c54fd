import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { SERVER_RULE_FIELDS, without } from './server-fields.js';

/**
 * What Kibana fills in where a rule is silent, empty lists and texts: they say nothing, so that files go without them.
 * https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule
 */
export const EMPTY_DEFAULTS: ReadonlyMap<string, '' | readonly never[]> = new Map<string, '' | readonly never[]>([
  ['output_index', ''],
  ['setup', ''],
  ['actions', []],
  ['author', []],
  ['exceptions_list', []],
  ['false_positives', []],
  ['references', []],
  ['related_integrations', []],
  ['required_fields', []],
  ['risk_score_mapping', []],
  ['severity_mapping', []],
  ['tags', []],
  ['threat', []],
]);

const VALUES: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['interval', '5m'],
  ['from', 'now-6m'],
  ['to', 'now'],
  ['max_signals', 100],
]);

const KUERY_BY_DEFAULT: ReadonlySet<JsonValue> = new Set([
  'query',
  'saved_query',
  'threshold',
  'threat_match',
  'new_terms',
]);

/**
 * A rule in Kibana's form with the defaults that Kibana would fill in. `enabled` and `version` have none here: a request without them
 * leaves those of the live rule as they are.
 */
export function withDefaults(rule: JsonObject): JsonObject {
  const defaults = new Map<string, JsonValue>([...VALUES, ...EMPTY_DEFAULTS]);
  const type = rule['type'] ?? null;
  if (KUERY_BY_DEFAULT.has(type)) defaults.set('language', 'kuery');
  if (type === 'threat_match') defaults.set('threat_indicator_path', 'threat.indicator');
  return { ...Object.fromEntries(defaults), ...rule };
}

/**
 * A rule in Kibana's form as two of them are compared, a local one and a live one: with defaults, without what only Kibana sets (also in
 * `required_fields` and `actions`), one-or-many values as lists, durations in seconds, and no null but in `actions`.
 */
export function comparable(rule: JsonObject): JsonObject {
  const known = withDefaults(without(rule, SERVER_RULE_FIELDS));
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, value]): [string, JsonValue][] =>
      value === null || isIndexOfDataView(key, value, known) ? [] : [[key, COMPARED.get(key)?.(value) ?? value]],
    ),
  );
}

/** Whether an entry is the empty `index` that Kibana keeps beside a data view, which decides alone. */
export function isIndexOfDataView(key: string, value: JsonValue, rule: JsonObject): boolean {
  return key === 'index' && isJsonArray(value) && value.length === 0 && typeof rule['data_view_id'] === 'string';
}

const COMPARED: ReadonlyMap<string, (value: JsonValue) => JsonValue> = new Map([
  ['required_fields', (value: JsonValue) => eachWithout(value, new Set(['ecs']))],
  ['actions', (value: JsonValue) => eachWithout(value, new Set(['uuid']))],
  ['machine_learning_job_id', list],
  ['threshold', withFieldList],
  ['interval', inSeconds],
  ['from', inSeconds],
  ['to', inSeconds],
  ['history_window_start', inSeconds],
]);

function eachWithout(value: JsonValue, fields: ReadonlySet<string>): JsonValue {
  return isJsonArray(value) ? value.map((item) => (isJsonObject(item) ? without(item, fields) : item)) : value;
}

function list(value: JsonValue): JsonValue {
  return isJsonArray(value) ? value : [value];
}

function withFieldList(threshold: JsonValue): JsonValue {
  if (!isJsonObject(threshold)) return threshold;
  return { ...threshold, field: list(threshold['field'] ?? []), cardinality: threshold['cardinality'] ?? [] };
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
]);

/** `5m` as `300s`, `now-6m` as `now-360s`; other texts as they are. */
function inSeconds(value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  const [, start = '', count = '', unit = ''] = /^(now[+-]|)(\d{1,9})([smhdw])$/.exec(value) ?? [];
  const seconds = SECONDS.get(unit);
  return seconds === undefined ? value : `${start}${Number(count) * seconds}s`;
}
