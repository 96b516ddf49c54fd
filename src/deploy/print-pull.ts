import picocolors from 'picocolors';
import { printable } from '../diagnostics/printable.js';
import { codeSpan, escapeText } from '../render/markdown.js';
import { KIND_WORDS } from './plan-summary.js';
import type { PullLine, PullReport } from './pull-report.js';

/** Lists of a report → what is said above them. */
const SECTIONS = [
  ['changed', 'taken into git'],
  ['added', 'new in git'],
  ['pruned', 'deleted in Kibana, now also in git'],
  ['deleted', 'deleted in Kibana, still in git (--prune takes them away)'],
  ['untaken', 'only in Kibana (--all takes them)'],
  ['refused', 'left alone'],
] as const;

/** What a pull did, for a terminal. Ends with a line feed. */
export function printPull(report: PullReport, { color = false }: { readonly color?: boolean } = {}): string {
  const paint = picocolors.createColors(color);
  const head = `Pull from ${printable(report.target)}: ${printable(report.kibana.url)}, space ${printable(report.space)}, Kibana ${printable(report.kibana.version)}`;
  const lines = SECTIONS.flatMap(([key, heading]) => {
    const some = report[key];
    if (some.length === 0) return [];
    const colour = key === 'refused' ? paint.red : key === 'changed' || key === 'added' ? paint.green : paint.yellow;
    return [colour(`${heading}:`), ...some.map((line) => `  ${lineText(line)}`), ''];
  });
  const conflicts =
    report.conflicts.length === 0
      ? []
      : [
          paint.red('in conflict, solve the markers by hand:'),
          ...report.conflicts.map((file) => `  ${printable(file)}`),
          '',
        ];
  const notes = report.notes.map((note) => `${paint.dim('note:')} ${printable(note)}`);
  return `${[paint.bold(head), '', ...lines, ...conflicts, ...notes, paint.bold(`${pullSummary(report)}.`)].join('\n')}\n`;
}

/** What a pull did, as the text of a comment; no text of a rule is read as Markdown. */
export function pullMarkdown(report: PullReport): string {
  const sections = SECTIONS.flatMap(([key, heading]) => {
    const some = report[key];
    if (some.length === 0) return [];
    const shown = some.slice(0, MOST_LINES).map((line) => `- ${markdownLine(line)}`);
    const left = some.length - shown.length;
    return [
      `### ${heading[0]?.toUpperCase() ?? ''}${heading.slice(1)}`,
      [...shown, ...(left === 0 ? [] : [`- … ${left} more`])].join('\n'),
    ];
  });
  const conflicts =
    report.conflicts.length === 0
      ? []
      : ['### In conflict', report.conflicts.map((file) => `- ${codeSpan(file)}`).join('\n')];
  return `${[`## Pull from ${codeSpan(report.target)}`, `**${pullSummary(report)}.**`, ...conflicts, ...sections].join('\n\n')}\n`;
}

const MOST_LINES = 200;

/** How much of what, on one line. */
export function pullSummary(report: PullReport): string {
  const parts = [
    `${report.changed.length} changed`,
    `${report.added.length} new`,
    ...(report.pruned.length === 0 ? [] : [`${report.pruned.length} deleted`]),
    `${report.unchanged} unchanged`,
    ...(report.untaken.length === 0 ? [] : [`${report.untaken.length} only in Kibana`]),
    ...(report.deleted.length === 0 ? [] : [`${report.deleted.length} only in git`]),
    ...(report.refused.length === 0 ? [] : [`${report.refused.length} left alone`]),
    ...(report.conflicts.length === 0
      ? []
      : [`${report.conflicts.length} ${report.conflicts.length === 1 ? 'file' : 'files'} in conflict`]),
  ];
  return `${parts.join(', ')}${report.isDry ? ' (nothing was written)' : ''}`;
}

function lineText({ kind, name, key, file, fields = [], conflicts = [], reason }: PullLine): string {
  const what = [...fields, ...conflicts.map((field) => `${field} (conflict)`)].map(printable).join(', ');
  return [printable(file ?? key), `${KIND_WORDS[kind][0]} ${printable(name)}`, what, printable(reason ?? '')]
    .filter((part) => part !== '')
    .join('  ');
}

function markdownLine({ kind, name, key, file, fields = [], conflicts = [], reason = '' }: PullLine): string {
  const what = [...fields.map(codeSpan), ...conflicts.map((field) => `${codeSpan(field)} (conflict)`)].join(', ');
  return `${KIND_WORDS[kind][0]} ${codeSpan(name)} (${codeSpan(file ?? key)})${what === '' ? '' : `: ${what}`}${reason === '' ? '' : `: ${escapeText(reason)}`}`;
}
