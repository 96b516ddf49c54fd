import { allConditions } from '../condition.js';
import { conditionsOf } from '../conditions.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';
import type { Check, Violation } from '../check.js';
import { excerpt } from '../excerpt.js';

/** See `summary`. */
export const duplicateClause: Check = {
  name: 'duplicate-clause',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Ask for each condition of a query once.',
  rationale:
    'A clause or a value that stands twice in the same `and` or `or` changes nothing; often the second one was meant to be another. KQL, EQL and ES|QL are checked, lists of values too.',
  examples: {
    invalid: [
      'query = "process.name: (cmd.exe or powershell.exe or cmd.exe)"',
      'query = "event.type: start and process.name: cmd.exe and event.type: start"',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where process.name in ("cmd.exe", "sh", "sh")\'',
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-* metadata _id | where a == 1 or (b == 2 or a == 1)\'',
    ],
    valid: ['query = "(a: 1 and b: 2) or (a: 1 and c: 3)"', 'query = "process.name: (cmd.exe or cmd)"'],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* duplicates(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* duplicates(query);
  },
};

function* duplicates(query: ParsedQuery): Generator<Violation, void, undefined> {
  for (const condition of conditionsOf(query).flatMap(allConditions)) {
    if (condition.kind !== 'and' && condition.kind !== 'or') continue;
    const seen = new Set<number>();
    for (const { shape, range } of condition.parts) {
      if (seen.has(shape)) {
        yield {
          path: query.path,
          range,
          what: `${excerpt(query.text, range)} stands twice in the same "${condition.kind}".`,
          why: 'The second one changes nothing; perhaps another was meant.',
          fix: 'Take it away, or write what was meant.',
        };
      }
      seen.add(shape);
    }
  }
}
