import { jsonReport } from '../diagnostics/reporters/json.js';
import { junitSuites } from '../diagnostics/reporters/junit-suites.js';
import type { JunitCase } from '../diagnostics/reporters/junit-suites.js';
import { failureLines, isFailure, placedResults } from './tested-file.js';
import type { PlacedResult, TestRun } from './tested-file.js';

/**
 * A run as JUnit report: a suite for each test file; tests that did not run, and those that fail as announced (`todo: …`), are skipped cases.
 * What is wrong beside failed tests is a suite of its own, `dragnet`.
 */
export function testsJunit(run: TestRun): string {
  const found = jsonReport(run.diagnostics, run.texts).diagnostics.map(
    ({ file, line, column, code, what, why, fix }): JunitCase => ({
      name: `${code} at ${file}:${line}:${column}`,
      className: file,
      file,
      line,
      failure: { message: what, type: code, text: [`${file}:${line}:${column}`, what, why, fix].join('\n') },
    }),
  );
  return junitSuites('dragnet test', [
    ...run.files.map((tested) => ({ name: tested.file, cases: placedResults({ files: [tested] }).map(toCase) })),
    ...(found.length === 0 ? [] : [{ name: 'dragnet', cases: found }]),
  ]);
}

function toCase(result: PlacedResult): JunitCase {
  const { file, name, line, column, duration, warnings, todo, skipped, status } = result;
  const lines = failureLines(result);
  const why = status === 'todo' ? `todo: ${todo ?? ''}` : skipped;
  return {
    name,
    className: result.subject,
    file,
    line,
    seconds: duration / 1000,
    ...(isFailure(result)
      ? { failure: { message: lines[0] ?? '', type: status, text: [`${file}:${line}:${column}`, ...lines].join('\n') } }
      : {}),
    ...(why === undefined ? {} : { skipped: why }),
    ...(warnings.length === 0 ? {} : { output: warnings.join('\n') }),
  };
}
