import type { ClauseAsk } from './clause.js';

/** A document by its index and id. */
export interface DocumentRef {
  readonly index: string;
  readonly id: string;
}

/** Some of the documents, by their places in the list of all. */
export interface DocumentSet {
  has(document: number): boolean;
}

/** Answers what clauses ask, over the documents of some indices. */
export interface Asker {
  readonly documents: readonly DocumentRef[];
  documentAt(index: string, id: string): number | undefined;
  /** The documents for which the answer is yes; rejects with a `ClusterError` where the cluster refuses. */
  find(ask: ClauseAsk): Promise<DocumentSet>;
}
