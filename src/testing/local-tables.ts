import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { ecsCatalogue } from '../schemas/fields/ecs.js';
import { mergeCatalogues } from '../schemas/fields/catalogue.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import type { BulkDocument, Cluster } from '../engine/cluster.js';
import { FixtureError } from './fixtures.js';

/** A file of rows that stands for an enrich policy or a lookup index. */
export interface LocalTable {
  readonly name: string;
  readonly file: string;
  /** Of an enrich policy: how it matches (`match` unless said otherwise), and on which field (the first of the first row). */
  readonly type?: 'match' | 'range';
  readonly matchField?: string;
}

/** One row: what it holds, and its JSON text. */
export interface TableRow {
  readonly value: JsonObject;
  readonly text: string;
}

/** Makes an enrich policy of the embedded engine of a table's rows. */
export async function loadEnrichTable(
  cluster: Cluster,
  table: LocalTable,
  rows: readonly TableRow[],
  imported: readonly ImportedCatalogue[] = [],
): Promise<void> {
  const { name, file, type = 'match' } = table;
  const matchField = table.matchField ?? Object.keys(rows[0]?.value ?? {})[0];
  if (matchField === undefined) throw new FixtureError(`${file} holds no rows for the enrich policy ${name}.`);
  if (cluster.enrichTable === undefined) throw onlyEmbedded('enrich', name);
  const values = rows.map(({ value }) => value);
  const mappings = tableMappings(values, imported, type === 'range' ? matchField : undefined);
  await cluster.enrichTable(name, { type, matchField, rows: rows.map(({ text }) => text), mappings });
}

/** Makes a lookup index of the embedded engine of a table's rows. */
export async function loadLookupTable(
  cluster: Cluster,
  { name, file }: LocalTable,
  rows: readonly TableRow[],
  imported: readonly ImportedCatalogue[] = [],
): Promise<void> {
  if (cluster.enrichTable === undefined) throw onlyEmbedded('lookup', name);
  await cluster.createIndex(name, {
    mappings: tableMappings(
      rows.map(({ value }) => value),
      imported,
    ),
    settings: { 'index.mode': 'lookup' },
  });
  const documents = rows.map(({ text }, at): BulkDocument => ({ _index: name, _id: `${at + 1}`, source: text }));
  if (documents.length === 0) return;
  const { items } = await cluster.bulk(documents);
  const rejected = items.find(({ error }) => error !== undefined);
  if (rejected?.error)
    throw new FixtureError(
      `${file}:${rejected._id} is no row of ${name}: ${rejected.error.type}: ${rejected.error.reason}.`,
    );
}

function onlyEmbedded(kind: string, name: string): FixtureError {
  return new FixtureError(
    `The ${kind} table ${name} is for the embedded engine; a cluster has policies and lookup indices of its own.`,
  );
}

/**
 * The mapping of a table: fields that imported catalogues or ECS know have their type from there, other texts are keywords. The match
 * field of a range policy gets the range type that its values have.
 */
export function tableMappings(
  rows: readonly JsonObject[],
  imported: readonly ImportedCatalogue[] = [],
  rangeField?: string,
): JsonObject {
  const known = mergeCatalogues([ecsCatalogue(), ...imported.map(({ fields }) => fields)]);
  const properties = new Map<string, JsonObject>();
  for (const row of rows) {
    for (const name of leafNames(row, '')) {
      const mapping = known.get(name);
      if (mapping !== undefined && name !== rangeField) properties.set(name, { type: columnType(mapping.type) });
    }
  }
  if (rangeField !== undefined) properties.set(rangeField, { type: rangeType(rows[0]?.[rangeField]) });
  return {
    dynamic_templates: [{ texts: { match_mapping_type: 'string', mapping: { type: 'keyword' } } }],
    properties: Object.fromEntries(properties),
  };
}

/** Texts are compared whole in a table. */
function columnType(type: string): string {
  return type === 'text' || type === 'match_only_text' || type === 'wildcard' ? 'keyword' : type;
}

function* leafNames(value: JsonObject, prefix: string): Generator<string> {
  for (const [key, item] of Object.entries(value)) {
    if (isJsonObject(item)) yield* leafNames(item, `${prefix}${key}.`);
    else yield prefix + key;
  }
}

/** `10.0.0.0/8` and addresses make an ip_range, numbers a long_range or double_range, other texts a date_range. */
function rangeType(value: JsonValue | undefined): string {
  const sample = isJsonArray(value) ? value[0] : value;
  const [bound] = isJsonObject(sample) ? Object.values(sample) : [sample];
  if (typeof bound === 'number') return Number.isInteger(bound) ? 'long_range' : 'double_range';
  const isAddress = typeof bound === 'string' && /^[0-9a-f:.]+(?:\/\d+)?$/i.test(bound) && /[.:]/.test(bound);
  return isAddress ? 'ip_range' : 'date_range';
}
