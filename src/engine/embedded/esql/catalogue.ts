import type { EsqlCatalogue, EsqlField, EsqlIndices } from '../../../languages/esql/analysis/catalogue.js';
import { type EsqlType, typeOfField } from '../../../languages/esql/types.js';
import { compareText } from '../../../languages/esql/functions/code-points.js';
import type { EsqlSource, EsqlTable } from './esql-source.js';

/** The fields of some tables together: a field of several types is unsupported, and knows why. */
function mergedFields(tables: readonly EsqlTable[]): EsqlIndices {
  const byName = new Map<string, Map<string, string[]>>();
  for (const table of tables) {
    for (const [name, mappingType] of table.fields) {
      const types = byName.get(name) ?? new Map<string, string[]>();
      types.set(mappingType, [...(types.get(mappingType) ?? []), table.name]);
      byName.set(name, types);
    }
  }
  const names = [...byName.keys()].sort(compareText);
  return { fields: names.map((name) => mergedField(name, byName.get(name) ?? new Map<string, string[]>())) };
}

function mergedField(name: string, types: ReadonlyMap<string, readonly string[]>): EsqlField {
  const [mappingType = 'unsupported'] = types.keys();
  const kinds = new Set<EsqlType>([...types.keys()].map(typeOfField));
  const [type = 'unsupported'] = kinds;
  if (kinds.size === 1) return { name, type, mappingType };
  const conflict = [...types]
    .sort(([left], [right]) => compareText(left, right))
    .map(([kind, indices]) => ({ mappingType: kind, indices: [...indices].sort(compareText) }));
  return { name, type: 'unsupported', mappingType: 'unsupported', conflict };
}

/** What the checker may ask of a source; the tables that it finds for FROM are handed to `found`. */
export function catalogueOf(source: EsqlSource, found: (tables: readonly EsqlTable[]) => void): EsqlCatalogue {
  return {
    indices: (patterns) => {
      const tables = source.tables(patterns);
      if (tables === undefined) return undefined;
      found(tables);
      return mergedFields(tables);
    },
    lookup: (index) => {
      const table = source.lookup?.(index);
      return table && mergedFields([table]);
    },
    policy: (name) => {
      const policy = source.policy?.(name);
      if (policy === undefined) return undefined;
      const fields = [...policy.fields].map(([field, mappingType]) => ({
        name: field,
        mappingType,
        type: typeOfField(mappingType),
      }));
      return { matchField: policy.matchField, fields };
    },
  };
}
