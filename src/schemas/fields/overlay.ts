import type { FieldCatalogue, FieldMapping } from './catalogue.js';

/** Keyword as integrations map it: longer values are kept in `_source` and left out of the index. */
export const KEYWORD: FieldMapping = { type: 'keyword', ignore_above: 1024 };

/** A keyword whose text is searchable too: whole calls, command lines. */
export const LONG_KEYWORD: FieldMapping = {
  type: 'keyword',
  ignore_above: 8191,
  fields: { text: { type: 'text' } },
};

/** A keyword with a twin in lower case (`.caseless`), as Elastic Defend maps names and paths. */
export const CASELESS: FieldMapping = {
  type: 'keyword',
  ignore_above: 1024,
  fields: {
    caseless: { type: 'keyword', ignore_above: 1024, normalizer: 'lowercase' },
    text: { type: 'text' },
  },
};

/** A field of a type without further parameters. */
export function plain(type: string): FieldMapping {
  return { type };
}

/** A catalogue from groups: prefix → names below it (separated by spaces), all with one mapping. */
export function overlay(groups: readonly (readonly [prefix: string, names: string, mapping: FieldMapping])[]): FieldCatalogue {
  return new Map(
    groups.flatMap(([prefix, names, mapping]) => names.split(' ').map((name): [string, FieldMapping] => [`${prefix}.${name}`, mapping])),
  );
}
