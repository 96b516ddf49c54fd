import { type Operand, TimeSpanValue } from '../cells.js';
import { type EsqlType, isTimeSpan } from '../types.js';
import { parseInstant, shiftMillis, toMillis, truncateTo } from './date-values.js';
import type { CheckedCall, GroupingFunction } from './function.js';

const SPANS: readonly TimeSpanValue[] = [
  ...[1, 5, 10, 50, 100, 500, 1000, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000, 10_800_000, 43_200_000].map(
    (ms) => new TimeSpanValue(ms, 0, 0),
  ),
  new TimeSpanValue(0, 1, 0),
  new TimeSpanValue(0, 7, 0),
  ...[1, 3, 12, 60, 120, 240, 600, 1200].map((months) => new TimeSpanValue(0, 0, months)),
]; // prettier-ignore

function millisOf(value: Operand | undefined): number {
  return typeof value === 'string' ? (parseInstant(value)?.ms ?? 0) : Number(value);
}

/** The finest span of a human size that cuts the range into at most that many buckets. */
function spanFor(buckets: number, from: number, to: number): TimeSpanValue {
  for (const span of SPANS) {
    const size = span.milliseconds || span.days * 86_400_000 || span.months * 2_628_000_000;
    if ((to - from) / size > 2 * buckets + 2) continue;
    const truncate = truncateTo(span);
    let [count, at] = [0, truncate(from)];
    while (at < to && count <= buckets) {
      count += 1;
      at = truncate(at + size * (span.months > 0 ? 1.2 : 1) + (span.months > 0 ? 86_400_000 * 3 : 0));
    }
    if (count <= buckets) return span;
  }
  return new TimeSpanValue(0, 0, 1200);
}

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

const bucket: GroupingFunction = {
  kind: 'grouping',
  name: 'BUCKET',
  aliases: ['BIN'],
  summary: 'Put a date or number into a bucket: of a size, or of a size that gives about a number of buckets in a range.',
  parameters: [
    { name: 'field', type: { words: 'date_nanos, datetime or numeric', types: ['datetime', 'date_nanos', 'integer', 'long', 'double'] } },
    { name: 'buckets', type: { words: 'integral, date_period or time_duration', types: ['integer', 'long', 'double', 'date_period', 'time_duration'] }, constant: true },
    { name: 'from', type: { words: 'datetime, numeric or string', types: ['integer', 'long', 'double', 'keyword', 'datetime', 'date_nanos'] }, optional: true, constant: true },
    { name: 'to', type: { words: 'datetime, numeric or string', types: ['integer', 'long', 'double', 'keyword', 'datetime', 'date_nanos'] }, optional: true, constant: true },
  ],
  returns: ([type = 'double']) => (type === 'datetime' || type === 'date_nanos' ? type : 'double'),
  examples: [{ query: 'ROW x = 17 | STATS BY y = BUCKET(x, 5.0)', result: 15 }],
  evaluate: ({ types: [type = 'double'], constants }) => {
    if (type === 'datetime' || type === 'date_nanos') return dateBucket(type, constants);
    const [, second, from, to] = constants;
    const size = from === undefined ? Number(second) : sizeFor(Number(second), Number(from), Number(to));
    return (value) => Math.floor(Number(value) / size) * size;
  },
}; // prettier-ignore

function dateBucket(type: EsqlType, constants: CheckedCall['constants']): (value?: unknown) => number | bigint {
  const truncate = truncateTo(spanOfCall(constants));
  return (value) => {
    const scalar = value as number | bigint;
    return type === 'datetime'
      ? truncate(Number(scalar))
      : shiftMillis(BigInt(toMillis(scalar, type)) * 1_000_000n, type, truncate);
  };
}

const RANGE_END = { words: 'datetime or string', types: ['datetime', 'date_nanos', 'keyword', 'text'] } as const;

function checkTimeBucket({ types: [size = 'null', from, to], text }: CheckedCall): string | undefined {
  if (isTimeSpan(size)) {
    return from === undefined
      ? undefined
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
