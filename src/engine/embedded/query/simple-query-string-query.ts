import {
  ALL_SIMPLE_FLAGS,
  foldSimpleQueryString,
  type SimpleFlag,
} from '../../../languages/lucene/simple-query-string.js';
import { isJsonObject, type JsonValue } from '../../../values/json.js';
import { jsonText } from '../json-text.js';
import { required } from './field-body.js';
import { none, type Query } from './query.js';
import { illegalArgument, parsingError } from './query-error.js';
import { QueryBuilder, readLeafOptions } from './query-string-query.js';
import { leafQuery } from './text-leaf.js';

const OPTIONS = new Set([
  'query', 'fields', 'default_operator', 'analyzer', 'flags', 'lenient', 'minimum_should_match', 'analyze_wildcard',
  'quote_field_suffix', 'auto_generate_synonyms_phrase_query', 'fuzzy_prefix_length', 'fuzzy_max_expansions', 'fuzzy_transpositions',
  'type', 'boost', '_name',
]); // prettier-ignore

/** `simple_query_string`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-simple-query-string-query.html */
export function compileSimpleQueryString(body: JsonValue): Query {
  if (!isJsonObject(body))
    throw parsingError('[simple_query_string] query malformed, no start_object after query name');
  for (const key of Object.keys(body)) {
    if (!OPTIONS.has(key)) throw parsingError(`[simple_query_string] query does not support [${key}]`);
  }
  const text = jsonText(required(body['query']));
  const options = readLeafOptions(body);
  const flags = readFlags(jsonText(body['flags'] ?? 'ALL'));
  const meaning = { defaultOperator: options.operator === 'and' ? ('AND' as const) : ('OR' as const), flags };
  return (context) => {
    const builder = new QueryBuilder((leaf) => leafQuery(leaf, options, context));
    const folded = foldSimpleQueryString(text, builder, meaning) ?? none;
    return builder.withMinimum(folded, body['minimum_should_match'])(context);
  };
}

function readFlags(text: string): ReadonlySet<SimpleFlag> {
  const names = text.split('|').map((name) => name.trim().toUpperCase());
  if (names.includes('ALL') || text === '') return ALL_SIMPLE_FLAGS;
  const flags = new Set<SimpleFlag>();
  for (const name of names) {
    const flag = [...ALL_SIMPLE_FLAGS].find((known) => known === (name === 'SLOP' ? 'NEAR' : name));
    if (flag !== undefined) flags.add(flag);
    else if (name !== 'NONE') throw illegalArgument(`Unknown simple_query_string flag [${name}]`);
  }
  return flags;
}
