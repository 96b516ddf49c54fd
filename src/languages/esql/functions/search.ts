import { TYPES } from '../types.js';
import type { SearchFunction } from './function.js';

const QUERY = { name: 'query', type: TYPES.string, constant: true } as const;
const MATCHABLE = {
  words: 'keyword, text, boolean, date, date_nanos, double, integer, ip, long, unsigned_long or version',
  types: TYPES.any.types,
};

/** Functions that ask the index. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/search-functions */
export const SEARCH_FUNCTIONS: readonly SearchFunction[] = [
  {
    kind: 'search',
    name: 'KQL',
    summary: 'Find documents by a KQL query.',
    parameters: [QUERY],
    returns: 'boolean',
    examples: [],
  },
  {
    kind: 'search',
    name: 'QSTR',
    summary: 'Find documents by a query in Lucene’s syntax.',
    parameters: [QUERY],
    returns: 'boolean',
    examples: [],
  },
  {
    kind: 'search',
    name: 'MATCH',
    summary: 'Find documents whose field matches a query, analysed as the field is.',
    parameters: [
      { name: 'field', type: MATCHABLE },
      { name: 'query', type: MATCHABLE, constant: true },
    ],
    returns: 'boolean',
    examples: [],
  },
  {
    kind: 'search',
    name: 'MATCH_PHRASE',
    since: '8.19',
    summary: 'Find documents whose field holds a phrase.',
    parameters: [{ name: 'field', type: TYPES.string }, QUERY],
    returns: 'boolean',
    examples: [],
  },
];
