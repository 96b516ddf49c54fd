import type { JsonValue } from '../values/json.js';

/** One expectation that did not hold, in a sentence, with the details a reader needs below it. */
export interface Failure {
  readonly what: string;
  /** Lines for people; those that start with `- ` were expected, those with `+ ` came. Bounded: the last one says how many are left out. */
  readonly details: readonly string[];
  /** The same as data, all of it; absent where nothing was compared. */
  readonly differences?: readonly Difference[];
  /** Of documents that raised no alert though expected to, why: those that the details tell of. */
  readonly reasons?: readonly SilentDocument[];
}

/** Why a document raised no alert. */
export interface SilentDocument {
  readonly document: string;
  /** The stage of the rule at which it stops: `query`, `window`, `exception` …; `error` where the rule failed. */
  readonly stage: string;
  readonly what: string;
  /** Lines with its own values. */
  readonly details: readonly string[];
  /** The clause that is not as it should be, where it is about one. */
  readonly clause?: string;
}

/**
 * One difference between what a test expects and what came.
 *
 * - `missing`: expected, and not there; `unexpected`: there, and not expected;
 * - `value`: another value; `type`: a value of another JSON type (`"5"` and `5`);
 * - `count`: another number of alerts, rows or documents;
 * - `order`: the same things in another order.
 */
export interface Difference {
  readonly kind: 'missing' | 'unexpected' | 'value' | 'type' | 'count' | 'order';
  /** Where in `expect`: `matched`, `alert[0].fields.process.name`, `sequences[1]`, `groups[0].count`, `rows[2].user`. */
  readonly path: string;
  /** Absent where nothing was expected; integers beyond 2^53 are text. */
  readonly expected?: JsonValue;
  /** Absent where nothing came; integers beyond 2^53 are text. */
  readonly actual?: JsonValue;
}
