import { UnsupportedError } from '../../cluster-error.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import { foldAsciiCase } from '../../../values/patterns/ascii-case.js';
import { compileFuzzy, editsAllowed } from '../../../values/patterns/fuzzy.js';
import { compileLuceneRegexp } from '../../../values/patterns/regexp.js';
import { compileWildcard, type TextMatcher } from '../../../values/patterns/wildcard.js';
import { DocSet } from '../documents/doc-set.js';
import type { TextPattern } from '../fields/field.js';
import { jsonText } from '../json-text.js';
import { readBoolean, readFieldBody, required } from './field-body.js';
import { onField, type Query } from './query.js';
import { illegalArgument, shardFailure } from './query-error.js';
import { readRegexpFlags } from './regexp-flags.js';

/** `prefix`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-prefix-query.html */
export function compilePrefixQuery(body: JsonValue): Query {
  const { field, value, options } = readFieldBody('prefix', body, 'value', ['case_insensitive', 'rewrite']);
  return prefixQuery(field, jsonText(required(value)), readBoolean(options['case_insensitive']));
}

/** The documents with a string (or word) that begins with the text. */
export function prefixQuery(name: string, prefix: string, caseInsensitive = false): Query {
  return patternQuery(name, {
    kind: 'prefix',
    pattern: prefix,
    caseInsensitive,
    compile: (text) => {
      if (!caseInsensitive) return (value) => value.startsWith(text);
      const folded = foldAsciiCase(text);
      return (value) => foldAsciiCase(value.slice(0, folded.length)) === folded;
    },
  });
}

/** `wildcard`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-wildcard-query.html */
export function compileWildcardQuery(body: JsonValue): Query {
  const known = ['wildcard', 'case_insensitive', 'rewrite'];
  const { field, value, options } = readFieldBody('wildcard', body, 'value', known);
  const pattern = jsonText(required(value ?? options['wildcard']));
  return wildcardQuery(field, pattern, readBoolean(options['case_insensitive']));
}

/** The documents with a string (or word) that has the form of a pattern of `*` and `?`. */
export function wildcardQuery(name: string, pattern: string, caseInsensitive = false, isFromText = false): Query {
  return patternQuery(name, {
    kind: 'wildcard',
    pattern,
    caseInsensitive,
    isFromText,
    compile: (text) => compileWildcard(text, { caseInsensitive }),
  });
}

/** `regexp`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-regexp-query.html */
export function compileRegexpQuery(body: JsonValue): Query {
  const known = ['flags', 'flags_value', 'case_insensitive', 'max_determinized_states', 'rewrite'];
  const { field, value, options } = readFieldBody('regexp', body, 'value', known);
  if (options['flags_value'] !== undefined) throw new UnsupportedError('[flags_value] of the query [regexp]');
  return regexpQuery(field, jsonText(required(value)), options);
}

/** Characters that a regular expression may have (`index.max_regex_length`). */
const MAXIMUM_LENGTH = 1000;

/** The documents with a string (or word) that a Lucene regular expression describes. */
export function regexpQuery(name: string, pattern: string, options: JsonObject = {}): Query {
  const flags = readRegexpFlags(jsonText(options['flags'] ?? 'ALL'));
  const states = options['max_determinized_states'];
  const caseInsensitive = readBoolean(options['case_insensitive']);
  const compile = (text: string): TextMatcher => {
    if (text.length > MAXIMUM_LENGTH) {
      throw shardFailure(
        `The length of regex [${text.length}] used in the Regexp Query request has exceeded the allowed maximum of [${MAXIMUM_LENGTH}]. This maximum can be set by changing the [index.max_regex_length] index level setting.`,
      );
    }
    const { matches, error } = compileLuceneRegexp(text, {
      flags,
      caseInsensitive,
      ...(states === undefined ? {} : { maxDeterminizedStates: Number(states) }),
    });
    if (error) throw shardFailure(error.reason, { type: error.type, reason: error.reason });
    return matches;
  };
  return patternQuery(name, { kind: 'regexp', pattern, caseInsensitive, compile });
}

/** `fuzzy`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-fuzzy-query.html */
export function compileFuzzyQuery(body: JsonValue): Query {
  const known = ['fuzziness', 'prefix_length', 'max_expansions', 'transpositions', 'rewrite'];
  const { field, value, options } = readFieldBody('fuzzy', body, 'value', known);
  return fuzzyQuery(field, jsonText(required(value)), options);
}

/** The documents with a string (or word) that few edits turn into the text. */
export function fuzzyQuery(name: string, text: string, options: JsonObject = {}): Query {
  return patternQuery(name, {
    kind: 'fuzzy',
    pattern: text,
    caseInsensitive: false,
    compile: (term) => fuzzyMatcher(term, options),
  });
}

/** Compares with a term as `fuzziness`, `prefix_length` and `transpositions` say. */
export function fuzzyMatcher(term: string, options: JsonObject): TextMatcher {
  const fuzziness = jsonText(options['fuzziness'] ?? 'AUTO');
  const maxEdits = editsAllowed(fuzziness, term);
  if (maxEdits === undefined) throw illegalArgument(`Invalid fuzziness value: ${fuzziness}`);
  return compileFuzzy(term, {
    maxEdits,
    prefixLength: Number(options['prefix_length'] ?? 0),
    transpositions: readBoolean(options['transpositions'] ?? options['fuzzy_transpositions'], true),
  });
}

function patternQuery(name: string, pattern: TextPattern): Query {
  return (context) => {
    // Only `regexp` is not settled beforehand where the field is not mapped.
    if (pattern.kind === 'regexp' && !context.index.field(name)) return DocSet.empty(context.scope.size);
    return onField(context, name, (field) => field.matching(pattern));
  };
}
