import { ecsArrayFields } from '../../schemas/fields/ecs.js';
import type { Check, Violation } from '../check.js';
import { esqlStages } from '../esql-columns.js';
import { expressionsOf, testedColumns, withInner } from '../esql-conditions.js';
import { excerpt } from '../excerpt.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';

const esql = (commands: string): string =>
  `type = "esql"\nlanguage = "esql"\nquery = '''from logs-* metadata _id, _index, _version | ${commands}'''`;

/** See `summary`. */
export const esqlArrayCompared: Check = {
  name: 'esql-array-compared',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Test ECS fields that hold lists with what can look into a list.',
  rationale:
    'In ES|QL a comparison, `IN`, `LIKE`, `RLIKE`, `STARTS_WITH`, `ENDS_WITH` or `CIDR_MATCH` on a field with several values is null, with a warning that nobody sees in a rule: `event.category == "process"` finds nothing on `["process", "file"]`, and `event.category != "file"` nothing either. ECS marks the fields that hold lists. `:`, `MATCH` and `KQL` find any of the values, `MV_CONTAINS` (9.2 and later) too; after `MV_EXPAND` and as keys of `STATS … BY` there is one value a row. Events of Elastic Defend (`logs-endpoint.events.*`) hold one category each, and comparisons of it are left alone there.',
  references: ['https://www.elastic.co/docs/reference/query-languages/esql/esql-multivalued-fields'],
  examples: {
    invalid: [
      esql('where event.category == "process"'),
      esql('where event.type in ("creation", "change") and host.name == "web-1"'),
      esql('where cidr_match(host.ip, "10.0.0.0/8") or process.args like "--*"'),
      esql('rename tags as labels | where labels == "production"'),
    ],
    valid: [
      esql('where event.category : "process"'),
      esql('where mv_contains(event.type, "creation")'),
      esql('mv_expand host.ip | where cidr_match(host.ip, "10.0.0.0/8")'),
      esql('stats count(*) by event.category | where event.category == "process"'),
      esql('where event.action == "creation"'),
      `type = "esql"\nlanguage = "esql"\nquery = 'from logs-endpoint.events.process-* metadata _id, _index, _version | where event.category == "process"'`,
    ],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* violations(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* violations(query);
  },
};

function* violations(query: ParsedQuery): Generator<Violation, void, undefined> {
  if (query.language !== 'esql' || query.tree === undefined) return;
  const arrays = ecsArrayFields();
  const oneCategory =
    query.indices.length > 0 && query.indices.every((index) => /^logs-endpoint\.events\b/u.test(index));
  for (const [command, columns] of esqlStages(query.tree)) {
    for (const node of expressionsOf(command).flatMap((expression) => [...withInner(expression)])) {
      for (const column of testedColumns(node)) {
        const origin = columns.originOf(column.name);
        if (origin === undefined || origin.isSingle || !arrays.has(origin.field)) continue;
        if (oneCategory && (origin.field === 'event.category' || origin.field === 'event.type')) continue;
        yield {
          path: query.path,
          range: node.range,
          what: `${excerpt(query.text, node.range)} finds nothing where ${column.name} has several values.`,
          why: `ECS keeps a list in ${origin.field}; of a list ES|QL makes null here, and the row is left out.`,
          fix:
            node.kind === 'Comparison' && node.operator === '=='
              ? `Write ${column.name} : … (or MV_CONTAINS, 9.2 and later), or MV_EXPAND ${column.name} before.`
              : `Use : or KQL(…), or MV_EXPAND ${column.name} before.`,
        };
      }
    }
  }
}
