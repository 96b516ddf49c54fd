import { parseIpAddress, printIpAddress } from '../../../values/ip-address.js';
import { toNanos } from '../../../values/dates/instant.js';
import type { TimeSpanValue } from '../cells.js';
import { Failure, type Scalar, argumentFailure, fitsInteger, fitsLong, invalidFailure, wholeNumber } from '../cells.js';
import { TYPES, type EsqlType, isDate, isString } from '../types.js';
import { parseInstant, printInstant, spanOf, toMillis } from './date-values.js';
import type { ScalarFunction } from './function.js';
import { big, printDouble } from './numbers.js';

type Convert = (value: Scalar) => Scalar | Failure;

/** A value as text: what TO_STRING gives. */
export function scalarText(value: Scalar, type: EsqlType): string {
  if (typeof value === 'string') return value;
  if (type === 'double') return printDouble(value as number);
  if (isDate(type)) return printInstant(value, type);
  if (type === 'ip') return printIpAddress(value as bigint);
  return String(value);
}

function outOfRange(value: Scalar, type: EsqlType, target: string): Failure {
  const text = type === 'double' ? printDouble(value as number) : String(value);
  return invalidFailure(`[${text}] out of [${target}] range`);
}

/** Java's Math.round, exact for large values: halves go up. */
function roundHalfUp(value: number): bigint {
  return BigInt(Math.abs(value) < 2 ** 52 ? Math.round(value) : Math.trunc(value));
}

function toWhole(value: number, target: 'integer' | 'long' | 'unsigned_long'): Scalar | Failure {
  const [low, high] = RANGES[target];
  if (Number.isNaN(value) || value < low || value > high) return outOfRange(value, 'double', target);
  // Elasticsearch cuts doubles off for unsigned_long, and rounds them for the others.
  return clamped(target === 'unsigned_long' ? BigInt(Math.trunc(value)) : roundHalfUp(value), target);
}

const RANGES = {
  integer: [-2_147_483_648, 2_147_483_647],
  long: [-(2 ** 63), 2 ** 63],
  unsigned_long: [0, 2 ** 64],
} as const;

function clamped(value: bigint, target: 'integer' | 'long' | 'unsigned_long'): number | bigint {
  if (target === 'integer') return Number(value);
  const highest = target === 'long' ? 2n ** 63n - 1n : 2n ** 64n - 1n;
  return wholeNumber(value > highest ? highest : value);
}

/** A number as Java reads it: blanks around it are allowed, and an `f` or `d` after it. */
function javaNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?[fd]?$/i.test(trimmed)
    ? Number(trimmed.replace(/[fd]$/i, ''))
    : undefined;
}

/** A text as a number of a type, as casts read it; undefined if it is none. */
export function readNumber(text: string, type: 'double' | 'long' | 'integer'): number | bigint | undefined {
  const value = type === 'double' ? toDouble('keyword')(text) : textToWhole(text, type);
  return typeof value === 'number' || typeof value === 'bigint' ? value : undefined;
}

function textToWhole(text: string, target: 'integer' | 'long' | 'unsigned_long'): Scalar | Failure {
  if (/^[+-]?\d{1,25}$/.test(text)) {
    const exact = BigInt(text);
    const fits =
      target === 'integer'
        ? fitsInteger(exact)
        : target === 'long'
          ? fitsLong(exact)
          : exact >= 0n && exact < 2n ** 64n;
    if (fits) return wholeNumber(exact);
  }
  const value = javaNumber(text);
  if (value === undefined) return invalidFailure(`Cannot parse number [${text}]`);
  const whole = toWhole(value, target);
  return whole instanceof Failure ? invalidFailure(`Cannot parse number [${text}]`) : whole;
}

function wholeTo(value: Scalar, type: EsqlType, target: 'integer' | 'long' | 'unsigned_long'): Scalar | Failure {
  const exact = big(value);
  const fits = target === 'integer' ? fitsInteger(exact) : target === 'long' ? fitsLong(exact) : exact >= 0n;
  return fits ? value : outOfRange(value, type, target);
}

