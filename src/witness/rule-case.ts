import type { JsonObject } from '../values/json.js';

/** Documents for one test of a rule. */
export interface RuleCase {
  /** Says what is special about the documents: `stays silent when process.name differs`. */
  readonly name: string;
  /** Whether the rule raises an alert. */
  readonly fires: boolean;
  readonly events: readonly JsonObject[];
  /** Documents from before the window of the run. */
  readonly history: readonly JsonObject[];
  /** Documents of the indicator indices. */
  readonly indicators: readonly JsonObject[];
  /** Records of machine learning jobs. */
  readonly anomalies: readonly JsonObject[];
}

/** What was made for a rule; `none` says why there is no case, where there is none. */
export interface RuleWitness {
  readonly cases: readonly RuleCase[];
  readonly none?: string;
}

/** A case with events alone. */
export function eventCase(name: string, fires: boolean, events: readonly JsonObject[]): RuleCase {
  return { name, fires, events, history: [], indicators: [], anomalies: [] };
}
