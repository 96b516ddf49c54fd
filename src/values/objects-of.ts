import { isJsonArray, isJsonObject } from './json.js';
import type { JsonObject, JsonValue } from './json.js';

/** The objects of a list, in order; none of anything else. Entries of other types are left out. */
export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}
