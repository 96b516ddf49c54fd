import { isJsonObject } from '../../../values/json.js';
import type { JsonObject } from '../../../values/json.js';
import type { FieldCatalogue, FieldMapping } from '../catalogue.js';

/** A field that has different types in different indices. */
export interface TypeConflict {
  readonly field: string;
  /** Type → the indices that have it; empty if the response does not say. */
  readonly types: ReadonlyMap<string, readonly string[]>;
}

/** What {@link catalogueFromFieldCaps} found. */
export interface FieldCapsCatalogue {
  readonly fields: FieldCatalogue;
  readonly conflicts: readonly TypeConflict[];
}

/**
 * The fields of a `_field_caps` response. It names types by family (`keyword` for `wildcard` and `constant_keyword`, `text` for
 * `match_only_text`), and neither multi-fields nor parameters as such: take a mapping where you may read it. Metadata fields, plain
 * objects and unmapped entries are left out; a field with several types keeps the one that most indices have, and is a conflict.
 *
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-field-caps.html
 */
export function catalogueFromFieldCaps(response: JsonObject): FieldCapsCatalogue {
  const fields = new Map<string, FieldMapping>();
  const conflicts: TypeConflict[] = [];
  const all = Array.isArray(response['indices']) ? (response['indices'] as readonly unknown[]).map(String) : [];
  for (const [field, entry] of Object.entries(isJsonObject(response['fields']) ? response['fields'] : {})) {
    const types = typesOf(entry, all);
    const [first] = [...types].sort(([, left], [, right]) => right.length - left.length);
    if (first === undefined) continue;
    fields.set(field, { type: first[0] });
    if (types.size > 1) conflicts.push({ field, types });
  }
  return { fields, conflicts };
}

function typesOf(entry: unknown, all: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>();
  for (const [type, capabilities] of Object.entries(isJsonObject(entry) ? entry : {})) {
    if (!isJsonObject(capabilities) || capabilities['metadata_field'] === true) continue;
    if (type === 'object' || type === 'unmapped') continue;
    // A type that all indices share comes without their names.
    const indices: unknown = capabilities['indices'];
    types.set(type, Array.isArray(indices) ? (indices as readonly unknown[]).map(String) : all);
  }
  return types;
}
