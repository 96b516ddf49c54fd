import { isJsonObject, isJsonArray, parseJson, printJson } from '../../values/json.js';
import type { JsonValue } from '../../values/json.js';
import { compareTexts } from '../../values/text-order.js';
import type { FieldCatalogue, FieldMapping } from './catalogue.js';

/** The fields of certain indices, as `dragnet schemas import` found them. */
export interface ImportedCatalogue {
  /** What a test's `mappings` calls it: `aws.cloudtrail`. */
  readonly name: string;
  /** Patterns of the indices that have these fields, `-exclusions` included; may be empty. */
  readonly indices: readonly string[];
  /** Whether the indices have the fields of ECS besides; a mapping that was read from a cluster is whole without. */
  readonly addsEcs: boolean;
  readonly fields: FieldCatalogue;
}

/** A catalogue file: what one import found, and where. */
export interface CatalogueFile {
  /** Where the fields come from, for readers: `package aws 2.1.0`. */
  readonly source: string;
  readonly catalogues: readonly ImportedCatalogue[];
}

/** The only version of the form so far. */
const VERSION = 1;

/** The text of a catalogue file: JSON with everything in order of name, so that the same fields always give the same text. */
export function printCatalogueFile({ source, catalogues }: CatalogueFile): string {
  const body = {
    version: VERSION,
    source,
    catalogues: [...catalogues]
      .sort((left, right) => compareTexts(left.name, right.name))
      .map(({ name, indices, addsEcs, fields }) => ({ name, indices: [...indices], ecs: addsEcs, fields: sorted(Object.fromEntries(fields)) })),
  };
  return `${printJson(body, 2)}\n`;
}

/** Reads a catalogue file, or says what is wrong with it. */
export function parseCatalogueFile(text: string): CatalogueFile | string {
  let body: JsonValue;
  try {
    body = parseJson(text);
  } catch (error) {
    return `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const again = 'Import it again with dragnet schemas import.';
  if (!isJsonObject(body)) return `is not a JSON object. ${again}`;
  const { version, source, catalogues } = body;
  if (version !== VERSION) return `has version ${printJson(version ?? null)}; this dragnet reads version ${VERSION}. ${again}`;
  if (!isJsonArray(catalogues)) return `has no list of catalogues. ${again}`;
  const read = catalogues.map(readCatalogue);
  const problem = read.find((entry) => typeof entry === 'string');
  if (problem !== undefined) return `${problem} ${again}`;
  return { source: typeof source === 'string' ? source : '', catalogues: read.filter((entry) => typeof entry !== 'string') };
}

function readCatalogue(entry: JsonValue, at: number): ImportedCatalogue | string {
  const place = `catalogues[${at}]`;
  if (!isJsonObject(entry)) return `has no object in ${place}.`;
  const { name, indices, ecs, fields } = entry;
  if (typeof name !== 'string' || name === '') return `has no name in ${place}.`;
  if (!isJsonArray(indices) || !indices.every((index) => typeof index === 'string')) return `has no list of indices in ${place}.`;
  if (!isJsonObject(fields)) return `has no fields in ${place}.`;
  const untyped = Object.entries(fields).find(([, mapping]) => !isMapping(mapping));
  if (untyped !== undefined) return `has no type for the field ${JSON.stringify(untyped[0])} in ${place}.`;
  return { name, indices, addsEcs: ecs === true, fields: new Map(Object.entries(fields) as [string, FieldMapping][]) };
}

function isMapping(value: JsonValue): value is FieldMapping {
  return isJsonObject(value) && typeof value['type'] === 'string';
}

function sorted(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([left], [right]) => compareTexts(left, right));
  return Object.fromEntries(entries.map(([key, inner]): [string, JsonValue] => [key, sorted(inner)]));
}
