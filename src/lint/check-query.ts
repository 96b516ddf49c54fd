import type { Finding } from '../diagnostics/diagnostic.js';
import type { LanguageId } from '../languages/language.js';
import { FieldKnowledge } from '../schemas/fields/index-fields.js';
import { parseQuery } from './queries.js';
import { checkedQuery } from './query-types.js';
import { versionFindings } from './version-findings.js';

/** A query outside of a definition. */
export interface QueryToCheck {
  readonly language: LanguageId;
  readonly text: string;
  /** Patterns of the indices that it reads; those of ES|QL stand in the query. */
  readonly indices?: readonly string[];
  /** Versions of the stack (`8.19`) that must take an ES|QL or EQL query; none means the newest alone. */
  readonly stacks?: readonly string[];
}

/**
 * Everything that the parser and the checker of its language say about a query, in the order of the text: syntax, functions, types, unknown
 * fields. Ranges count in the text. Unknown fields are errors where imported catalogues cover all indices; elsewhere only likely slips are
 * reported, as warnings. Never throws, whatever the text.
 */
export function checkQuery(
  { language, text, indices = [], stacks = [] }: QueryToCheck,
  fields: FieldKnowledge = new FieldKnowledge(),
): readonly Finding[] {
  return parseQuery(language, text, ['query'], indices)
    .flatMap((query) => {
      const { types, fields: unknown } = checkedQuery(query, { fields });
      const old = versionFindings(query, stacks);
      return [...query.findings, ...types, ...unknown, ...old];
    })
    .sort((left, right) => left.range.start - right.range.start || left.range.end - right.range.end);
}
