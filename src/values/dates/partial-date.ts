import { daysInMonth, daysOf, DAY_MS } from './calendar.js';
import type { Instant } from './instant.js';

/** What a date text says; what it leaves out is undefined. `offset` is in seconds east of UTC. */
export interface PartialDate {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Nanoseconds of the second. */
  nano?: number;
  offset?: number;
  /** Set by epoch formats, which say all at once. */
  instant?: Instant;
  /** Nanoseconds after `instant` that the text covers as well, e.g. the rest of its second. */
  covers?: number;
}

/**
 * The instant that a partial date means: missing months and days are the first, missing times midnight, or with `roundUp`
 * the last nanosecond that the text covers (months and days stay the first, as in Elasticsearch's range queries).
 * Undefined if a part is out of range. `zone` gives the offset (seconds) of a local time without one.
 */
export function toInstant(
  date: PartialDate,
  roundUp: boolean,
  zone?: (localMs: number) => number,
): Instant | undefined {
  if (date.instant) {
    const covers = roundUp ? (date.covers ?? 0) : 0;
    return { ms: date.instant.ms + Math.floor(covers / 1_000_000), ns: date.instant.ns + (covers % 1_000_000) };
  }
  const days = daysOfDate(date);
  const time = timeOf(date, roundUp);
  if (days === undefined || time === undefined) return undefined;
  const nano = date.nano ?? (roundUp ? 999_999_999 : 0);
  const local = days * DAY_MS + time;
  const offset = date.offset ?? zone?.(local) ?? 0;
  return { ms: local - offset * 1000 + Math.floor(nano / 1_000_000), ns: nano % 1_000_000 };
}

function daysOfDate({ year = 1970, month = 1, day = 1, dayOfYear }: PartialDate): number | undefined {
  if (dayOfYear !== undefined) return daysOf(year, 1, 1) + dayOfYear - 1;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysOf(year, month, day);
}

function timeOf(date: PartialDate, roundUp: boolean): number | undefined {
  const hour = date.hour ?? (roundUp ? 23 : 0);
  const minute = date.minute ?? (roundUp ? 59 : 0);
  const second = date.second ?? (roundUp ? 59 : 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}
