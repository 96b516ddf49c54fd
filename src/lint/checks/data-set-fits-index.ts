import { indexOf } from '../../model/rule-defaults.js';
import type { KqlNode, KqlTerm } from '../../languages/kql/ast.js';
import { patternsOverlap } from '../../values/patterns/overlap.js';
import type { Check } from '../check.js';
import { kqlTerms } from '../kql-terms.js';
import { queriesOfRule } from '../queries.js';

/** See `summary`. */
export const dataSetFitsIndex: Check = {
  name: 'data-set-fits-index',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Ask only for data sets that the indices of a rule can hold.',
  rationale:
    'Documents of `event.dataset: aws.cloudtrail` lie in `logs-aws.cloudtrail-*`. A KQL query that demands a data set beside indices of others finds nothing. Checked where all indices are of that form (`logs-<data set>-…`); `logs-*`, Beats and indices of your own may hold anything.',
  references: ['https://www.elastic.co/docs/reference/fleet/data-streams'],
  examples: {
    invalid: ['index = ["logs-azure.auditlogs-*"]\nquery = "event.dataset: aws.cloudtrail and event.outcome: success"'],
    valid: [
      'index = ["logs-aws.cloudtrail-*"]\nquery = "event.dataset: aws.cloudtrail and event.outcome: success"',
      'index = ["logs-aws*", "filebeat-*"]\nquery = "event.dataset: gcp.audit"',
    ],
  },
  *rule(rule) {
    const indices = indexOf(rule).map((pattern) => pattern.slice(pattern.indexOf(':') + 1));
    if (indices.length === 0 || !indices.every((pattern) => /^logs-[a-z0-9_]+[.*-]/u.test(pattern))) return;
    for (const { language, tree, path } of queriesOfRule(rule).slice(0, 1)) {
      if (language !== 'kuery' || tree === undefined) continue;
      for (const term of dataSets(tree)) {
        const name = String(term.kind === 'Literal' ? term.value : '');
        if (name === '' || indices.some((pattern) => patternsOverlap(pattern, `logs-${name}-*`))) continue;
        yield {
          path,
          range: term.range,
          what: `None of the indices of the rule holds the data set ${name}.`,
          why: 'No document can have it: this part of the query finds nothing.',
          fix: `Add the index logs-${name}-*, or correct the data set.`,
        };
      }
    }
  },
};

/** The data sets that a query demands, or lets choose among; what it excludes is none. */
function dataSets(node: KqlNode): readonly KqlTerm[] {
  if (node.kind === 'And' || node.kind === 'Or') return node.clauses.flatMap(dataSets);
  if (node.kind !== 'Match' || node.field.kind !== 'Literal') return [];
  const { value: field } = node.field;
  const isDataSet = field === 'event.dataset' || field === 'data_stream.dataset';
  return isDataSet && node.value.kind !== 'ValueNot' ? kqlTerms(node) : [];
}
