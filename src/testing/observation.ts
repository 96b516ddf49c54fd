/**
 * What one test shows about the clauses of its rule: for each condition of the rule (in the order in which the rule's conditions are listed) what
 * its clauses were for the documents of the test. Plain data, so that it passes between threads.
 */
export interface Observation {
  readonly conditions: readonly (readonly ObservedRow[])[];
  /** Clauses that the engine refused when they were asked alone: key of the clause, then the engine's words. */
  readonly errors: readonly (readonly [string, string])[];
}

/** What the clauses of a condition were for one document, and what the run made of it. */
export interface ObservedRow {
  /** The id of the document, or a name for a group of documents. */
  readonly document: string;
  /** A letter for each clause of the condition: `1` true, `0` false, `?` neither; `-` for those that are made of others. */
  readonly truth: string;
  /** Whether it raised an alert, alone or with others. */
  readonly fired: boolean;
}
