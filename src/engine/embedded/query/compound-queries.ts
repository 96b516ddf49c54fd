import { isJsonObject, isJsonArray, type JsonValue } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import { readBoolean } from './field-body.js';
import type { CompileQuery, Query } from './query.js';
import { parsingError, shardFailure } from './query-error.js';

/** `constant_score`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-constant-score-query.html */
export function compileConstantScore(body: JsonValue, compile: CompileQuery): Query {
  const filter = isJsonObject(body) ? body['filter'] : undefined;
  if (filter === undefined) throw parsingError("[constant_score] requires a 'filter' element");
  return compile(filter);
}

/** `dis_max`: matches what any of its queries matches. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-dis-max-query.html */
export function compileDisMax(body: JsonValue, compile: CompileQuery): Query {
  const queries = isJsonObject(body) ? body['queries'] : undefined;
  if (queries === undefined) throw parsingError("[dis_max] requires 'queries' field with at least one clause");
  const compiled = (isJsonArray(queries) ? queries : [queries]).map(compile);
  return (context) =>
    compiled.map((query) => query(context)).reduce((set, next) => set.or(next), DocSet.empty(context.scope.size));
}

/** `boosting`: matches what its positive query matches. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-boosting-query.html */
export function compileBoosting(body: JsonValue, compile: CompileQuery): Query {
  const { positive, negative } = isJsonObject(body) ? body : {};
  if (positive === undefined) throw parsingError("[boosting] query requires 'positive' query to be set'");
  if (negative === undefined) throw parsingError("[boosting] query requires 'negative' query to be set'");
  compile(negative);
  return compile(positive);
}

/** `nested`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-nested-query.html */
export function compileNested(body: JsonValue, compile: CompileQuery): Query {
  const { path, query, ignore_unmapped: ignoreUnmapped } = isJsonObject(body) ? body : {};
  if (typeof path !== 'string') throw parsingError("[nested] requires 'path' field");
  if (query === undefined) throw parsingError("[nested] requires 'query' field");
  const compiled = compile(query);
  const isOptional = readBoolean(ignoreUnmapped);
  return (context) => {
    const { mapping } = context.index;
    const found = DocSet.empty(context.scope.size);
    const scope = mapping.scope(path);
    if (!scope || path === '') {
      if (isOptional) return found;
      throw mapping.objects.has(path)
        ? shardFailure(`[nested] nested object under path [${path}] is not of nested type`)
        : shardFailure(`[nested] failed to find nested object under path [${path}]`);
    }
    for (const doc of compiled({ ...context, scope })) {
      let outer = doc;
      let at = scope;
      while (at !== context.scope && at.parent) {
        outer = at.parents.at(outer);
        at = at.parent;
      }
      if (at === context.scope) found.add(outer);
    }
    return found;
  };
}
