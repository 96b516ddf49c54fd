import type { IndexField } from '../../../schemas/fields/index-fields.js';
import { typeOfField } from '../types.js';
import type { EsqlType } from '../types.js';
import type { EsqlField } from './catalogue.js';

const kept = new WeakMap<object, readonly EsqlField[]>();

/** The fields of a catalogue as ES|QL sees them, in order of name; computed once for each map. */
export function esqlFields(fields: ReadonlyMap<string, IndexField>): readonly EsqlField[] {
  const known = kept.get(fields);
  if (known) return known;
  const all = [...fields]
    .map(([name, field]) => esqlField(name, field))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  kept.set(fields, all);
  return all;
}

/** One field as ES|QL sees it: of several types it is unsupported, and knows why. */
export function esqlField(name: string, { type: mappingType, conflict }: IndexField): EsqlField {
  const kinds = new Set<EsqlType>(conflict === undefined ? [] : [...conflict.keys()].map(typeOfField));
  if (conflict === undefined || kinds.size === 1) return { name, type: typeOfField(mappingType), mappingType };
  const types = [...conflict].map(([kind, indices]) => ({ mappingType: kind, indices }));
  return { name, type: 'unsupported', mappingType: 'unsupported', conflict: types };
}
