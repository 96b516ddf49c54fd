import { addUnits } from '../../../values/dates/date-math.js';
import { type Operand, type Refusal, TimeSpanValue, arithmeticFailure } from '../cells.js';
import { type EsqlType, TYPES, type TypeSet, isDate, isNumeric, isString, isTimeSpan } from '../types.js';
import { parseInstant, shiftMillis, spanProblem, toMillis, truncateTo } from './date-values.js';
import type { CheckedCall, GroupingFunction } from './function.js';
import { finite } from './numbers.js';

/** Sizes of buckets that people like, from long to short. */
const SPANS: readonly TimeSpanValue[] = [
  new TimeSpanValue(0, 0, 1),
  new TimeSpanValue(0, 7, 0),
  new TimeSpanValue(0, 1, 0),
  ...[43_200_000, 10_800_000, 3_600_000, 1_800_000, 600_000, 300_000, 60_000, 30_000, 10_000, 5000, 1000, 100, 50, 10, 1].map(
    (ms) => new TimeSpanValue(ms, 0, 0),
  ),
]; // prettier-ignore

const YEAR = new TimeSpanValue(0, 0, 12);

function millisOf(value: Operand | undefined): number {
  return typeof value === 'string' ? (parseInstant(value)?.ms ?? 0) : Number(value);
}

/** The shortest span that cuts the range into at most that many buckets, as long as the longer ones do so too; else a year. */
function spanFor(buckets: number, from: number, to: number): TimeSpanValue {
  let chosen = YEAR;
  for (const span of SPANS) {
    if (!suffices(span, buckets, from, to)) return chosen;
    chosen = span;
  }
  return chosen;
}

function suffices(span: TimeSpanValue, buckets: number, from: number, to: number): boolean {
  const start = truncateTo(span)(from);
  if (span.months > 0) return addUnits(start, Math.min(buckets, MAX_MONTHS), 'M') >= to;
  return start + buckets * (span.milliseconds || span.days * 86_400_000) >= to;
}

/** More months than dates have. */
const MAX_MONTHS = 10_000_000;

/** The size of number buckets: a power of ten, or half or a tenth of it where those suffice. */
function sizeFor(buckets: number, from: number, to: number): number {
  const precise = (to - from) / buckets;
  const magnitude = 10 ** Math.ceil(Math.log10(precise));
  const halved = magnitude / 2;
  return precise < halved ? halved : magnitude;
}

function spanOfCall(constants: CheckedCall['constants']): TimeSpanValue {
  const [, second, from, to] = constants;
  if (second instanceof TimeSpanValue) return second;
  return spanFor(Number(second), millisOf(from), millisOf(to));
}

/** What BUCKET takes depends on its first two arguments; {@link checkBucket} tells. */
const ANYTHING: TypeSet = { words: 'anything', types: [...TYPES.any.types, ...TYPES.timeSpan.types] };

const PLACES = ['first', 'second', 'third', 'fourth'];

/** What is wrong with the arguments of BUCKET, in Elasticsearch's words. */
function checkBucket(call: CheckedCall): string | Refusal | undefined {
  const [field = 'null', size = 'null'] = call.types;
  if (field === 'null' || size === 'null') return undefined;
  const date = isDate(field);
  const whole = isNumeric(size) && size !== 'double';
  if (date ? !whole && !isTimeSpan(size) : !isNumeric(size)) {
    return mustBe(call, 1, date ? 'integral, date_period or time_duration' : 'numeric');
  }
  return checkCount(call, whole, date) ?? checkEnds(call, date) ?? spanProblem(call.constants[1]);
}

function checkCount({ types }: CheckedCall, whole: boolean, date: boolean): string | undefined {
  const [field = 'null', size = 'null'] = types;
  const count = types.length;
  const wanted = whole ? 4 : 2;
  if (count !== wanted && !(whole && !date && count === 2)) {
    return `function expects exactly ${wanted === 4 ? 'four' : 'two'} arguments when the first one is of type [${field.toUpperCase()}] and the second of type [${size.toUpperCase()}]`;
  }
  return undefined;
}

function checkEnds(call: CheckedCall, date: boolean): string | undefined {
  const fits = (type: EsqlType): boolean => (date ? isDate(type) || isString(type) : isNumeric(type));
  const at = call.types.findIndex((type, place) => place > 1 && type !== 'null' && !fits(type));
  return at < 0 ? undefined : mustBe(call, at, date ? 'datetime or string' : 'numeric');
}

