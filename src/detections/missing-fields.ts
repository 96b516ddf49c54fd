import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';
import { fieldOf } from './document-fields.js';

/** What a search found: the source of a document, and the values of its fields. */
interface FetchedDocument {
  readonly _source?: JsonObject;
  readonly fields?: JsonObject;
}

/**
 * The source of a document with the fields that only the mapping knows: constants (`constant_keyword`), aliases, runtime fields. What the source has
 * stays as it is; multi-fields, nested objects and fields below a value are left out. It is Kibana's strategy `missingFields`
 * (`alertMergeStrategy`, the default), see `source_fields_merging/README.md` of its detection engine.
 */
export function withMissingFields({ _source: source = {}, fields = {} }: FetchedDocument): JsonObject {
  const missing = Object.entries(fields).flatMap(([name, fetched]): [string, JsonValue][] => {
    const values = isJsonArray(fetched) ? fetched : [fetched];
    const isMissing = (fieldOf(source, name) ?? null) === null && isFree(name, source);
    return isMissing && isPlain(name, values) && !isMultiField(name, fields) ? [[name, unboxed(values)]] : [];
  });
  return missing.length === 0 ? source : { ...source, ...Object.fromEntries(missing) };
}

/** Whether nothing but objects stands where the field would go. */
function isFree(name: string, source: JsonObject): boolean {
  for (let dot = name.indexOf('.'); ; dot = name.indexOf('.', dot + 1)) {
    const head = dot < 0 ? name : name.slice(0, dot);
    const value = Object.hasOwn(source, head) ? source[head] : undefined;
    if (value !== undefined && value !== null) {
      return dot >= 0 && isJsonObject(value) && isFree(name.slice(dot + 1), value);
    }
    if (dot < 0) return true;
  }
}

/** Values, and no objects: those are of nested fields and of shapes. */
function isPlain(name: string, values: JsonArray): boolean {
  const isName = !name.startsWith('_') && !name.startsWith('.') && !name.includes('..');
  return isName && values.length > 0 && !values.some(isJsonObject);
}

/** Whether the field is another form of one above it: `process.name.text` of `process.name`. */
function isMultiField(name: string, fields: JsonObject): boolean {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    if (Object.hasOwn(fields, name.slice(0, dot))) return true;
  }
  return false;
}

function unboxed(values: JsonArray): JsonValue {
  const [first = null, ...others] = values;
  return others.length === 0 ? first : values;
}
