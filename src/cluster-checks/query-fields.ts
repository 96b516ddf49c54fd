import type { KeyPath } from '../definitions/locate.js';
import type { Range } from '../diagnostics/diagnostic.js';
import type { ParsedQuery } from '../lint/queries.js';
import { checkedQuery } from '../lint/query-types.js';
import { FieldKnowledge } from '../schemas/fields/index-fields.js';

/** A field that a query of a definition names, where it does so first. */
export interface QueryField {
  readonly name: string;
  readonly path: KeyPath;
  readonly range: Range;
  readonly indices: readonly string[];
}

/**
 * The fields that queries name. They are told by the checkers of the languages: of an index without fields, each field of a query is
 * unknown.
 */
export function fieldsOfQueries(queries: readonly ParsedQuery[]): readonly QueryField[] {
  const found = new Map<string, QueryField>();
  for (const { path, text, indices, ...query } of queries) {
    const nothing = {
      name: 'nothing',
      indices,
      addsEcs: false,
      fields: new Map([['dragnet.no.field', { type: 'keyword' }]]),
    };
    const { fields } = checkedQuery(
      { ...query, path, text, indices },
      {
        fields: new FieldKnowledge([nothing]),
      },
    );
    for (const { range } of fields) {
      const name = text.slice(range.start, range.end).replace(/^[?`"]+|[`"]+$/g, '');
      const key = `${path.join('.')} ${name}`;
      if (/^[\w@.-]+$/.test(name) && !found.has(key)) found.set(key, { name, path, range, indices });
    }
  }
  return [...found.values()];
}
