import type { EqlFieldInfo, EqlFields } from '../../../languages/eql/field-info.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';

/** The fields of the indices, as EQL sees them: a name that has different types in different indices carries all of them. */
export function eqlFields(indices: readonly EmbeddedIndex[]): EqlFields {
  const types = new Map<string, Map<string, string[]>>();
  const note = (name: string, type: string, index: string): void => {
    const found = types.get(name) ?? new Map<string, string[]>();
    types.set(name, found);
    found.set(type, [...(found.get(type) ?? []), index]);
  };
  for (const index of indices) {
    for (const [path, object] of index.mapping.objects) {
      if (object.isNested) note(path, 'nested', index.name);
    }
    for (const [name, { family, nested }] of index.mapping.traits()) {
      note(name, nested === '' ? family : 'nested', index.name);
    }
    for (const name of ['_id', '_index', '_ignored']) note(name, 'keyword', index.name);
  }
  return new Map([...types].map(([name, found]) => [name, fieldInfo(found)]));
}

function fieldInfo(found: ReadonlyMap<string, readonly string[]>): EqlFieldInfo {
  const [type = 'keyword'] = found.keys();
  return found.size === 1 ? { type } : { type, conflict: found };
}
