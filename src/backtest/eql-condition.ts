import type { EqlEventFilter, EqlQuery } from '../languages/eql/ast.js';
import type { EqlFilter } from '../languages/eql/filter.js';
import { translateEventFilter } from '../languages/eql/translate.js';
import { allOf, ALWAYS, anyOf, NEVER, not, UNKNOWN, type Condition } from './condition.js';
import { queryCondition, type ConditionSetting } from './query-condition.js';

/** The condition of an event that an EQL query may have a use for: that of an event query, or that of any step of a sequence or sample. */
export function eqlCondition(query: EqlQuery, eventCategoryField: string, setting: ConditionSetting): Condition {
  const of = (filter: EqlEventFilter): Condition =>
    filterCondition(translateEventFilter(filter, { fields: setting.schema.eqlFields, eventCategoryField }), setting);
  const { source } = query;
  switch (source.kind) {
    case 'EventFilter':
      return of(source);
    case 'Sequence':
      return anyOf([...source.steps, ...(source.until ? [source.until] : [])].map(({ filter }) => of(filter)));
    case 'Sample':
      return anyOf(source.steps.map(({ filter }) => of(filter)));
  }
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
