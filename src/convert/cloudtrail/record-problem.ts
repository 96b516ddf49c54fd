/** What is wrong with a record, why it matters, and what to do. */
export interface RecordProblem {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}
