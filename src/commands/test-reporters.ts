import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { testsJson } from './report-tests-json.js';
import { testsJunit } from './report-tests-junit.js';
import { testsConcise, testsGithub } from './report-tests-lines.js';
import { reportTests } from './report-tests.js';
import type { TestRun } from './tested-file.js';

/** The forms that test runs are reported in. */
export const TEST_FORMATS = ['pretty', 'concise', 'json', 'junit', 'github'] as const;

/** One of {@link TEST_FORMATS}. */
export type TestFormat = (typeof TEST_FORMATS)[number];

/** A run in a form: text that ends with a line feed, or none where there is nothing to say. */
export function printTests(
  format: TestFormat,
  run: TestRun,
  options: { readonly colour: boolean; readonly verbose: boolean },
): string {
  switch (format) {
    case 'pretty': {
      const told = new Set<string>();
      const problems = run.diagnostics.length === 0 ? '' : `${reportPretty(run.diagnostics, run.texts)}\n`;
      return (
        problems +
        run.files.map(({ file, results, place }) => reportTests(file, results, place, { ...options, told })).join('')
      );
    }
    case 'concise':
      return testsConcise(run);
    case 'json':
      return `${JSON.stringify({ version: 1, ...(run.interrupted ? { interrupted: true } : {}), ...testsJson(run) }, null, 2)}\n`;
    case 'junit':
      return testsJunit(run);
    case 'github':
      return testsGithub(run);
  }
}
