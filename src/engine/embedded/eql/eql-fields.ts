import type { EqlFieldInfo, EqlFields } from '../../../languages/eql/field-info.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';

const METADATA: readonly string[] = ['_id', '_index', '_ignored'];

/**
 * The fields of the indices, as EQL sees them: a name that has different types in different indices carries all of them. Each is looked up when
 * it is asked for, since a query names few of some thousands.
 */
export function eqlFields(indices: readonly EmbeddedIndex[]): EqlFields {
  const get = (name: string): EqlFieldInfo | undefined => {
    const types = new Map<string, string[]>();
    for (const index of indices) {
      const type = typeIn(index, name);
      if (type !== undefined) types.set(type, [...(types.get(type) ?? []), index.name]);
    }
    const [type] = types.keys();
    if (type === undefined) return undefined;
    return types.size === 1 ? { type } : { type, conflict: types };
  };
  const keys = (): Set<string> => new Set(indices.flatMap(namesIn));
  return {
    get,
    has: (name) => get(name) !== undefined,
    keys,
    *[Symbol.iterator]() {
      for (const name of keys()) {
        const info = get(name);
        if (info !== undefined) yield [name, info] as const;
      }
    },
  };
}

function typeIn({ mapping }: EmbeddedIndex, name: string): string | undefined {
  if (METADATA.includes(name)) return 'keyword';
  if (mapping.objects.get(name)?.isNested === true) return 'nested';
  const traits = mapping.traitsOf(name);
  return traits && (traits.nested === '' ? traits.family : 'nested');
}

function namesIn({ mapping }: EmbeddedIndex): readonly string[] {
  const nested = [...mapping.objects].flatMap(([path, { isNested }]) => (isNested ? [path] : []));
  return [...nested, ...mapping.traits().keys(), ...METADATA];
}
