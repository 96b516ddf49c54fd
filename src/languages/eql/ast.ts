import type { Range } from '../../diagnostics/diagnostic.js';

/**
 * An EQL query as Elasticsearch 8.19 reads it: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-syntax.html
 * Brackets around expressions leave no node of their own.
 */
export interface EqlQuery {
  readonly kind: 'Query';
  readonly source: EqlSource;
  readonly pipes: readonly EqlPipe[];
  readonly range: Range;
}

/** What a query looks for: single events, events in an order, or events that share join keys. */
export type EqlSource = EqlEventFilter | EqlSequence | EqlSample;

/** `category where condition`; the category is null for `any`. */
export interface EqlEventFilter {
  readonly kind: 'EventFilter';
  readonly category: string | null;
  readonly condition: EqlExpression;
  readonly range: Range;
}

/** `sequence by … with maxspan=… […] […] until […]`; `until` is null where there is none. */
export interface EqlSequence {
  readonly kind: 'Sequence';
  readonly by: readonly EqlField[];
  readonly maxspan: EqlTimeSpan | null;
  readonly steps: readonly EqlStep[];
  readonly until: EqlStep | null;
  readonly range: Range;
}

/** `sample by … […] […]`. */
export interface EqlSample {
  readonly kind: 'Sample';
  readonly by: readonly EqlField[];
  readonly steps: readonly EqlStep[];
  readonly range: Range;
}

/** `[filter] by … with runs=n`, or `![filter]` for an event that must be missing; `runs` is null where it is not said. */
export interface EqlStep {
  readonly kind: 'Step';
  readonly missing: boolean;
  readonly filter: EqlEventFilter;
  readonly by: readonly EqlField[];
  readonly runs: number | null;
  readonly range: Range;
}

/** Units of `maxspan`. */
export type EqlTimeUnit = 'ms' | 's' | 'm' | 'h' | 'd';

/** A positive number of whole units. */
export interface EqlTimeSpan {
  readonly kind: 'TimeSpan';
  readonly count: number;
  readonly unit: EqlTimeUnit;
  readonly range: Range;
}

/** `| head n` or `| tail n`. */
export interface EqlPipe {
  readonly kind: 'Pipe';
  readonly name: 'head' | 'tail';
  readonly count: number;
  readonly range: Range;
}

/** An expression; conditions are expressions of boolean type. */
export type EqlExpression =
  | EqlAnd
  | EqlOr
  | EqlNot
  | EqlComparison
  | EqlIn
  | EqlMatch
  | EqlArithmetic
  | EqlNegation
  | EqlCall
  | EqlField
  | EqlLiteral;

/** Constants. */
export type EqlLiteral = EqlStringLiteral | EqlIntegerLiteral | EqlDecimalLiteral | EqlBooleanLiteral | EqlNullLiteral;

/** All clauses hold; two or more. */
export interface EqlAnd {
  readonly kind: 'And';
  readonly clauses: readonly EqlExpression[];
  readonly range: Range;
}

/** At least one clause holds; two or more. */
export interface EqlOr {
  readonly kind: 'Or';
  readonly clauses: readonly EqlExpression[];
  readonly range: Range;
}

/** `not clause`. */
export interface EqlNot {
  readonly kind: 'Not';
  readonly clause: EqlExpression;
  readonly range: Range;
}

/** The operators of {@link EqlComparison}. */
export type EqlComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** `left == right` and its kin: exact case, no wildcards. */
export interface EqlComparison {
  readonly kind: 'Comparison';
  readonly operator: EqlComparisonOperator;
  readonly left: EqlExpression;
  readonly right: EqlExpression;
  readonly range: Range;
}

/** `value in (…)`; `~` ignores case, `not in` negates. */
export interface EqlIn {
  readonly kind: 'In';
  readonly value: EqlExpression;
  readonly items: readonly EqlExpression[];
  readonly insensitive: boolean;
  readonly negated: boolean;
  readonly range: Range;
}

/** The operators of {@link EqlMatch}. */
export type EqlMatchOperator = ':' | 'like' | 'like~' | 'regex' | 'regex~';

/** `value : pattern`, `like`, `regex`; several patterns stand in brackets and mean any of them. */
export interface EqlMatch {
  readonly kind: 'Match';
  readonly operator: EqlMatchOperator;
  readonly value: EqlExpression;
  readonly patterns: readonly EqlLiteral[];
  readonly range: Range;
}

/** The operators of {@link EqlArithmetic}. */
export type EqlArithmeticOperator = '+' | '-' | '*' | '/' | '%';

/** `left + right` and its kin. */
export interface EqlArithmetic {
  readonly kind: 'Arithmetic';
  readonly operator: EqlArithmeticOperator;
  readonly left: EqlExpression;
  readonly right: EqlExpression;
  readonly range: Range;
}

/** `-value`. */
export interface EqlNegation {
  readonly kind: 'Negation';
  readonly value: EqlExpression;
  readonly range: Range;
}

/** `name(…)`, or `name~(…)`, which ignores case; the name is as written, without the tilde. */
export interface EqlCall {
  readonly kind: 'Call';
  readonly name: string;
  readonly insensitive: boolean;
  readonly arguments: readonly EqlExpression[];
  readonly range: Range;
}

/** A field by its full name, without the backquotes it may be written in; `?name` is optional. */
export interface EqlField {
  readonly kind: 'Field';
  readonly name: string;
  readonly optional: boolean;
  readonly range: Range;
}

/** A string, with its escapes resolved. */
export interface EqlStringLiteral {
  readonly kind: 'String';
  readonly value: string;
  readonly range: Range;
}

/** A whole number of at most 64 bits with sign. */
export interface EqlIntegerLiteral {
  readonly kind: 'Integer';
  readonly value: bigint;
  readonly range: Range;
}

/** A number with a fraction or an exponent, or one too large for 64 bits. */
export interface EqlDecimalLiteral {
  readonly kind: 'Decimal';
  readonly value: number;
  readonly range: Range;
}

/** `true` or `false`. */
export interface EqlBooleanLiteral {
  readonly kind: 'Boolean';
  readonly value: boolean;
  readonly range: Range;
}

/** `null`. */
export interface EqlNullLiteral {
  readonly kind: 'Null';
  readonly range: Range;
}
