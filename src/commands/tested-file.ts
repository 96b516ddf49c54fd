import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TestResult } from '../testing/run-tests.js';
import type { CoverageResult } from '../coverage/coverage-report.js';
import type { Place } from './report-tests.js';

/** The results of one test file. */
export interface TestedFile {
  readonly file: string;
  readonly results: readonly TestResult[];
  /** Where a test stands. */
  readonly place: (result: TestResult) => Place | undefined;
}

/** A whole run, as reports tell it. */
export interface TestRun {
  /** In the order of their paths; tests in the order of the file. */
  readonly files: readonly TestedFile[];
  /** What is wrong beside failed tests: definitions that do not load, marks and counts that are refused. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the files that diagnostics point into. */
  readonly texts: ReadonlyMap<string, string>;
  /** Selected tests that did not run: after `--bail`, or Ctrl-C. */
  readonly notRun: number;
  readonly interrupted: boolean;
  /** Which clauses of the rules the tests cover, where that was asked for. */
  readonly coverage?: CoverageResult;
}

/** A test with the place of its name; line and column 1 where that is not known. */
export interface PlacedResult extends TestResult, Place {}

/** All results of a run, with places. */
export function placedResults({ files }: Pick<TestRun, 'files'>): readonly PlacedResult[] {
  return files.flatMap(({ results, place }) =>
    results.map((result) => ({ ...result, ...(place(result) ?? { line: 1, column: 1 }) })),
  );
}

/** What is to be said of a test that does not count as passed, line by line: the failures with their details, or the mark that is out of date. */
export function failureLines({ status, todo, failures }: TestResult): readonly string[] {
  if (status === 'unexpected') return [`passes now, though marked todo (${todo ?? ''}). Take the mark away.`];
  return failures.flatMap(({ what, details }) => [what, ...details.map((detail) => `  ${detail}`)]);
}

/** Whether a test makes the run fail. */
export function isFailure({ status }: Pick<TestResult, 'status'>): boolean {
  return status === 'failed' || status === 'unexpected';
}
