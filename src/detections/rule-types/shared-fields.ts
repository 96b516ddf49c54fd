import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';

/** The fields that all documents share: equal values, common elements of lists (which may be none), and objects by their own fields. */
export function sharedFields(documents: readonly JsonObject[]): JsonObject {
  const [first = {}, ...others] = documents;
  return others.reduce<JsonObject>((shared, document) => sharedByTwo(shared, document) ?? {}, first);
}

/** Undefined where two objects share nothing. */
function sharedByTwo(left: JsonObject, right: JsonObject): JsonObject | undefined {
  const entries = Object.entries(left).flatMap(([key, value]): [string, JsonValue][] => {
    const other = Object.hasOwn(right, key) ? right[key] : undefined;
    const shared = other === undefined ? undefined : sharedValue(value, other);
    return shared === undefined ? [] : [[key, shared]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function sharedValue(left: JsonValue, right: JsonValue): JsonValue | undefined {
  if (isJsonObject(left) && isJsonObject(right)) return sharedByTwo(left, right);
  if (isJsonArray(left) || isJsonArray(right)) {
    const [a, b] = [left, right].map((value) => (isJsonArray(value) ? value : [value]));
    // Like Kibana's, this compares elements by identity: objects in lists are never equal.
    return [...new Set(a ?? [])].filter((item) => !isJsonObject(item) && (b ?? []).includes(item));
  }
  return left === right ? left : undefined;
}
