import type { EqlQuery } from '../languages/eql/ast.js';
import { checkEql } from '../languages/eql/check.js';
import type { IndexFields } from '../schemas/fields/index-fields.js';
import type { ParsedQuery } from './queries.js';
import type { LanguageFindings, UnknownField } from './language-findings.js';

/** What Elasticsearch would say about an EQL query over these fields; whether a step can match is told only where all are known. */
export function checkEqlQuery(
  tree: EqlQuery,
  query: Extract<ParsedQuery, { language: 'eql' }>,
  known: IndexFields,
): LanguageFindings {
  const findings = checkEql(tree, { ...query.options, text: query.text, fields: known.fields });
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
  return { types, unknown };
}
