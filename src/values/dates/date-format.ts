import type { Instant } from './instant.js';
import { parseIsoDate } from './iso-date.js';
import { compileJavaPattern } from './java-pattern.js';
import { type PartialDate, toInstant } from './partial-date.js';

/** How a date text is taken: what to fill in for missing parts, and where the clock stands that wrote it. */
export interface DateReading {
  /** Fill missing times with the last nanosecond (upper bounds) instead of midnight. */
  readonly roundUp?: boolean;
  /** Offset from UTC in seconds of a local time (ms), for texts without an offset; UTC if absent. */
  readonly zone?: (localMs: number) => number;
}

/** One or several alternative date formats: the first that fits reads, the first of all prints. */
export interface DateFormat {
  readonly name: string;
  /** Undefined if no alternative fits. */
  parse(text: string, reading?: DateReading): Instant | undefined;
  /** Prints an instant as a clock shows it that is `offset` seconds ahead of UTC (0 if absent); formats that count from the epoch disregard it. */
  print(instant: Instant, offset?: number): string;
}

/** The default of `date` fields: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/date.html */
export const DEFAULT_DATE_FORMAT = 'strict_date_optional_time||epoch_millis';

interface Alternative {
  parse(text: string): PartialDate | undefined;
  print(instant: Instant, offset?: number): string;
}

