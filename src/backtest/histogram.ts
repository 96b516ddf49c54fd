import type { RuleOutcome } from './backtest.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Steps of the histogram; more are told in coarser steps. */
const MOST_STEPS = 60;

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
  const wanted = (last - first) / MOST_STEPS;
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

/** The rules that have alerts, those with the most first. */
export function busiestFirst(outcomes: readonly RuleOutcome[]): readonly RuleOutcome[] {
  return outcomes
    .filter(({ tally }) => tally.alerts > 0)
    .sort((a, b) => b.tally.alerts - a.tally.alerts || (a.rule.name < b.rule.name ? -1 : 1));
}
