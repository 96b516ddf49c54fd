import type { JsonValue } from '../values/json.js';

/** One expectation that did not hold, in a sentence, with the details a reader needs below it. */
export interface Failure {
  readonly what: string;
  /** Lines for people; those that start with `- ` were expected, those with `+ ` came. Bounded: the last one says how many are left out. */
  readonly details: readonly string[];
  /** The same as data, all of it; absent where nothing was compared. */
  readonly differences?: readonly Difference[];
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
