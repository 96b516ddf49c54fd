import type { KeyPath } from '../definitions/locate.js';
import type { Range } from '../diagnostics/diagnostic.js';
import { queriesOfRule } from '../lint/queries.js';
import { checkedQuery } from '../lint/query-types.js';
import type { Rule } from '../model/rule.js';
import { FieldKnowledge } from '../schemas/fields/index-fields.js';

/** A field that a query of a rule names, where it does so first. */
export interface QueryField {
  readonly name: string;
  readonly path: KeyPath;
  readonly range: Range;
  readonly indices: readonly string[];
}

/**
 * The fields that the queries of a rule name. They are told by the checkers of the languages: of an index without fields, each field of a query is
 * unknown.
 */
export function fieldsOfQueries(rule: Rule): readonly QueryField[] {
  const found = new Map<string, QueryField>();
  // A copy, since what is found is kept by rule.
  for (const { path, text, indices, ...query } of queriesOfRule({ ...rule })) {
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
