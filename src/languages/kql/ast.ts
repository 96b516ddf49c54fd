import type { Range } from '../../diagnostics/diagnostic.js';

/**
 * A KQL query as Kibana reads it: https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql
 * `And` and `Or` have two or more clauses; brackets leave no node of their own.
 */
export type KqlNode = KqlMatchAll | KqlAnd | KqlOr | KqlNot | KqlMatch | KqlRange | KqlExists | KqlNested | KqlFreeText;

/** What stands after `field:`: one value, or a list of values joined by `and`, `or` and `not`. */
export type KqlValue = KqlTerm | KqlValueAnd | KqlValueOr | KqlValueNot;

/** A single value, or a field name. */
export type KqlTerm = KqlLiteral | KqlWildcard;

/** The empty query, which every document satisfies. */
export interface KqlMatchAll {
  readonly kind: 'MatchAll';
  readonly range: Range;
}

/** All clauses hold. */
export interface KqlAnd {
  readonly kind: 'And';
  readonly clauses: readonly KqlNode[];
  readonly range: Range;
}

/** At least one clause holds. */
export interface KqlOr {
  readonly kind: 'Or';
  readonly clauses: readonly KqlNode[];
  readonly range: Range;
}

/** The clause does not hold; true for documents that lack the field. */
export interface KqlNot {
  readonly kind: 'Not';
  readonly clause: KqlNode;
  readonly range: Range;
}

/** `field: value` or `field: (list)`. */
export interface KqlMatch {
  readonly kind: 'Match';
  readonly field: KqlTerm;
  readonly value: KqlValue;
  readonly range: Range;
}

/** The operators of {@link KqlRange}, by the names that the `range` query of Elasticsearch gives them. */
export type KqlRangeOperator = 'gt' | 'gte' | 'lt' | 'lte';

/** `field > value` and its kin. */
export interface KqlRange {
  readonly kind: 'Range';
  readonly field: KqlTerm;
  readonly operator: KqlRangeOperator;
  readonly value: KqlTerm;
  readonly range: Range;
}

/** `field: *`: the field has a value. */
export interface KqlExists {
  readonly kind: 'Exists';
  readonly field: KqlTerm;
  readonly range: Range;
}

/** `path: { clause }`: one nested document satisfies the whole clause; its fields are relative to the path. */
export interface KqlNested {
  readonly kind: 'Nested';
  readonly path: KqlTerm;
  readonly clause: KqlNode;
  readonly range: Range;
}

/** A value without a field: any field holds it. */
export interface KqlFreeText {
  readonly kind: 'FreeText';
  readonly value: KqlTerm;
  readonly range: Range;
}

/** A value without wildcards; unquoted `true`, `false` and `null` are not strings, numbers are. */
export interface KqlLiteral {
  readonly kind: 'Literal';
  readonly value: string | boolean | null;
  readonly quoted: boolean;
  readonly range: Range;
}

/** An unquoted value with `*`; the parts are the literal texts between the stars (`a*` has the parts `a` and ``). */
export interface KqlWildcard {
  readonly kind: 'Wildcard';
  readonly parts: readonly string[];
  readonly range: Range;
}

/** `(a and b)` after a field. */
export interface KqlValueAnd {
  readonly kind: 'ValueAnd';
  readonly values: readonly KqlValue[];
  readonly range: Range;
}

/** `(a or b)` after a field. */
export interface KqlValueOr {
  readonly kind: 'ValueOr';
  readonly values: readonly KqlValue[];
  readonly range: Range;
}

/** `(not a)` after a field. */
export interface KqlValueNot {
  readonly kind: 'ValueNot';
  readonly value: KqlValue;
  readonly range: Range;
}

/** Whether the term is a single `*`: "exists" as a value, "every field" as a field name. */
export function isLoneWildcard(term: KqlTerm): boolean {
  return term.kind === 'Wildcard' && term.parts.length === 2 && term.parts.every((part) => part === '');
}

/** The text of a term with its stars, unescaped: for messages, and for literals used as field names. */
export function termText(term: KqlTerm): string {
  return term.kind === 'Wildcard' ? term.parts.join('*') : String(term.value);
}
