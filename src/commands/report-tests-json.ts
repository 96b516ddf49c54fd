import { coverageJson } from '../coverage/coverage-report.js';
import { jsonReport } from '../diagnostics/reporters/json.js';
import { countTests } from './report-tests.js';
import { placedResults } from './tested-file.js';
import type { TestRun } from './tested-file.js';

/** The results as data: what `--reporter json` prints, and `dragnet check --format json` has as `tests`. docs/testing.md explains each key. */
export function testsJson(run: Pick<TestRun, 'files'> & Partial<TestRun>): object {
  const results = placedResults(run);
  const duration = results.reduce((sum, result) => sum + result.duration, 0);
  return {
    summary: {
      ...countTests(results),
      ...(run.notRun === undefined ? {} : { notRun: run.notRun }),
      duration: Math.round(duration * 10) / 10,
    },
    ...(run.diagnostics === undefined
      ? {}
      : { diagnostics: jsonReport(run.diagnostics, run.texts ?? new Map<string, string>()).diagnostics }),
    ...(run.coverage ? { coverage: coverageJson(run.coverage.files) } : {}),
    tests: results.map(
      ({ file, subject, name, line, column, status, duration: took, failures, warnings, todo, skipped }) => ({
        file,
        line,
        column,
        definition: subject,
        name,
        status,
        duration: took,
        failures,
        warnings,
        ...(todo === undefined ? {} : { todo }),
        ...(skipped === undefined ? {} : { skipped }),
      }),
    ),
  };
}