function mustBe({ types, text, argumentTexts }: CheckedCall, at: number, words: string): string {
  return `${PLACES[at] ?? ''} argument of [${text}] must be [${words}], found value [${argumentTexts[at] ?? ''}] type [${types[at] ?? ''}]`;
}

const bucket: GroupingFunction = {
  kind: 'grouping',
  name: 'BUCKET',
  aliases: ['BIN'],
  summary: 'Put a date or number into a bucket: of a size, or of a size that gives about a number of buckets in a range.',
  parameters: [
    { name: 'field', type: { words: 'datetime or numeric', types: ['datetime', 'date_nanos', 'integer', 'long', 'unsigned_long', 'double'] } },
    { name: 'buckets', type: ANYTHING, constant: true },
    { name: 'from', type: ANYTHING, optional: true, constant: true },
    { name: 'to', type: ANYTHING, optional: true, constant: true },
  ],
  returns: ([type = 'double']) => (isDate(type) || type === 'null' ? type : 'double'),
  check: checkBucket,
  examples: [{ query: 'ROW x = 17 | STATS BY y = BUCKET(x, 5.0)', result: 15 }],
  evaluate: ({ types: [type = 'double'], constants }) => {
    if (type === 'datetime' || type === 'date_nanos') return dateBucket(type, constants);
    const [, second, from, to] = constants;
    if (second === null || from === null || to === null) return () => null;
    const size = from === undefined ? Number(second) : sizeFor(Number(second), Number(from), Number(to));
    return (value) => (size === 0 ? arithmeticFailure('/ by zero') : finite(Math.floor(Number(value) / size) * size));
  },
}; // prettier-ignore

function dateBucket(type: EsqlType, constants: CheckedCall['constants']): (value?: unknown) => number | bigint | null {
  if (constants.slice(1).includes(null)) return () => null;
  const truncate = truncateTo(spanOfCall(constants));
  return (value) => {
    const scalar = value as number | bigint;
    return type === 'datetime'
      ? truncate(Number(scalar))
      : shiftMillis(BigInt(toMillis(scalar, type)) * 1_000_000n, type, truncate);
  };
}

const RANGE_END = { words: 'datetime or string', types: ['datetime', 'date_nanos', 'keyword', 'text'] } as const;

function checkTimeBucket({
  types: [size = 'null', from, to],
  constants: [span],
  text,
}: CheckedCall): string | Refusal | undefined {
  if (isTimeSpan(size)) {
    return from === undefined
      ? spanProblem(span)
      : `[from] and [to] in [${text}] cannot be used with a duration or period bucket size`;
  }
  if (from !== undefined && to === undefined)
    return `[from] and [to] in [${text}] must both be provided or both omitted`;
  return from === undefined && size !== 'null'
    ? `numeric bucket count in [${text}] requires [from] and [to] parameters or a \`@timestamp\` range in the query filter`
    : undefined;
}

const timeBucket: GroupingFunction = {
  kind: 'grouping',
  name: 'TBUCKET',
  since: '9.2',
  timestamp: true,
  summary: 'Put `@timestamp` into a bucket: of a length, or of one that gives about a number of buckets in a range (9.4).',
  parameters: [
    { name: 'buckets', type: { words: 'integer, date_period or time_duration', types: ['integer', 'long', 'date_period', 'time_duration'] }, constant: true },
    { name: 'from', type: RANGE_END, optional: true, constant: true },
    { name: 'to', type: RANGE_END, optional: true, constant: true },
  ],
  returns: ([timestamp = 'datetime']) => timestamp,
  examples: [{ query: 'ROW `@timestamp` = TO_DATETIME("2024-02-29T13:45:00Z") | STATS BY y = TBUCKET(1 hour)', result: '2024-02-29T13:00:00.000Z' }],
  check: checkTimeBucket,
  evaluate: ({ types: [timestamp = 'datetime'], constants }) => dateBucket(timestamp, constants),
}; // prettier-ignore

/** Functions that only STATS … BY may use. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/grouping-functions */
export const GROUPING_FUNCTIONS: readonly GroupingFunction[] = [bucket, timeBucket];
