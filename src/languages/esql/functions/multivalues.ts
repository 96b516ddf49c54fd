import {
  type Cell,
  Failure,
  type Scalar,
  Refusal,
  argumentFailure,
  cellOf,
  invalidFailure,
  isMultiple,
  longOrFailure,
  valuesOf,
  wholeNumber,
} from '../cells.js';
import { TYPES, type EsqlType, isString } from '../types.js';
import { compareScalars } from './compare.js';
import type { CallSite, ScalarFunction } from './function.js';
import { big, finite, integerOrFailure, printDouble } from './numbers.js';
import { multiValueFailure } from './multi-value.js';

const FIELD = { name: 'field', type: TYPES.any };

/** A function of one multi-value; null gives null. */
function ofValues(
  name: string,
  summary: string,
  returns: ScalarFunction['returns'],
  apply: (site: CallSite) => (values: readonly Scalar[]) => Cell | Failure,
  example: readonly [string, unknown],
  parameter = FIELD,
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    summary,
    parameters: [parameter],
    returns,
    examples: [{ query: `ROW x = ${example[0]} | EVAL y = ${name}(x)`, result: example[1] }],
    evaluateCells: (site) => {
      const compute = apply(site);
      return (cell = null) => (cell === null ? null : compute(valuesOf(cell)));
    },
  };
}

const own: ScalarFunction['returns'] = ([type = 'null']) => (type === 'text' ? 'keyword' : type);
const same: ScalarFunction['returns'] = ([type = 'null']) => type;
const NUMBER = { name: 'number', type: TYPES.numeric };

/** Sums doubles with Kahan's compensation, as Elasticsearch does. */
function sumDoubles(values: readonly number[]): number {
  let sum = 0;
  let rest = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) sum += value;
    else if (Number.isFinite(sum)) {
      const corrected = value - rest;
      const updated = sum + corrected;
      rest = updated - sum - corrected;
      sum = updated;
    }
  }
  return sum;
}

function total(values: readonly Scalar[], type: EsqlType): Cell | Failure {
  if (type === 'double') return finite(sumDoubles(values as readonly number[]));
  let sum = 0n;
  for (const value of values) {
    sum += big(value);
    // A sum that leaves the range on the way fails, even if later values would bring it back.
    const fit = type === 'integer' ? integerOrFailure(Number(sum)) : longOrFailure(sum);
    if (fit instanceof Failure) return fit;
  }
  return wholeNumber(sum);
}

function average(values: readonly Scalar[], type: EsqlType): number {
  if (type === 'double') return sumDoubles(values as readonly number[]) / values.length;
  return Number(values.reduce<bigint>((left, right) => left + big(right), 0n)) / values.length;
}

/** The middle of sorted numbers; two middles give their mean, truncated down for whole numbers. */
function medianOf(values: readonly Scalar[], type: EsqlType): Scalar {
  const sorted = [...values].sort(compareScalars(type));
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  if (sorted.length % 2 === 1) return high;
  if (type === 'double') return ((low as number) + (high as number)) / 2;
  const sum = big(low) + big(high);
  const half = sum >= 0n || sum % 2n === 0n ? sum / 2n : sum / 2n - 1n;
  return Number.isSafeInteger(Number(half)) ? Number(half) : half;
}

function percentileOf(values: readonly Scalar[], type: EsqlType, percent: number): Cell | Failure {
  if (percent < 0 || percent > 100)
    return argumentFailure(`Percentile parameter must be a number between 0 and 100, found [${printDouble(percent)}]`);
  const sorted = values.map(Number).sort((left, right) => left - right);
  const position = (percent / 100) * (sorted.length - 1);
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.min(Math.floor(position) + 1, sorted.length - 1)] ?? low;
  const step = (position - Math.floor(position)) * (high - low);
  return low + (type === 'double' ? step : Math.trunc(step));
}

function medianDeviation(values: readonly Scalar[], type: EsqlType): Scalar {
  const middle = middleOf(values, type);
  return medianOf(
    values.map((value) => Math.abs(Number(value) - middle)),
    type,
  );
}

