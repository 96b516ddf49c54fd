import { foldLucene, type LuceneBool, type LuceneBuilder, type LuceneLeaf } from '../../../languages/lucene/fold.js';
import { parseLucene } from '../../../languages/lucene/parse.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../values/json.js';
import { jsonText } from '../json-text.js';
import { combine } from './bool-query.js';
import { readBoolean, required } from './field-body.js';
import { none, type Query } from './query.js';
import { illegalArgument, parsingError, shardFailure } from './query-error.js';
import { leafQuery, type LeafOptions } from './text-leaf.js';

const OPTIONS = new Set([
  'query', 'fields', 'default_field', 'default_operator', 'analyzer', 'quote_analyzer', 'allow_leading_wildcard',
  'auto_generate_synonyms_phrase_query', 'max_determinized_states', 'enable_position_increments', 'escape', 'fuzzy_prefix_length',
  'fuzzy_max_expansions', 'fuzzy_rewrite', 'phrase_slop', 'fuzziness', 'tie_breaker', 'analyze_wildcard', 'rewrite',
  'minimum_should_match', 'quote_field_suffix', 'lenient', 'time_zone', 'type', 'fuzzy_transpositions', 'boost', '_name',
]); // prettier-ignore

/** `query_string`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-query-string-query.html */
export function compileQueryString(body: JsonValue): Query {
  if (!isJsonObject(body)) throw parsingError('[query_string] query malformed, no start_object after query name');
  for (const key of Object.keys(body)) {
    if (!OPTIONS.has(key)) throw parsingError(`[query_string] query does not support [${key}]`);
  }
  const given = jsonText(required(body['query']));
  if (body['fields'] !== undefined && body['default_field'] !== undefined) {
    throw illegalArgument(
      'Validation Failed: 1: [query_string] cannot use [fields] parameter in conjunction with [default_field];',
    );
  }
  const text = readBoolean(body['escape']) ? given.replaceAll(/[-\\+!():^[\]"{}~*?|&/]/gu, '\\$&') : given;
  const { value: tree } = parseLucene(text);
  const options = readLeafOptions(body);
  const fields = options.fields;
  // Without `fields` there is always one default field, be it `*`; only then `>5` on its own is a range.
  const only = body['fields'] === undefined ? (fields?.[0] ?? '*') : undefined;
  const fuzziness = body['fuzziness'];
  const meaning = {
    defaultOperator: options.operator === 'and' ? ('AND' as const) : ('OR' as const),
    ...(only === undefined ? {} : { defaultField: only }),
    ...(fuzziness === undefined ? {} : { fuzziness: jsonText(fuzziness) }),
    phraseSlop: Number(body['phrase_slop'] ?? 0),
  };
  return (context) => {
    if (!tree) throw shardFailure(`Failed to parse query [${text}]`);
    const builder = new QueryBuilder((leaf) => leafQuery(leaf, options, context));
    const folded = foldLucene(tree, builder, meaning) ?? none;
    return builder.withMinimum(folded, body['minimum_should_match'])(context);
  };
}

/** Reads the options that `query_string` and `simple_query_string` have in common. */
export function readLeafOptions(body: JsonObject): LeafOptions {
  const given = body['fields'] ?? body['default_field'];
  const names = given === undefined ? undefined : (isJsonArray(given) ? given : [given]).map(jsonText);
  const isAny = names === undefined || (names.length === 1 && names[0] === '*');
  const timeZone = body['time_zone'];
  const operator = jsonText(body['default_operator'] ?? 'or').toLowerCase();
  return {
    fields: isAny ? undefined : names,
    lenient: readBoolean(body['lenient'], isAny),
    operator: operator === 'and' ? 'and' : 'or',
    analyzeWildcard: readBoolean(body['analyze_wildcard']),
    allowLeadingWildcard: readBoolean(body['allow_leading_wildcard'], true),
    fuzzyPrefixLength: Number(body['fuzzy_prefix_length'] ?? 0),
    fuzzyTranspositions: readBoolean(body['fuzzy_transpositions'], true),
    timeZone: timeZone === undefined ? undefined : jsonText(timeZone),
    isEverything: jsonText(body['query'] ?? '').includes('*:*'),
  };
}

/** Makes queries of the parts of a query text, and remembers the outermost boolean, to which `minimum_should_match` applies. */
export class QueryBuilder implements LuceneBuilder<Query> {
  private readonly read: LuceneBuilder<Query>['leaf'];
  private last: { readonly query: Query; readonly clauses: LuceneBool<Query> } | undefined;

  constructor(read: LuceneBuilder<Query>['leaf']) {
    this.read = read;
  }

  /** The parts of a text are not rewritten one by one: each of them has to run, even beside one that can never match. */
  leaf(leaf: LuceneLeaf): Query | undefined {
    const query = this.read(leaf);
    return query && ((context) => query(context).unsettled());
  }

  bool(clauses: LuceneBool<Query>): Query {
    const query = combine(clauses.must, clauses.should, clauses.mustNot);
    this.last = { query, clauses };
    return query;
  }

  /** The query with the minimum, if it is a boolean one with optional clauses. */
  withMinimum(query: Query, minimum: JsonValue | undefined): Query {
    if (minimum === undefined || this.last?.query !== query) return query;
    const { must, should, mustNot } = this.last.clauses;
    return combine(must, should, mustNot, minimum);
  }
}
