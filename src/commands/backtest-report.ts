import type { RuleOutcome } from '../backtest/backtest.js';
import { plural } from '../diagnostics/plural.js';
import type { JsonObject } from '../values/json.js';
import { textTable } from './text-table.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Widest bar of the histogram. */
const BAR = 50;
/** Rows of the histogram; more are told in coarser steps. */
const MOST_ROWS = 60;

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

/** Alerts of all rules by steps of time, steps without alerts included; empty where no alert has a time. */
export function histogramOf(outcomes: readonly RuleOutcome[]): {
  readonly step: number;
  readonly bars: readonly { readonly start: number; readonly alerts: number }[];
} {
  const hours = new Map<number, number>();
  for (const { tally } of outcomes)
    for (const [hour, alerts] of tally.hours) hours.set(hour, (hours.get(hour) ?? 0) + alerts);
  if (hours.size === 0) return { step: HOUR, bars: [] };
  const [first, last] = [Math.min(...hours.keys()), Math.max(...hours.keys())];
  const wanted = (last - first) / MOST_ROWS;
  const step = wanted < HOUR ? HOUR : Math.ceil(wanted / DAY) * DAY;
  const counts = new Map<number, number>();
  for (const [hour, alerts] of hours) {
    const start = Math.floor(hour / step) * step;
    counts.set(start, (counts.get(start) ?? 0) + alerts);
  }
  const bars: { start: number; alerts: number }[] = [];
  for (let start = Math.floor(first / step) * step; start <= last; start += step)
    bars.push({ start, alerts: counts.get(start) ?? 0 });
  return { step, bars };
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

/** The rules that have alerts, those with the most first. */
export function busiestFirst(outcomes: readonly RuleOutcome[]): readonly RuleOutcome[] {
  return outcomes
    .filter(({ tally }) => tally.alerts > 0)
    .sort((a, b) => b.tally.alerts - a.tally.alerts || (a.rule.name < b.rule.name ? -1 : 1));
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
