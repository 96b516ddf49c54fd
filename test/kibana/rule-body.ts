import { textOf } from './state.js';
import { randomUUID } from 'node:crypto';
import { EcsFlat } from '@elastic/ecs';
import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { fieldsOfType } from './rule-fields.js';

const DEFAULTS: JsonObject = {
  enabled: false,
  risk_score_mapping: [],
  severity_mapping: [],
  interval: '5m',
  to: 'now',
  from: 'now-6m',
  exceptions_list: [],
  false_positives: [],
  max_signals: 100,
  actions: [],
  related_integrations: [],
  required_fields: [],
  setup: '',
  references: [],
  threat: [],
  tags: [],
  author: [],
  output_index: '',
  version: 1,
};

const DEFAULT_FREQUENCY: JsonObject = { summary: true, notifyWhen: 'onActiveAlert', throttle: null };
const KUERY_BY_DEFAULT: ReadonlySet<string> = new Set([
  'query',
  'saved_query',
  'threshold',
  'threat_match',
  'new_terms',
]);

/** A rule's body with what Kibana fills in, drops and rewrites; without what belongs to a stored rule (`id`, `revision`, …). */
export function filledRule(body: JsonObject): JsonObject {
  const type = textOf(body, 'type');
  const known = [...fieldsOfType(type).keys(), 'type', 'language'];
  const whole: JsonObject = { ...DEFAULTS, ...typeDefaults(type), ...body };
  const kept = known.flatMap((key): [string, JsonValue][] => {
    const value = whole[key];
    return value === undefined || key === 'throttle' ? [] : [[key, REWRITTEN.get(key)?.(value) ?? value]];
  });
  const rule = { rule_id: randomUUID(), ...Object.fromEntries(kept) };
  return type === 'threshold' ? withDurationOnly(rule) : rule;
}

/** The changes of a patch over a rule: fields of its type, as they are stored. */
export function patchedFields(type: string, patch: JsonObject): JsonObject {
  const entries = [...fieldsOfType(type).keys()].flatMap((key): [string, JsonValue][] => {
    const value = patch[key];
    if (value === undefined || value === null || key === 'rule_id') return [];
    return [[key, REWRITTEN.get(key)?.(value) ?? value]];
  });
  return Object.fromEntries(entries);
}

function typeDefaults(type: string): JsonObject {
  return {
    ...(KUERY_BY_DEFAULT.has(type) ? { language: 'kuery' } : {}),
    ...(type === 'query' ? { query: '' } : {}),
    ...(type === 'threat_match' ? { threat_indicator_path: 'threat.indicator' } : {}),
  };
}

const REWRITTEN: ReadonlyMap<string, (value: JsonValue) => JsonValue> = new Map<
  string,
  (value: JsonValue) => JsonValue
>([
  ['required_fields', withEcs],
  ['actions', (actions) => each(actions, storedAction)],
  ['threshold', withFieldList],
  ['machine_learning_job_id', list],
  ['related_integrations', (found) => each(found, onlyKeys('package', 'version', 'integration'))],
]);

function each(value: JsonValue, change: (item: JsonObject) => JsonObject): JsonValue {
  return isJsonArray(value) ? value.map((item) => (isJsonObject(item) ? change(item) : item)) : value;
}

function onlyKeys(...keys: readonly string[]): (item: JsonObject) => JsonObject {
  return (item) => Object.fromEntries(Object.entries(item).filter(([key]) => keys.includes(key)));
}

/** Whether a required field is one of ECS with the type that ECS gives it. */
function withEcs(fields: JsonValue): JsonValue {
  const known = EcsFlat as Readonly<Record<string, { readonly type: string } | undefined>>;
  return each(fields, ({ name = null, type = null }) => {
    const found = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
    return { name, type, ecs: found?.type === type };
  });
}

/** An action as it is stored: with a UUID, and a frequency where there is none; system actions (cases) have no frequency. */
function storedAction({ id = null, params = {}, action_type_id: kind = null, ...rest }: JsonObject): JsonObject {
  const { alerts_filter: filter, uuid, frequency, group } = rest;
  const isSystem = typeof id === 'string' && id.startsWith('system-connector-');
  return {
    id,
    params,
    action_type_id: kind,
    ...(filter === undefined || isSystem ? {} : { alerts_filter: filter }),
    uuid: uuid ?? randomUUID(),
    ...(isSystem ? {} : { frequency: frequency ?? DEFAULT_FREQUENCY }),
    ...(group === undefined || isSystem ? {} : { group }),
  };
}

function list(value: JsonValue): JsonValue {
  return isJsonArray(value) ? value : [value];
}

function withFieldList(threshold: JsonValue): JsonValue {
  if (!isJsonObject(threshold)) return threshold;
  const { field = null } = threshold;
  return { ...threshold, field: field === null || field === '' ? [] : list(field) };
}

/** Alerts of a threshold rule are suppressed for a time only. */
function withDurationOnly(rule: JsonObject): JsonObject {
  const { alert_suppression: suppression, ...rest } = rule;
  if (!isJsonObject(suppression) || suppression['duration'] === undefined) return rest;
  return { ...rest, alert_suppression: { duration: suppression['duration'] } };
}
