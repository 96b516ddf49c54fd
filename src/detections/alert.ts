import type { JsonObject, JsonValue } from '../values/json.js';

/** What a rule emits: the document that raised it, and what the rule found in it. */
export interface Alert {
  /** The documents that the alert is made of. */
  readonly ancestors: readonly Ancestor[];
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
  readonly alerts: readonly Alert[];
  /** What Kibana shows as a warning: the run did its work, perhaps not all of it. */
  readonly warnings: readonly string[];
  /** Why the run did not do its work. */
  readonly errors: readonly string[];
}

/** `kibana.alert.*` fields beside the rule's own. */
export type AlertFields = Readonly<Record<string, JsonValue>>;
