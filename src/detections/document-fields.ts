import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** The value at a dotted path, however dots and objects spell it; undefined where there is none. Objects within arrays are not entered. */
export function fieldOf(document: JsonObject, path: string): JsonValue | undefined {
  if (Object.hasOwn(document, path)) return document[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    const inner = Object.hasOwn(document, head) ? document[head] : undefined;
    const found = isJsonObject(inner) ? fieldOf(inner, path.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A copy without the value at a dotted path; objects that become empty by that go too. */
export function withoutField(document: JsonObject, path: string): JsonObject {
  const entries = Object.entries(document).flatMap(([key, value]): [string, JsonValue][] => {
    if (key === path) return [];
    if (!path.startsWith(`${key}.`) || !isJsonObject(value)) return [[key, value]];
    const rest = withoutField(value, path.slice(key.length + 1));
    return Object.keys(rest).length === 0 ? [] : [[key, rest]];
  });
  return Object.fromEntries(entries);
}

/** All values at a dotted path as a list, as the `fields` of a search give them: arrays joined, objects within arrays entered. */
export function valuesOf(document: JsonObject, path: string): readonly JsonValue[] {
  const found: JsonValue[] = [];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    const inner = Object.hasOwn(document, head) ? document[head] : undefined;
    for (const item of isJsonArray(inner) ? inner : [inner]) {
      if (isJsonObject(item)) found.push(...valuesOf(item, path.slice(dot + 1)));
    }
  }
  const whole = Object.hasOwn(document, path) ? document[path] : undefined;
  if (whole === undefined || whole === null || isJsonObject(whole)) return found;
  return [...found, ...(isJsonArray(whole) ? whole.filter((item) => item !== null) : [whole])];
}

/** What a search found: values of its fields where it was asked for them, else those of the source. */
export function hitValues(
  hit: { readonly _source?: JsonObject; readonly fields?: JsonObject },
  field: string,
): readonly JsonValue[] {
  const fetched = hit.fields && Object.hasOwn(hit.fields, field) ? hit.fields[field] : undefined;
  if (fetched !== undefined) return isJsonArray(fetched) ? fetched : [fetched];
  return valuesOf(hit._source ?? {}, field);
}

/** A list that is not empty: a field without values is no field. */
export function listOrNothing<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}
