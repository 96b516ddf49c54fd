import type { Range } from '../../diagnostics/diagnostic.js';
import { allConditions } from '../condition.js';
import { conditionsOf } from '../conditions.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';
import type { Check, Violation } from '../check.js';
import { withoutComments } from '../without-comments.js';

/** See `summary`. */
export const mixedAndOr: Check = {
  name: 'mixed-and-or',
  since: '0.1.0',
  severity: 'info',
  summary: 'Put brackets around an `and` inside an `or`.',
  rationale:
    '`a or b and c` means `a or (b and c)`. Readers, and now and then writers, take it for `(a or b) and c`, which finds much less. Brackets say which is meant. KQL, EQL and ES|QL are checked.',
  references: ['https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql'],
  examples: {
    invalid: [
      'query = "process.name: curl or process.name: wget and user.name: root"',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where (a == 1 or b == 2) and c == 3 or d == 4\'',
    ],
    valid: [
      'query = "process.name: curl or (process.name: wget and user.name: root)"',
      'query = "(process.name: curl or process.name: wget) and user.name: root"',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where a == 1 or ( /* both :) */ b == 2 and c == 3 /* so */ )\'',
    ],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* mixed(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* mixed(query);
  },
};

function* mixed(query: ParsedQuery): Generator<Violation, void, undefined> {
  let bareText: string | undefined;
  // A comment may stand between a bracket and what is in it.
  const inBrackets = (range: Range): boolean =>
    touchesBrackets(query.text, range) || touchesBrackets((bareText ??= uncommented(query)), range);
  for (const condition of conditionsOf(query).flatMap(allConditions)) {
    if (condition.kind !== 'or') continue;
    const bare = condition.parts.find((part) => part.kind === 'and' && !inBrackets(part.range));
    if (!bare) continue;
    yield {
      path: query.path,
      range: bare.range,
      what: 'This "and" stands beside an "or" without brackets.',
      why: 'The "and" binds tighter than the "or", which readers easily miss.',
      fix: 'Put brackets around what belongs together.',
    };
  }
}

function uncommented({ text, language }: ParsedQuery): string {
  return language === 'eql' || language === 'esql' ? withoutComments(text, language) : text;
}

function touchesBrackets(text: string, { start, end }: Range): boolean {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  return before.endsWith('(') && after.startsWith(')');
}