function toWholeNumber(type: EsqlType, target: 'integer' | 'long' | 'unsigned_long'): Convert {
  if (type === 'boolean') return (value) => Number(value);
  if (isString(type)) return (value) => textToWhole(value as string, target);
  if (type === 'double') return (value) => toWhole(value as number, target);
  return (value) => wholeTo(value, type, target);
}

function toDouble(type: EsqlType): Convert {
  if (!isString(type)) return (value) => Number(value);
  return (value) => {
    const number = /^[+-]?Infinity$/.test(value as string) ? Infinity : javaNumber(value as string);
    return number !== undefined && Number.isFinite(number)
      ? number
      : number === undefined
        ? invalidFailure(`Cannot parse number [${value as string}]`)
        : invalidFailure(`Number [${value as string}] is too large`);
  };
}

function toBoolean(type: EsqlType): Convert {
  if (isString(type)) return (value) => (value as string).toLowerCase() === 'true';

  return (value) => (typeof value === 'boolean' ? value : value != 0);
}

/** The failure of reading a text as a date. */
export function unreadableDate(text: string, format: string): Failure {
  return argumentFailure(
    text === '' ? 'cannot parse empty datetime' : `failed to parse date field [${text}] with format [${format}]`,
  );
}

function toDatetime(type: EsqlType): Convert {
  if (type === 'date_nanos') return (value) => toMillis(value, type);
  if (isString(type)) {
    return (value) => parseInstant(value as string)?.ms ?? unreadableDate(value as string, 'strict_date_optional_time');
  }
  if (type === 'double') return (value) => toWhole(value as number, 'long');
  if (type === 'unsigned_long') return (value) => wholeTo(value, type, 'long');
  return (value) => value;
}

const MAX_NANO_MILLIS = 9_223_372_036_854;

function toDateNanos(type: EsqlType): Convert {
  return (value) => {
    if (type === 'date_nanos') return value;
    if (isString(type)) {
      const instant = parseInstant(value as string);
      if (instant === undefined) return unreadableDate(value as string, 'strict_date_optional_time_nanos');
      if (instant.ms < 0 || instant.ms > MAX_NANO_MILLIS) return notStored(instant.ms);
      return wholeNumber(toNanos(instant));
    }
    if (type === 'datetime') {
      const ms = value as number;
      return ms < 0 || ms > MAX_NANO_MILLIS ? nanosOutOfRange(ms) : wholeNumber(BigInt(ms) * 1_000_000n);
    }
    const nanos = type === 'double' ? toWhole(value as number, 'long') : wholeTo(value, type, 'long');
    return nanos instanceof Failure || Number(nanos) >= 0
      ? nanos
      : argumentFailure('Nanosecond dates before 1970-01-01T00:00:00.000Z are not supported.');
  };
}

function notStored(ms: number): Failure {
  const date = printInstant(ms, 'datetime').replace('.000Z', 'Z');
  const where = ms < 0 ? 'before the epoch in 1970' : 'after 2262-04-11T23:47:16.854775807';
  return argumentFailure(`date[${date}] is ${where} and cannot be stored in nanosecond resolution`);
}

function nanosOutOfRange(ms: number): Failure {
  return argumentFailure(
    `milliSeconds [${ms}] are ${ms < 0 ? 'before the epoch in 1970 and cannot be converted to nanoseconds' : 'after 2262-04-11T23:47:16.854775807 and cannot be converted to nanoseconds'}`,
  );
}

function toIp(): Convert {
  return (value) =>
    typeof value === 'bigint'
      ? value
      : (parseIpAddress(value as string) ?? argumentFailure(`'${value as string}' is not an IP string literal.`));
}

interface Conversion {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly target: EsqlType;
  readonly accepts: readonly EsqlType[];
  readonly words: string;
  readonly convert: (type: EsqlType) => Convert;
  readonly example: readonly [string, unknown];
}

