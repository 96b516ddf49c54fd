import type { Scalar } from './scalar.js';
import type { TextMachine } from './text-machine.js';

/** What a query asks of documents, in terms that all query languages share. Conditions are two-valued: a missing field fails its tests. */
export type Condition =
  | { readonly kind: 'All' | 'Any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'Not'; readonly part: Condition }
  /** One nested document satisfies the whole part, whose fields are named in full. */
  | { readonly kind: 'Within'; readonly path: string; readonly part: Condition }
  | FieldCondition
  | Relation
  /** Some field, whichever it is, passes the test. */
  | { readonly kind: 'Anywhere'; readonly test: FieldTest }
  | { readonly kind: 'Constant'; readonly value: boolean }
  /** A part of the query that its author would call one condition; near misses fail one of these. */
  | Clause;

/** A field has a value that passes the test. */
export interface FieldCondition {
  readonly kind: 'Field';
  readonly field: string;
  readonly test: FieldTest;
}

/** Fields, each with a value, that pass a test together: `user.name != process.owner`. */
export interface Relation {
  readonly kind: 'Relation';
  readonly fields: readonly string[];
  /** The values are in the order of `fields`; any choice of one value for each may pass. */
  readonly holds: (values: readonly Scalar[]) => boolean;
}

/** A named part of a query: `start` and `end` are UTF-16 offsets into its text. */
export interface Clause {
  readonly kind: 'Clause';
  readonly part: Condition;
  readonly start: number;
  readonly end: number;
}

/** A test of one value. */
export type FieldTest = PlainTest | CheckTest;

/** Any other test of one value, by a language of its own. */
export interface CheckTest {
  readonly kind: 'Check';
  readonly holds: (value: Scalar) => boolean;
  /** Values that may pass, the plainest first. */
  readonly candidates: readonly Scalar[];
  /** Other values, close to those that pass: what a near miss has. */
  readonly neighbours: readonly Scalar[];
  /** For texts: what reads those that pass, so that one can be found that passes several tests. */
  readonly machine?: () => TextMachine | undefined;
}

/** A test that the type of the field gives its meaning; texts are as the query writes them. */
export type PlainTest =
  | { readonly kind: 'Exists' }
  /** `isPhrase`: all words of a text field in order, not just one of them. */
  | { readonly kind: 'Equals'; readonly value: string; readonly isPhrase: boolean }
  /** The literal texts between the stars of a pattern. */
  | { readonly kind: 'Like'; readonly parts: readonly string[] }
  | { readonly kind: 'Bound'; readonly operator: 'gt' | 'gte' | 'lt' | 'lte'; readonly value: string };

/** All clauses, outer ones first. */
export function clausesOf(condition: Condition): readonly Clause[] {
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.parts.flatMap(clausesOf);
    case 'Not':
    case 'Within':
      return clausesOf(condition.part);
    case 'Clause':
      return [condition, ...clausesOf(condition.part)];
    default:
      return [];
  }
}

/** All tests that help to satisfy the condition; those that it negates do not. */
export function positiveTests(condition: Condition, isPositive = true): readonly Condition[] {
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.parts.flatMap((part) => positiveTests(part, isPositive));
    case 'Not':
      return positiveTests(condition.part, !isPositive);
    case 'Within':
    case 'Clause':
      return positiveTests(condition.part, isPositive);
    case 'Field':
    case 'Relation':
    case 'Anywhere':
      return isPositive ? [condition] : [];
    case 'Constant':
      return [];
  }
}
