import type { QueryRule, SavedQueryRule } from '../../model/rule.js';
import type { SuppressionByFields } from '../../model/suppression.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { Alert } from '../alert.js';
import { idOfParts } from '../alert-id.js';
import { alertFromHit } from '../build-alert.js';
import type { AlertSource } from '../build-alert.js';
import { compositePages } from '../composite-pages.js';
import type { CompositeBucket } from '../composite-pages.js';
import type { SuppressionGroup, Term } from '../rule-history.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { windowFilter } from '../search-window.js';
import { millisecondsOf, suppressesMissing, suppressionFields } from '../suppression.js';
import { suppressAlerts } from '../suppress-alerts.js';
import { readOldest, readTimeSpan, timeAggs } from '../time-order.js';
import { compareValues } from '../value-order.js';
import { MAX_SIGNALS, unappliedExceptions } from '../warnings.js';
import { createFromHits } from './create-from-hits.js';

/** A group of documents that becomes one alert. */
interface Group {
  readonly terms: readonly Term[];
  readonly oldest: AlertSource;
  readonly count: number;
  readonly start: string;
  readonly end: string;
}

/**
 * One alert for each combination of values of the group fields, from its oldest document. A document with several values is in several
 * groups; one without a field is in the group of those without, or (`doNotSuppress`) has its own alert. What a run has counted is left out by
 * the next one.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts
 */
export async function runSuppressedQuery(
  rule: QueryRule | SavedQueryRule,
  suppression: SuppressionByFields,
  filter: readonly JsonObject[],
  context: RunContext,
): Promise<TypeRun> {
  const { exceptions, limit, window, writer, history, now } = context;
  const warnings = exceptions.unprocessed.length === 0 ? [] : [unappliedExceptions(exceptions.unprocessed)];
  const known = (history.suppressionGroups ?? []).filter(({ end }) => end > window.from);
  const unseen = [...filter, ...known.map((group) => notSeen(rule, group, window.from))];
  const all = await groupsOf(rule, suppression, unseen, context);
  const groups = all.slice(0, limit);
  if (!suppressesMissing(suppression) && limit > all.length) {
    const missing = { bool: { should: suppression.groupBy.map((field) => lacks(field)), minimum_should_match: 1 } };
    const run = await createFromHits(rule, [...filter, missing], { ...context, limit: limit - all.length });
    warnings.push(...(run.warnings ?? []));
  }
  if (all.length > limit && !warnings.includes(MAX_SIGNALS)) warnings.push(MAX_SIGNALS);
  const alerts = groups.map((group) => groupAlert(group, context));
  const { duration } = suppression;
  if (duration) {
    const since = new Date(now.getTime() - millisecondsOf(duration)).toISOString();
    const reach = { now, since, acrossRuns: true, most: Infinity };
    suppressAlerts(
      writer,
      alerts.map((alert) => ({ alert })),
      reach,
    );
  } else writer.create(alerts);
  const counted = groups.map(({ terms, end }): SuppressionGroup => ({ terms, end }));
  return { warnings, history: { suppressionGroups: [...known, ...counted] } };
}

function groupAlert({ terms, oldest, count, start, end }: Group, context: RunContext): Alert {
  const { owner } = context;
  const parts: JsonValue[] = terms.map(({ field, value }) => ({ field, value }));
  const id = idOfParts([oldest._index, oldest._id, owner.space, owner.ruleUuid, parts, start, end]);
  return alertFromHit(context, oldest, {
    id,
    extra: suppressionFields({ terms, start, end, count: count - 1 }, owner),
  });
}

/** The groups in the order of their values, those without a value last; one more than the limit, to tell that there are more. */
async function groupsOf(
  rule: QueryRule | SavedQueryRule,
  suppression: SuppressionByFields,
  filter: readonly JsonObject[],
  context: RunContext,
): Promise<readonly Group[]> {
  const found: Group[] = [];
  for (const lacking of suppressesMissing(suppression) ? subsets(suppression.groupBy) : [[]]) {
    const present = suppression.groupBy.filter((field) => !lacking.includes(field));
    const buckets = await bucketsOf(rule, present, [...filter, ...lacking.map(lacks)], context);
    found.push(...buckets.flatMap((bucket) => groupOf(bucket, suppression.groupBy, context) ?? []));
  }
  return found.sort((a, b) => compareTerms(a.terms, b.terms)).slice(0, context.limit + 1);
}

/** Elasticsearch's `missing_bucket` as a search of its own for each set of missing fields: its buckets then come one by one. */
async function bucketsOf(
  rule: QueryRule | SavedQueryRule,
  fields: readonly string[],
  filter: readonly JsonObject[],
  { cluster, indices, limit }: RunContext,
): Promise<readonly CompositeBucket[]> {
  const aggs = timeAggs(rule, true);
  if (fields.length > 0) {
    const pages = compositePages(cluster, { index: indices, filter, fields, aggs, size: limit + 1 });
    for await (const page of pages) return page;
    return [];
  }
  const { hits, aggregations = {} } = await cluster.search({
    index: indices.join(','),
    ignore_unavailable: true,
    query: { bool: { filter } },
    size: 0,
    track_total_hits: true,
    aggs,
  });
  const count = hits.total?.value ?? 0;
  return count === 0 ? [] : [{ ...aggregations, key: {}, doc_count: count }];
}

function groupOf(bucket: CompositeBucket, fields: readonly string[], { window }: RunContext): Group | undefined {
  const oldest = readOldest(bucket);
  const { first, last } = readTimeSpan(bucket);
  return (
    oldest && {
      terms: fields.map((field) => ({ field, value: bucket.key[field] ?? null })),
      oldest,
      count: bucket.doc_count,
      start: first === undefined ? window.from : new Date(first).toISOString(),
      end: last === undefined ? window.to : new Date(last).toISOString(),
    }
  );
}

/** A document that an earlier run has counted in its group is not counted again. */
function notSeen(rule: QueryRule | SavedQueryRule, { terms, end }: SuppressionGroup, from: string): JsonObject {
  const filter = terms.map(({ field, value }) => (value === null ? lacks(field) : { term: { [field]: value } }));
  return { bool: { must_not: [{ bool: { filter: [...filter, windowFilter(rule, { from, to: end })] } }] } };
}

function lacks(field: string): JsonObject {
  return { bool: { must_not: [{ exists: { field } }] } };
}

function subsets(fields: readonly string[]): readonly (readonly string[])[] {
  return fields.reduce<readonly (readonly string[])[]>(
    (all, field) => [...all, ...all.map((set) => [...set, field])],
    [[]],
  );
}

function compareTerms(a: readonly Term[], b: readonly Term[]): number {
  for (const [at, { value }] of a.entries()) {
    const order = compareValues(value, b[at]?.value ?? null);
    if (order !== 0) return order;
  }
  return 0;
}