/** The median; between two whole numbers it is cut off towards zero, where MV_MEDIAN goes down. */
function middleOf(values: readonly Scalar[], type: EsqlType): number {
  if (type === 'double' || values.length % 2 === 1) return Number(medianOf(values, type));
  const sorted = [...values].sort(compareScalars(type));
  const middle = sorted.length >> 1;
  return Number((big(sorted[middle - 1] ?? 0) + big(sorted[middle] ?? 0)) / 2n);
}

function unique(values: readonly Scalar[]): Scalar[] {
  return [...new Set(values)];
}

function extreme(sign: number): (site: CallSite) => (values: readonly Scalar[]) => Cell {
  return ({ types: [type = 'keyword'] }) => {
    const compare = compareScalars(type);
    return (values) => values.reduce((best, value) => (compare(value, best) * sign > 0 ? value : best));
  };
}

const NUMERIC_SITE =
  (apply: (values: readonly Scalar[], type: EsqlType) => Cell | Failure) =>
  ({ types: [type = 'double'] }: CallSite) =>
  (values: readonly Scalar[]): Cell | Failure =>
    apply(values, type);

const OF_VALUES: readonly ScalarFunction[] = [
  ofValues(
    'MV_AVG',
    'Return the mean of a multi-value.',
    'double',
    NUMERIC_SITE(average),
    ['[3, 5, 1, 6]', 3.75],
    NUMBER,
  ),
  ofValues('MV_COUNT', 'Return the number of values.', 'integer', () => (values) => values.length, [
    '["a", "b", "a"]',
    3,
  ]),
  ofValues(
    'MV_DEDUPE',
    'Remove repeated values.',
    own,
    ({ types: [type] }) =>
      (values) =>
        cellOf(type === 'boolean' && unique(values).length < values.length ? unique(values).sort() : unique(values)),
    ['["a", "a", "b"]', ['a', 'b']],
  ),
  ofValues('MV_FIRST', 'Return the first value.', own, () => (values) => values[0] ?? null, ['["c", "a"]', 'c']),
  ofValues('MV_LAST', 'Return the last value.', own, () => (values) => values.at(-1) ?? null, ['["c", "a"]', 'a']),
  ofValues('MV_MAX', 'Return the greatest value.', own, extreme(1), ['["a", "c", "b"]', 'c']),
  ofValues('MV_MIN', 'Return the least value.', own, extreme(-1), ['["b", "a", "c"]', 'a']),
  ofValues(
    'MV_MEDIAN',
    'Return the median of a multi-value.',
    same,
    NUMERIC_SITE(medianOf),
    ['[3, 7, 1, 6]', 4],
    NUMBER,
  ),
  ofValues(
    'MV_MEDIAN_ABSOLUTE_DEVIATION',
    'Return the median distance of the values from their median.',
    same,
    NUMERIC_SITE(medianDeviation),
    ['[0, 2, 5, 6]', 2],
    NUMBER,
  ),
  ofValues('MV_SUM', 'Return the sum of a multi-value.', same, NUMERIC_SITE(total), ['[3, 5, 1]', 9], NUMBER),
];

const mvPercentile: ScalarFunction = {
  kind: 'scalar',
  name: 'MV_PERCENTILE',
  summary: 'Return the value below which a percentage of the values lies, between neighbours by their distance.',
  parameters: [
    { name: 'number', type: TYPES.numericNotUnsigned },
    { name: 'percentile', type: TYPES.numericNotUnsigned },
  ],
  returns: same,
  examples: [{ query: 'ROW x = [5, 5, 10, 12, 5000] | EVAL y = MV_PERCENTILE(x, 50)', result: 10 }],
  evaluateCells:
    ({ types: [type = 'double'] }) =>
    (cell = null, percent = null) => {
      if (cell === null || percent === null) return null;
      return isMultiple(percent) ? multiValueFailure() : percentileOf(valuesOf(cell), type, Number(percent));
    },
};

const mvConcat: ScalarFunction = {
  kind: 'scalar',
  name: 'MV_CONCAT',
  summary: 'Join the values of a multi-value, with a delimiter between them.',
  parameters: [
    { name: 'string', type: TYPES.string },
    { name: 'delim', type: TYPES.string },
  ],
  returns: 'keyword',
  examples: [{ query: 'ROW x = ["a", "b"] | EVAL y = MV_CONCAT(x, ", ")', result: 'a, b' }],
  evaluateCells:
    () =>
    (cell = null, delimiter = null) =>
      cell === null || delimiter === null || isMultiple(delimiter) ? null : valuesOf(cell).join(String(delimiter)),
};

