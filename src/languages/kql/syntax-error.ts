import type { Finding } from '../../diagnostics/diagnostic.js';

/** Carries the finding out of the recursive descent; never leaves `parseKql`. */
export class KqlSyntaxError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.what);
    this.name = 'KqlSyntaxError';
    this.finding = finding;
  }
}

/** Names of the syntax errors of KQL. */
export type KqlErrorName =
  | 'unexpected-text'
  | 'missing-value'
  | 'missing-clause'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'bad-escape'
  | 'keyword-in-value'
  | 'too-deep';

/** Stops parsing with an error at `start`; `why` says how Kibana reads the place, `fix` what to write. */
export function fail(name: KqlErrorName, start: number, end: number, what: string, why: string, fix: string): never {
  throw new KqlSyntaxError({ code: `kql/${name}`, severity: 'error', what, why, fix, range: { start, end } });
}
