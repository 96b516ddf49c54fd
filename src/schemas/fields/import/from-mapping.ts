import { isJsonObject } from '../../../values/json.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import type { FieldCatalogue, FieldMapping } from '../catalogue.js';

/** Objects that lie deeper than this are left out; Elasticsearch allows 20 levels by default. */
const DEEPEST = 100;

/**
 * The fields of a mapping: a response of `GET _mapping` (every index in it; of equal names the last wins), `{"mappings": …}`, or
 * `{"properties": …}`. Objects stand in the catalogue only where they carry parameters (`nested`, `dynamic`, `enabled`); what is not
 * of a mapping's form is left out.
 *
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.19/indices-get-mapping.html
 */
export function catalogueFromMapping(body: JsonObject): FieldCatalogue {
  const fields = new Map<string, FieldMapping>();
  for (const mapping of mappingsIn(body)) addProperties(fields, mapping['properties'], '', 0);
  return fields;
}

function mappingsIn(body: JsonObject): readonly JsonObject[] {
  // An index may be called "properties"; then it holds its mappings.
  if (isJsonObject(body['properties']) && body['properties']['mappings'] === undefined) return [body];
  const { mappings } = body;
  if (isJsonObject(mappings)) return [mappings];
  return Object.values(body).flatMap((index) => (isJsonObject(index) && isJsonObject(index['mappings']) ? [index['mappings']] : []));
}

function addProperties(fields: Map<string, FieldMapping>, properties: JsonValue | undefined, prefix: string, depth: number): void {
  if (!isJsonObject(properties) || depth > DEEPEST) return;
  for (const [name, definition] of Object.entries(properties)) {
    if (isJsonObject(definition)) addField(fields, prefix + name, definition, depth);
  }
}

function addField(fields: Map<string, FieldMapping>, name: string, definition: JsonObject, depth: number): void {
  const { properties, ...own } = definition;
  const type = typeof own['type'] === 'string' ? own['type'] : 'object';
  const isPlainObject = type === 'object' && Object.keys(own).every((key) => key === 'type');
  if (!isPlainObject || properties === undefined) fields.set(name, { ...own, type });
  addProperties(fields, properties, `${name}.`, depth + 1);
}
