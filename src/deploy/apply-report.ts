import type { ObjectKind } from './kibana.js';
import type { ActionName } from './plan.js';

/**
 * What became of an action. `done`: written, read back and equal; `already`: Kibana had it so, from a run before; `differs`: written, but Kibana stores
 * something else; `moved`: somebody changed the object since the plan, nothing was written; `failed`: refused; `skipped`: not tried, for the reason told.
 */
export type Outcome = 'done' | 'already' | 'differs' | 'moved' | 'failed' | 'skipped';

/** One action and what became of it. */
export interface ObjectResult {
  readonly key: string;
  readonly kind: ObjectKind;
  readonly action: ActionName;
  /** For people; it may come from Kibana, so print it through `printable`. */
  readonly name: string;
  readonly file?: string;
  readonly outcome: Outcome;
  /** Why it is not done, in sentences; absent where it is. */
  readonly message?: string;
}

/** Why nothing at all was written. */
export interface ApplyRefusal {
  readonly reason: 'moved' | 'too-many-deletes' | 'secrets' | 'other-target';
  /** What, why and how to go on, in sentences. */
  readonly message: string;
  /** The objects that it is about, by key; of secrets the variables. */
  readonly about: readonly string[];
}

/** What a run did: one result an action, in the order of the plan. */
export interface ApplyReport {
  readonly refused?: ApplyRefusal;
  readonly results: readonly ObjectResult[];
  /** Why a run ended before its plan did: no answer any more, wrong credentials, an interruption. Running it again goes on from there. */
  readonly stopped?: { readonly reason: 'interrupted' | 'error'; readonly message: string };
}

/** Whether all that a plan says stands in Kibana now. */
export function isApplied({ refused, stopped, results }: ApplyReport): boolean {
  return (
    refused === undefined &&
    stopped === undefined &&
    results.every(({ outcome }) => outcome === 'done' || outcome === 'already')
  );
}
