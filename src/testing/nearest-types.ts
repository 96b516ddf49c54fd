import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** Field types that need a module of Elasticsearch, and the type that matches most like them where the module is missing. */
const NEXT_OF_KIN: ReadonlyMap<string, JsonObject> = new Map([
  ['scaled_float', { type: 'double' }],
  ['constant_keyword', { type: 'keyword' }],
  ['wildcard', { type: 'keyword' }],
  ['match_only_text', { type: 'text' }],
  ['unsigned_long', { type: 'long' }],
  ['version', { type: 'keyword' }],
]);

/** The type that a cluster refused, if it is one that has a next of kin. */
export function refusedType(reason: string): string | undefined {
  const type = /mapper type \[(\w+)\]|No handler for type \[(\w+)\]/.exec(reason);
  const name = type?.[1] ?? type?.[2];
  return name !== undefined && NEXT_OF_KIN.has(name) ? name : undefined;
}

/** The mapping with every field of a type turned into its next of kin; parameters that only the type has go away, multi-fields stay. */
export function withoutType(mapping: JsonObject, type: string): JsonObject {
  return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, replace(value, type)]));
}

function replace(value: JsonValue, type: string): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => replace(item, type));
  if (!isJsonObject(value)) return value;
  if (value['type'] !== type) return withoutType(value, type);
  const { fields, ignore_above: ignoreAbove } = value;
  const kin = NEXT_OF_KIN.get(type) ?? { type };
  return {
    ...kin,
    ...(isJsonObject(fields) ? { fields: withoutType(fields, type) } : {}),
    ...(ignoreAbove !== undefined && kin['type'] === 'keyword' ? { ignore_above: ignoreAbove } : {}),
  };
}
