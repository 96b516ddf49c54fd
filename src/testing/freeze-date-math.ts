import { ClusterError } from '../engine/cluster-error.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** Bounds that Elasticsearch rounds up to the end of a unit (`now/d`), not down to its start. */
const ROUNDED_UP = new Set(['gt', 'lte']);
const NOW = /^now(?:$|[-+/])/;
/** Date math inside a query string (`@timestamp:[now-1d TO now]`, `@timestamp > now-1h`), seen as text only. */
const NOW_IN_TEXT = /[[{<>=:]\s*"?now(?:[-+/\s\]}"]|$)/i;
const TEXT_QUERIES = new Set(['query_string', 'simple_query_string', 'kql']);

/**
 * Replaces `now` in the range queries of a Query DSL tree by absolute times, so that a cluster, whose clock cannot be
 * frozen, answers as if it stood at `now`. Rounding follows
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-range-query.html#ranges-on-dates
 * Date math elsewhere (in the text of a query string, in a `term` or `match`) cannot be replaced safely and is refused.
 */
export function freezeDateMath(query: JsonObject, now: Date): JsonObject {
  return freezeObject(query, now);
}

function freezeObject(object: JsonObject, now: Date): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      if (key === 'range' && isJsonObject(value)) return [key, freezeRange(value, now)];
      if (TEXT_QUERIES.has(key)) refuseText(key, value);
      return [key, freezeValue(value, now)];
    }),
  );
}

/** Date math that is no bound of a range: a `term` or `match` on a date field, an aggregation's own ranges. */
const MATH = /^now[-+/][\da-zA-Z]/;

function freezeValue(value: JsonValue, now: Date): JsonValue {
  if (typeof value === 'string' && MATH.test(value)) {
    throw new ClusterError(400, {
      type: 'dragnet_cannot_isolate',
      reason: `The query uses date math outside a range (${value}); a cluster's clock cannot be frozen. Use a range, absolute times, or run this test on the embedded engine.`,
    });
  }
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => freezeValue(item, now));
  return isJsonObject(value) ? freezeObject(value, now) : value;
}

function freezeRange(range: JsonObject, now: Date): JsonObject {
  return Object.fromEntries(
    Object.entries(range).map(([field, bounds]) => {
      return [field, isJsonObject(bounds) ? freezeBounds(bounds, now) : bounds];
    }),
  );
}

const BOUNDS = new Set(['gt', 'gte', 'lt', 'lte', 'from', 'to']);
const ISO = 'strict_date_optional_time';

function freezeBounds(bounds: JsonObject, now: Date): JsonObject {
  const zone = bounds['time_zone'];
  const timeZone = typeof zone === 'string' ? { timeZone: zone } : {};
  const frozen = new Map(Object.entries(bounds));
  let absolute = 0;
  let replaced = 0;
  for (const [bound, value] of Object.entries(bounds)) {
    if (!BOUNDS.has(bound)) continue;
    if (typeof value === 'string' && NOW.test(value)) {
      // What is not date math stays: the cluster then refuses it in its own words.
      frozen.set(bound, absoluteTime(value, now, { roundUp: ROUNDED_UP.has(bound), ...timeZone }) ?? value);
      replaced += 1;
    } else if (value !== null) absolute += 1;
  }
  // `now` is understood under every format, the time that replaces it only under its own.
  const format = bounds['format'];
  if (replaced > 0 && absolute === 0) frozen.set('format', ISO);
  else if (replaced > 0 && typeof format === 'string') frozen.set('format', `${format}||${ISO}`);
  return Object.fromEntries(frozen);
}

function refuseText(kind: string, value: JsonValue): void {
  const text = isJsonObject(value) ? value['query'] : value;
  if (typeof text !== 'string' || !NOW_IN_TEXT.test(text)) return;
  throw new ClusterError(400, {
    type: 'dragnet_cannot_isolate',
    reason: `The ${kind} query uses date math (${text}); a cluster's clock cannot be frozen, and its text is not rewritten. Use absolute times, or run this test on the embedded engine.`,
  });
}
