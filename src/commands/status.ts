import { printable } from '../diagnostics/printable.js';
import { statusOf } from '../deploy/rule-status.js';
import type { RuleStatus, SpaceStatus } from '../deploy/rule-status.js';
import { escapeText, codeSpan, table } from '../render/markdown.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { connectTarget } from './connect-target.js';
import { EXIT } from './exit-codes.js';
import { openConfig } from './repository.js';
import { TARGET_OPTIONS } from './target-options.js';
import { targetOf } from './target.js';
import { textTable } from './text-table.js';
import { UsageError } from './usage-error.js';

/** How a status can be printed. */
const FORMATS = ['table', 'markdown', 'json'] as const;
/** What can make the run end with 1. */
const FAILURES = ['failing', 'warning', 'gaps'] as const;
type Failure = (typeof FAILURES)[number];

/** Longest span: alerts are rarely kept longer. */
const MOST_DAYS = 365;

/** `dragnet status`: how the rules of a target do. */
export const status: Command = {
  options: {
    target: TARGET_OPTIONS['target'] ?? {},
    kibana: TARGET_OPTIONS['kibana'] ?? {},
    space: TARGET_OPTIONS['space'] ?? {},
    days: { type: 'number', default: 7, describe: `Days to look back for alerts and gaps; up to ${MOST_DAYS}` },
    'fail-on': {
      choices: FAILURES,
      array: true,
      describe: 'End with 1 where a rule fails, fails or warns, or has gaps; several are possible',
    },
    format: { choices: FORMATS, default: 'table', describe: 'Form of the report on standard output' },
  },
  examples: [
    ['$0 status --target prod', 'Failing rules, warnings, gaps and alerts of a week'],
    ['$0 status --days 1 --fail-on failing --fail-on gaps', 'For a nightly job'],
  ],
  async run(args, terminal) {
    const days = daysOf(args);
    const failures = (args['failOn'] ?? []) as readonly Failure[];
    const { config, root } = await openConfig(terminal);
    const target = targetOf(args, config, terminal.env, root);
    const { kibana, version } = await connectTarget(target, terminal);
    try {
      const to = new Date();
      const from = new Date(to.getTime() - days * 86_400_000);
      const found = await statusOf(kibana, from.toISOString(), to.toISOString());
      const head = { target: target.name, space: kibana.space, kibana: { url: kibana.url, version }, days };
      const format = args['format'] as (typeof FORMATS)[number];
      if (format === 'json')
        terminal.out(`${printJson({ version: 1, ...head, ...found } as unknown as JsonObject, 2)}\n`);
      else terminal.out(format === 'markdown' ? markdown(head.target, days, found) : plain(days, found));
      for (const note of format === 'markdown' ? [] : found.notes) terminal.err(`note: ${printable(note)}\n`);
      return failures.some((failure) => isFailure(failure, found)) ? EXIT.findings : EXIT.clean;
    } finally {
      kibana.close();
    }
  },
};

function daysOf({ days }: Arguments): number {
  if (typeof days === 'number' && Number.isFinite(days) && days > 0 && days <= MOST_DAYS) return days;
  throw new UsageError(`--days is a number above 0, up to ${MOST_DAYS}.`);
}

/** What cannot be known is a failure where the call asks for it. */
function isFailure(failure: Failure, { counts }: SpaceStatus): boolean {
  if (failure === 'gaps') return counts.gaps === undefined || counts.gaps > 0;
  return counts.failing > 0 || (failure === 'warning' && counts.warning > 0);
}

const HEADER = ['rule', 'last run', 'gaps', 'alerts', 'closed', 'false positives', 'says'] as const;

function cellsOf({ name, health, isEnabled, hasGaps, alerts, message }: RuleStatus): readonly string[] {
  const { total = 0, closed = 0, falsePositive = 0 } = alerts ?? {};
  const share = closed === 0 ? '' : `${falsePositive} (${Math.round((falsePositive / closed) * 100)} %)`;
  return [
    name,
    isEnabled ? health : 'disabled',
    hasGaps === undefined ? '?' : hasGaps ? 'yes' : '',
    ...(alerts === undefined ? ['?', '?', '?'] : [String(total), String(closed), share]),
    health === 'failing' || health === 'warning' ? message.replaceAll(/\s+/gu, ' ') : '',
  ];
}

function summary(days: number, { counts }: SpaceStatus): string {
  const { rules, enabled, failing, warning, gaps = '?', alerts = '?' } = counts;
  return `${rules} rules, ${enabled} enabled: ${failing} failing, ${warning} with warnings, ${gaps} with gaps; ${alerts} alerts in ${days} ${days === 1 ? 'day' : 'days'}`;
}

function plain(days: number, found: SpaceStatus): string {
  const rows = found.rules.length === 0 ? '' : `${textTable(HEADER, found.rules.map(cellsOf))}\n`;
  return `${rows}${summary(days, found)}.\n`;
}

/** Rows of a Markdown table; a comment holds no more. */
const MOST_ROWS = 200;

function markdown(target: string, days: number, found: SpaceStatus): string {
  const rows = found.rules.slice(0, MOST_ROWS).map((rule) => {
    const [name = '', ...cells] = cellsOf(rule);
    const says = cells.pop() ?? '';
    return [codeSpan(name), ...cells.map(escapeText), says === '' ? '' : codeSpan(printable(says).slice(0, 300))];
  });
  const left = found.rules.length - rows.length;
  return `${[
    `<!-- dragnet status: ${target.replace(/[^\w.-]/gu, '_')} -->`,
    `## Status of ${codeSpan(target)}`,
    `**${summary(days, found)}.**`,
    ...(rows.length === 0 ? [] : [table(HEADER, rows)]),
    ...(left === 0 ? [] : [`_${left} more rules not shown here._`]),
    ...found.notes.map((note) => `_${escapeText(note)}_`),
  ].join('\n\n')}\n`;
}
