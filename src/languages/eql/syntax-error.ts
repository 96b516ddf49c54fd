import type { Finding, Range } from '../../diagnostics/diagnostic.js';

/** Carries a finding out of the parser; never leaves the `eql` folder. */
export class EqlSyntaxError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.what);
    this.finding = finding;
  }
}

/** Stops parsing with an error finding at a range. */
export function fail(name: string, range: Range, what: string, why: string, fix: string): never {
  throw new EqlSyntaxError({ code: `eql/${name}`, severity: 'error', range, what, why, fix });
}
