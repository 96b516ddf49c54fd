import type { FieldTest, PlainTest } from './condition.js';
import type { Scalar } from './scalar.js';

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

/** The same for the tests that take their meaning from the type. */
export interface PlainDomain {
  candidates(test: PlainTest): readonly Scalar[];
  holds(test: PlainTest, value: Scalar): boolean;
  neighbours(test: PlainTest): readonly Scalar[];
  readonly hasCase: boolean;
  readonly fillers: readonly Scalar[];
}

/** The domain with all tests; those of other languages bring their own meaning. */
export function withChecks(plain: PlainDomain): Domain {
  const isValue = (value: Scalar): boolean => plain.holds({ kind: 'Exists' }, value);
  return {
    candidates: (test) =>
      test.kind === 'Check'
        ? test.candidates.filter((value) => isValue(value) && test.holds(value))
        : plain.candidates(test),
    holds: (test, value) => (test.kind === 'Check' ? test.holds(value) : plain.holds(test, value)),
    neighbours: (test) => (test.kind === 'Check' ? test.neighbours.filter(isValue) : plain.neighbours(test)),
    hasCase: plain.hasCase,
    fillers: plain.fillers,
  };
}
