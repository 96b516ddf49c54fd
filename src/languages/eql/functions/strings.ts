import type { EqlValue } from '../value.js';
import { EqlEvaluationError, isNumeric, textOf } from '../value.js';
import type { EqlFunction } from './function.js';

const source = { name: 'source', type: 'string' } as const;
const substring = { name: 'substring', type: 'string' } as const;

const between: EqlFunction = {
  name: 'between',
  parameters: [
    source,
    { name: 'left', type: 'string' },
    { name: 'right', type: 'string' },
    { name: 'greedy_matching', type: 'boolean', optional: true },
  ],
  returns: 'string',
  caseAware: true,
  evaluate([text = null, left = null, right = null, greedy = false], insensitive) {
    if (text === null || left === null || right === null) return null;
    const whole = string(text);
    const [searched, before, after] = [whole, string(left), string(right)].map((item) => fold(item, insensitive));
    if (searched === undefined || before === undefined || after === undefined) return null;
    const found = searched.indexOf(before);
    if (found < 0) return '';
    const start = found + before.length;
    const end = greedy === true ? searched.lastIndexOf(after) : searched.indexOf(after, start);
    return end < start ? '' : whole.slice(start, end);
  },
};

const concat: EqlFunction = {
  name: 'concat',
  parameters: [{ name: 'value', type: 'exact' }],
  variadic: true,
  returns: 'string',
  evaluate: (values) =>
    values.reduce((text, value) => (text === null || value === null ? null : string(text) + textOf(value)), ''),
};

const indexOf: EqlFunction = {
  name: 'indexOf',
  parameters: [source, substring, { name: 'start_pos', type: 'numeric', optional: true }],
  returns: 'integer',
  caseAware: true,
  evaluate(values, insensitive) {
    const [text = null, part = null] = values;
    const start = values.length > 2 ? (values[2] ?? null) : 0n;
    if (text === null || part === null || start === null) return null;
    const found = fold(string(text), insensitive).indexOf(fold(string(part), insensitive), position(start));
    // Java finds nothing from a start beyond the end, JavaScript the empty text at the end.
    return found < 0 || position(start) > string(text).length ? null : BigInt(found);
  },
};

const length: EqlFunction = {
  name: 'length',
  parameters: [{ name: 'string', type: 'string' }],
  returns: 'integer',
  evaluate: ([text = null]) => (text === null ? null : BigInt(string(text).length)),
};

const substringOf: EqlFunction = {
  name: 'substring',
  parameters: [source, { name: 'start_pos', type: 'numeric' }, { name: 'end_pos', type: 'numeric', optional: true }],
  returns: 'string',
  evaluate([text = null, start = null, end = null]) {
    if (text === null) return null;
    if (start === null) return text;
    const whole = string(text);
    const from = fromEnd(position(start), whole.length);
    const to = end === null ? whole.length : fromEnd(position(end), whole.length);
    return from >= to ? '' : whole.slice(from, to);
  },
};

const toText: EqlFunction = {
  name: 'string',
  parameters: [{ name: 'value', type: 'exact' }],
  returns: 'string',
  evaluate: ([value = null]) => (value === null ? null : textOf(value)),
};

const toNumber: EqlFunction = {
  name: 'number',
  parameters: [
    { name: 'string', type: 'string' },
    { name: 'base_num', type: 'integer', optional: true },
  ],
  returns: 'numeric',
  evaluate([text = null, base = null]) {
    if (text === null) return null;
    const digits = string(text);
    const isHex = digits.startsWith('0x');
    const radix = base === null ? (isHex ? 16 : 10) : position(base);
    const bare = isHex && radix === 16 ? digits.slice(2) : digits;
    const value = parseWhole(bare, radix) ?? (radix === 10 ? parseDouble(bare) : undefined);
    if (value === undefined) throw new EqlEvaluationError(`Unable to convert [${bare}] to number of base [${radix}]`);
    return value;
  },
};

/** The functions that take texts apart and make them: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-function-ref.html */
export const STRING_FUNCTIONS: readonly EqlFunction[] = [
  between,
  concat,
  indexOf,
  length,
  toNumber,
  toText,
  substringOf,
];

/** The text of an argument; anything but text is refused, as Elasticsearch does. */
export function string(value: EqlValue): string {
  if (typeof value !== 'string') throw new EqlEvaluationError(`A string/char is required; received [${String(value)}]`);
  return value;
}

/** Lower case of all letters where case shall not count: in scripts, unlike in queries, this is not for ASCII alone. */
export function fold(text: string, insensitive: boolean): string {
  return insensitive ? text.toLowerCase() : text;
}

function position(value: EqlValue): number {
  if (value === null || !isNumeric(value))
    throw new EqlEvaluationError(`A number is required; received [${String(value)}]`);
  return Math.trunc(Number(value));
}

/** Negative positions count from the end; all are kept inside the text. */
function fromEnd(value: number, size: number): number {
  return Math.min(Math.max(value < 0 ? value + size : value, 0), size);
}

function parseWhole(text: string, radix: number): bigint | undefined {
  if (radix < 2 || radix > 36) return undefined;
  const negative = text.startsWith('-');
  const digits = negative || text.startsWith('+') ? text.slice(1) : text;
  // More digits than these do not fit into 64 bits in any base, but for leading zeros.
  if (digits === '' || digits.length > 1000) return undefined;
  let value = 0n;
  for (const char of digits) {
    const digit = Number.parseInt(char, 36);
    if (Number.isNaN(digit) || digit >= radix) return undefined;
    value = value * BigInt(radix) + BigInt(digit);
  }
  const signed = negative ? -value : value;
  return BigInt.asIntN(64, signed) === signed ? signed : undefined;
}

function parseDouble(text: string): number | undefined {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
