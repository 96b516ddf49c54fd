import { printable } from '../diagnostics/printable.js';
import { reportConcise } from '../diagnostics/reporters/concise.js';
import { reportGithub } from '../diagnostics/reporters/github.js';
import { workflowCommand } from '../diagnostics/reporters/workflow-command.js';
import { failureLines, isFailure, placedResults } from './tested-file.js';
import type { TestRun } from './tested-file.js';

/** One line for each failed test, as editors and grep read it: `file:line:column: failed: name: what`; none where all is well. */
export function testsConcise(run: TestRun): string {
  const lines = placedResults(run)
    .filter(isFailure)
    .map((result) => {
      const { file, line, column, name } = result;
      const [what = '', ...more] =
        result.status === 'failed' ? result.failures.map((failure) => failure.what) : failureLines(result);
      const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
      return `${printable(file)}:${line}:${column}: failed: ${oneLine(name)}: ${oneLine(what)}${others}\n`;
    });
  return reportConcise(run.diagnostics, run.texts) + lines.join('');
}

/**
 * Failed tests as annotations of GitHub Actions, on the line of the test; tests that did not run as notices.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function testsGithub(run: TestRun): string {
  const lines = placedResults(run).flatMap((result) => {
    const { file, line, column, name, skipped } = result;
    const place = { file, line, endLine: line, col: column };
    if (isFailure(result))
      return [workflowCommand('error', { ...place, title: `failed: ${name}` }, failureLines(result).join('\n'))];
    return skipped === undefined ? [] : [workflowCommand('notice', { ...place, title: `not run: ${name}` }, skipped)];
  });
  return reportGithub(run.diagnostics, run.texts) + lines.join('');
}

function oneLine(text: string): string {
  return printable(text.replace(/\s*(?:\r\n|\n)\s*/gu, ' '));
}
