import type { Check, LintContext, Violation } from '../check.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';
import { checkedQuery } from '../query-types.js';

/** See `summary`. */
export const queryFieldsKnown: Check = {
  name: 'query-fields-known',
  since: '0.1.0',
  severity: 'error',
  summary: 'Use fields that the indices have.',
  rationale:
    'Which fields an index has is known where a catalogue covers it: a file of `dragnet schemas import` that `[fields] catalogues` in `dragnet.toml` names. A field that is in none of the catalogues of a query is an error then, in the words of Elasticsearch, which refuses such a query of ES|QL and EQL (`?field` excuses it in EQL); a clause of KQL or Lucene about it never matches. Where no catalogue covers one of the indices, the fields of ECS and of the built-in integrations are known, but there may be others: then only a field that looks like a slip of a known one is a warning here, and `index-has-catalogue` says what was not checked. Messages carry the code of the language.',
  references: ['https://www.elastic.co/docs/reference/ecs/ecs-field-reference'],
  examples: {
    invalid: [
      'query = "process.parent.nmae: nginx"',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where process.comand_line : "*-enc*"\'',
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-* metadata _id, _index, _version | where host.os.typ == "linux"\'',
    ],
    valid: [
      'query = "process.parent.name: nginx and acme.action: run"',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where process.command_line : "*-enc*" and ?acme.action == "run"\'',
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-* metadata _id, _index, _version | where host.os.type == "linux"\'',
    ],
  },
  *rule(rule, context) {
    for (const query of queriesOfRule(rule)) yield* violations(query, context);
  },
  *hunt(hunt, context) {
    for (const query of queriesOfHunt(hunt)) yield* violations(query, context);
  },
};

function* violations(query: ParsedQuery, context: LintContext): Generator<Violation, void, undefined> {
  for (const finding of checkedQuery(query, context).fields) yield { ...finding, path: query.path };
}
