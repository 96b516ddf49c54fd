import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import type { FakeKibana } from './fake-kibana.js';
import { updatedRule } from './rule-changes.js';
import { findRule, storeChangedRule } from './rules-api.js';
import { textOf } from './state.js';
import type { Stored } from './state.js';

/** Fields that the form of a rule has none for: saving it loses them. */
const NOT_IN_FORM: ReadonlySet<string> = new Set(['rule_id', 'version', 'output_index', 'namespace', 'meta']);

/** Where and by whom a rule is edited. */
export interface UiEdit {
  readonly space?: string;
  readonly user?: string;
}

/**
 * Saves a rule as somebody does in Kibana's form: all that the form has is written, so that `meta` is replaced, `to` is `now`, `from` is computed from
 * interval and look-back, and threats are of MITRE ATT&CK. It is no request of the log.
 */
export function editInUi(kibana: FakeKibana, ruleId: string, changes: JsonObject, edit: UiEdit = {}): Stored {
  const space = kibana.state.space(edit.space ?? 'default');
  const before = findRule(space, { id: undefined, ruleId });
  if (before === undefined) throw new Error(`There is no rule ${ruleId} to edit.`);
  const kept = Object.fromEntries(Object.entries(before).filter(([key]) => !NOT_IN_FORM.has(key)));
  const form: JsonObject = { ...kept, ...changes };
  const body: JsonObject = {
    ...form,
    ...scheduleOf(form),
    threat: withFramework(form['threat']),
    meta: { kibana_siem_app_url: `${kibana.url}/app/security` },
    ...(form['type'] === 'threshold' ? { threshold: withCardinality(form['threshold']) } : {}),
  };
  const after = updatedRule(before, body, kibana.state);
  return storeChangedRule(kibana.state, space, edit.user ?? 'analyst', before, after);
}

/** Interval and look-back as the form puts them together; a `from` that is no such time stays. */
function scheduleOf(rule: JsonObject): JsonObject {
  const interval = milliseconds(textOf(rule, 'interval'));
  const from = milliseconds(textOf(rule, 'from').replace(/^now-/, ''));
  if (interval === undefined || from === undefined) return {};
  return { from: `now-${duration(interval + Math.max(0, from - interval))}`, to: 'now' };
}

const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
];

function milliseconds(text: string): number | undefined {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const size = UNITS.find(([name]) => name === unit)?.[1];
  return count === undefined || size === undefined ? undefined : Number(count) * size;
}

function duration(ms: number): string {
  const [unit, size] = UNITS.find(([, one]) => ms >= one && ms % one === 0) ?? ['s', 1000];
  return `${ms / size}${unit}`;
}

function withFramework(threats: JsonValue | undefined): JsonValue {
  const found = isJsonArray(threats) ? threats.filter(isJsonObject) : [];
  return found.map((threat) => ({ ...threat, framework: 'MITRE ATT&CK', technique: threat['technique'] ?? [] }));
}

function withCardinality(threshold: JsonValue | undefined): JsonValue {
  return isJsonObject(threshold) ? { ...threshold, cardinality: threshold['cardinality'] ?? [] } : {};
}
