import { intervalOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import { isRuleError } from './rule-error.js';
import type { RuleError } from './rule-error.js';
import { searchWindowOf } from './search-window.js';
import type { SearchWindow } from './search-window.js';

/** The windows of one run, the oldest first, and what none of them covers. */
export interface RangeWindows {
  readonly windows: readonly SearchWindow[];
  /** Milliseconds since the last run that stay unsearched; 0: none. */
  readonly gap: number;
}

/** Missed runs that are made up for, at most. */
const MOST_CATCHUPS = 4;

/**
 * The window of a run at `now`, and one more for each interval that was missed since the last run, up to four. A run is late when it
 * starts later after the last one than its window is long.
 */
export function rangeWindowsOf(rule: Rule, now: Date, lastStart: string | undefined): RangeWindows | RuleError {
  const window = searchWindowOf(rule, now);
  if (isRuleError(window)) return window;
  const interval = intervalMs(rule);
  if (lastStart === undefined || interval === undefined) return { windows: [window], gap: 0 };
  const length = Date.parse(window.to) - Date.parse(window.from);
  const gap = now.getTime() - Date.parse(lastStart) - length;
  const catchups = gap <= 0 ? 0 : Math.min(Math.ceil(gap / interval), MOST_CATCHUPS);
  const missed = Array.from({ length: catchups }, (_, at) => moved(window, (catchups - at) * -interval));
  return { windows: [...missed, window], gap: Math.max(0, gap - catchups * interval) };
}

const MILLISECONDS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** Milliseconds from one run to the next; undefined for an interval that is not a number and a unit. */
export function intervalMs(rule: Rule): number | undefined {
  const [, amount, unit = ''] = /^(\d+)([smhd])$/.exec(intervalOf(rule)) ?? [];
  const size = MILLISECONDS.get(unit);
  const ms = size === undefined ? 0 : Number(amount) * size;
  return ms > 0 ? ms : undefined;
}

/** The error of a run that leaves a gap, in Kibana's words. */
export function gapError(gap: number): string {
  return `${humanized(gap)} (${gap}ms) were not queried between this rule execution and the last execution, so signals may have been missed. Consider increasing your look behind time or adding more Kibana instances`;
}

function moved({ from, to }: SearchWindow, ms: number): SearchWindow {
  return { from: new Date(Date.parse(from) + ms).toISOString(), to: new Date(Date.parse(to) + ms).toISOString() };
}

/** A duration in words, rounded as Kibana's library does. */
function humanized(ms: number): string {
  const [seconds, minutes, hours, days] = [1000, 60_000, 3_600_000, 86_400_000].map((unit) =>
    Math.round(ms / unit),
  ) as [number, number, number, number];
  if (seconds < 45) return 'a few seconds';
  if (minutes <= 1) return 'a minute';
  if (minutes < 45) return `${minutes} minutes`;
  if (hours <= 1) return 'an hour';
  if (hours < 22) return `${hours} hours`;
  return days <= 1 ? 'a day' : `${days} days`;
}
