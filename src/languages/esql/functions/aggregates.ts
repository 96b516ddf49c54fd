import { type Cell, type Failure, type Scalar, cellOf } from '../cells.js';
import { averageOf, folding, sumOf } from './accumulators.js';
import { TYPES, type TypeSet } from '../types.js';
import { scalarBytes } from '../cell-size.js';
import { compareScalars } from './compare.js';
import { DistinctCounter } from './distinct-counter.js';
import { FIRST_LAST_FUNCTIONS } from './first-last.js';
import type { Accumulator, AggregateFunction, CallSite } from './function.js';
import { weightedAverage } from './weighted-average.js';

const EXCEPT_UNSIGNED: TypeSet = {
  words: 'representable except unsigned_long and spatial types',
  types: TYPES.any.types.filter((type) => type !== 'unsigned_long'),
};
const COLLECTED: TypeSet = { words: 'any type except unsigned_long', types: EXCEPT_UNSIGNED.types };
const QUANTIFIED: TypeSet = { words: 'numeric except unsigned_long', types: TYPES.numericNotUnsigned.types };
const DISTINCT: TypeSet = {
  words: 'any exact type except unsigned_long, _source, or counter types',
  types: EXCEPT_UNSIGNED.types,
};

const ROW3 = 'ROW x = [1, 2, 6] | MV_EXPAND x';

interface Simple {
  readonly name: string;
  readonly summary: string;
  readonly type?: TypeSet;
  readonly returns: AggregateFunction['returns'];
  readonly create: (site: CallSite) => () => Accumulator;
  readonly result: unknown;
  readonly since?: string;
}

function ofField({
  name,
  summary,
  type = TYPES.numericNotUnsigned,
  returns,
  create,
  result,
  since,
}: Simple): AggregateFunction {
  return {
    kind: 'aggregate',
    name,
    ...(since !== undefined && { since }),
    summary,
    parameters: [{ name: 'field', type }],
    returns,
    examples: [{ query: `${ROW3} | STATS y = ${name}(x)`, result }],
    create,
  };
}

const sameButText: AggregateFunction['returns'] = ([type = 'null']) => (type === 'text' ? 'keyword' : type);

/** Some aggregates of Elasticsearch 8.19 give null for a constant, whatever it is. */
function ofConstant({ constants: [field] }: CallSite): boolean {
  return field !== undefined;
}

const NOTHING: Accumulator = { add: () => undefined, finish: () => null };

/** A number in a list that grows, and what a set holds for a value besides the value. */
const NUMBER_BYTES = 12;
const ENTRY_BYTES = 40;

function extremeOf(sign: 1 | -1): (site: CallSite) => () => Accumulator {
  return ({ types: [type = 'keyword'], hold }) => {
    const compare = compareScalars(type);
    return () => {
      let best: Scalar | undefined;
      return folding(
        (value) => {
          // Elasticsearch starts MAX of addresses at the least one, which then is no value.
          if (best === undefined && type === 'ip' && sign > 0 && value === 0n) return;
          if (best !== undefined && compare(value, best) * sign <= 0) return;
          if (typeof value === 'string') hold?.(scalarBytes(value) - (best === undefined ? 0 : scalarBytes(best)));
          best = value;
        },
        () => best ?? null,
      );
    };
  };
}

function deviationOf(finish: (meanSquare: number) => number): (site: CallSite) => () => Accumulator {
  return (site) => () => {
    if (ofConstant(site)) return NOTHING;
    let [count, mean, squares] = [0, 0, 0];
    return folding(
      (value) => {
        count += 1;
        const delta = Number(value) - mean;
        mean += delta / count;
        squares += delta * (Number(value) - mean);
      },
      () => {
        const result = finish(squares / count);
        return Number.isFinite(result) ? result : null;
      },
    );
  };
}

/** The value at a percentage of sorted numbers, between neighbours by their distance. */
function quantile(sorted: readonly number[], percent: number): Cell {
  if (sorted.length === 0) return null;
  const position = (percent / 100) * (sorted.length - 1);
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.min(Math.floor(position) + 1, sorted.length - 1)] ?? low;
  return low + (position - Math.floor(position)) * (high - low);
}

function collecting({ hold }: CallSite, finish: (sorted: number[]) => Cell | Failure): Accumulator {
  const values: number[] = [];
  return folding(
    (value) => {
      hold?.(NUMBER_BYTES);
      values.push(Number(value));
    },
    () => finish(values.sort((left, right) => left - right)),
  );
}

function medianDeviation(sorted: readonly number[]): Cell {
  const middle = quantile(sorted, 50);
  if (middle === null) return null;
  const distances = sorted.map((value) => Math.abs(value - Number(middle))).sort((left, right) => left - right);
  return quantile(distances, 50);
}

