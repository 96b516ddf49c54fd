import { type Operand, TimeSpanValue } from '../cells.js';
import { addSpan, parseInstant, printInstant, toMillis } from './date-values.js';
import type { CheckedCall, ScalarFunction } from './function.js';
import { ordinal } from './ordinal.js';

interface Range {
  /** Milliseconds since 1970: the start is outside, the end inside. */
  readonly from: number;
  readonly to: number;
}

/** The two ends, or what is wrong with them in Elasticsearch's words. */
function rangeOf({ types, constants, now, text }: CheckedCall): Range | string {
  const [start, end] = constants;
  if (start instanceof TimeSpanValue) {
    if (Math.min(start.milliseconds, start.days, start.months) < 0) return 'start_time_or_offset cannot be negative';
    return { from: Number(addSpan(now, 'datetime', start.negate())), to: now };
  }
  const from = moment(start, types[0]);
  const to = moment(end, types[1]);
  if (from === undefined || to === undefined) {
    const [name, value] = from === undefined ? ['start_time_or_offset', start] : ['end_time', end];
    const shown = typeof value === 'string' ? value : '';
    return `invalid time range for [${text}]: TRANGE ${name} parameter must be a valid datetime string, got: ${shown}`;
  }
  if (from > to) {
    const [first, second] = [from, to].map((ms) => printInstant(ms, 'datetime'));
    return `TRANGE rangeStart time [${first ?? ''}] must be before rangeEnd time [${second ?? ''}]`;
  }
  return { from, to };
}

function moment(value: Operand | undefined, type: CheckedCall['types'][number] = 'datetime'): number | undefined {
  if (typeof value === 'string') return parseInstant(value)?.ms;
  return typeof value === 'number' || typeof value === 'bigint' ? toMillis(value, type) : undefined;
}

function check(call: CheckedCall): string | undefined {
  const { types, constants, text, argumentTexts } = call;
  const nothing = constants.findIndex((value) => value === null);
  if (nothing >= 0)
    return `${ordinal(nothing)} argument of [${text}] cannot be null, received [${argumentTexts[nothing] ?? ''}]`;
  const isSpan = constants[0] instanceof TimeSpanValue;
  if (types.length === 1 && !isSpan) return wrongType(call, 0, 'time_duration or date_period');
  if (types.length > 1 && isSpan) return wrongType(call, 0, 'string, long, date or date_nanos');
  if (types.length > 1 && types[0] !== types[1])
    return wrongType(call, 1, types[0] === 'datetime' ? 'date' : (types[0] ?? ''));
  const range = rangeOf(call);
  return typeof range === 'string' ? range : undefined;
}

function wrongType({ types, text, argumentTexts }: CheckedCall, at: number, wanted: string): string {
  return `${ordinal(at)} argument of [${text}] must be [${wanted}], found value [${argumentTexts[at] ?? ''}] type [${types[at] ?? ''}]`;
}

/** TRANGE. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/date-time-functions */
export const timeRange: ScalarFunction = {
  kind: 'scalar',
  name: 'TRANGE',
  since: '9.3',
  timestamp: true,
  summary: 'Tell whether `@timestamp` lies in a range: after its start, up to its end; or in the last span of time.',
  parameters: [
    { name: 'start_time_or_offset', type: { words: 'time_duration, date_period, string, long, date or date_nanos', types: ['time_duration', 'date_period', 'datetime', 'date_nanos', 'keyword', 'long'] }, constant: true },
    { name: 'end_time', type: { words: 'string, long, date or date_nanos', types: ['datetime', 'date_nanos', 'keyword', 'long'] }, optional: true, constant: true },
  ],
  returns: 'boolean',
  examples: [
    { query: 'ROW `@timestamp` = NOW() - 30 minutes | EVAL y = TRANGE(1 hour)', result: true },
    { query: 'ROW `@timestamp` = TO_DATETIME("2024-02-29T13:00:00Z") | EVAL y = TRANGE("2024-02-29T13:00:00Z", "2024-03-01")', result: false },
  ],
  check,
  evaluate: ({ types: [timestamp = 'datetime', ...types], constants: [, ...constants], now }) => {
    const range = rangeOf({ types, constants, now, text: '', argumentTexts: [] });
    // The check has refused what is no range.
    if (typeof range === 'string') return () => null;
    return (value = 0) => {
      // Nanoseconds after a whole millisecond are after it.
      const scale = timestamp === 'date_nanos' ? 1_000_000n : 1n;
      return BigInt(value) > BigInt(range.from) * scale && BigInt(value) <= BigInt(range.to) * scale;
    };
  },
}; // prettier-ignore
