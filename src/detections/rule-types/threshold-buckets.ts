import type { ThresholdRule } from '../../model/rule.js';
import { isJsonObject } from '../../values/json.js';
import type { JsonObject } from '../../values/json.js';
import { compositePages } from '../composite-pages.js';
import type { Term } from '../rule-history.js';
import type { RunContext } from '../run-context.js';
import { readTimeSpan, timeAggs } from '../time-order.js';

/** A group of documents that passes the threshold. */
export interface ThresholdBucket {
  readonly terms: readonly Term[];
  readonly count: number;
  /** Different values of the cardinality field, if the rule counts them. */
  readonly cardinality: number | undefined;
  /** Milliseconds since 1970. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** Groups asked for at a time. */
const PAGE = 10_000;

/**
 * The groups that pass, in the order of their values; a little more than the limit where there are more. Kibana lets Elasticsearch sift them by
 * a script; here they are sifted as they come.
 */
export async function thresholdBuckets(
  rule: ThresholdRule,
  filter: readonly JsonObject[],
  context: RunContext,
): Promise<readonly ThresholdBucket[]> {
  const { field: fields, value: least, cardinality: [cardinality] = [] } = rule.threshold;
  const aggs = {
    ...timeAggs(rule),
    ...(cardinality ? { cardinality: { cardinality: { field: cardinality.field } } } : {}),
  };
  const passes = ({ count, cardinality: values = 0 }: ThresholdBucket): boolean =>
    count >= least && (!cardinality || values >= cardinality.value);
  const { cluster, indices, limit } = context;
  if (fields.length === 0) {
    const bucket = await oneBucket(filter, aggs, context);
    return passes(bucket) ? [bucket] : [];
  }
  const found: ThresholdBucket[] = [];
  for await (const page of compositePages(cluster, { index: indices, filter, fields, aggs, size: PAGE })) {
    for (const { key, doc_count: count, ...rest } of page) {
      const bucket = bucketOf(
        fields.map((field) => ({ field, value: key[field] ?? null })),
        count,
        rest,
      );
      if (passes(bucket)) found.push(bucket);
    }
    if (found.length > limit) break;
  }
  return found;
}

async function oneBucket(
  filter: readonly JsonObject[],
  aggs: JsonObject,
  context: RunContext,
): Promise<ThresholdBucket> {
  const { hits, aggregations = {} } = await context.cluster.search({
    index: context.indices.join(','),
    ignore_unavailable: true,
    query: { bool: { filter } },
    size: 0,
    track_total_hits: true,
    aggs,
  });
  return bucketOf([], hits.total?.value ?? 0, aggregations);
}

function bucketOf(terms: readonly Term[], count: number, inner: JsonObject): ThresholdBucket {
  const values = isJsonObject(inner['cardinality']) ? inner['cardinality']['value'] : undefined;
  return { terms, count, cardinality: typeof values === 'number' ? values : undefined, ...readTimeSpan(inner) };
}
