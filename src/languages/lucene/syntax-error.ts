import type { Finding } from '../../diagnostics/diagnostic.js';

/** Carries the finding out of the recursive descent; never leaves `parseLucene`. */
export class LuceneSyntaxError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.what);
    this.name = 'LuceneSyntaxError';
    this.finding = finding;
  }
}

/** Names of the syntax errors of Lucene queries. */
export type LuceneErrorName =
  | 'unexpected-text'
  | 'missing-clause'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'unclosed-regexp'
  | 'bad-escape'
  | 'bad-boost'
  | 'bad-range'
  | 'too-deep';

/** Stops parsing with an error from `start` to `end`. */
export function fail(name: LuceneErrorName, start: number, end: number, what: string, why: string, fix: string): never {
  throw new LuceneSyntaxError({ code: `lucene/${name}`, severity: 'error', what, why, fix, range: { start, end } });
}
