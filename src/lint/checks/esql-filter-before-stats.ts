import type { Expression, ProcessingCommand } from '../../languages/esql/ast.js';
import { ecsArrayFields } from '../../schemas/fields/ecs.js';
import type { Check, Violation } from '../check.js';
import { esqlStages } from '../esql-columns.js';
import type { ColumnsBefore } from '../esql-columns.js';
import { conjuncts, withInner } from '../esql-conditions.js';
import { excerpt } from '../excerpt.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';

const esql = (commands: string): string => `type = "esql"\nlanguage = "esql"\nquery = '''from logs-* | ${commands}'''`;

/** See `summary`. */
export const esqlFilterBeforeStats: Check = {
  name: 'esql-filter-before-stats',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Filter events before `STATS` where the filter is about nothing that `STATS` computes.',
  rationale:
    'A condition on fields that `STATS` groups by is true of a group when it is true of its events: it can stand before the `STATS`, which then reads fewer events and keeps fewer groups in memory. Conditions on fields that ECS keeps lists in are left alone, because the key of a group is one of the values. Conditions of the form `IS NOT NULL` are left alone as well: they drop one group.',
  references: ['https://www.elastic.co/docs/reference/query-languages/esql/commands/stats-by'],
  examples: {
    invalid: [
      esql('stats logins = count(*) by user.name, host.os.type | where host.os.type == "linux" and logins > 5'),
      esql('stats hosts = count_distinct(host.id) by user.name | sort hosts desc | where user.name != "root"'),
    ],
    valid: [
      esql('where host.os.type == "linux" | stats logins = count(*) by user.name | where logins > 5'),
      esql('stats logins = count(*) by event.category | where event.category == "authentication"'),
      esql('stats logins = count(*) by user.name | limit 10 | where user.name == "root"'),
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
  // Only the first STATS reads events, and only what keeps or drops whole groups may stand between.
  let state: 'before' | 'behind' | 'over' = 'before';
  for (const [command, columns] of esqlStages(query.tree)) {
    if (state === 'behind' && command.kind === 'Where') {
      for (const part of conjuncts(command.condition)) if (couldComeFirst(part, columns)) yield violation(query, part);
    }
    state = next(state, command);
  }
}

function next(state: 'before' | 'behind' | 'over', command: ProcessingCommand): 'before' | 'behind' | 'over' {
  if (command.kind === 'Stats' && !command.inline) return state === 'before' ? 'behind' : 'over';
  // These choose rows by their number: a filter before them would leave others.
  if (command.kind === 'Limit' || command.kind === 'Sample' || command.kind === 'Fork') return 'over';
  return state;
}

/** Whether a condition is about keys of the groups alone that are fields of one value. */
function couldComeFirst(condition: Expression, columns: ColumnsBefore): boolean {
  if (condition.kind === 'IsNull') return false;
  const names = [...withInner(condition)].flatMap((node) => (node.kind === 'Column' ? [node.name] : []));
  return (
    names.length > 0 &&
    names.every((name) => {
      const field = columns.originOf(name)?.field;
      return field !== undefined && !ecsArrayFields().has(field);
    })
  );
}

function violation(query: ParsedQuery, { range }: Expression): Violation {
  return {
    path: query.path,
    range,
    what: `${excerpt(query.text, range)} could stand before the STATS.`,
    why: 'STATS reads and groups events that are thrown away here.',
    fix: 'Move the condition into a WHERE before the STATS.',
  };
}
