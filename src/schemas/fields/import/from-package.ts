import { isJsonObject } from '../../../values/json.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import type { FieldCatalogue, FieldMapping } from '../catalogue.js';

/** What {@link catalogueFromPackageFields} found. */
export interface PackageCatalogue {
  readonly fields: FieldCatalogue;
  /** Fields that refer to a schema (`external: ecs`) which does not have them. */
  readonly unresolved: readonly string[];
}

/** Groups may nest; deeper than this is no package. */
const DEEPEST = 100;

/**
 * The fields of one data stream of an integration package: the parsed contents of its `fields/*.yml`, each a list of entries.
 * Names may be dotted, groups nest, `external: ecs` takes type and parameters from the catalogue given (what the entry says itself wins),
 * a missing type is `keyword` (a keyword without `ignore_above` gets 1024, as Fleet installs it), `object` with `object_type` is a
 * `flattened` field, or an object that takes any key (also where a pattern like `counts.*` names them).
 *
 * @see https://www.elastic.co/docs/extend/integrations/define-dataset-fields
 */
export function catalogueFromPackageFields(files: readonly JsonValue[], ecs: FieldCatalogue): PackageCatalogue {
  const reading: Reading = { ecs, fields: new Map(), unresolved: [] };
  for (const file of files) addEntries(reading, file, '', 0);
  return { fields: reading.fields, unresolved: reading.unresolved };
}

interface Reading {
  readonly ecs: FieldCatalogue;
  readonly fields: Map<string, FieldMapping>;
  readonly unresolved: string[];
}

function addEntries(reading: Reading, entries: JsonValue | undefined, prefix: string, depth: number): void {
  if (!Array.isArray(entries) || depth > DEEPEST) return;
  for (const entry of entries as readonly JsonValue[]) {
    if (isJsonObject(entry) && typeof entry['name'] === 'string') addEntry(reading, entry, prefix + entry['name'], depth);
  }
}

function addEntry(reading: Reading, entry: JsonObject, name: string, depth: number): void {
  const type = typeof entry['type'] === 'string' ? entry['type'] : undefined;
  const hasFields = Array.isArray(entry['fields']);
  if (type === 'nested') reading.fields.set(name, { type, ...pick(entry, ['include_in_parent', 'include_in_root']) });
  if (hasFields) addEntries(reading, entry['fields'], `${name}.`, depth + 1);
  if (hasFields || type === 'group' || type === 'nested') return;
  const mapping = entry['external'] === undefined ? ownMapping(entry, type) : externalMapping(reading, entry, name, type);
  // Of equal names the first with a type of its own wins over a bare repetition.
  if (mapping === undefined) return;
  const own = mapping.type === 'object' ? name.replace(/\.?\*.*$/s, '') : name;
  if (own !== '' && (type !== undefined || !reading.fields.has(own))) reading.fields.set(own, mapping);
}

function externalMapping(reading: Reading, entry: JsonObject, name: string, type: string | undefined): FieldMapping | undefined {
  const known = reading.ecs.get(name);
  if (known === undefined) {
    reading.unresolved.push(name);
    return ownMapping(entry, type);
  }
  return { ...known, ...parameters(entry), ...(type === undefined ? {} : { type }) };
}

function ownMapping(entry: JsonObject, type = 'keyword'): FieldMapping | undefined {
  const objectType = entry['object_type'];
  if (type === 'object' || type === 'array') {
    if (objectType === 'flattened') return { type: 'flattened' };
    // Values under keys of any name: a dynamic template, not a field; the catalogue has the object.
    return objectType === undefined ? undefined : { type: 'object', dynamic: true };
  }
  const limit = type === 'keyword' && entry['ignore_above'] === undefined ? { ignore_above: 1024 } : {};
  return { type, ...limit, ...parameters(entry) };
}

/** What a mapping takes over from an entry as it is. */
const PARAMETERS = ['ignore_above', 'scaling_factor', 'normalizer', 'null_value', 'index', 'doc_values', 'copy_to', 'path'];

/** What only some types have; Elasticsearch refuses it on the others, where packages write it as an example. */
const PARAMETERS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['constant_keyword', ['value']],
  ['object', ['dynamic', 'enabled']],
  ['nested', ['dynamic']],
]);

function parameters(entry: JsonObject): JsonObject {
  const { date_format: format, type } = entry;
  const own = typeof type === 'string' ? (PARAMETERS_OF.get(type) ?? []) : [];
  return {
    ...pick(entry, [...PARAMETERS, ...own]),
    ...(typeof format === 'string' ? { format } : {}),
    ...multiFields(entry['multi_fields']),
  };
}

function multiFields(entries: JsonValue | undefined): JsonObject {
  if (!Array.isArray(entries)) return {};
  const fields = (entries as readonly JsonValue[]).flatMap((entry): [string, JsonObject][] => {
    if (!isJsonObject(entry) || typeof entry['name'] !== 'string') return [];
    const mapping = ownMapping(entry, typeof entry['type'] === 'string' ? entry['type'] : undefined);
    return mapping === undefined ? [] : [[entry['name'], mapping]];
  });
  return fields.length === 0 ? {} : { fields: Object.fromEntries(fields) };
}

function pick(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name): [string, JsonValue][] => {
    const value = object[name];
    return value === undefined ? [] : [[name, value]];
  })); // prettier-ignore
}
