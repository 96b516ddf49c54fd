import { type Scalar, arithmeticFailure, fitsInteger, fitsLong, isMultiple, valuesOf } from '../cells.js';
import { TYPES } from '../types.js';
import { averageOf } from './accumulators.js';
import type { AggregateFunction, CallSite } from './function.js';
import { DoubleSum } from './running-sums.js';

/** The mean of values that count for more or less. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/aggregation-functions */
export const weightedAverage: AggregateFunction = {
  kind: 'aggregate',
  name: 'WEIGHTED_AVG',
  summary: 'Return the mean of a value, weighted by another.',
  parameters: [
    { name: 'number', type: TYPES.numericNotUnsigned },
    { name: 'weight', type: TYPES.numericNotUnsigned },
  ],
  returns: 'double',
  examples: [{ query: `ROW x = [1, 2, 6] | MV_EXPAND x | STATS y = WEIGHTED_AVG(x, x)`, result: 41 / 9 }],
  check: ({ constants: [, weight], argumentTexts, text }) =>
    weight === null || weight === 0
      ? `SECOND argument of [${text}] cannot be null or 0, received [${argumentTexts[1] ?? ''}]`
      : undefined,
  create: (site) => () => {
    const [value, weight] = site.constants;
    // Elasticsearch replaces what is constant: an equal weight makes a plain mean, an equal value is the mean.
    if (typeof value === 'number') return { add: () => undefined, finish: () => value };
    if (value !== undefined && isMultiple(value)) return { add: () => undefined, finish: () => meanOf(value) };
    if (weight !== undefined && weight !== null) return averageOf(site)();
    const [sum, weights] = [new DoubleSum(), new DoubleSum()];
    let seen = false;
    return {
      add(cell = null, factor = null) {
        // As in SUM(value * weight) / SUM(weight): a product needs one value each, a sum takes all.
        if (factor !== null) for (const item of valuesOf(factor)) weights.add(Number(item));
        if (cell === null || factor === null || typeof cell === 'object' || typeof factor === 'object') return;
        const product = productOf(cell, factor, site.types);
        if (product === undefined) return;
        seen = true;
        sum.add(product);
      },
      finish: () => (seen ? (weights.value === 0 ? arithmeticFailure('/ by zero') : sum.value / weights.value) : null),
    };
  },
};

/** A product that leaves the range of its type is no value, as everywhere. */
function productOf(left: Scalar, right: Scalar, [first, second]: CallSite['types']): number | undefined {
  if (first === 'double' || second === 'double') {
    const product = Number(left) * Number(right);
    return Number.isFinite(product) ? product : undefined;
  }
  const product = BigInt(left) * BigInt(right);
  const fits = first === 'integer' && second === 'integer' ? fitsInteger(product) : fitsLong(product);
  return fits ? Number(product) : undefined;
}

function meanOf(values: readonly Scalar[]): number {
  return values.reduce<number>((total, item) => total + Number(item), 0) / values.length;
}
