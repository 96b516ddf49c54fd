import { type Cell, type Scalar, valuesOf } from '../cells.js';
import { cellBytes } from '../cell-size.js';
import { type EsqlType, TYPES, type TypeSet } from '../types.js';
import { compareScalars } from './compare.js';
import type { AggregateFunction, CallSite } from './function.js';

const ROWS = 'ROW x = [1, 2, 6] | MV_EXPAND x';

const SORT_KEY: TypeSet = {
  words: 'int or long or date_nanos or datetime',
  types: ['integer', 'long', 'datetime', 'date_nanos'],
};

/** Keeps the value, null or multiple too, of the row with the least (or greatest) key; of equal keys the first one. */
function atExtremeKey(
  type: EsqlType,
  sign: number,
  hold: CallSite['hold'],
): { take: (key: Cell, value: Cell) => void; found: () => Cell } {
  const compare = compareScalars(type);
  let best: Scalar | undefined;
  let found: Cell = null;
  return {
    take: (key, value) => {
      for (const candidate of valuesOf(key)) {
        if (best !== undefined && compare(candidate, best) * sign <= 0) continue;
        hold?.(cellBytes(value) - cellBytes(found));
        best = candidate;
        found = value;
      }
    },
    found: () => found,
  };
}

function ordered(name: 'FIRST' | 'LAST', summary: string, sign: number, result: number): AggregateFunction {
  return {
    kind: 'aggregate',
    name,
    since: '9.3',
    summary,
    parameters: [
      { name: 'field', type: TYPES.any },
      { name: 'sortField', type: SORT_KEY },
    ],
    returns: ([type = 'null']) => (type === 'text' ? 'keyword' : type),
    examples: [{ query: `${ROWS} | STATS y = ${name}(x, x)`, result }],
    create:
      ({ types: [, type = 'long'], hold }) =>
      () => {
        const state = atExtremeKey(type, sign, hold);
        return { add: (value = null, key = null) => { state.take(key, value); }, finish: state.found };
      },
  };
} // prettier-ignore

function byTimestamp(name: 'EARLIEST' | 'LATEST', summary: string, sign: number, result: number): AggregateFunction {
  return {
    kind: 'aggregate',
    name,
    since: '9.4',
    timestamp: true,
    summary,
    parameters: [{ name: 'field', type: TYPES.any }],
    returns: ([, type = 'null']) => (type === 'text' ? 'keyword' : type),
    examples: [{ query: `${ROWS} | EVAL \`@timestamp\` = TO_DATETIME(x) | STATS y = ${name}(x)`, result }],
    create:
      ({ types: [type = 'datetime'], hold }) =>
      () => {
        const state = atExtremeKey(type, sign, hold);
        return { add: (key = null, value = null) => { state.take(key, value); }, finish: state.found };
      },
  };
} // prettier-ignore

/** Aggregates that take the value of one row. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/aggregation-functions */
export const FIRST_LAST_FUNCTIONS: readonly AggregateFunction[] = [
  ordered('FIRST', 'Return the value of the row with the least sort key.', -1, 1),
  ordered('LAST', 'Return the value of the row with the greatest sort key.', 1, 6),
  byTimestamp('EARLIEST', 'Return the value of the row with the earliest `@timestamp`.', -1, 1),
  byTimestamp('LATEST', 'Return the value of the row with the latest `@timestamp`.', 1, 6),
];