const NUMBERS: readonly EsqlType[] = ['integer', 'long', 'unsigned_long', 'double'];
const TEXTS: readonly EsqlType[] = ['keyword', 'text'];
const MOST: readonly EsqlType[] = ['boolean', ...NUMBERS, ...TEXTS, 'datetime'];

/** The factors of Java, which has them rounded once. */
const DEGREES = 57.29577951308232;
const RADIANS = 0.017453292519943295;

const CONVERSIONS: readonly Conversion[] = [
  {
    name: 'TO_BOOLEAN',
    aliases: ['TO_BOOL'],
    target: 'boolean',
    accepts: ['boolean', ...NUMBERS, ...TEXTS],
    words: 'boolean or numeric or string',
    convert: toBoolean,
    example: ['"TRUE"', true],
  },
  {
    name: 'TO_INTEGER',
    aliases: ['TO_INT'],
    target: 'integer',
    accepts: MOST,
    words: 'boolean or counter_integer or datetime or numeric or string',
    convert: (type) => toWholeNumber(type, 'integer'),
    example: ['"7.6"', 8],
  },
  {
    name: 'TO_LONG',
    target: 'long',
    accepts: [...MOST, 'date_nanos'],
    words: 'boolean or counter_integer or counter_long or date_nanos or datetime or numeric or string',
    convert: (type) => toWholeNumber(type, 'long'),
    example: ['"12345678901"', 12_345_678_901],
  },
  {
    name: 'TO_UNSIGNED_LONG',
    aliases: ['TO_ULONG', 'TO_UL'],
    target: 'unsigned_long',
    accepts: MOST,
    words: 'boolean or datetime or numeric or string',
    convert: (type) => toWholeNumber(type, 'unsigned_long'),
    example: ['7', 7],
  },
  {
    name: 'TO_DOUBLE',
    aliases: ['TO_DBL'],
    target: 'double',
    accepts: MOST,
    words: 'boolean or counter_double or counter_integer or counter_long or datetime or numeric or string',
    convert: toDouble,
    example: ['"1.5"', 1.5],
  },
  {
    name: 'TO_DATETIME',
    aliases: ['TO_DT'],
    target: 'datetime',
    accepts: [...TEXTS, ...NUMBERS, 'datetime', 'date_nanos'],
    words: 'date_nanos or datetime or numeric or string',
    convert: toDatetime,
    example: ['"2024-02-29T10:00:00Z"', '2024-02-29T10:00:00.000Z'],
  },
  {
    name: 'TO_DATE_NANOS',
    aliases: ['TO_DATENANOS'],
    target: 'date_nanos',
    accepts: [...TEXTS, 'long', 'double', 'unsigned_long', 'datetime', 'date_nanos'],
    words: 'date_nanos or datetime or double or long or string or unsigned_long',
    convert: toDateNanos,
    example: ['"2024-02-29T10:00:00.123456789Z"', '2024-02-29T10:00:00.123456789Z'],
  },
  {
    name: 'TO_IP',
    target: 'ip',
    accepts: [...TEXTS, 'ip'],
    words: 'ip or string',
    convert: toIp,
    example: ['"10.0.0.1"', '10.0.0.1'],
  },
  {
    name: 'TO_VERSION',
    aliases: ['TO_VER'],
    target: 'version',
    accepts: [...TEXTS, 'version'],
    words: 'string or version',
    convert: () => (value) => value,
    example: ['"1.2.3"', '1.2.3'],
  },
  {
    name: 'TO_STRING',
    aliases: ['TO_STR'],
    target: 'keyword',
    accepts: TYPES.any.types,
    words:
      'aggregate_metric_double or boolean or cartesian_point or cartesian_shape or date_nanos or datetime or geo_point or geo_shape or ip or numeric or string or version',
    convert: (type) => (value) => scalarText(value, type),
    example: ['1.0', '1.0'],
  },
  {
    name: 'TO_DEGREES',
    target: 'double',
    accepts: NUMBERS,
    words: 'numeric',
    convert: () => (value) => Number(value) * DEGREES,
    example: ['0.0', 0],
  },
  {
    name: 'TO_RADIANS',
    target: 'double',
    accepts: NUMBERS,
    words: 'numeric',
    convert: () => (value) => Number(value) * RADIANS,
    example: ['0.0', 0],
  },
];

