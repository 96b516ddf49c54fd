import { isJsonObject } from '../../../values/json.js';
import type { JsonObject } from '../../../values/json.js';
import { UnsupportedError } from '../../cluster-error.js';
import { illegalArgument, parsingError } from '../query/query-error.js';
import type { AggregationContext } from './context.js';
import { composite } from './composite.js';
import { dateHistogram } from './date-histogram.js';
import { filter } from './filter.js';
import type { Found } from './found.js';
import { cardinality, maximum, minimum, valueCount } from './metrics.js';
import { terms } from './terms.js';
import { topHits } from './top-hits.js';

type Aggregation = (body: JsonObject, found: readonly Found[], context: AggregationContext) => JsonObject;

const AGGREGATIONS: ReadonlyMap<string, Aggregation> = new Map<string, Aggregation>([
  ['cardinality', cardinality],
  ['composite', composite],
  ['date_histogram', dateHistogram],
  ['filter', filter],
  ['max', maximum],
  ['min', minimum],
  ['terms', terms],
  ['top_hits', topHits],
  ['value_count', valueCount],
]);

/** Aggregations that have no buckets, and so nothing that others could be inside of. */
const METRICS = new Set(['cardinality', 'max', 'min', 'top_hits', 'value_count']);

/** Most aggregations inside each other. */
const DEEPEST = 20;

/**
 * Runs the aggregations of a search over the documents that it found.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations.html
 */
export function aggregate(aggs: JsonObject, found: readonly Found[], now: Date, depth = 1): JsonObject {
  if (depth > DEEPEST) throw parsingError(`aggregations are nested deeper than ${DEEPEST} levels`);
  return Object.fromEntries(
    Object.entries(aggs).map(([name, definition]) => {
      if (!isJsonObject(definition)) throw parsingError(`Aggregation definition for [${name}] must be an object`);
      const { aggs: inner, aggregations = inner, meta, ...own } = definition;
      const [entry, second] = Object.entries(own);
      if (entry === undefined) throw parsingError(`Missing definition for aggregation [${name}]`);
      if (second !== undefined) {
        throw parsingError(`Found two aggregation type definitions in [${name}]: [${entry[0]}] and [${second[0]}]`);
      }
      const [type, body] = entry;
      const run = AGGREGATIONS.get(type);
      if (!run) throw new UnsupportedError(`the aggregation [${type}]`);
      if (!isJsonObject(body)) throw parsingError(`Expected [START_OBJECT] under [${type}] in [${name}]`);
      if (METRICS.has(type) && isJsonObject(aggregations) && Object.keys(aggregations).length > 0) {
        throw illegalArgument(`Aggregator [${name}] of type [${type}] cannot accept sub-aggregations`);
      }
      const inside = isJsonObject(aggregations)
        ? (bucket: readonly Found[]): JsonObject => aggregate(aggregations, bucket, now, depth + 1)
        : (): JsonObject => ({});
      const result = run(body, found, { name, now, inside });
      return [name, meta === undefined ? result : { meta, ...result }];
    }),
  );
}
