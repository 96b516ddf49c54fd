import type { JsonObject } from '../../values/json.js';
import type { EqlEventFilter } from './ast.js';
import type { EqlFilter } from './filter.js';
import { printExpression } from './print.js';
import type { EqlTranslateOptions } from './translate.js';
import { translateEventFilter } from './translate.js';

/**
 * The Query DSL that Elasticsearch makes of an event filter. What needs a script stands as `{eql_script: {condition}}` with the condition
 * as EQL text: no query that a cluster knows, so that nobody can take it for one. {@link translateEventFilter} says what becomes of what.
 */
export function eqlToQueryDsl(filter: EqlEventFilter, options: EqlTranslateOptions): JsonObject {
  return filterToQueryDsl(translateEventFilter(filter, options));
}

/** A translated filter as Query DSL. */
export function filterToQueryDsl(filter: EqlFilter): JsonObject {
  switch (filter.kind) {
    case 'All':
      return { match_all: {} };
    case 'None':
      return { match_none: {} };
    case 'And':
      return { bool: { must: filter.clauses.map(filterToQueryDsl) } };
    case 'Or':
      return { bool: { should: filter.clauses.map(filterToQueryDsl), minimum_should_match: 1 } };
    case 'Not':
      return { bool: { must_not: [filterToQueryDsl(filter.clause)] } };
    case 'Dsl':
      return filter.query;
    case 'Script':
      return { eql_script: { condition: printExpression(filter.condition) } };
  }
}

/** Whether part of the filter is a script. */
export function needsScript(filter: EqlFilter): boolean {
  switch (filter.kind) {
    case 'And':
    case 'Or':
      return filter.clauses.some(needsScript);
    case 'Not':
      return needsScript(filter.clause);
    default:
      return filter.kind === 'Script';
  }
}