const ISO_MILLIS = mustCompile("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

const iso = (strict: boolean): Alternative => ({
  parse: (text) => parseIsoDate(text, strict),
  print: (instant, offset) => ISO_MILLIS.print(instant, offset),
});

const isoNanos: Alternative = {
  parse: (text) => parseIsoDate(text),
  print: (instant, offset) => {
    const millis = ISO_MILLIS.print(instant, offset);
    if (instant.ns === 0) return millis;
    const zone = millis.search(/(?:Z|[+-]\d\d:\d\d)$/u);
    return `${millis.slice(0, zone)}${String(instant.ns).padStart(6, '0').replace(/0+$/u, '')}${millis.slice(zone)}`;
  },
};

const SPECIAL: ReadonlyMap<string, Alternative> = new Map<string, Alternative>([
  ['strict_date_optional_time', iso(true)],
  ['date_optional_time', iso(false)],
  ['iso8601', iso(true)],
  ['strict_date_optional_time_nanos', isoNanos],
  ['epoch_millis', epoch(1)],
  ['epoch_second', epoch(1000)],
]);

/** Named formats by the Java pattern that they stand for; each has a `strict_` twin, which is the same here. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['basic_date', 'uuuuMMdd'],
  ['basic_date_time', "uuuuMMdd'T'HHmmss.SSSX"],
  ['basic_date_time_no_millis', "uuuuMMdd'T'HHmmssX"],
  ['basic_ordinal_date', 'uuuuDDD'],
  ['basic_time', 'HHmmss.SSSX'],
  ['basic_time_no_millis', 'HHmmssX'],
  ['date', 'uuuu-MM-dd'],
  ['date_hour', "uuuu-MM-dd'T'HH"],
  ['date_hour_minute', "uuuu-MM-dd'T'HH:mm"],
  ['date_hour_minute_second', "uuuu-MM-dd'T'HH:mm:ss"],
  ['date_hour_minute_second_fraction', "uuuu-MM-dd'T'HH:mm:ss.SSS"],
  ['date_hour_minute_second_millis', "uuuu-MM-dd'T'HH:mm:ss.SSS"],
  ['date_time', "uuuu-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]X"],
  ['date_time_no_millis', "uuuu-MM-dd'T'HH:mm:ssX"],
  ['hour', 'HH'],
  ['hour_minute', 'HH:mm'],
  ['hour_minute_second', 'HH:mm:ss'],
  ['hour_minute_second_fraction', 'HH:mm:ss.SSS'],
  ['hour_minute_second_millis', 'HH:mm:ss.SSS'],
  ['ordinal_date', 'uuuu-DDD'],
  ['ordinal_date_time', "uuuu-DDD'T'HH:mm:ss.SSSX"],
  ['ordinal_date_time_no_millis', "uuuu-DDD'T'HH:mm:ssX"],
  ['time', 'HH:mm:ss.SSSX'],
  ['time_no_millis', 'HH:mm:ssX'],
  ['year', 'uuuu'],
  ['year_month', 'uuuu-MM'],
  ['year_month_day', 'uuuu-MM-dd'],
]);

const compiled = new Map<string, DateFormat | string>();

/**
 * Compiles a format of a date field or a range query: named formats and Java patterns, alternatives joined by `||`.
 * Returns a sentence, if there is no such format.
 */
export function compileDateFormat(name: string): DateFormat | string {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const format = compile(name);
  if (compiled.size < 1000) compiled.set(name, format);
  return format;
}

function compile(name: string): DateFormat | string {
  const alternatives: Alternative[] = [];
  for (const part of name.split('||')) {
    const alternative = compileOne(part);
    if (typeof alternative === 'string') return `Invalid format: [${part}]: ${alternative}`;
    alternatives.push(alternative);
  }
  const first = alternatives[0];
  if (!first) return 'No date pattern provided';
  return {
    name,
    print: (instant, offset) => first.print(instant, offset),
    parse: (text, { roundUp = false, zone } = {}) => {
      for (const alternative of alternatives) {
        const date = alternative.parse(text);
        const instant = date && toInstant(date, roundUp, zone);
        if (instant) return instant;
      }
      return undefined;
    },
  };
}

function compileOne(part: string): Alternative | string {
  const special = SPECIAL.get(part);
  if (special) return special;
  const named = NAMED.get(part.replace(/^strict_/u, ''));
  if (named !== undefined) {
    const reading = mustCompile(named);
    // Whatever fractions and offsets a named format reads, it prints milliseconds and a colon.
    const printing = mustCompile(named.replace(/\[.*\]/u, '.SSS').replace(/X$/u, 'XXX'));
    return { parse: (text) => reading.parse(text), print: (instant, offset) => printing.print(instant, offset) };
  }
  if (part === '') return 'No date pattern provided';
  return compileJavaPattern(part);
}

function mustCompile(pattern: string): Alternative {
  const result = compileJavaPattern(pattern);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

/**
 * `epoch_millis` (unit 1) and `epoch_second` (1000): an integer with an optional fraction down to nanoseconds, no further
 * from the epoch than a signed 64-bit number of milliseconds reaches.
 */
function epoch(unit: 1 | 1000): Alternative {
  const furthest = (2n ** 63n - 1n) / BigInt(unit);
  const digits = unit === 1 ? 6 : 9;
  return {
    parse: (text) => {
      const found = /^(-?)(\d{1,19})(?:\.(\d{0,9}))?$/u.exec(text);
      if (!found || BigInt(found[2] ?? '0') > furthest || (found[3] ?? '').length > digits) return undefined;
      const whole = BigInt(found[2] ?? '0') * BigInt(unit * 1_000_000);
      const fraction = BigInt((found[3] ?? '').padEnd(digits, '0').slice(0, digits));
      const nanos = found[1] === '-' ? -(whole + fraction) : whole + fraction;
      const ns = Number(((nanos % 1_000_000n) + 1_000_000n) % 1_000_000n);
      const instant = { ms: Number((nanos - BigInt(ns)) / 1_000_000n), ns };
      return found[3] === undefined ? { instant, covers: unit === 1 ? 999_999 : 999_999_999 } : { instant };
    },
    print: (instant) => {
      const whole = unit === 1 ? instant.ms : Math.floor(instant.ms / 1000);
      const rest = unit === 1 ? instant.ns : (instant.ms - whole * 1000) * 1_000_000 + instant.ns;
      const fraction = String(rest)
        .padStart(unit === 1 ? 6 : 9, '0')
        .replace(/0+$/u, '');
      return fraction === '' ? String(whole) : `${whole}.${fraction}`;
    },
  };
}
