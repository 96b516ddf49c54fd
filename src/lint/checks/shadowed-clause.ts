import { allConditions } from '../condition.js';
import { conditionsOf } from '../conditions.js';
import type { Condition } from '../condition.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';
import type { Check, Violation } from '../check.js';
import { excerpt } from '../excerpt.js';

/** See `summary`. */
export const shadowedClause: Check = {
  name: 'shadowed-clause',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Leave no clause in a query that another one makes pointless.',
  rationale:
    'In `a or (a and b)` the part in brackets finds nothing that `a` does not find, in `a and (a or b)` it excludes nothing: `b` is never asked. Mostly a bracket is in the wrong place. KQL, EQL and ES|QL are checked.',
  examples: {
    invalid: [
      'query = "process.name: curl or (process.name: curl and user.name: root)"',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where user.id == "0" and (user.id == "0" or process.name == "sh")\'',
    ],
    valid: ['query = "process.name: curl or (process.name: wget and user.name: root)"'],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* shadowed(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* shadowed(query);
  },
};

function* shadowed(query: ParsedQuery): Generator<Violation, void, undefined> {
  for (const condition of conditionsOf(query).flatMap(allConditions)) {
    if (condition.kind !== 'and' && condition.kind !== 'or') continue;
    const shapes = new Map(condition.parts.map((part) => [part.shape, part]));
    for (const part of condition.parts) {
      const by = partsOf(part, condition.kind)
        .map(({ shape }) => shapes.get(shape))
        .find((other) => other !== undefined);
      if (!by) continue;
      yield {
        path: query.path,
        range: part.range,
        what: `${excerpt(query.text, part.range)} changes nothing beside ${excerpt(query.text, by.range)}.`,
        why:
          condition.kind === 'or'
            ? 'Whatever it finds, the shorter clause finds, too.'
            : 'Whatever it excludes, the shorter clause excludes, too.',
        fix: 'Take it away, or set the brackets where they were meant.',
      };
    }
  }
}

/** The parts of an `and` within an `or`, of an `or` within an `and`. */
function partsOf(part: Condition, around: 'and' | 'or'): readonly Condition[] {
  return part.kind !== around && (part.kind === 'and' || part.kind === 'or') ? part.parts : [];
}
