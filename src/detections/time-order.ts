import type { Rule } from '../model/rule.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';
import type { AlertSource } from './build-alert.js';
import { isoTime } from './build-alert.js';
import { hitValues } from './document-fields.js';

/** The fields that may hold a document's time, the first one first. */
export function timeFieldsOf({
  timestampOverride: override,
  timestampOverrideFallbackDisabled: strict,
}: Rule): readonly string[] {
  if (override === undefined || override === '@timestamp') return ['@timestamp'];
  return strict === true ? [override] : [override, '@timestamp'];
}

/** Sorts documents by their time; by the override first, then by `@timestamp`. */
export function timeSort(rule: Rule, order: 'asc' | 'desc'): JsonArray {
  return timeFieldsOf(rule).map((field) => ({ [field]: { order, unmapped_type: 'date' } }));
}

/** The time of a document, ISO 8601 in UTC; undefined where it has none. */
export function timeOfHit(rule: Rule, hit: AlertSource): string | undefined {
  return timeFieldsOf(rule)
    .map((field) => isoTime(hitValues(hit, field)[0]))
    .find((time) => time !== undefined);
}

/** First and last time of the documents of a bucket, in milliseconds; undefined where none has a time. */
export interface TimeSpan {
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/**
 * Aggregations for the first and last time of the documents of a bucket, and (with `oldest`) for the first document. With an override and
 * `@timestamp` behind it the documents are asked in two parts: Kibana's runtime field would need a script.
 */
export function timeAggs(rule: Rule, oldest = false): JsonObject {
  const [field = '@timestamp', fallback] = timeFieldsOf(rule);
  if (fallback === undefined) return partAggs(field, oldest);
  return {
    with_override: { filter: { exists: { field } }, aggs: partAggs(field, oldest) },
    without_override: { filter: { bool: { must_not: [{ exists: { field } }] } }, aggs: partAggs(fallback, oldest) },
  };
}

/** What {@link timeAggs} found of the times. */
export function readTimeSpan(bucket: JsonObject): TimeSpan {
  const parts = partsOf(bucket);
  const numbers = (name: string): readonly number[] => parts.flatMap((part) => numberIn(part[name]) ?? []);
  const [firsts, lasts] = [numbers('first_time'), numbers('last_time')];
  return {
    first: firsts.length === 0 ? undefined : Math.min(...firsts),
    last: lasts.length === 0 ? undefined : Math.max(...lasts),
  };
}

/** The oldest document that {@link timeAggs} found; of equally old ones that with an override. */
export function readOldest(bucket: JsonObject): AlertSource | undefined {
  const candidates = partsOf(bucket).flatMap((part) => {
    const hit = firstHit(part['oldest']);
    return hit ? [{ hit, time: numberIn(part['first_time']) ?? Infinity }] : [];
  });
  const [best] = candidates.sort((a, b) => a.time - b.time);
  return best?.hit;
}

function partAggs(field: string, oldest: boolean): JsonObject {
  return {
    first_time: { min: { field } },
    last_time: { max: { field } },
    ...(oldest
      ? { oldest: { top_hits: { size: 1, sort: [{ [field]: { order: 'asc', unmapped_type: 'date' } }] } } }
      : {}),
  };
}

function partsOf(bucket: JsonObject): readonly JsonObject[] {
  const parts = [bucket['with_override'], bucket['without_override']].filter(isJsonObject);
  return parts.length === 0 ? [bucket] : parts;
}

function numberIn(metric: JsonValue | undefined): number | undefined {
  const value = isJsonObject(metric) ? metric['value'] : undefined;
  return typeof value === 'number' ? value : undefined;
}

function firstHit(result: JsonValue | undefined): AlertSource | undefined {
  const hits = isJsonObject(result) && isJsonObject(result['hits']) ? result['hits']['hits'] : undefined;
  const [hit] = isJsonArray(hits) ? hits : [];
  return isJsonObject(hit) ? (hit as unknown as AlertSource) : undefined;
}
