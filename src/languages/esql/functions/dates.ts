import type { Failure } from '../cells.js';
import { type Cell, Refusal, type Scalar, TimeSpanValue, argumentFailure, invalidFailure } from '../cells.js';
import { TYPES, isDate, isString } from '../types.js';
import { dateFormat, printInstant, shiftMillis, spanProblem, toMillis, truncateTo } from './date-values.js';
import { unreadableDate } from './conversions.js';
import type { CheckedCall, ScalarFunction } from './function.js';
import { timeRange } from './time-range.js';

const DAY = 86_400_000;

const now: ScalarFunction = {
  kind: 'scalar',
  name: 'NOW',
  summary: 'Return the moment at which the query runs.',
  parameters: [],
  returns: 'datetime',
  examples: [{ query: 'ROW y = NOW() > TO_DATETIME("2020-01-01")', result: true }],
  evaluate: (site) => () => site.now,
};

const dateTrunc: ScalarFunction = {
  kind: 'scalar',
  name: 'DATE_TRUNC',
  summary:
    'Round a date down to the closest interval: weeks start on Monday, months follow the calendar, durations count from 1970.',
  parameters: [
    { name: 'interval', type: TYPES.timeSpan, constant: true },
    { name: 'date', type: { words: 'date_nanos or datetime', types: TYPES.dates.types } },
  ],
  returns: ([, type = 'datetime']) => (type === 'date_nanos' ? 'date_nanos' : 'datetime'),
  examples: [
    {
      query: 'ROW d = TO_DATETIME("2024-02-29T13:45:00Z") | EVAL y = DATE_TRUNC(1 month, d)',
      result: '2024-02-01T00:00:00.000Z',
    },
  ],
  check: ({ constants: [span] }) => spanProblem(span),
  evaluateCells: ({ types: [, type = 'datetime'], constants: [span] }) => {
    const truncate = span instanceof TimeSpanValue ? truncateTo(span) : undefined;
    return (_, value = null) => {
      if (value === null || truncate === undefined) return null;
      if (typeof value === 'object') return argumentFailure('single-value function encountered multi-value');
      if (type !== 'date_nanos') return truncate(Number(value));
      return shiftMillis(BigInt(toMillis(value, type)) * 1_000_000n, type, truncate);
    };
  },
};

/** Units of DATE_DIFF with their other names; months have no fixed length. */
const DIFF_UNITS: readonly (readonly [string, number])[] = [
  ['year years yy yyyy', 0],
  ['quarter quarters qq q', 0],
  ['month months mm m', 0],
  ['dayofyear dy y', DAY],
  ['day days dd d', DAY],
  ['week weeks wk ww', 7 * DAY],
  ['weekday weekdays dw', DAY],
  ['hour hours hh', 3_600_000],
  ['minute minutes mi n', 60_000],
  ['second seconds ss s', 1000],
  ['millisecond milliseconds ms', 1],
  ['microsecond microseconds mcs', 1e-3],
  ['nanosecond nanoseconds ns', 1e-6],
];

function diffUnit(name: string): readonly [string, number] | undefined {
  return DIFF_UNITS.find(([names]) => names.split(' ').includes(name.toLowerCase()));
}

/** Whole months from one moment to another, truncated towards zero. */
function monthsBetween(from: number, to: number): number {
  const [start, end] = [Math.floor(from / DAY), Math.floor(to / DAY)];
  // A part of a day is no day: the end moves towards the start by one, as in Java.
  const [startTime, endTime] = [from - start * DAY, to - end * DAY];
  const last = end > start && endTime < startTime ? end - 1 : end < start && endTime > startTime ? end + 1 : end;
  return Math.trunc((monthsAndDays(last) - monthsAndDays(start)) / 32);
}

/** Months since year 0 and the day of the month, packed as Java's `LocalDate` does. */
function monthsAndDays(day: number): number {
  const date = new Date(day * DAY);
  return (date.getUTCFullYear() * 12 + date.getUTCMonth()) * 32 + date.getUTCDate();
}

const MONTHS_OF: ReadonlyMap<string, number> = new Map([
  ['year', 12],
  ['quarter', 3],
  ['month', 1],
]);

function dateDiff(unitName: string, from: number, to: number): Cell | Failure {
  const unit = diffUnit(unitName);
  if (unit === undefined) return invalidFailure(unknownUnit(unitName));
  const [names, length] = unit;
  const months = MONTHS_OF.get(names.split(' ')[0] ?? '');
  const difference = months === undefined ? (to - from) / length : monthsBetween(from, to) / months;
  const whole = Math.trunc(difference) + 0;
  return whole > 2_147_483_647 || whole < -2_147_483_648 ? invalidFailure(`[${whole}] out of [integer] range`) : whole;
}

function unknownUnit(name: string): string {
  return `A value of [YEAR, QUARTER, MONTH, DAYOFYEAR, DAY, WEEK, WEEKDAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND, NANOSECOND] or their aliases is required; received [${name}]`;
}

