import type { EsqlCatalogue, EsqlField, EsqlIndices } from '../../../languages/esql/analysis/catalogue.js';
import { kindOfField, typeOfField } from '../../../languages/esql/types.js';
import { compareText } from '../../../languages/esql/functions/code-points.js';
import type { EsqlSource, EsqlTable } from './esql-source.js';

/** The mapping type of what only holds other fields. */
const OBJECT = 'object';

/** Fields of single tables, by their types: tables of one mapping share them. */
const merged = new WeakMap<ReadonlyMap<string, string>, EsqlIndices>();

/** The fields of some tables together: a field of several types is unsupported, and knows why. */
function mergedFields(tables: readonly EsqlTable[]): EsqlIndices {
  const [only, second] = tables;
  if (only === undefined || second !== undefined) return mergeFields(tables);
  const known = merged.get(only.fields) ?? mergeFields(tables);
  merged.set(only.fields, known);
  return known;
}

function mergeFields(tables: readonly EsqlTable[]): EsqlIndices {
  const byName = new Map<string, Map<string, string[]>>();
  for (const table of tables) {
    for (const [name, mappingType] of table.fields) {
      const types = byName.get(name) ?? new Map<string, string[]>();
      types.set(mappingType, [...(types.get(mappingType) ?? []), table.name]);
      byName.set(name, types);
    }
  }
  const names = [...byName.keys()].sort(compareText);
  return { fields: names.flatMap((name) => mergedField(name, byName.get(name) ?? new Map<string, string[]>()) ?? []) };
}

/** The field of a name; undefined for one that is an object everywhere. */
function mergedField(name: string, types: ReadonlyMap<string, readonly string[]>): EsqlField | undefined {
  const unreadable = [...types.keys()].find((type) => type !== OBJECT && typeOfField(type) === 'unsupported');
  if (unreadable !== undefined) return { name, type: 'unsupported', mappingType: unreadable };
  const indicesOf = new Map<string, readonly string[]>();
  for (const [mappingType, indices] of types) {
    const kind = kindOfField(mappingType);
    indicesOf.set(kind, [...(indicesOf.get(kind) ?? []), ...indices]);
  }
  const [mappingType = OBJECT] = types.keys();
  if (indicesOf.size === 1) {
    return mappingType === OBJECT ? undefined : { name, type: typeOfField(mappingType), mappingType };
  }
  const conflict = [...indicesOf]
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
      return table && { ...mergedFields([table]), mode: table.mode };
    },
    policy: (name) => {
      const policy = source.policy?.(name);
      if (policy === undefined) return undefined;
      const fields = [...policy.fields].map(([field, mappingType]) => ({
        name: field,
        mappingType,
        type: typeOfField(mappingType),
      }));
      return { type: policy.type, matchField: policy.matchField, fields };
    },
  };
}
