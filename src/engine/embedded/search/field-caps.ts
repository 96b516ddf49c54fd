import type { FieldCapsResponse } from '../../cluster.js';
import type { JsonObject } from '../../../values/json.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
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
  const tests = patterns.map((pattern) => compilePattern(pattern, false));
  const fields = new Map<string, Map<string, TypeEntry>>();
  for (const index of indices) {
    for (const [name, capability] of capabilities(index)) {
      if (!tests.some((test) => test(name))) continue;
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

const METADATA: readonly (readonly [string, boolean, boolean])[] = [
  ['_id', true, false],
  ['_index', true, true],
  ['_ignored', true, true],
  ['_source', false, false],
];

function* capabilities(index: EmbeddedIndex): Generator<[string, Capability]> {
  for (const [type, searchable, aggregatable] of METADATA) {
    yield [type, { type, searchable, aggregatable, metadata: true }];
  }
  const plain = { searchable: false, aggregatable: false, metadata: false };
  for (const object of index.mapping.objects.values()) {
    yield [object.path, { type: object.isNested ? 'nested' : 'object', ...plain }];
  }
  for (const name of index.mapping.names()) {
    const field = index.field(name);
    if (!field) continue;
    yield [
      name,
      { type: field.family, searchable: field.searchable, aggregatable: field.aggregatable, metadata: false },
    ];
  }
}
