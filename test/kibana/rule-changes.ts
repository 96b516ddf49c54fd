import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../src/values/json.js';
import { filledRule, patchedFields } from './rule-body.js';
import { textOf } from './state.js';
import type { FakeState, Stored } from './state.js';

/** Fields that a change of a rule never touches. */
const KEPT = [
  'id',
  'rule_id',
  'revision',
  'immutable',
  'rule_source',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
];

/** Fields whose change is no new revision. */
const UNCOUNTED: ReadonlySet<string> = new Set([
  'enabled',
  'revision',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'id',
]);

/** A rule after `PUT`: the body decides all of it, but for `enabled` and `version`, which stay where the body is silent. */
export function updatedRule(before: Stored, body: JsonObject, state: FakeState): JsonObject {
  const absent = state.does('put-keeps-absent') ? before : {};
  return {
    ...absent,
    ...filledRule({ ...absent, ...body }),
    enabled: body['enabled'] ?? (state.does('put-resets-enabled') ? false : (before['enabled'] ?? false)),
    version: body['version'] ?? (state.does('put-resets-version') ? 1 : (before['version'] ?? 1)),
    ...keptOf(before),
  };
}

/** A rule after `PATCH`: the fields of the body in place of the rule's; its type stays. */
export function patchedRule(before: Stored, patch: JsonObject, state: FakeState): JsonObject {
  const { enabled, ...fields } = patchedFields(textOf(before, 'type'), patch);
  const isEnabled = enabled ?? (state.does('put-resets-enabled') ? false : (before['enabled'] ?? false));
  return { ...before, ...fields, enabled: isEnabled, ...keptOf(before) };
}

/**
 * Whether a change counts as a new revision: some field but `enabled` is another. A rule with actions always gets one, since Kibana compares the
 * actions sent with those it stored, whose connectors are references.
 */
export function isRuleChanged(before: Stored, after: JsonObject): boolean {
  const actions = after['actions'] as readonly { readonly id: string }[] | undefined;
  if ((actions ?? []).some(({ id }) => !id.startsWith('system-connector-'))) return true;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].some((key) => !UNCOUNTED.has(key) && !isDeepStrictEqual(before[key], after[key]));
}

function keptOf(before: Stored): JsonObject {
  return Object.fromEntries(KEPT.flatMap((key) => (before[key] === undefined ? [] : [[key, before[key]]])));
}
