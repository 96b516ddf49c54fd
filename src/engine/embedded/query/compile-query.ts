import { UnsupportedError } from '../../cluster-error.js';
import { isJsonObject } from '../../../values/json.js';
import type { JsonValue } from '../../../values/json.js';
import { compileBool } from './bool-query.js';
import { compileBoosting, compileConstantScore, compileDisMax, compileNested } from './compound-queries.js';
import { compileMatch, compileMatchBoolPrefix, compileMatchPhrase, compileMatchPhrasePrefix } from './match-queries.js';
import { all, none, type Query, type QueryCompiler } from './query.js';
import { illegalArgument, parsingError } from './query-error.js';
import { compileRange } from './range-query.js';
import { compileExists, compileIds, compileTerm, compileTerms } from './term-queries.js';
import { compileFuzzyQuery, compilePrefixQuery, compileRegexpQuery, compileWildcardQuery } from './pattern-queries.js';
import { compileKql } from './kql-query.js';
import { compileMultiMatch } from './multi-match-query.js';
import { compileQueryString } from './query-string-query.js';
import { compileSimpleQueryString } from './simple-query-string-query.js';

/** Queries by their name in Query DSL. */
const COMPILERS: ReadonlyMap<string, QueryCompiler> = new Map<string, QueryCompiler>([
  ['bool', compileBool],
  ['boosting', compileBoosting],
  ['constant_score', compileConstantScore],
  ['dis_max', compileDisMax],
  ['exists', compileExists],
  ['ids', compileIds],
  ['match', compileMatch],
  ['match_all', () => all],
  ['match_bool_prefix', compileMatchBoolPrefix],
  ['match_none', () => none],
  ['match_phrase', compileMatchPhrase],
  ['match_phrase_prefix', compileMatchPhrasePrefix],
  ['nested', compileNested],
  ['fuzzy', compileFuzzyQuery],
  ['kql', compileKql],
  ['multi_match', compileMultiMatch],
  ['prefix', compilePrefixQuery],
  ['regexp', compileRegexpQuery],
  ['query_string', compileQueryString],
  ['range', compileRange],
  ['simple_query_string', compileSimpleQueryString],
  ['term', compileTerm],
  ['terms', compileTerms],
  ['wildcard', compileWildcardQuery],
]);

/** Queries that Elasticsearch has and this engine refuses by name. */
const UNSUPPORTED = new Set([
  'combined_fields', 'distance_feature', 'function_score', 'geo_bounding_box', 'geo_distance', 'geo_grid', 'geo_polygon',
  'geo_shape', 'has_child', 'has_parent', 'intervals', 'knn', 'more_like_this', 'parent_id', 'percolate', 'pinned',
  'rank_feature', 'rule', 'script', 'script_score', 'semantic', 'shape', 'span_containing', 'span_first', 'span_multi',
  'span_near', 'span_not', 'span_or', 'span_term', 'span_within', 'sparse_vector', 'terms_set', 'text_expansion',
  'weighted_tokens', 'wrapper',
]); // prettier-ignore

/** Nesting of queries that Elasticsearch allows (`indices.query.bool.max_nested_depth`). */
const MAXIMUM_DEPTH = 30;

/**
 * Compiles Query DSL into a function that finds the matching documents; throws a `ClusterError` for what is not a query.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl.html
 */
export function compileQuery(query: JsonValue): Query {
  return compileAt(query, 1);
}

function compileAt(query: JsonValue, depth: number): Query {
  if (depth > MAXIMUM_DEPTH) {
    throw illegalArgument(
      `The nested depth of the query exceeds the maximum nested depth for queries set in [indices.query.bool.max_nested_depth]`,
    );
  }
  if (!isJsonObject(query)) throw parsingError('[_na] query malformed, must start with start_object');
  const [first, second] = Object.entries(query);
  if (!first) throw illegalArgument('query malformed, empty clause found');
  const [name, body] = first;
  if (second) throw parsingError(`[${name}] malformed query, expected [END_OBJECT] but found [FIELD_NAME]`);
  const compiler = COMPILERS.get(name);
  if (compiler) {
    if (!isJsonObject(body)) throw parsingError(`[${name}] query malformed, no start_object after query name`);
    return compiler(body, (inner) => compileAt(inner, depth + 1));
  }
  if (UNSUPPORTED.has(name)) throw new UnsupportedError(`the query [${name}]`);
  throw parsingError(`unknown query [${name}]`, {
    type: 'named_object_not_found_exception',
    reason: `unknown field [${name}]`,
  });
}
