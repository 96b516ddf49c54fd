import type { FieldCapsResponse } from '../../cluster.js';
import type { JsonObject } from '../../../values/json.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import type { FieldTraits } from '../mapping/field-table.js';
import type { Mapping } from '../mapping/mapping.js';
import { compilePattern } from '../query/compile-pattern.js';

interface Capability {
  readonly type: string;
  readonly searchable: boolean;
  readonly aggregatable: boolean;
  readonly metadata: boolean;
}

/** What the indices say of a field under one type. */
interface TypeEntry {
  readonly capability: Capability;
  readonly indices: string[];
  searchable: boolean;
  aggregatable: boolean;
}

/** `_field_caps`: the types of fields over several indices. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-field-caps.html */
export function fieldCaps(indices: readonly EmbeddedIndex[], patterns: readonly string[]): FieldCapsResponse {
  const asked = askedNames(patterns);
  const fields = new Map<string, Map<string, TypeEntry>>();
  for (const index of indices) {
    for (const [name, capability] of capabilities(index, asked)) {
      const types = fields.get(name) ?? new Map<string, TypeEntry>();
      fields.set(name, types);
      const entry = types.get(capability.type) ?? { capability, indices: [], searchable: true, aggregatable: true };
      types.set(capability.type, entry);
      entry.indices.push(index.name);
      entry.searchable &&= capability.searchable;
      entry.aggregatable &&= capability.aggregatable;
    }
  }
  return {
    indices: indices.map(({ name }) => name),
    fields: Object.fromEntries([...fields].map(([name, types]) => [name, print(types)])),
  };
}

function print(types: ReadonlyMap<string, TypeEntry>): Record<string, JsonObject> {
  return Object.fromEntries(
    [...types].map(([type, { capability, indices, searchable, aggregatable }]): [string, JsonObject] => [
      type,
      {
        type,
        metadata_field: capability.metadata,
        searchable,
        aggregatable,
        ...(types.size > 1 ? { indices: indices.toSorted() } : {}),
      },
    ]),
  );
}

/** Which names are asked for: some, or all that pass a test. */
type Asked = readonly string[] | ((name: string) => boolean);

function askedNames(patterns: readonly string[]): Asked {
  if (!patterns.some((pattern) => pattern.includes('*'))) return [...new Set(patterns)].sort();
  const tests = patterns.map((pattern) => compilePattern(pattern, false));
  return (name) => tests.some((test) => test(name));
}

const PLAIN = { searchable: false, aggregatable: false, metadata: false };

const METADATA: ReadonlyMap<string, Capability> = new Map(
  [
    { type: '_id', searchable: true, aggregatable: false },
    { type: '_index', searchable: true, aggregatable: true },
    { type: '_ignored', searchable: true, aggregatable: true },
    { type: '_source', searchable: false, aggregatable: false },
  ].map((capability) => [capability.type, { ...capability, metadata: true }]),
);

/** The names that are asked for and that the index has: metadata, then objects, then fields. */
function capabilities(index: EmbeddedIndex, asked: Asked): readonly (readonly [string, Capability])[] {
  const { mapping } = index;
  const own = (name: string): readonly (readonly [string, Capability])[] => {
    const found = METADATA.get(name) ?? objectCapability(mapping, name) ?? fieldCapability(mapping.traitsOf(name));
    return found === undefined ? [] : [[name, found]];
  };
  if (typeof asked !== 'function') return asked.flatMap(own);
  const all = [...METADATA.keys(), ...mapping.objects.keys(), ...mapping.traits().keys()];
  return all.filter(asked).flatMap(own);
}

function objectCapability(mapping: Mapping, path: string): Capability | undefined {
  const object = mapping.objects.get(path);
  return object && { type: object.isNested ? 'nested' : 'object', ...PLAIN };
}

function fieldCapability(traits: FieldTraits | undefined): Capability | undefined {
  if (traits === undefined) return undefined;
  const { family: type, searchable, aggregatable } = traits;
  return { type, searchable, aggregatable, metadata: false };
}
