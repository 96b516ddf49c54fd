import type { Finding } from '../diagnostics/diagnostic.js';
import type { EqlQuery } from '../languages/eql/ast.js';
import { checkEql } from '../languages/eql/check.js';
import { isTextType } from '../languages/eql/field-info.js';
import { fieldsOfEql } from '../languages/eql/fields.js';
import type { IndexField, IndexFields } from '../schemas/fields/index-fields.js';
import { misfitValues } from './eql-values.js';
import { misspeltCategories } from './event-categories.js';
import type { EqlOptions, ParsedQuery } from './queries.js';
import type { LanguageFindings, UnknownField } from './language-findings.js';

/** What Elasticsearch would say about an EQL query over these fields; whether a step can match is told only where all are known. */
export function checkEqlQuery(
  tree: EqlQuery,
  query: Extract<ParsedQuery, { language: 'eql' }>,
  known: IndexFields,
): LanguageFindings {
  const check = (fields: IndexFields['fields']): readonly Finding[] =>
    checkEql(tree, { ...query.options, text: query.text, fields });
  let findings = check(fieldsNamed(tree, query.options, known.fields));
  // Only all fields tell which names are near, and which are objects.
  if (known.open.length === 0 && findings.some(({ code }) => code === 'eql/unknown-field'))
    findings = check(known.fields);
  const unknown: UnknownField[] = [];
  const types = findings.filter((finding) => {
    if (finding.code === 'eql/unknown-field') {
      // A field that the rule names besides the query has no place in it: the message does.
      const name = /^Unknown column \[([^\]]*)\]/u.exec(finding.what)?.[1];
      if (name !== undefined) unknown.push({ name, finding });
      return false;
    }
    return known.open.length === 0 || finding.code !== 'eql/unreachable-step';
  });
  const values = misfitValues(tree, known.fields);
  return { types: [...types, ...values, ...misspeltCategories(tree, query.text, query.options)], unknown };
}

/** The fields that a query is about, with those below them: multi-fields that stand for a text. */
function fieldsNamed(
  tree: EqlQuery,
  { eventCategoryField = 'event.category', timestampField = '@timestamp', tiebreakerField = '@timestamp' }: EqlOptions,
  fields: IndexFields['fields'],
): IndexFields['fields'] {
  const named = new Map<string, IndexField>();
  for (const name of [timestampField, eventCategoryField, tiebreakerField, ...fieldsOfEql(tree)]) {
    const field = fields.get(name);
    if (field === undefined) continue;
    named.set(name, field);
    if (!isTextType(field.type)) continue;
    const start = `${name}.`;
    for (const [other, inner] of fields) if (other.startsWith(start)) named.set(other, inner);
  }
  return named;
}
