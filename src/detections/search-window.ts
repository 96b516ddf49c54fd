import { fromOf, toOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import type { JsonObject } from '../values/json.js';
import type { RuleError } from './rule-error.js';

/** The time that one execution looks at, both ends included; ISO 8601 in UTC. */
export interface SearchWindow {
  readonly from: string;
  readonly to: string;
}

/** The window of a rule that runs at `now`; date math becomes absolute, so that no clock but the caller's counts. */
export function searchWindowOf(rule: Rule, now: Date): SearchWindow | RuleError {
  const [from, to] = [absoluteTime(fromOf(rule), now), absoluteTime(toOf(rule), now)];
  if (from === undefined) return { error: `from = "${fromOf(rule)}" is not date math. Write it like "now-9m".` };
  if (to === undefined) return { error: `to = "${toOf(rule)}" is not date math. Write it like "now".` };
  return { from, to };
}

/**
 * The filter that keeps a document whose time lies in the window: the time is `timestamp_override` where the document
 * has it, else `@timestamp` (unless `timestamp_override_fallback_disabled`).
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#rule-ui-advanced-params
 */
export function windowFilter(rule: Rule, window: SearchWindow): JsonObject {
  const { timestampOverride: override, timestampOverrideFallbackDisabled: strict } = rule;
  if (override === undefined || override === '@timestamp') return inWindow('@timestamp', window);
  if (strict === true) return inWindow(override, window);
  const withoutOverride = {
    bool: { must_not: [{ exists: { field: override } }], filter: [inWindow('@timestamp', window)] },
  };
  return { bool: { should: [inWindow(override, window), withoutOverride], minimum_should_match: 1 } };
}

function inWindow(field: string, { from, to }: SearchWindow): JsonObject {
  return { range: { [field]: { gte: from, lte: to, format: 'strict_date_optional_time' } } };
}
