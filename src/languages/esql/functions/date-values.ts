import { dateOf } from '../../../values/dates/calendar.js';
import { addUnits, floorTo } from '../../../values/dates/date-math.js';
import { type DateFormat, compileDateFormat } from '../../../values/dates/date-format.js';
import { type Instant, fromNanos, toNanos } from '../../../values/dates/instant.js';
import { type Operand, Refusal, type Scalar, TimeSpanValue, wholeNumber } from '../cells.js';
import { timeUnit } from '../time-units.js';
import type { EsqlType } from '../types.js';
import { big } from './numbers.js';

const formats = new Map<string, DateFormat | string>();

/** Compiles a date format once; a sentence where there is none such. */
export function dateFormat(pattern: string): DateFormat | string {
  let format = formats.get(pattern);
  if (format === undefined) {
    format = compileDateFormat(pattern);
    if (formats.size > 1000) formats.clear();
    formats.set(pattern, format);
  }
  return format;
}

const ISO = 'strict_date_optional_time_nanos';

/** Reads an ISO date, as casts from text do. */
export function parseInstant(text: string): Instant | undefined {
  const format = dateFormat('strict_date_optional_time');
  return typeof format === 'string' ? undefined : format.parse(text);
}

/** Prints a point in time as responses show it: to the millisecond, or to the nanosecond where it has some. */
export function printInstant(value: Scalar, type: EsqlType): string {
  if (type !== 'date_nanos') return printMillis(value as number | bigint);
  const format = dateFormat(ISO);
  const instant = fromNanos(big(value));
  return typeof format === 'string' ? printMillis(instant.ms) : format.print(instant);
}

function printMillis(ms: number | bigint): string {
  if (typeof ms === 'number' && ms >= FIRST_YEAR && ms < END_OF_YEARS) return new Date(ms).toISOString();
  const whole = big(ms);
  const days = whole / DAY_BIG - (whole % DAY_BIG < 0n ? 1n : 0n);
  const { year, month, day } = dateOf(Number(days));
  const time = new Date(Number(whole - days * DAY_BIG)).toISOString().slice(10);
  const digits = Math.abs(year).toString().padStart(4, '0');
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${digits}-${two(month)}-${two(day)}${time}`;
}

const FIRST_YEAR = -62_167_219_200_000;
const END_OF_YEARS = 253_402_300_800_000;
const DAY_BIG = 86_400_000n;

function two(value: number): string {
  return value.toString().padStart(2, '0');
}

/** Milliseconds of a point in time of either date type. */
export function toMillis(value: Scalar, type: EsqlType): number {
  return type === 'date_nanos' ? fromNanos(big(value)).ms : Number(value);
}

/** Moves a point in time by a function on milliseconds, keeping its nanoseconds. */
export function shiftMillis(value: Scalar, type: EsqlType, shift: (ms: number) => number): number | bigint {
  if (type !== 'date_nanos') return shift(Number(value));
  const instant = fromNanos(big(value));
  return wholeNumber(toNanos({ ms: shift(instant.ms), ns: instant.ns }));
}

/** Adds a time span; a day beyond the end of a month becomes its last. */
export function addSpan(value: Scalar, type: EsqlType, span: TimeSpanValue): number | bigint {
  return shiftMillis(value, type, (ms) => {
    const months = span.months === 0 ? ms : addUnits(ms, span.months, 'M');
    return months + span.days * 86_400_000 + span.milliseconds;
  });
}

/** Why a date cannot be truncated to a constant, in Elasticsearch's words; undefined where it can, or where it is no span. */
export function spanProblem(span: Operand | undefined): Refusal | undefined {
  if (!(span instanceof TimeSpanValue)) return undefined;
  const refuse = (message: string): Refusal => new Refusal('illegal_argument_exception', message);
  if (span.months <= 0 && span.days <= 0 && span.milliseconds <= 0)
    return refuse('Zero or negative time interval is not supported');
  if (span.months > 0 && span.days > 0) return refuse('Time interval with multiple periods is not supported');
  return undefined;
}

/** The time span of a quantity and a unit; undefined if there is no such unit. */
export function spanOf(quantity: number, unit: string): { value: TimeSpanValue; type: EsqlType } | undefined {
  const found = timeUnit(unit);
  if (found === undefined) return undefined;
  const amount = quantity * found.amount;
  const value = new TimeSpanValue(
    found.of === 'milliseconds' ? amount : 0,
    found.of === 'days' ? amount : 0,
    found.of === 'months' ? amount : 0,
  );
  return { value, type: found.kind === 'duration' ? 'time_duration' : 'date_period' };
}

/** Months since the first of January of year 1, where buckets of several months start. */
const FIRST_MONTH = -62_135_596_800_000;
const DAY = 86_400_000;

/** Rounds milliseconds down to a multiple of a span: periods by the calendar, durations from 1970 on. */
export function truncateTo(span: TimeSpanValue): (ms: number) => number {
  if (span.months === 1) return (ms) => floorTo(ms, 'M');
  if (span.months === 3) return (ms) => floorTo(ms, 'q');
  if (span.months === 12) return (ms) => floorTo(ms, 'y');
  if (span.months > 0) return (ms) => truncateMonths(ms, span.months);
  if (span.days === 1) return (ms) => floorTo(ms, 'd');
  if (span.days === 7) return (ms) => floorTo(ms, 'w');
  const size = span.days > 0 ? span.days * DAY : span.milliseconds;
  return (ms) => Math.floor(ms / size) * size;
}

function truncateMonths(ms: number, months: number): number {
  const start = new Date(floorTo(ms, 'M'));
  const since = (start.getUTCFullYear() - 1) * 12 + start.getUTCMonth();
  return addUnits(FIRST_MONTH, Math.floor(since / months) * months, 'M');
}
