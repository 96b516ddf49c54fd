import type { Range } from '../../diagnostics/diagnostic.js';

/** Kinds of token: words that are not keywords are `identifier`, backquoted ones `quoted`. */
export type EqlTokenKind =
  'identifier' | 'quoted' | 'tilde' | 'keyword' | 'string' | 'integer' | 'decimal' | 'operator' | 'end';

/** One token: `text` as written; `value` is the meaning of strings, of backquoted names, and of names before a tilde. */
export interface EqlToken {
  readonly kind: EqlTokenKind;
  readonly text: string;
  readonly value: string;
  readonly range: Range;
}

/** Words that cannot be field names or categories without quotes; their case counts. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'any',
  'by',
  'false',
  'in',
  'join',
  'like',
  'maxspan',
  'not',
  'null',
  'of',
  'or',
  'regex',
  'sample',
  'sequence',
  'true',
  'until',
  'where',
  'with',
]);

/** Operators with a tilde, which belong to the word without space between. */
export const TILDE_KEYWORDS: ReadonlySet<string> = new Set(['in~', 'like~', 'regex~']);

/** Operators and brackets, longest first. */
export const OPERATORS: readonly string[] = [
  '![',
  '==',
  '!=',
  '<=',
  '>=',
  ':',
  '=',
  '<',
  '>',
  '+',
  '-',
  '*',
  '/',
  '%',
  '.',
  ',',
  '[',
  ']',
  '(',
  ')',
  '|',
  '?',
];
