import type { RuleOutcome } from '../backtest/backtest.js';
import { busiestFirst, histogramOf } from '../backtest/histogram.js';
import { plural } from '../diagnostics/plural.js';
import type { JsonObject } from '../values/json.js';
import { textTable } from './text-table.js';

const DAY = 86_400_000;
/** Widest bar of the histogram. */
const BAR = 50;

/** A table of the rules that have alerts, the busiest first. */
export function outcomeTable(outcomes: readonly RuleOutcome[]): string {
  const rows = busiestFirst(outcomes).map(({ rule, tally }) => {
    const { span, hosts, users } = tally;
    return [
      rule.name,
      rule.severity,
      String(tally.alerts),
      distinct(hosts),
      distinct(users),
      span ? timeText(span.first) : '',
      span ? timeText(span.last) : '',
      perDay(tally.alerts, span),
      tally
        .busiest(2)
        .map(({ field, value, alerts }) => `${field} ${value} (${alerts})`)
        .join(', '),
    ];
  });
  if (rows.length === 0) return '';
  const columns = ['rule', 'severity', 'alerts', 'hosts', 'users', 'first', 'last', 'per day', 'busiest values'];
  return textTable(columns, rows, 60);
}

/** The alerts of all rules over time as bars: by hour, or by days where there are too many hours. */
export function outcomeHistogram(outcomes: readonly RuleOutcome[]): string {
  const { step, bars } = histogramOf(outcomes);
  const most = Math.max(...bars.map(({ alerts }) => alerts));
  if (bars.length === 0) return '';
  const lines: string[] = [];
  let empty = 0;
  for (const { start, alerts } of bars) {
    empty = alerts === 0 ? empty + 1 : 0;
    // A long silence is one line.
    if (empty > 2) {
      if (empty === 3) lines[lines.length - 1] = '…\n';
      continue;
    }
    const label = new Date(start)
      .toISOString()
      .slice(0, step >= DAY ? 10 : 16)
      .replace('T', ' ');
    const length = alerts === 0 ? 0 : Math.max(1, Math.round((alerts / most) * BAR));
    lines.push(`${label}  ${'█'.repeat(length)}${alerts === 0 ? '' : ` ${alerts}`}`.trimEnd() + '\n');
  }
  return lines.join('');
}

/** What a rule found, as JSON. */
export function outcomeJson({ rule, tally, warnings, errors, candidates, kept }: RuleOutcome): JsonObject {
  const { span, hosts, users } = tally;
  return {
    rule_id: rule.ruleId,
    name: rule.name,
    type: rule.type,
    severity: rule.severity,
    alerts: tally.alerts,
    hosts: hosts.count,
    users: users.count,
    ...(span ? { first: timeText(span.first), last: timeText(span.last) } : {}),
    hours: tally.hours.map(([hour, alerts]) => ({ start: new Date(hour).toISOString(), alerts })),
    busiest: tally.busiest(8).map(({ field, value, alerts }) => ({ field, value, alerts })),
    candidates,
    kept,
    warnings,
    errors,
  };
}

/** Sentences about the whole: rules, alerts, documents. */
export function outcomeSummary(outcomes: readonly RuleOutcome[], documents: number): string {
  const alerts = outcomes.reduce((sum, { tally }) => sum + tally.alerts, 0);
  const firing = outcomes.filter(({ tally }) => tally.alerts > 0).length;
  return `${plural(alerts, 'alert')} of ${firing} of ${plural(outcomes.length, 'rule')} on ${plural(documents, 'document')}`;
}

function distinct({ count, isMore }: { readonly count: number; readonly isMore: boolean }): string {
  return isMore ? `${count}+` : String(count);
}

function timeText(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

function perDay(alerts: number, span: { readonly first: number; readonly last: number } | undefined): string {
  if (span === undefined) return '';
  const days = Math.max(1, (span.last - span.first) / DAY);
  const rate = alerts / days;
  return rate < 10 ? String(Math.round(rate * 10) / 10) : String(Math.round(rate));
}
