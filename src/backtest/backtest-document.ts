/** A document of the log. */
export interface BacktestDocument {
  readonly index: string;
  readonly id: string;
  /** The JSON of the document, numbers as they were written. */
  readonly text: string;
}