const SIMPLE: readonly AggregateFunction[] = [
  ofField({ name: 'SUM', summary: 'Return the sum of all values.', type: TYPES.summable, returns: ([type]) => (type === 'double' || type === 'null' ? 'double' : 'long'), create: sumOf, result: 9 }),
  ofField({ name: 'AVG', summary: 'Return the mean of all values.', type: TYPES.summable, returns: 'double', create: averageOf, result: 3 }),
  ofField({ name: 'MAX', summary: 'Return the greatest value.', type: EXCEPT_UNSIGNED, returns: sameButText, create: extremeOf(1), result: 6 }),
  ofField({ name: 'MIN', summary: 'Return the least value.', type: EXCEPT_UNSIGNED, returns: sameButText, create: extremeOf(-1), result: 1 }),
  ofField({ name: 'STD_DEV', summary: 'Return the population standard deviation.', returns: 'double', create: deviationOf(Math.sqrt), result: 2.160246899469287 }),
  ofField({ name: 'VARIANCE', since: '9.3', summary: 'Return the population variance.', returns: 'double', create: deviationOf((value) => value), result: 4.666666666666667 }),
  ofField({ name: 'MEDIAN', summary: 'Return the median.', returns: 'double', create: (site) => () => collecting(site, (sorted) => quantile(sorted, 50)), result: 2 }),
  ofField({ name: 'MEDIAN_ABSOLUTE_DEVIATION', summary: 'Return the median distance of the values from their median.', returns: 'double', create: (site) => () => collecting(site, medianDeviation), result: 1 }),
]; // prettier-ignore

const count: AggregateFunction = {
  kind: 'aggregate',
  name: 'COUNT',
  summary: 'Return the number of values, or of rows for `*` and for no argument.',
  parameters: [{ name: 'field', type: TYPES.any, optional: true }],
  returns: 'long',
  examples: [{ query: `${ROW3} | STATS y = COUNT(x)`, result: 3 }],
  create: () => () => {
    let total = 0;
    return {
      add(cell = null) {
        if (cell === null) return;
        total += typeof cell === 'object' ? cell.length : 1;
      },
      finish: () => total,
    };
  },
};

const DEFAULT_PRECISION = 3000;

const countDistinct: AggregateFunction = {
  kind: 'aggregate',
  name: 'COUNT_DISTINCT',
  summary:
    'Return the approximate number of different values, by HyperLogLog++ as Elasticsearch does; exact for small numbers.',
  parameters: [
    { name: 'field', type: DISTINCT },
    {
      name: 'precision',
      type: { words: 'integer', types: ['integer', 'long', 'unsigned_long'] },
      optional: true,
      constant: true,
    },
  ],
  returns: 'long',
  examples: [{ query: 'ROW x = [1, 2, 2] | STATS y = COUNT_DISTINCT(x)', result: 2 }],
  create: ({ types: [type = 'keyword'], constants: [, precision], hold }) => {
    const threshold = typeof precision === 'number' ? precision : DEFAULT_PRECISION;
    return () => {
      const counter = new DistinctCounter(type, threshold);
      return folding(
        (value) => {
          if (counter.add(value)) hold?.(scalarBytes(value) + ENTRY_BYTES);
        },
        () => counter.count(),
      );
    };
  },
};

const values: AggregateFunction = {
  kind: 'aggregate',
  name: 'VALUES',
  summary: 'Return all different values as a multi-value, in no promised order.',
  parameters: [{ name: 'field', type: COLLECTED }],
  returns: sameButText,
  examples: [{ query: 'ROW x = ["b", "a", "b"] | STATS y = MV_SORT(VALUES(x))', result: ['a', 'b'] }],
  create: (site) => () => {
    if (ofConstant(site)) return NOTHING;
    const seen = new Set<Scalar>();
    return folding(
      (value) => {
        const before = seen.size;
        if (seen.add(value).size > before) site.hold?.(scalarBytes(value) + ENTRY_BYTES);
      },
      () => cellOf(site.types[0] === 'boolean' ? [...seen].sort() : [...seen]),
    );
  },
};

const percentile: AggregateFunction = {
  kind: 'aggregate',
  name: 'PERCENTILE',
  summary: 'Return the value below which a percentage of the values lies.',
  parameters: [
    { name: 'number', type: QUANTIFIED },
    { name: 'percentile', type: QUANTIFIED, constant: true },
  ],
  returns: 'double',
  examples: [{ query: `${ROW3} | STATS y = PERCENTILE(x, 50)`, result: 2 }],
  create: (site) => () =>
    collecting(site, (sorted) => {
      // Elasticsearch 8.19 cuts off what follows the point.
      const whole = Math.trunc(Number(site.constants[1]));
      return whole < 0 || whole > 100 ? null : quantile(sorted, whole);
    }),
};

