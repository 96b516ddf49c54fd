import type { Check, Violation } from '../check.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';

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
    for (const query of queriesOfRule(rule)) yield* violations(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* violations(query);
  },
};

function* violations({ findings, path }: ParsedQuery): Generator<Violation, void, undefined> {
  for (const finding of findings) yield { ...finding, path };
}
