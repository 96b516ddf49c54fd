import type { JsonValue } from '../values/json.js';

/** What a rule remembers from run to run, beside its alerts; Kibana keeps it as the rule's state. */
export interface RuleHistory {
  /** When the last run started, ISO 8601: longer ago than the window reaches is a gap. Absent: there was none. */
  readonly startedAt?: string;
  /** Threshold rules: the newest document that each group was alerted for. */
  readonly thresholdGroups?: readonly ThresholdGroup[];
  /** Query rules with suppression: up to when each group was counted. */
  readonly suppressionGroups?: readonly SuppressionGroup[];
}

/** A group of a threshold rule that raised an alert. */
export interface ThresholdGroup {
  readonly terms: readonly Term[];
  /** Milliseconds since 1970. */
  readonly lastTime: number;
}

/** A group of suppressed alerts. */
export interface SuppressionGroup {
  readonly terms: readonly Term[];
  /** ISO 8601, included. */
  readonly end: string;
}

/** A field and its value; null where the documents of a group lack it. */
export interface Term {
  readonly field: string;
  readonly value: JsonValue;
}
