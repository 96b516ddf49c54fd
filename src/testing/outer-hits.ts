import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** Aggregations in which the hits of `top_hits` carry the names that indices have for the test; what stands in their sources is left alone. */
export function outerHits(aggregations: JsonObject, outer: (index: string) => string): JsonObject {
  return Object.fromEntries(
    Object.entries(aggregations).map(([key, value]) => [
      key,
      key === 'hits' ? hitsOf(value, outer) : within(value, outer),
    ]),
  );
}

function within(value: JsonValue, outer: (index: string) => string): JsonValue {
  if (isJsonArray(value)) return value.map((item) => within(item, outer));
  return isJsonObject(value) ? outerHits(value, outer) : value;
}

/** `hits` of a `top_hits` result: an object whose `hits` are the documents. */
function hitsOf(value: JsonValue, outer: (index: string) => string): JsonValue {
  if (!isJsonObject(value) || !isJsonArray(value['hits'])) return within(value, outer);
  const hits = value['hits'].map((hit) => {
    if (!isJsonObject(hit) || typeof hit['_index'] !== 'string') return hit;
    return { ...hit, _index: outer(hit['_index']) };
  });
  return { ...value, hits };
}
