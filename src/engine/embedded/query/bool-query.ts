import { isJsonObject } from '../../../values/is-json-object.js';
import { isJsonArray, type JsonValue } from '../../../values/json.js';
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
    if (occur !== undefined) clauses[occur].push(...(isJsonArray(value) ? value : [value]).map(compile));
    else if (key === 'minimum_should_match') minimum = value;
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
  const needed = should.length === 0 ? 0 : minimumShouldMatch(minimum ?? (must.length === 0 ? 1 : 0), should.length);
  const required = needed > 0 ? [...must, atLeast(should, needed)] : must;
  return (context) => {
    // A query that finds nothing spares the rest, but not the check that the rest can run.
    const found = required.map((query) => query(context));
    const excluded = not.map((query) => query(context));
    for (const query of needed > 0 ? [] : should) query(context);
    const start = found[0] ?? all(context);
    const both = found.slice(1).reduce((set, next) => set.and(next), start);
    return excluded.reduce((set, next) => set.without(next), both);
  };
}

function atLeast(queries: readonly Query[], needed: number): Query {
  return (context: QueryContext) => {
    const found = queries.map((query) => query(context));
    const empty = DocSet.empty(context.scope.size);
    if (needed > found.length) return empty;
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
