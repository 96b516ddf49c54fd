import { isDeepStrictEqual } from 'node:util';
import { isJsonArray } from '../../src/values/json.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { filledRule } from './rule-body.js';
import { textOf } from './state.js';
import type { FakeState, Stored } from './state.js';

/** Fields of a prebuilt rule that an upgrade leaves as they are, and whose change is no customisation. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'enabled',
  'exceptions_list',
  'actions',
  'throttle',
  'response_actions',
  'meta',
  'output_index',
  'namespace',
  'alias_purpose',
  'alias_target_id',
  'outcome',
  'concurrent_searches',
  'items_per_search',
]);

/** What the server keeps of a rule, besides what it says. */
const SERVER_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'rule_id',
  'version',
  'immutable',
  'rule_source',
  'revision',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
]);

/** Fields that always are those of the target. */
const TARGET_FIELDS: ReadonlySet<string> = new Set(['type', 'author', 'license']);

/** The version of a rule of the package; the newest without a version. */
export function assetOf(state: FakeState, ruleId: string, version?: JsonValue): Stored | undefined {
  const assets = (state.prebuilt.get(ruleId) ?? []).filter(
    (asset) => version === undefined || asset['version'] === version,
  );
  return [...assets].sort((left, right) => Number(right['version']) - Number(left['version']))[0];
}

/** Whether a prebuilt rule says anything else than its version of the package; without that version, whether it does after a change or did before. */
export function isCustomized(state: FakeState, before: Stored, after: JsonObject): boolean {
  const base = assetOf(state, textOf(after, 'rule_id'), after['version']);
  if (base !== undefined) return differingFields(filledRule(base), after).length > 0;
  const source = before['rule_source'] as { readonly is_customized?: boolean } | undefined;
  return source?.is_customized === true || differingFields(before, after).length > 0;
}

/** The fields that two rules say differently, as an upgrade compares them. */
export function differingFields(left: JsonObject, right: JsonObject): readonly string[] {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].filter(
    (key) => !OWN_FIELDS.has(key) && !SERVER_FIELDS.has(key) && !isDeepStrictEqual(left[key], right[key]),
  );
}

/** How a field of an installed rule, its base and its target stand to each other. */
export interface FieldDiff {
  readonly base_version: JsonValue | undefined;
  readonly current_version: JsonValue | undefined;
  readonly target_version: JsonValue | undefined;
  readonly merged_version: JsonValue | undefined;
  readonly conflict: 'NONE' | 'SOLVABLE' | 'NON_SOLVABLE';
}

/** The fields that the target changes, each with base, current and merged values. */
export function upgradeDiff(
  base: JsonObject | undefined,
  current: JsonObject,
  target: JsonObject,
): ReadonlyMap<string, FieldDiff> {
  const diffs = new Map<string, FieldDiff>();
  for (const key of differingFields(current, target)) {
    const [before, now, next] = [base?.[key], current[key], target[key]];
    diffs.set(key, {
      base_version: before,
      current_version: now,
      target_version: next,
      ...merged(before, now, next, TARGET_FIELDS.has(key) || base === undefined),
    });
  }
  return diffs;
}

function merged(
  base: JsonValue | undefined,
  current: JsonValue | undefined,
  target: JsonValue | undefined,
  isTargets: boolean,
): Pick<FieldDiff, 'merged_version' | 'conflict'> {
  if (isTargets || isDeepStrictEqual(base, current)) return { merged_version: target, conflict: 'NONE' };
  if (isDeepStrictEqual(base, target)) return { merged_version: current, conflict: 'NONE' };
  if (!isJsonArray(base) || !isJsonArray(current) || !isJsonArray(target))
    return { merged_version: current, conflict: 'NON_SOLVABLE' };
  const gone = base.filter((item) => !current.includes(item) || !target.includes(item));
  const both = [...new Set([...current, ...target])].filter((item) => !gone.includes(item));
  return { merged_version: both, conflict: 'SOLVABLE' };
}

/** A rule after an upgrade: values of the target, of the current rule, of its base, or merged, and the rule's own fields. */
export function upgradedRule(
  current: Stored,
  target: JsonObject,
  diffs: ReadonlyMap<string, FieldDiff>,
  pick: string,
): JsonObject {
  const own = Object.fromEntries(
    Object.entries(current).filter(([key]) => OWN_FIELDS.has(key) || SERVER_FIELDS.has(key)),
  );
  const picked = [...diffs].map(([key, diff]): [string, JsonValue | undefined] => [
    key,
    TARGET_FIELDS.has(key) ? diff.target_version : valueOf(diff, pick),
  ]);
  const fields: [string, JsonValue][] = [];
  for (const [key, value] of picked) if (value !== undefined) fields.push([key, value]);
  const gone = new Set(picked.filter(([, value]) => value === undefined).map(([key]) => key));
  const kept = Object.fromEntries(Object.entries(target).filter(([key]) => !gone.has(key)));
  return { ...kept, ...Object.fromEntries(fields), ...own, version: target['version'] ?? 1 };
}

function valueOf(diff: FieldDiff, pick: string): JsonValue | undefined {
  if (pick === 'TARGET') return diff.target_version;
  if (pick === 'CURRENT') return diff.current_version;
  return pick === 'BASE' ? diff.base_version : diff.merged_version;
}