/** What is wrong with the ends of a slice, in Elasticsearch's words. */
function wrongOffsets(start: number, end: number): string | undefined {
  if (start > end) return 'Start offset is greater than end offset';
  return start < 0 && end >= 0 ? 'Start and end offset have different signs' : undefined;
}

const mvSlice: ScalarFunction = {
  kind: 'scalar',
  name: 'MV_SLICE',
  summary: 'Return the values between two positions (0-based, negative from the end, both included).',
  parameters: [FIELD, { name: 'start', type: TYPES.integer }, { name: 'end', type: TYPES.integer, optional: true }],
  returns: own,
  examples: [{ query: 'ROW x = [1, 2, 2, 3] | EVAL y = MV_SLICE(x, 1, 2)', result: [2, 2] }],
  check: ({ constants: [, start, end] }) => {
    const problem = typeof start === 'number' && typeof end === 'number' ? wrongOffsets(start, end) : undefined;
    return problem === undefined ? undefined : new Refusal('invalid_argument_exception', problem);
  },
  evaluateCells:
    () =>
    (cell = null, start = null, end = start) => {
      if (cell === null || start === null || end === null) return null;
      if (isMultiple(start) || isMultiple(end)) return multiValueFailure();
      const values = valuesOf(cell);
      const place = (at: number): number => (at < 0 ? at + values.length : at);
      const [from, to] = [place(Number(start)), place(Number(end))];
      const problem = wrongOffsets(Number(start), Number(end));
      if (problem !== undefined) return invalidFailure(problem);
      return (from < 0 && to < 0) || from > to ? null : cellOf(values.slice(Math.max(from, 0), Math.max(to + 1, 0)));
    },
};

const mvSort: ScalarFunction = {
  kind: 'scalar',
  name: 'MV_SORT',
  summary: 'Sort a multi-value, ascending unless "DESC" is given.',
  parameters: [FIELD, { name: 'order', type: TYPES.string, optional: true, constant: true }],
  returns: own,
  examples: [{ query: 'ROW x = [4, 2, -3] | EVAL y = MV_SORT(x, "DESC")', result: [4, 2, -3] }],
  check: ({ constants: [, order], text }) =>
    typeof order === 'string' && !/^(?:asc|desc)$/i.test(order)
      ? `Invalid order value in [${text}], expected one of [ASC, DESC] but got [${order}]`
      : undefined,
  evaluateCells: ({ types: [type = 'keyword'], constants: [, order] }) => {
    const compare = compareScalars(type);
    const sign = typeof order === 'string' && order.toLowerCase() === 'desc' ? -1 : 1;
    if (order === null) return () => null;
    return (cell = null) => cellOf([...valuesOf(cell)].sort((left, right) => sign * compare(left, right)));
  },
};

const mvZip: ScalarFunction = {
  kind: 'scalar',
  name: 'MV_ZIP',
  summary: 'Join two multi-values pair by pair, with a delimiter (by default a comma).',
  parameters: [
    { name: 'string1', type: TYPES.string },
    { name: 'string2', type: TYPES.string },
    { name: 'delim', type: TYPES.string, optional: true },
  ],
  returns: 'keyword',
  examples: [
    { query: 'ROW a = ["x", "y", "z"], b = ["1", "2"] | EVAL c = MV_ZIP(a, b, "-")', result: ['x-1', 'y-2', 'z'] },
  ],
  evaluateCells:
    () =>
    (left = null, right = null, delimiter = ',') => {
      if ((left === null && right === null) || delimiter === null) return null;
      if (isMultiple(delimiter)) return multiValueFailure();
      const [a, b] = [valuesOf(left), valuesOf(right)];
      const pairs = Array.from({ length: Math.max(a.length, b.length) }, (_, at) =>
        [a[at], b[at]].filter((value) => value !== undefined).join(String(delimiter)),
      );
      return cellOf(pairs);
    },
};