const dateDiffFunction: ScalarFunction = {
  kind: 'scalar',
  name: 'DATE_DIFF',
  summary: 'Return how many whole units lie between two dates.',
  parameters: [
    { name: 'unit', type: TYPES.string },
    { name: 'startTimestamp', type: TYPES.dates },
    { name: 'endTimestamp', type: TYPES.dates },
  ],
  returns: 'integer',
  examples: [
    {
      query: 'ROW a = TO_DATETIME("2024-01-31"), b = TO_DATETIME("2024-03-30") | EVAL y = DATE_DIFF("month", a, b)',
      result: 1,
    },
  ],
  check: ({ constants: [unit], text }) =>
    typeof unit === 'string' && diffUnit(unit) === undefined
      ? new Refusal('invalid_argument_exception', `invalid unit format for [${text}]: ${unknownUnit(unit)}`)
      : undefined,
  evaluate:
    ({ types: [, from = 'datetime', to = 'datetime'] }) =>
    (unit, start = 0, end = 0) =>
      dateDiff(unit as string, toMillis(start, from), toMillis(end, to)),
};

type Extract = (date: Date, ms: number) => number;

const dayOfYear: Extract = (date, ms) => (Math.floor(ms / DAY) * DAY - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY + 1;
const ofDay = (ms: number): number => ((ms % DAY) + DAY) % DAY;

/** The fields of `java.time.temporal.ChronoField`. */
const CHRONO_FIELDS: ReadonlyMap<string, Extract> = new Map<string, Extract>([
  ['aligned_day_of_week_in_month', (date) => ((date.getUTCDate() - 1) % 7) + 1],
  ['aligned_day_of_week_in_year', (date, ms) => ((dayOfYear(date, ms) - 1) % 7) + 1],
  ['aligned_week_of_month', (date) => Math.floor((date.getUTCDate() - 1) / 7) + 1],
  ['aligned_week_of_year', (date, ms) => Math.floor((dayOfYear(date, ms) - 1) / 7) + 1],
  ['ampm_of_day', (date) => Math.floor(date.getUTCHours() / 12)],
  ['clock_hour_of_ampm', (date) => date.getUTCHours() % 12 || 12],
  ['clock_hour_of_day', (date) => date.getUTCHours() || 24],
  ['day_of_month', (date) => date.getUTCDate()],
  ['day_of_week', (date) => date.getUTCDay() || 7],
  ['day_of_year', dayOfYear],
  ['epoch_day', (_, ms) => Math.floor(ms / DAY)],
  ['era', (date) => Number(date.getUTCFullYear() > 0)],
  ['hour_of_ampm', (date) => date.getUTCHours() % 12],
  ['hour_of_day', (date) => date.getUTCHours()],
  ['instant_seconds', (_, ms) => Math.floor(ms / 1000)],
  ['micro_of_day', (_, ms) => ofDay(ms) * 1000],
  ['micro_of_second', (_, ms) => (ofDay(ms) % 1000) * 1000],
  ['milli_of_day', (_, ms) => ofDay(ms)],
  ['milli_of_second', (_, ms) => ofDay(ms) % 1000],
  ['minute_of_day', (_, ms) => Math.floor(ofDay(ms) / 60_000)],
  ['minute_of_hour', (date) => date.getUTCMinutes()],
  ['month_of_year', (date) => date.getUTCMonth() + 1],
  ['nano_of_day', (_, ms) => ofDay(ms) * 1_000_000],
  ['nano_of_second', (_, ms) => (ofDay(ms) % 1000) * 1_000_000],
  ['offset_seconds', () => 0],
  ['proleptic_month', (date) => date.getUTCFullYear() * 12 + date.getUTCMonth()],
  ['second_of_day', (_, ms) => Math.floor(ofDay(ms) / 1000)],
  ['second_of_minute', (date) => date.getUTCSeconds()],
  ['year', (date) => date.getUTCFullYear()],
  ['year_of_era', (date) => (date.getUTCFullYear() > 0 ? date.getUTCFullYear() : 1 - date.getUTCFullYear())],
]);

const dateExtract: ScalarFunction = {
  kind: 'scalar',
  name: 'DATE_EXTRACT',
  summary:
    'Return a part of a date: `year`, `month_of_year`, `hour_of_day` and the other fields of Java’s ChronoField.',
  parameters: [
    { name: 'datePart', type: TYPES.string },
    { name: 'date', type: TYPES.dates },
  ],
  returns: 'long',
  examples: [{ query: 'ROW d = TO_DATETIME("2024-02-29") | EVAL y = DATE_EXTRACT("day_of_year", d)', result: 60 }],
  check: ({ constants: [part], text }) =>
    typeof part === 'string' && !CHRONO_FIELDS.has(part.toLowerCase())
      ? new Refusal('invalid_argument_exception', `invalid date field for [${text}]: ${part}`)
      : undefined,
  evaluate:
    ({ types: [, type = 'datetime'] }) =>
    (part, value = 0) => {
      const extract = CHRONO_FIELDS.get((part as string).toLowerCase());
      if (extract === undefined)
        return argumentFailure(`No enum constant java.time.temporal.ChronoField.${String(part).toUpperCase()}`);
      const ms = toMillis(value, type);
      return extract(new Date(ms), ms);
    },
};

function printWith(pattern: string, ms: number): Cell | Failure {
  const format = dateFormat(pattern);
  return typeof format === 'string' ? new Refusal('illegal_argument_exception', format) : format.print({ ms, ns: 0 });
}

/** What is wrong with a constant pattern; undefined where nothing is. */
function patternProblem({ types, constants }: CheckedCall): string | undefined {
  const [pattern] = types.length > 1 ? constants : [];
  const format = typeof pattern === 'string' ? dateFormat(pattern) : undefined;
  return typeof format === 'string' ? format : undefined;
}

function checkPrinted(call: CheckedCall): Refusal | undefined {
  const problem = patternProblem(call);
  return problem === undefined ? undefined : new Refusal('illegal_argument_exception', problem);
}

function checkParsed(call: CheckedCall): Refusal | undefined {
  const problem = patternProblem(call);
  if (problem === undefined) return undefined;
  return new Refusal('invalid_argument_exception', `invalid date pattern for [${call.text}]: ${problem}`);
}

/** With one argument it is the date, with two the format comes first. */
function checkFormatArguments({ types, argumentTexts, text }: CheckedCall): string | undefined {
  const [first = 'null'] = types;
  const words = types.length === 1 ? 'datetime or date_nanos' : 'string';
  if (first === 'null' || (types.length === 1 ? isDate(first) : isString(first))) return undefined;
  return `first argument of [${text}] must be [${words}], found value [${argumentTexts[0] ?? ''}] type [${first}]`;
}

const dateFormatFunction: ScalarFunction = {
  kind: 'scalar',
  name: 'DATE_FORMAT',
  summary: 'Print a date in a format, by default in ISO 8601 to the millisecond.',
  parameters: [
    { name: 'dateFormat', type: { words: 'string', types: ['keyword', 'text', 'datetime', 'date_nanos'] } },
    { name: 'date', type: TYPES.dates, optional: true },
  ],
  returns: 'keyword',
  examples: [
    { query: 'ROW d = TO_DATETIME("2024-02-29") | EVAL y = DATE_FORMAT("dd.MM.yyyy", d)', result: '29.02.2024' },
  ],
  check: (call) => checkFormatArguments(call) ?? checkPrinted(call),
  evaluate: ({ types: [first = 'datetime', second] }) =>
    second === undefined
      ? (value = 0) => printInstant(toMillis(value, first), 'datetime')
      : (pattern, value = 0) => printWith(pattern as string, toMillis(value, second)),
};

function parseWith(pattern: string, text: string): Cell | Failure {
  const format = dateFormat(pattern);
  if (typeof format === 'string') return argumentFailure(format);
  const instant = format.parse(text);
  return instant?.ms ?? unreadableDate(text, pattern);
}

const dateParse: ScalarFunction = {
  kind: 'scalar',
  name: 'DATE_PARSE',
  summary: 'Read a date in a format, by default ISO 8601.',
  parameters: [
    { name: 'datePattern', type: TYPES.string },
    { name: 'dateString', type: TYPES.string, optional: true },
  ],
  returns: 'datetime',
  examples: [{ query: 'ROW y = DATE_PARSE("dd.MM.yyyy", "29.02.2024")', result: '2024-02-29T00:00:00.000Z' }],
  check: checkParsed,
  evaluate:
    () =>
    (first = '', second?: Scalar) =>
      second === undefined
        ? parseWith('strict_date_optional_time', first as string)
        : parseWith(first as string, second as string),
};

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

function named(name: string, summary: string, apply: (date: Date) => string, result: string): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    since: '9.2',
    summary,
    parameters: [{ name: 'date', type: TYPES.dates }],
    returns: 'keyword',
    examples: [{ query: `ROW d = TO_DATETIME("2024-02-29") | EVAL y = ${name}(d)`, result }],
    evaluate:
      ({ types: [type = 'datetime'] }) =>
      (value = 0) =>
        apply(new Date(toMillis(value, type))),
  };
}

/** Functions of dates. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/date-time-functions */
export const DATE_FUNCTIONS: readonly ScalarFunction[] = [
  now,
  dateTrunc,
  dateDiffFunction,
  dateExtract,
  dateFormatFunction,
  dateParse,
  timeRange,
  named(
    'DAY_NAME',
    'Return the English name of a date’s weekday.',
    (date) => DAY_NAMES[date.getUTCDay()] ?? '',
    'Thursday',
  ),
  named(
    'MONTH_NAME',
    'Return the English name of a date’s month.',
    (date) => MONTH_NAMES[date.getUTCMonth()] ?? '',
    'February',
  ),
];
