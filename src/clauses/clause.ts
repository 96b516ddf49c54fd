import type { Range } from '../diagnostics/diagnostic.js';
import type { EqlEventFilter } from '../languages/eql/ast.js';
import type { Expression } from '../languages/esql/ast.js';
import type { KqlNode } from '../languages/kql/ast.js';
import type { JsonObject } from '../values/json.js';

/**
 * One clause of a condition, in a list where parents stand before their children and `id` is the place in the list.
 *
 * - `and`, `or`: of their children; a value list (`process.name: (a or b)`, `in (…)`) is one `or` whose values are tests.
 * - `not`: of its one child. `!=` is a test, `not in` a `not` over the list.
 * - `nested`: one object of the path satisfies its one child. Each clause below is true for a document that has an object of which it is
 *   true, be it another object for each.
 * - `test`: has no children.
 */
export interface Clause {
  readonly id: number;
  /** The clause that this one is a part of; absent for the root of a part. */
  readonly parent?: number;
  readonly children: readonly number[];
  readonly kind: ClauseKind;
  readonly part: ClausePart;
  /** The clause as its author wrote it: of a filter its JSON, of a value in a list the value alone. */
  readonly text: string;
  /** Where it stands in the text of the query (UTF-16 units); absent for filters, which are not part of it. */
  readonly range?: Range;
  /** The fields that it asks about, each once, in order; names with `*` as written, free text has none. */
  readonly fields: readonly string[];
  /** What a test wants of its fields, for messages: `aws`, `>= 5`; absent where only the text says it. */
  readonly wanted?: string;
  /** What an engine is asked to find the documents for which the clause is true. */
  readonly ask: ClauseAsk;
}

/** What a clause is: see {@link Clause}. */
export type ClauseKind = 'and' | 'or' | 'not' | 'nested' | 'test';

/**
 * The part of the rule that a clause is of. A document has to satisfy the roots of `query` and of each `filter` (the place in the rule's
 * `filters`); of a sequence or sample each `step` (counted from 1) wants an event of its own, and `until` none. Rules of machine learning
 * have no query: what they want of an `anomaly` are the parts. A `pipe` is a `WHERE` of ES|QL. The search
 * `window` of a run and each `exception` that applies to it are parts beside the condition: see `runClauses`.
 */
export type ClausePart =
  | { readonly kind: 'query' }
  | { readonly kind: 'filter'; readonly at: number }
  | { readonly kind: 'step'; readonly at: number; readonly missing: boolean }
  | { readonly kind: 'until' }
  | { readonly kind: 'anomaly' }
  | { readonly kind: 'pipe' }
  | { readonly kind: 'window' }
  | { readonly kind: 'exception'; readonly name: string };

/** A question that finds the documents for which a clause is true. */
export type ClauseAsk =
  | { readonly kind: 'kql'; readonly node: KqlNode }
  | { readonly kind: 'dsl'; readonly query: JsonObject }
  /** Of a `WHERE` of ES|QL: rows are asked, at their place in the pipeline; no document satisfies it by itself. */
  | { readonly kind: 'row'; readonly expression: Expression }
  | { readonly kind: 'eql'; readonly filter: EqlEventFilter; readonly eventCategoryField?: string };

/** True, false, or null: an EQL condition on a missing value is neither. */
export type Truth = boolean | null;

/** A clause before it has its number. */
export interface ClauseDraft {
  readonly kind: ClauseKind;
  readonly text: string;
  readonly range?: Range;
  readonly fields: readonly string[];
  readonly wanted?: string;
  readonly ask: ClauseAsk;
  readonly children: readonly ClauseDraft[];
}

/** A part of a rule before its clauses have their numbers. */
export interface DraftPart {
  readonly part: ClausePart;
  readonly root: ClauseDraft;
}

/** What one clause is for one document, with what the document has. */
export interface ClauseVerdict {
  readonly clause: Clause;
  /** How many clauses it is within. */
  readonly depth: number;
  readonly truth: Truth;
  /** `all of`, `any of`, `not`, or the text of a test or of a list of values. */
  readonly text: string;
  /** The values of its fields, as a message shows them; tests and lists have them. */
  readonly values: readonly { readonly field: string; readonly shown: string }[];
}
