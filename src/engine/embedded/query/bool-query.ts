import { isJsonObject, isJsonArray, type JsonValue } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import { minimumShouldMatch } from './minimum-should-match.js';
import { all, type CompileQuery, type Query, type QueryContext } from './query.js';
import { parsingError } from './query-error.js';

const CLAUSES: ReadonlyMap<string, 'must' | 'filter' | 'should' | 'must_not'> = new Map([
  ['must', 'must'],
  ['filter', 'filter'],
  ['should', 'should'],
  ['must_not', 'must_not'],
  ['mustNot', 'must_not'],
]);

/** `bool`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-bool-query.html */
export function compileBool(body: JsonValue, compile: CompileQuery): Query {
  if (!isJsonObject(body)) throw parsingError('[bool] query malformed, no start_object after query name');
  const clauses: Record<'must' | 'filter' | 'should' | 'must_not', Query[]> = {
    must: [],
    filter: [],
    should: [],
    must_not: [],
  };
  let minimum: JsonValue | undefined;
  for (const [key, value] of Object.entries(body)) {
    const occur = CLAUSES.get(key);
    if (occur !== undefined) {
      // One by one: as arguments of one call a list of a hundred thousand would not fit on the stack.
      for (const clause of isJsonArray(value) ? value : [value]) clauses[occur].push(compile(clause));
    } else if (key === 'minimum_should_match') minimum = value;
    else if (key !== 'boost' && key !== '_name' && key !== 'adjust_pure_negative') {
      throw parsingError(`[bool] query does not support [${key}]`);
    }
  }
  return combine([...clauses.must, ...clauses.filter], clauses.should, clauses.must_not, minimum);
}

/** The documents that match all of `must`, none of `not`, and enough of `should` (one, if there is no `must`). */
export function combine(
  must: readonly Query[],
  should: readonly Query[],
  not: readonly Query[],
  minimum?: JsonValue,
): Query {
  // Without a required clause one optional clause has to match, even if the minimum allows none.
  const least = must.length === 0 ? 1 : 0;
  const needed =
    should.length > 0
      ? Math.max(least, minimumShouldMatch(minimum ?? least, should.length))
      : must.length === 0
        ? 0
        : minimumShouldMatch(minimum ?? 0, 0);
  const enough = atLeast(should, needed);
  // Optional clauses that can never match settle the whole only where there are no others.
  const optional: Query = must.length + not.length === 0 ? enough : (context) => enough(context).unsettled();
  const required = needed > 0 ? [...must, optional] : must;
  return (context) => {
    const failures: unknown[] = [];
    const found = evaluate(required, context, failures);
    const excluded = evaluate(not, context, failures);
    // A clause that can never match settles all, even if another cannot run: Elasticsearch rewrites queries before it runs them.
    const never =
      found.some((set) => set.isSettled && set.isEmpty()) || excluded.some((set) => set.isSettled && !set.isEmpty());
    if (never) return DocSet.none(context.scope.size);
    // Optional clauses change nothing, but one that cannot run refuses the whole query.
    if (needed === 0) evaluate(should, context, failures);
    const [failure] = failures;
    if (failure !== undefined)
      throw failure instanceof Error ? failure : new Error('A clause failed.', { cause: failure });
    const both = found.slice(1).reduce((set, next) => set.and(next), found[0] ?? all(context));
    return excluded.reduce((set, next) => set.without(next), both);
  };
}

/** The results of the clauses that can run; the errors of the others go to `failures`. */
function evaluate(queries: readonly Query[], context: QueryContext, failures: unknown[]): DocSet[] {
  return queries.flatMap((query) => {
    try {
      return [query(context)];
    } catch (error) {
      failures.push(error);
      return [];
    }
  });
}

function atLeast(queries: readonly Query[], needed: number): Query {
  return (context: QueryContext) => {
    const found = queries.map((query) => query(context));
    const empty = DocSet.empty(context.scope.size);
    if (needed > found.length) return empty;
    if (found.every((set) => set.isSettled && set.isEmpty())) return DocSet.none(context.scope.size);
    if (needed === 1) return found.reduce((set, next) => set.or(next), empty);
    // levels[n] holds the documents that more than n of the clauses so far have matched.
    const levels: DocSet[] = Array.from({ length: needed }, () => empty);
    for (const set of found) {
      for (let level = needed - 1; level >= 0; level--) {
        const reached = level === 0 ? set : (levels[level - 1] ?? empty).and(set);
        levels[level] = (levels[level] ?? empty).or(reached);
      }
    }
    return levels[needed - 1] ?? empty;
  };
}
