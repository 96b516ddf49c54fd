import { isJsonObject } from '../../../values/json.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import type { FieldCatalogue, FieldMapping } from '../catalogue.js';

/** Objects that lie deeper than this are left out. */
const DEEPEST = 100;

/**
 * The fields that sample documents have, with the types that an integration's index would give them: texts are keywords (times of
 * ISO 8601 are dates), whole numbers longs, other numbers doubles, true and false booleans. A field that the base catalogue knows keeps
 * its mapping. Values that disagree make a keyword; null, empty lists and empty objects say nothing.
 */
export function catalogueFromDocuments(documents: Iterable<JsonObject>, base: FieldCatalogue = new Map()): FieldCatalogue {
  const types = new Map<string, string>();
  for (const document of documents) addObject(types, document, '', 0);
  return new Map([...types].map(([name, type]): [string, FieldMapping] => [name, base.get(name) ?? mappingOf(type)]));
}

function addObject(types: Map<string, string>, object: JsonObject, prefix: string, depth: number): void {
  if (depth > DEEPEST) return;
  for (const [key, value] of Object.entries(object)) addValue(types, prefix + key, value, depth);
}

function addValue(types: Map<string, string>, name: string, value: JsonValue, depth: number): void {
  if (Array.isArray(value)) {
    if (depth > DEEPEST) return;
    for (const item of value as readonly JsonValue[]) addValue(types, name, item, depth + 1);
  } else if (isJsonObject(value)) {
    addObject(types, value, `${name}.`, depth + 1);
  } else {
    const type = typeOf(value);
    if (type !== undefined) types.set(name, joined(types.get(name), type));
  }
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/;

function typeOf(value: JsonValue): string | undefined {
  if (typeof value === 'string') return TIME.test(value) ? 'date' : 'keyword';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'bigint') return value >= -(2n ** 63n) && value < 2n ** 63n ? 'long' : 'double';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'long' : 'double') : undefined;
}

function joined(known: string | undefined, type: string): string {
  if (known === undefined || known === type) return type;
  const both = new Set([known, type]);
  return both.has('long') && both.has('double') ? 'double' : 'keyword';
}

function mappingOf(type: string): FieldMapping {
  return type === 'keyword' ? { type, ignore_above: 1024 } : { type };
}
