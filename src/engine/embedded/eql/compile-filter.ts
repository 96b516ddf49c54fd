import type { EqlFilter } from '../../../languages/eql/filter.js';
import { needsScript } from '../../../languages/eql/to-query-dsl.js';
import { DocSet } from '../documents/doc-set.js';
import { compileQuery } from '../query/compile-query.js';
import { compileScript } from './compile-script.js';
import type { CompiledFilter } from './compiled-filter.js';

/** Compiles a filter; throws a `ClusterError` for what Elasticsearch refuses in Query DSL. Scripts run on what other clauses leave only. */
export function compileFilter(filter: EqlFilter): CompiledFilter {
  switch (filter.kind) {
    case 'All':
      return (_, candidates) => candidates;
    case 'None':
      return (_, candidates) => DocSet.empty(candidates.size);
    case 'Dsl': {
      const query = compileQuery(filter.query);
      return (context, candidates) => query(context).and(candidates);
    }
    case 'Not': {
      const clause = compileFilter(filter.clause);
      return (context, candidates) => candidates.without(clause(context, candidates));
    }
    case 'And': {
      const clauses = scriptsLast(filter.clauses).map(compileFilter);
      return (context, candidates) =>
        clauses.reduce((left, clause) => (left.isEmpty() ? left : clause(context, left)), candidates);
    }
    case 'Or': {
      const clauses = scriptsLast(filter.clauses).map(compileFilter);
      return (context, candidates) =>
        clauses.reduce(
          (found, clause) => found.or(clause(context, candidates.without(found))),
          DocSet.empty(candidates.size),
        );
    }
    case 'Script':
      return compileScript(filter.condition);
  }
}

function scriptsLast(clauses: readonly EqlFilter[]): readonly EqlFilter[] {
  return [...clauses.filter((clause) => !needsScript(clause)), ...clauses.filter(needsScript)];
}
