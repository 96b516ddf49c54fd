import type { EqlEventFilter, EqlQuery } from '../languages/eql/ast.js';
import type { EqlFilter } from '../languages/eql/filter.js';
import { translateEventFilter } from '../languages/eql/translate.js';
import { allOf, ALWAYS, anyOf, NEVER, not, UNKNOWN, type Condition } from './condition.js';
import { queryCondition, type ConditionSetting } from './query-condition.js';

/** What an EQL query asks of single events. */
export interface EqlConditions {
  /** That of an event query, or any step of a sequence or sample, `until` included. */
  readonly condition: Condition;
  /** The steps that each match of a sequence or sample has; empty for event queries. */
  readonly steps: readonly Condition[];
}

/** The conditions of the events that an EQL query may have a use for. */
export function eqlConditions(query: EqlQuery, eventCategoryField: string, setting: ConditionSetting): EqlConditions {
  const of = (filter: EqlEventFilter): Condition => eventCondition(filter, eventCategoryField, setting);
  const { source } = query;
  if (source.kind === 'EventFilter') return { condition: of(source), steps: [] };
  const made = source.steps.map((step) => ({ condition: of(step.filter), missing: step.missing }));
  const until = source.kind === 'Sequence' && source.until ? [of(source.until.filter)] : [];
  return {
    condition: anyOf([...made.map(({ condition }) => condition), ...until]),
    steps: made.filter(({ missing }) => !missing).map(({ condition }) => condition),
  };
}

function eventCondition(filter: EqlEventFilter, eventCategoryField: string, setting: ConditionSetting): Condition {
  return filterCondition(
    translateEventFilter(filter, { fields: setting.schema.eqlFields, eventCategoryField }),
    setting,
  );
}

/** What the event filter of an EQL query says; scripts are left to the engine. */
function filterCondition(filter: EqlFilter, setting: ConditionSetting): Condition {
  switch (filter.kind) {
    case 'All':
      return ALWAYS;
    case 'None':
      return NEVER;
    case 'And':
      return allOf(filter.clauses.map((clause) => filterCondition(clause, setting)));
    case 'Or':
      return anyOf(filter.clauses.map((clause) => filterCondition(clause, setting)));
    case 'Not':
      return not(filterCondition(filter.clause, setting));
    case 'Dsl':
      return queryCondition(filter.query, setting);
    case 'Script':
      return UNKNOWN;
  }
}