function conversion(item: Conversion): ScalarFunction {
  return {
    kind: 'scalar',
    name: item.name,
    aliases: item.aliases ?? [],
    summary: `Convert a value to ${item.target}; each value of a multi-value, and null with a warning where it cannot be.`,
    parameters: [{ name: 'field', type: { words: item.words, types: item.accepts } }],
    returns: item.target,
    examples: [{ query: `ROW x = ${item.example[0]} | EVAL y = ${item.name}(x)`, result: item.example[1] }],
    convert: ({ types: [type = 'keyword'] }) =>
      type === item.target && item.words !== 'numeric' ? (value) => value : item.convert(type),
  };
}

/** Reads `3 days`; undefined if it is no time span of that kind. */
export function parseSpan(text: string, type: EsqlType): TimeSpanValue | undefined {
  const match = /^\s*(-?\d{1,15})\s+([a-z]+)\s*$/i.exec(text);
  const span = match ? spanOf(Number(match[1]), match[2] ?? '') : undefined;
  return span?.type === type ? span.value : undefined;
}

function spanConversion(name: string, target: 'date_period' | 'time_duration', example: string): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    summary: `Convert a text to a ${target === 'date_period' ? 'period of days, weeks, months or years' : 'duration of hours or less'}.`,
    parameters: [
      {
        name: 'field',
        type: { words: `${target} or string`, types: [...TEXTS, target] },
        constant: true,
      },
    ],
    returns: target,
    examples: [
      {
        query: `ROW d = TO_DATETIME("2024-02-29T00:00:00Z") | EVAL y = d + ${name}("${example}")`,
        result: target === 'date_period' ? '2024-03-01T00:00:00.000Z' : '2024-02-29T02:00:00.000Z',
      },
    ],
    evaluateCells: () => () => null,
  };
}

/** Type conversions. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/type-conversion-functions */
export const CONVERSION_FUNCTIONS: readonly ScalarFunction[] = [
  ...CONVERSIONS.map(conversion),
  spanConversion('TO_DATEPERIOD', 'date_period', '1 day'),
  spanConversion('TO_TIMEDURATION', 'time_duration', '2 hours'),
];

const CASTS: ReadonlyMap<string, string> = new Map([
  ['boolean', 'TO_BOOLEAN'],
  ['bool', 'TO_BOOLEAN'],
  ['integer', 'TO_INTEGER'],
  ['int', 'TO_INTEGER'],
  ['long', 'TO_LONG'],
  ['unsigned_long', 'TO_UNSIGNED_LONG'],
  ['ul', 'TO_UNSIGNED_LONG'],
  ['ulong', 'TO_UNSIGNED_LONG'],
  ['double', 'TO_DOUBLE'],
  ['datetime', 'TO_DATETIME'],
  ['date', 'TO_DATETIME'],
  ['dt', 'TO_DATETIME'],
  ['date_nanos', 'TO_DATE_NANOS'],
  ['ip', 'TO_IP'],
  ['version', 'TO_VERSION'],
  ['string', 'TO_STRING'],
  ['keyword', 'TO_STRING'],
  ['text', 'TO_STRING'],
  ['date_period', 'TO_DATEPERIOD'],
  ['time_duration', 'TO_TIMEDURATION'],
]);

/** The function that `::type` calls; undefined if no type has that name. */
export function castFunction(type: string): string | undefined {
  return CASTS.get(type.toLowerCase());
}
