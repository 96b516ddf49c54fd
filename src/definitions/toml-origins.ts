import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** For tables and lists of the wanted values that are changed copies: what they are copies of. */
export type Origins = WeakMap<object, object>;

/** Whether a wanted value is one that was there: the same, or a changed copy of it. */
export function isFrom(wanted: JsonValue | undefined, source: JsonValue | undefined, origins: Origins): boolean {
  if (typeof wanted === 'object' && wanted !== null) {
    const origin = origins.get(wanted) ?? wanted;
    if (origin === source) return true;
    // A copy of something else is not this, whatever it looks like.
    if (origins.has(wanted)) return false;
  }
  return equalJson(wanted, source);
}

/** What a path of names leads to, through own keys alone. */
export function lookUp(value: JsonValue | undefined, names: readonly string[]): JsonValue | undefined {
  let at = value;
  for (const name of names) at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

/** A value with the path that it is to be written at. */
export type Addition = readonly [path: readonly string[], value: JsonValue];

/** What a wanted table has that none of the paths, which are there, leads to: with the longest path that they share. */
export function additions(wanted: JsonObject, paths: readonly (readonly string[])[]): readonly Addition[] {
  return Object.entries(wanted).flatMap(([name, value]): readonly Addition[] => {
    const below = paths.filter(([first]) => first === name).map((path) => path.slice(1));
    if (below.length === 0) return [[[name], value]];
    if (below.some((path) => path.length === 0)) return [];
    if (!isJsonObject(value) || Object.keys(value).length === 0) return [[[name], value]];
    return additions(value, below).map(([path, inner]): Addition => [[name, ...path], inner]);
  });
}

/** Whether a value is written as `[[…]]`: a list of tables alone, and not an empty one. */
export function isTableList(value: JsonValue | undefined): value is readonly JsonObject[] {
  return isJsonArray(value) && value.length > 0 && value.every((item) => isJsonObject(item));
}
