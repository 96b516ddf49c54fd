import type { JsonObject } from '../values/json.js';

/**
 * Fields of a rule that Kibana sets and that no file says: they are left out of files, requests and comparisons.
 * https://www.elastic.co/docs/api/doc/kibana/operation/operation-readrule
 */
export const SERVER_RULE_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'revision',
  'immutable',
  'rule_source',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'execution_summary',
  'outcome',
  'alias_target_id',
  'alias_purpose',
  'last_failure_at',
  'last_failure_message',
  'last_success_at',
  'last_success_message',
  'status',
  'status_date',
]);

/** The same for exception lists and their items; what counts is `list_id` and `item_id`. */
export const SERVER_EXCEPTION_FIELDS: ReadonlySet<string> = new Set([
  'id',
  '_version',
  'tie_breaker_id',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
]);

/** The same for connectors as Kibana exports saved objects; their `id` is theirs for good. */
export const SERVER_CONNECTOR_FIELDS: ReadonlySet<string> = new Set([
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'version',
]);

/** An object without some of its keys; the order of the others stays. */
export function without(object: JsonObject, fields: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !fields.has(key)));
}

/** Whether a rule comes from a Kibana, which has filled in all defaults, and not from a file or a hand. */
export function isFromServer(rule: JsonObject): boolean {
  return ['id', 'revision', 'created_at', 'updated_at', 'execution_summary', 'rule_source'].some((key) =>
    Object.hasOwn(rule, key),
  );
}
