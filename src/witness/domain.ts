import type { FieldTest } from './condition.js';

/** A value of a document. */
export type Scalar = string | number | bigint | boolean;

/** What is known of the values of one type of field. */
export interface Domain {
  /** Values that pass the test, the plainest first; none if no value can. */
  candidates(test: FieldTest): readonly Scalar[];
  /** Whether a value passes the test. */
  holds(test: FieldTest, value: Scalar): boolean;
  /** Other values close to one that the test names: what a near miss has. */
  neighbours(test: FieldTest): readonly Scalar[];
  /** Whether values may be written in another case and stay values of the type. */
  readonly hasCase: boolean;
  /** Values without any meaning, for fields that only have to exist. */
  readonly fillers: readonly Scalar[];
}
