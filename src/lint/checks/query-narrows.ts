import type { KqlNode } from '../../languages/kql/ast.js';
import { isLoneWildcard } from '../../languages/kql/ast.js';
import { filtersOf } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';
import { queriesOfRule } from '../queries.js';

/** See `summary`. */
export const queryNarrows: Check = {
  name: 'query-narrows',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Let a query rule choose among the documents of its indices.',
  rationale:
    'An empty KQL query, `*` and `*:*` match every document. A rule of type `query` that has no filters either raises an alert for each of them. Other types of rules decide by more than the query and are left alone.',
  examples: {
    invalid: ['query = ""', 'query = "*:*"'],
    valid: ['query = "event.kind: alert"', 'type = "threshold"\nquery = ""'],
  },
  *rule(rule) {
    if (rule.type !== 'query' || filtersOf(rule).length > 0) return;
    for (const { language, tree, path } of queriesOfRule(rule)) {
      if (language !== 'kuery' || tree === undefined || !matchesAll(tree)) continue;
      yield {
        path,
        what: 'The query matches every document, and the rule has no filters.',
        why: 'Each document of the indices gives an alert.',
        fix: 'Say in the query what the rule looks for.',
      };
    }
  },
};

function matchesAll(node: KqlNode): boolean {
  switch (node.kind) {
    case 'MatchAll':
      return true;
    case 'Exists':
      return isLoneWildcard(node.field);
    case 'FreeText':
      return isLoneWildcard(node.value);
    default:
      return false;
  }
}
