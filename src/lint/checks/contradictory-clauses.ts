import { allConditions } from '../condition.js';
import { conditionsOf } from '../conditions.js';
import type { Condition } from '../condition.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';
import type { Check, Violation } from '../check.js';
import { excerpt } from '../excerpt.js';

/** See `summary`. */
export const contradictoryClauses: Check = {
  name: 'contradictory-clauses',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Demand nothing of a document that the same query excludes.',
  rationale:
    'A condition and its negation in the same `and` are never true together: that part of the query finds nothing, ever. In the same `or` of KQL they are always true together. Where the whole query of KQL or a single event of EQL is concerned, the diagnostic is an error: the rule can never fire. KQL, EQL and ES|QL are checked.',
  examples: {
    invalid: [
      'query = "process.name: curl and not process.name: curl"',
      'query = "user.name: root and (process.name: curl or not process.name: curl)"',
      'query = "user.name: root or (process.name: curl and not process.name: (curl or wget))"',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where process.name == "sh" and not process.name in ("sh", "bash")\'',
    ],
    valid: [
      'query = "process.name: curl and not process.parent.name: curl"',
      'query = "process.name: (curl* and not curl)"',
    ],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* contradictions(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* contradictions(query);
  },
};

function* contradictions(query: ParsedQuery): Generator<Violation, void, undefined> {
  const roots = conditionsOf(query);
  for (const root of roots) {
    for (const condition of allConditions(root)) {
      // With a missing value a comparison is neither true nor false, but for KQL, which knows two truth values only.
      if (condition.kind !== 'and' && !(condition.kind === 'or' && query.language === 'kuery')) continue;
      const opposite = oppositeIn(condition);
      if (!opposite) continue;
      const yes = excerpt(query.text, opposite.yes.range);
      const no = excerpt(query.text, opposite.no.range);
      const never = condition.kind === 'and';
      // A step of a sequence may be one that must be missing, and ES|QL can count what is not there.
      const whole = condition === root && roots.length === 1 && query.language !== 'esql';
      yield {
        path: query.path,
        range: opposite.no.range,
        ...(never && whole ? { severity: 'error' as const } : {}),
        what: never ? `${yes} and ${no} are never true together.` : `${yes} or ${no} is always true.`,
        why: `${whole ? 'The query' : 'This part of the query'} ${never ? 'finds nothing, ever' : 'excludes nothing'}.`,
        fix: 'Take one of the two away, or write what was meant.',
      };
    }
  }
}

/** A part and one that excludes it: its negation, or the negation of a list that it stands in. */
function oppositeIn(condition: Condition): { readonly yes: Condition; readonly no: Condition } | undefined {
  if (condition.kind !== 'and' && condition.kind !== 'or') return undefined;
  const shapes = new Map(condition.parts.map((part) => [part.shape, part]));
  for (const no of condition.parts) {
    if (no.kind !== 'not') continue;
    const list = no.part.kind === 'or' && condition.kind === 'and' ? no.part.parts : [];
    for (const { shape } of [no.part, ...list]) {
      const yes = shapes.get(shape);
      if (yes) return { yes, no };
    }
  }
  return undefined;
}
