import type { Range } from '../diagnostics/diagnostic.js';
import type { DocumentRef } from './asker.js';
import type { Clause, ClauseVerdict } from './clause.js';

/** Why a document raised no alert, or that it did. */
export interface Explanation {
  readonly document: DocumentRef;
  /** `fired`: an alert stands for it; `silent`: none does, and `reason` says why. */
  readonly outcome: 'fired' | 'silent';
  readonly reason?: Reason;
  /** What each clause is for it, for the documents that have details; ES|QL has none. */
  readonly clauses?: readonly ClauseVerdict[];
}

/** What keeps a document from raising an alert: the first of the stages of a rule that it does not pass. */
export interface Reason {
  readonly stage: Stage;
  /** One line that is the same for all documents with this reason: `process.name: aws is false`. */
  readonly what: string;
  /** Lines with the document's own values: `process.name` is `aws.exe` (keyword), wanted `aws`. */
  readonly details: readonly string[];
  /** The place in the query (UTF-16 units), where it is about one. */
  readonly range?: Range;
  /** The clause, where it is about one. */
  readonly clause?: Clause;
}

/** The stages of a rule, in the order in which they are looked at. */
export type Stage =
  | 'error'
  | 'index'
  | 'query'
  | 'filter'
  | 'anomaly'
  | 'window'
  | 'sequence'
  | 'pipe'
  | 'exception'
  | 'threshold'
  | 'new-terms'
  | 'threat-match'
  | 'duplicate'
  | 'suppression'
  | 'max-signals'
  | 'unknown';

/** What is said of a rule and documents. */
export interface RuleExplanation {
  readonly explanations: readonly Explanation[];
  readonly alerts: number;
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}
