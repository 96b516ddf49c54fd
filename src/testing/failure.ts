/** One expectation that did not hold, in a sentence, with the details a reader needs below it. */
export interface Failure {
  readonly what: string;
  readonly details: readonly string[];
}
