import type { Finding } from '../diagnostics/diagnostic.js';
import type { Analysis } from '../languages/esql/analysis/analyse.js';
import { commandName } from '../languages/esql/analysis/session.js';
import type { EsqlQuery, ProcessingCommand } from '../languages/esql/ast.js';

/** A finding about a column that an earlier command took away, with that command named; other findings as they are. */
export function withLoss(
  finding: Finding,
  tree: EsqlQuery,
  columns: Analysis['columns'],
  isField: (name: string) => boolean,
): Finding {
  if (finding.code !== 'esql/unknown-column' || !finding.what.startsWith('Unknown column [')) return finding;
  const name = tree.text.slice(finding.range.start, finding.range.end).replaceAll('`', '');
  const used = tree.commands.findIndex(
    ({ range }) => range.start <= finding.range.start && finding.range.end <= range.end,
  );
  const last = columns.slice(0, used + 1).findLastIndex((stage) => stage.some((column) => column.name === name));
  // A field that is named only later is not among the columns at first.
  const lost = last < 0 && isField(name) ? tree.commands.findIndex(leavesOnlyNamed) : last;
  const culprit = lost < 0 || lost >= used ? undefined : tree.commands[lost];
  if (culprit === undefined) return finding;
  const line = tree.text.slice(0, culprit.range.start).split('\n').length;
  const place = `${commandName(culprit)}${tree.text.includes('\n') ? ` in line ${line} of the query` : ''}`;
  return {
    ...finding,
    why: `The column is there at first, but ${place} takes it away. ${finding.why}`,
    fix: remedy(culprit, name),
  };
}

function leavesOnlyNamed(command: ProcessingCommand): boolean {
  return command.kind === 'Keep' || (command.kind === 'Stats' && !command.inline);
}

function remedy(culprit: ProcessingCommand, name: string): string {
  switch (culprit.kind) {
    case 'Keep':
      return `Keep ${name} there, or use it before.`;
    case 'Stats':
      return `Add ${name} after BY, aggregate it, or use it before.`;
    case 'Rename':
      return 'Use its new name.';
    default:
      return `Use ${name} before.`;
  }
}
