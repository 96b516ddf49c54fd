import type { JsonObject, JsonValue } from '../../../values/json.js';
import { isJsonArray } from '../../../values/json.js';
import { illegalArgument, searchFailure } from '../query/query-error.js';
import { readFieldRequests } from '../search/fields-option.js';
import { rankedHits } from '../search/ranked-hits.js';
import { readSort } from '../search/sort.js';
import { readSourceFilter } from '../search/source-filter.js';
import type { AggregationContext } from './context.js';
import { countOf, type Found } from './found.js';
import { refuseOthers } from './options.js';

/** `index.max_inner_result_window`. */
const MAXIMUM_WINDOW = 100;

/**
 * The documents of a bucket that come first in a sort (in the order of indexing without one): `size`, `from`, `sort`, `_source`, `fields`.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-metrics-top-hits-aggregation.html
 */
export function topHits(body: JsonObject, found: readonly Found[], { name }: AggregationContext): JsonObject {
  refuseOthers('top_hits', body, ['from', 'size', 'sort', '_source', 'fields']);
  const from = window('from', body['from'] ?? 0, name);
  const size = window('size', body['size'] ?? 3, name);
  if (from + size > MAXIMUM_WINDOW) {
    throw tooMany(
      `Top hits result window is too large, the top hits aggregator [${name}]'s from + size must be less than or equal to: [${MAXIMUM_WINDOW}] but was [${from + size}]. This limit can be set by changing the [index.max_inner_result_window] index level setting.`,
    );
  }
  if (from + size === 0) {
    throw tooMany('numHits must be > 0; please use TotalHitCountCollectorManager if you just need the total hit count');
  }
  const fields = body['fields'];
  const sort = readSort(body['sort']);
  const hits = rankedHits(found, {
    sort,
    after: undefined,
    from,
    size,
    source: readSourceFilter(body['_source']),
    fields: readFieldRequests(fields === undefined ? [] : isJsonArray(fields) ? fields : [fields]),
  });
  // Under a sort scores are not tracked, not even where the sort is by score.
  const isScored = sort.length === 0;
  return {
    hits: {
      total: { value: countOf(found), relation: 'eq' },
      max_score: isScored && hits.length > 0 ? 1 : null,
      hits: hits.map((hit): JsonObject => ({ ...hit, _score: isScored ? hit._score : null })),
    },
  };
}

function window(option: string, value: JsonValue, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw illegalArgument(
    `[${option}] must be greater than or equal to 0. Found [${JSON.stringify(value)}] in [${name}]`,
  );
}

function tooMany(reason: string): Error {
  return searchFailure({ type: 'illegal_argument_exception', reason });
}