/** Values that TOP keeps beyond twice those that it is asked for, before it throws away what cannot be among them. */
const MORE_THAN_TOP = 1000;

const top: AggregateFunction = {
  kind: 'aggregate',
  name: 'TOP',
  summary: 'Return the greatest ("desc") or least ("asc") values, repeated ones included.',
  parameters: [
    {
      name: 'field',
      type: {
        words: 'boolean, date, ip, string or numeric except unsigned_long or counter types',
        types: ['boolean', 'integer', 'long', 'double', 'datetime', 'ip', 'keyword', 'text'],
      },
    },
    { name: 'limit', type: { words: 'integer', types: ['integer'] }, constant: true },
    { name: 'order', type: { words: 'string', types: ['keyword'] }, constant: true },
  ],
  returns: sameButText,
  examples: [{ query: `${ROW3} | STATS y = TOP(x, 2, "desc")`, result: [6, 2] }],
  check: ({ constants: [, limit, order], text }) => {
    if (limit === null) return `second argument of [${text}] cannot be null, received [null]`;
    if (order === null) return `third argument of [${text}] cannot be null, received [null]`;
    if (typeof limit === 'number' && limit <= 0) return `Limit must be greater than 0 in [${text}], found [${limit}]`;
    if (typeof order === 'string' && !/^(?:asc|desc)$/i.test(order)) {
      return `Invalid order value in [${text}], expected [ASC, DESC] but got [${order}]`;
    }
    return undefined;
  },
  create: (site) => {
    const {
      types: [type = 'keyword'],
      constants: [, limit, order],
    } = site;
    // A limit of 1 makes it MIN or MAX, which know constants.
    if (ofConstant(site) && limit !== 1) return () => NOTHING;
    const compare = compareScalars(type);
    const sign = typeof order === 'string' && order.toLowerCase() === 'desc' ? -1 : 1;
    const wanted = Number(limit);
    return () => {
      let all: Scalar[] = [];
      const first = (): Scalar[] => all.sort((left, right) => sign * compare(left, right)).slice(0, wanted);
      return folding(
        (value) => {
          all.push(value);
          site.hold?.(scalarBytes(value) + NUMBER_BYTES);
          if (all.length < 2 * wanted + MORE_THAN_TOP) return;
          const kept = first();
          for (const item of all.slice(wanted)) site.hold?.(-scalarBytes(item) - NUMBER_BYTES);
          all = kept;
        },
        () => cellOf(first()),
      );
    };
  },
};

const sample: AggregateFunction = {
  kind: 'aggregate',
  name: 'SAMPLE',
  since: '8.19',
  summary: 'Return some values of a field; dragnet takes the first ones, so that a test gives the same answer again.',
  parameters: [
    { name: 'field', type: COLLECTED },
    { name: 'limit', type: TYPES.integer, constant: true },
  ],
  returns: sameButText,
  examples: [{ query: 'ROW x = 7 | STATS y = SAMPLE(x, 1)', result: 7 }],
  check: ({ constants: [, limit], text }) => {
    if (limit === null) return `second argument of [${text}] cannot be null, received [null]`;
    return typeof limit === 'number' && limit <= 0
      ? `Limit must be greater than 0 in [${text}], found [${limit}]`
      : undefined;
  },
  create: (site) => () => {
    if (ofConstant(site)) return NOTHING;
    const { hold } = site;
    const [, limit] = site.constants;
    const kept: Scalar[] = [];
    return folding(
      (value) => {
        if (kept.length >= Number(limit)) return;
        hold?.(scalarBytes(value) + NUMBER_BYTES);
        kept.push(value);
      },
      () => cellOf(kept),
    );
  },
};

function presence(name: 'PRESENT' | 'ABSENT', summary: string, wanted: boolean): AggregateFunction {
  return ofField({
    name,
    since: '9.2',
    summary,
    type: TYPES.any,
    returns: 'boolean',
    result: wanted,
    create: () => () => {
      let seen = false;
      return folding(
        () => {
          seen = true;
        },
        () => seen === wanted,
      );
    },
  });
}

/** Aggregate functions. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/aggregation-functions */
export const AGGREGATE_FUNCTIONS: readonly AggregateFunction[] = [
  ...SIMPLE,
  count,
  countDistinct,
  values,
  percentile,
  top,
  weightedAverage,
  sample,
  presence('PRESENT', 'Tell whether there is any value.', true),
  presence('ABSENT', 'Tell whether there is no value.', false),
  ...FIRST_LAST_FUNCTIONS,
];
