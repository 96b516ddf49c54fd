import type { Range } from '../../diagnostics/diagnostic.js';
import type { KqlNode, KqlTerm, KqlValue } from '../../languages/kql/ast.js';
import type { Check } from '../check.js';
import { excerpt } from '../excerpt.js';
import { queriesOfRule } from '../queries.js';

/** See `summary`. */
export const leadingWildcard: Check = {
  name: 'leading-wildcard',
  since: '0.1.0',
  severity: 'info',
  profiles: { strict: 'warning' },
  summary: 'Let a KQL query narrow by more than a pattern that begins with a star.',
  rationale:
    'Elasticsearch finds values that begin with something in its index, but has to go through all values of a field for `*something`, in every index of the rule. Beside a condition with a whole value (`event.category: process and …`) that is quick. Reported are only queries that have, on one way at least, nothing but such patterns.',
  references: ['https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-wildcard-query'],
  examples: {
    invalid: ['query = "process.command_line: *mimikatz*"', 'query = "event.kind: alert or file.path: *.dmp"'],
    valid: ['query = "event.category: process and process.command_line: *mimikatz*"', 'query = "file.name: passw*"'],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) {
      if (query.language !== 'kuery' || query.tree === undefined) continue;
      for (const range of slowWays(query.tree)) {
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

/** The patterns that a document could be found by alone; empty where something quick is asked for on every way. */
function slowWays(node: KqlNode): readonly Range[] {
  switch (node.kind) {
    case 'And': {
      const clauses = node.clauses.filter(({ kind }) => kind !== 'Not' && kind !== 'Exists' && kind !== 'MatchAll');
      const slow = clauses.map(slowWays);
      return slow.some((ways) => ways.length === 0) ? [] : slow.flat();
    }
    case 'Or':
      return node.clauses.flatMap(slowWays);
    case 'Nested':
      return slowWays(node.clause);
    case 'Match':
      return slowValues(node.value).length > 0 ? slowValues(node.value) : [];
    default:
      return [];
  }
}

function slowValues(value: KqlValue): readonly Range[] {
  switch (value.kind) {
    case 'ValueOr':
      return value.values.flatMap(slowValues);
    case 'ValueAnd': {
      const slow = value.values.map(slowValues);
      return slow.some((ways) => ways.length === 0) ? [] : slow.flat();
    }
    case 'ValueNot':
      return [];
    default:
      return beginsWithStar(value) ? [value.range] : [];
  }
}

/** `*x`, not `*` alone, which asks whether there is a value. */
function beginsWithStar(term: KqlTerm): boolean {
  return term.kind === 'Wildcard' && term.parts[0] === '' && term.parts.some((part) => part !== '');
}