function checkSame(call: Parameters<NonNullable<ScalarFunction['check']>>[0]): string | undefined {
  const [left = 'null', right = 'null'] = call.types;
  if (left === right || left === 'null' || right === 'null' || (isString(left) && isString(right))) return undefined;
  return `second argument of [${call.text}] must be [${left === 'text' ? 'keyword' : left}], found value [${call.argumentTexts[1] ?? ''}] type [${right}]`;
}

const pairReturns: ScalarFunction['returns'] = ([left = 'null', right = 'null']) => {
  const type = left === 'null' ? right : left;
  return type === 'text' ? 'keyword' : type;
};

function ofTwo(
  name: string,
  summary: string,
  returns: ScalarFunction['returns'],
  apply: (left: Cell, right: Cell) => Cell,
  example: readonly [string, unknown],
  since?: string,
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    ...(since !== undefined && { since }),
    summary,
    parameters: [
      { name: 'field1', type: TYPES.any },
      { name: 'field2', type: TYPES.any },
    ],
    returns,
    examples: [{ query: `ROW a = ["a", "b", "c"], b = ${example[0]} | EVAL y = ${name}(a, b)`, result: example[1] }],
    check: checkSame,
    evaluateCells:
      () =>
      (left = null, right = null) =>
        apply(left, right),
  };
}

const PAIRS: readonly ScalarFunction[] = [
  ofTwo(
    'MV_APPEND',
    'Join two multi-values; null if one is null.',
    pairReturns,
    (left, right) => (left === null || right === null ? null : cellOf([...valuesOf(left), ...valuesOf(right)])),
    ['["d"]', ['a', 'b', 'c', 'd']],
  ),
  ofTwo(
    'MV_CONTAINS',
    'Tell whether all values of the second multi-value are in the first; null counts as the empty set.',
    'boolean',
    (left, right) => valuesOf(right).every((value) => valuesOf(left).includes(value)),
    ['["a", "c"]', true],
    '9.2',
  ),
  ofTwo(
    'MV_INTERSECTION',
    'Return the values that two multi-values share.',
    pairReturns,
    (left, right) => cellOf(unique(valuesOf(left)).filter((value) => valuesOf(right).includes(value))),
    ['["b", "c", "d"]', ['b', 'c']],
    '9.3',
  ),
  ofTwo(
    'MV_INTERSECTS',
    'Tell whether two multi-values share a value.',
    'boolean',
    (left, right) => valuesOf(left).some((value) => valuesOf(right).includes(value)),
    ['["b", "d"]', true],
    '9.4',
  ),
  ofTwo(
    'MV_UNION',
    'Return the values of two multi-values, each once.',
    pairReturns,
    (left, right) => cellOf(unique([...valuesOf(left), ...valuesOf(right)])),
    ['["c", "d"]', ['a', 'b', 'c', 'd']],
    '9.4',
  ),
  ofTwo(
    'MV_DIFFERENCE',
    'Return the values of the first multi-value that are not in the second.',
    pairReturns,
    (left, right) => cellOf(unique(valuesOf(left)).filter((value) => !valuesOf(right).includes(value))),
    ['["c", "d"]', ['a', 'b']],
    '9.4',
  ),
];

const pseries: ScalarFunction = {
  kind: 'scalar',
  name: 'MV_PSERIES_WEIGHTED_SUM',
  summary: 'Return the sum of the values, the n-th divided by n to the power of p.',
  parameters: [
    { name: 'number', type: { words: 'double', types: ['double'] } },
    { name: 'p', type: { words: 'double', types: ['double'] }, constant: true },
  ],
  returns: (types) => (types.includes('null') ? 'null' : 'double'),
  examples: [{ query: 'ROW x = [8.0, 4.0] | EVAL y = MV_PSERIES_WEIGHTED_SUM(x, 1.0)', result: 10 }],
  evaluateCells:
    () =>
    (cell = null, p = null) => {
      if (cell === null || p === null) return null;
      if (isMultiple(p)) return multiValueFailure();
      return finite(sumDoubles(valuesOf(cell).map((value, at) => Number(value) / (at + 1) ** Number(p))));
    },
};

/** Functions of multi-values. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/mv-functions */
export const MULTIVALUE_FUNCTIONS: readonly ScalarFunction[] = [
  ...OF_VALUES,
  mvPercentile,
  mvConcat,
  mvSlice,
  mvSort,
  mvZip,
  ...PAIRS,
  pseries,
];
