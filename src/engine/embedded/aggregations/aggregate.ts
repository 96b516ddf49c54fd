import { isJsonObject } from '../../../values/json.js';
import type { JsonObject } from '../../../values/json.js';
import { nearest } from '../../../diagnostics/did-you-mean.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
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

/** What Elasticsearch has besides. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations.html */
const OTHERS: ReadonlySet<string> = new Set([
  'adjacency_matrix', 'auto_date_histogram', 'avg', 'avg_bucket', 'boxplot', 'bucket_correlation', 'bucket_count_ks_test', 'bucket_script',
  'bucket_selector', 'bucket_sort', 'cartesian_bounds', 'cartesian_centroid', 'categorize_text', 'change_point', 'children',
  'cumulative_cardinality', 'cumulative_sum', 'date_range', 'derivative', 'diversified_sampler', 'extended_stats', 'extended_stats_bucket',
  'filters', 'frequent_item_sets', 'geo_bounds', 'geo_centroid', 'geo_distance', 'geo_line', 'geohash_grid', 'geohex_grid', 'geotile_grid',
  'global', 'histogram', 'inference', 'ip_prefix', 'ip_range', 'matrix_stats', 'max_bucket', 'median_absolute_deviation', 'min_bucket',
  'missing', 'moving_fn', 'moving_percentiles', 'multi_terms', 'nested', 'normalize', 'parent', 'percentile_ranks', 'percentiles',
  'percentiles_bucket', 'random_sampler', 'range', 'rare_terms', 'rate', 'reverse_nested', 'sampler', 'scripted_metric', 'serial_diff',
  'significant_terms', 'significant_text', 'stats', 'stats_bucket', 'string_stats', 'sum', 'sum_bucket', 't_test', 'time_series',
  'top_metrics', 'variable_width_histogram', 'weighted_avg',
]); // prettier-ignore

function noAggregation(type: string): ClusterError {
  if (OTHERS.has(type)) return new UnsupportedError(`the aggregation [${type}]`);
  const [meant] = nearest(type, [...AGGREGATIONS.keys(), ...OTHERS], 1);
  return new ClusterError(400, {
    type: 'parsing_exception',
    reason: `Unknown aggregation type [${type}]${meant === undefined ? '' : ` did you mean [${meant}]?`}`,
    caused_by: { type: 'named_object_not_found_exception', reason: `unknown field [${type}]` },
  });
}

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
      if (/[[\]>]/.test(name)) {
        throw parsingError(
          `Invalid aggregation name [${name}]. Aggregation names can contain any character except '[', ']', and '>'`,
        );
      }
      if (!isJsonObject(definition)) throw parsingError(`Aggregation definition for [${name}] must be an object`);
      const { aggs: inner, aggregations = inner, meta, ...own } = definition;
      const [entry, second] = Object.entries(own);
      if (entry === undefined) throw parsingError(`Missing definition for aggregation [${name}]`);
      if (second !== undefined) {
        throw parsingError(`Found two aggregation type definitions in [${name}]: [${entry[0]}] and [${second[0]}]`);
      }
      const [type, body] = entry;
      const run = AGGREGATIONS.get(type);
      if (!run) throw noAggregation(type);
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
