import { jsonText } from '../json-text.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import type { Field } from '../fields/field.js';
import { KeywordField } from '../fields/keyword-field.js';
import { TextField } from '../fields/text-field.js';
import { combine } from './bool-query.js';
import { readBoolean, readFieldBody, required } from './field-body.js';
import { all, onField, type Query } from './query.js';
import { illegalArgument, isShardFailure, shardFailure } from './query-error.js';
import { fuzzyMatcher, fuzzyQuery, prefixQuery } from './pattern-queries.js';

const OPTIONS = [
  'query', 'operator', 'minimum_should_match', 'fuzziness', 'prefix_length', 'max_expansions', 'fuzzy_rewrite',
  'fuzzy_transpositions', 'lenient', 'zero_terms_query', 'analyzer', 'auto_generate_synonyms_phrase_query', 'slop',
]; // prettier-ignore

/** How a text is looked for in a field. */
export interface MatchOptions {
  readonly kind: 'words' | 'phrase' | 'phrase_prefix' | 'bool_prefix';
  readonly operator?: 'and' | 'or';
  readonly minimumShouldMatch?: JsonValue | undefined;
  readonly slop?: number;
  readonly lenient?: boolean;
  readonly zeroTerms?: 'all' | 'none';
  /** The options of a fuzzy comparison, if there is one. */
  readonly fuzzy?: JsonObject | undefined;
}

/** `match`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-match-query.html */
export function compileMatch(body: JsonValue): Query {
  return compileFor('match', 'words', body);
}

/** `match_phrase`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-match-query-phrase.html */
export function compileMatchPhrase(body: JsonValue): Query {
  return compileFor('match_phrase', 'phrase', body);
}

/** `match_phrase_prefix`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-match-query-phrase-prefix.html */
export function compileMatchPhrasePrefix(body: JsonValue): Query {
  return compileFor('match_phrase_prefix', 'phrase_prefix', body);
}

/** `match_bool_prefix`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-match-bool-prefix-query.html */
export function compileMatchBoolPrefix(body: JsonValue): Query {
  return compileFor('match_bool_prefix', 'bool_prefix', body);
}

function compileFor(name: string, kind: MatchOptions['kind'], body: JsonValue): Query {
  const { field, value, options } = readFieldBody(name, body, 'query', OPTIONS);
  return matchQuery(field, required(value), readMatchOptions(kind, options));
}

/** Reads the options that match, match_phrase and multi_match have in common. */
export function readMatchOptions(kind: MatchOptions['kind'], options: JsonObject): MatchOptions {
  const operator = jsonText(options['operator'] ?? 'or').toLowerCase();
  if (operator !== 'and' && operator !== 'or')
    throw illegalArgument(`No enum constant org.elasticsearch.index.query.Operator.${operator.toUpperCase()}`);
  return {
    kind,
    operator,
    minimumShouldMatch: options['minimum_should_match'],
    slop: Number(options['slop'] ?? 0),
    lenient: readBoolean(options['lenient']),
    fuzzy: options['fuzziness'] === undefined ? undefined : options,
    zeroTerms: jsonText(options['zero_terms_query'] ?? 'none').toLowerCase() === 'all' ? 'all' : 'none',
  };
}

/** The documents whose field has the text: its words, if the field is analysed, or else the text as one value. */
export function matchQuery(name: string, value: JsonValue, options: MatchOptions): Query {
  return (context) => {
    // Unlike the queries on single terms, a match on a field that is not mapped is not settled beforehand.
    if (!context.index.field(name)) return DocSet.empty(context.scope.size);
    return onField(context, name, (field) => {
      if (field instanceof TextField) return matchText(field, jsonText(value), options)(context);
      try {
        return matchWhole(field, value, options)(context);
      } catch (error) {
        if (options.lenient === true && isShardFailure(error)) return DocSet.empty(context.scope.size);
        throw error;
      }
    });
  };
}

/** The text as one value of a field that is not analysed: only strings know prefixes and edits. */
function matchWhole(field: Field, value: JsonValue, { kind, fuzzy }: MatchOptions): Query {
  if (kind === 'phrase_prefix') {
    throw shardFailure(
      `Can only use phrase prefix queries on text fields - not on [${field.name}] which is of type [${field.type}]`,
    );
  }
  if (kind === 'bool_prefix' && field instanceof KeywordField) return prefixQuery(field.name, jsonText(value));
  if (fuzzy && kind === 'words') return fuzzyQuery(field.name, jsonText(value), fuzzy);
  return (context) => field.term(value, false, context);
}

function matchText(field: TextField, text: string, options: MatchOptions): Query {
  const words = field.analyze(text);
  if (words.length === 0) return options.zeroTerms === 'all' ? all : ({ scope }) => DocSet.empty(scope.size);
  if (options.kind === 'phrase' || options.kind === 'phrase_prefix') {
    return () => field.phrase(words, options.slop ?? 0, options.kind === 'phrase_prefix');
  }
  const queries = words.map((word, index) =>
    options.kind === 'bool_prefix' && index === words.length - 1
      ? () => field.withWord((candidate) => candidate.startsWith(word))
      : options.fuzzy
        ? () => field.withWord(fuzzyMatcher(word, options.fuzzy ?? {}))
        : () => field.term(word, false),
  );
  return options.operator === 'and' ? combine(queries, [], []) : combine([], queries, [], options.minimumShouldMatch);
}
