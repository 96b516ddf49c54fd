import type { EsqlQuery, Expression } from '../../languages/esql/ast.js';
import type { Check, Violation } from '../check.js';
import { esqlStages } from '../esql-columns.js';
import { negativeTests, requiredColumns } from '../esql-conditions.js';
import { excerpt } from '../excerpt.js';
import { queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';

const esql = (condition: string): string =>
  `type = "esql"\nlanguage = "esql"\nquery = '''from logs-* metadata _id, _index, _version | where ${condition}'''`;

/** See `summary`. */
export const esqlNegationKeepsNull: Check = {
  name: 'esql-negation-keeps-null',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Say in ES|QL what becomes of events without the field that a negation is about.',
  rationale:
    'In KQL and EQL `not user.name: "root"` and `user.name != "root"` keep events that have no user name. In ES|QL the comparison of null is null, `NOT` leaves it null, and `WHERE` drops the row: an exception takes out more than it says. The check is silent where the query demands the field anyway (`IS NOT NULL`, a comparison that must hold), where `IS NULL` stands beside the negation, and where `COALESCE`, `:`, `MATCH` or `KQL` deal with null. Each field is reported once.',
  references: ['https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/operators'],
  examples: {
    invalid: [
      esql('user.name != "root"'),
      esql('event.action == "login" and not user.name in ("root", "system")'),
      esql('not starts_with(process.parent.name, "system") and event.action == "exec"'),
    ],
    valid: [
      esql('user.name is null or user.name != "root"'),
      esql('user.name is not null and user.name != "root"'),
      esql('user.name like "svc-*" and user.name != "svc-backup"'),
      esql('coalesce(user.name, "") != "root"'),
      esql('not user.name : "root"'),
    ],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* violations(query);
  },
};

/** Fields that every row has. */
const ALWAYS: readonly string[] = ['@timestamp', 'ecs.version', '_id', '_index', '_version', '_source', '_score'];

function* violations(query: ParsedQuery): Generator<Violation, void, undefined> {
  if (query.language !== 'esql' || query.tree === undefined) return;
  // Kibana writes these into every alert.
  const ofAlerts = query.indices.length > 0 && query.indices.every((index) => index.startsWith('.alerts-'));
  for (const { field, name, node } of lossyTests(query.tree)) {
    if (field.startsWith('kibana.alert.') && ofAlerts) continue;
    yield {
      path: query.path,
      range: node.range,
      what: `${excerpt(query.text, node.range)} also leaves out events without ${name}.`,
      why: 'A negation of null is null in ES|QL, and WHERE keeps only what is true; KQL and EQL would keep these events.',
      fix: `Add \`${name} IS NULL OR\` before it, or \`${name} IS NOT NULL\` to say that it is meant.`,
    };
  }
}

interface LossyTest {
  readonly field: string;
  /** The column that the query calls it. */
  readonly name: string;
  readonly node: Expression;
}

/** The first negation about each field that the query does not demand elsewhere. */
function lossyTests(tree: EsqlQuery): readonly LossyTest[] {
  const found = new Map<string, LossyTest>();
  const required = new Set(ALWAYS);
  for (const [command, columns] of esqlStages(tree)) {
    if (command.kind !== 'Where') continue;
    for (const name of requiredColumns(command.condition)) {
      for (const field of columns.fieldsBehind(name)) required.add(field);
    }
    for (const { node, column } of negativeTests(command.condition)) {
      const field = columns.originOf(column.name)?.field;
      if (field !== undefined && !found.has(field)) found.set(field, { field, name: column.name, node });
    }
  }
  return [...found.values()].filter(({ field }) => !required.has(field));
}
