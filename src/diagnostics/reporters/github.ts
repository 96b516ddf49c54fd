import type { Diagnostic, Severity } from '../diagnostic.js';
import { jsonReport } from './json.js';
import type { Sources } from './sources.js';
import { workflowCommand } from './workflow-command.js';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/**
 * The diagnostics as workflow commands of GitHub Actions, which shows them beside the changed lines.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function reportGithub(diagnostics: readonly Diagnostic[], sources: Sources): string {
  return jsonReport(diagnostics, sources)
    .diagnostics.map(({ severity, code, what, why, fix, file, line, column, endLine, endColumn }) =>
      workflowCommand(
        COMMANDS[severity],
        {
          file,
          line,
          endLine,
          // Columns say something only within one line.
          ...(endLine === line ? { col: column, endColumn } : {}),
          title: code,
        },
        [what, why, fix].join('\n'),
      ),
    )
    .join('');
}
