import type { JsonObject, JsonValue } from '../values/json.js';
import type { RuleHistory } from './rule-history.js';

/** What a rule emits: the document that raised it, and what the rule found in it. */
export interface Alert {
  /** `_id` of the alert, a function of what it was raised by: equal in every run. */
  readonly id: string;
  /** The documents that the alert is made of, those of earlier alerts in between included. */
  readonly ancestors: readonly Ancestor[];
  /** The documents that the rule read: one, or those of a sequence; none for a group or an aggregated row. */
  readonly sources: readonly Ancestor[];
  /** The alert document: the source document with `kibana.alert.*` fields (dotted keys) added. */
  readonly document: JsonObject;
}

/** A document by its index and id. */
export interface Ancestor {
  readonly index: string;
  readonly id: string;
}

/** The outcome of one execution of a rule. */
export interface RuleRun {
  /** Alerts that the run created: not those that were there before. */
  readonly alerts: readonly Alert[];
  /** Earlier alerts that the run changed: more documents were suppressed into them. */
  readonly updated: readonly Alert[];
  /** What Kibana shows as a warning: the run did its work, perhaps not all of it. */
  readonly warnings: readonly string[];
  /** Why the run did not do its work. */
  readonly errors: readonly string[];
  /** What the next run wants to know. */
  readonly history: RuleHistory;
}

/** `kibana.alert.*` fields beside the rule's own. */
export type AlertFields = Readonly<Record<string, JsonValue>>;
