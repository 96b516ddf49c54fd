import type { Check } from '../check.js';
import { excerpt } from '../excerpt.js';
import { queriesOfRule } from '../queries.js';
import { slowWays } from '../slow-ways.js';

/** See `summary`. */
export const leadingWildcard: Check = {
  name: 'leading-wildcard',
  since: '0.1.0',
  severity: 'info',
  profiles: { strict: 'warning' },
  summary: 'Let a query narrow by more than a pattern that begins with a star.',
  rationale:
    'Elasticsearch finds values that begin with something in its index, but has to go through all values of a field for `*something`, in every index of the rule. Beside a condition with a whole value (`event.category: process and …`) that is quick. Reported are only queries that have, on one way at least, nothing but such patterns: in KQL, in Lucene, in EQL behind `any where` (another category is a condition with a whole value), in ES|QL in `LIKE` and `RLIKE` of the first `WHERE`s.',
  references: ['https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-wildcard-query'],
  examples: {
    invalid: [
      'query = "process.command_line: *mimikatz*"',
      'query = "event.kind: alert or file.path: *.dmp"',
      'language = "lucene"\nquery = "process.command_line:*mimikatz* AND NOT user.name:root"',
      'type = "eql"\nlanguage = "eql"\nquery = \'any where process.command_line : "*mimikatz*" and user.name != "root"\'',
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-* metadata _id, _index, _version | where file.path like "*.dmp"\'',
    ],
    valid: [
      'query = "event.category: process and process.command_line: *mimikatz*"',
      'query = "file.name: passw*"',
      'language = "lucene"\nquery = "event.category:process AND process.command_line:*mimikatz*"',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where process.command_line : "*mimikatz*"\'',
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-* metadata _id, _index, _version | where event.code == "11" | where file.path like "*.dmp"\'',
    ],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) {
      for (const range of slowWays(query)) {
        yield {
          path: query.path,
          range,
          what: `Nothing but ${excerpt(query.text, range)} narrows the query.`,
          why: 'Every run goes through all values of the field in all of its indices.',
          fix: 'Add a condition with a whole value, such as event.category: process.',
        };
      }
    }
  },
};
