import type { KeyPath } from '../../definitions/locate.js';
import { languageOf, queryOf } from '../../model/rule-defaults.js';
import { queryFindings } from '../queries.js';
import { huntLanguage } from '../hunt-language.js';
import type { Check, Violation } from '../check.js';

/** See `summary`. */
export const querySyntax: Check = {
  name: 'query-syntax',
  since: '0.1.0',
  severity: 'error',
  summary: 'Write queries that their language can read.',
  rationale:
    'The queries of rules (KQL, Lucene, EQL, ES|QL), their threat queries, and the EQL and ES|QL queries of hunts are parsed as Kibana and Elasticsearch parse them. Messages carry the code of the language (`kql/…`, `lucene/…`, `eql/…`, `esql/…`) and point into the query. Queries of hunts in other languages are left alone.',
  references: ['https://www.elastic.co/docs/explore-analyze/query-filter/languages'],
  examples: {
    invalid: [
      'query = "process.name: (cmd.exe or"',
      'language = "lucene"\nquery = "process.name:(cmd.exe"',
      'type = "eql"\nlanguage = "eql"\nquery = "process where process.name = \\"cmd.exe\\""',
      'type = "esql"\nlanguage = "esql"\nquery = "from logs-* | were true"',
      "[hunt]\nlanguage = [\"ES|QL\"]\nquery = [\n'''\nfrom logs-*\n| where process.name == \"cmd.exe\n''',\n]",
    ],
    valid: [
      'query = "process.name: (cmd.exe or powershell.exe)"',
      'type = "eql"\nlanguage = "eql"\nquery = "process where process.name == \\"cmd.exe\\""',
      '[hunt]\nlanguage = ["SQL"]\nquery = ["select * from processes"]',
    ],
  },
  *rule(rule) {
    yield* violations(languageOf(rule), queryOf(rule), ['rule', 'query']);
    if (rule.type !== 'threat_match') return;
    yield* violations(rule.threatLanguage ?? 'kuery', rule.threatQuery, ['rule', 'threat_query']);
  },
  *hunt(hunt) {
    for (const [at, text] of hunt.query.entries()) {
      yield* violations(huntLanguage(hunt, text), text, ['hunt', 'query', at]);
    }
  },
};

function* violations(
  language: Parameters<typeof queryFindings>[0] | undefined,
  text: string | undefined,
  path: KeyPath,
): Generator<Violation, void, undefined> {
  if (language === undefined || text === undefined) return;
  for (const finding of queryFindings(language, text)) yield { ...finding, path };
}
