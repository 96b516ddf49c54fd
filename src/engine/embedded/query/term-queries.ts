import { isJsonObject, isJsonArray, type JsonValue } from '../../../values/json.js';
import { UnsupportedError } from '../../cluster-error.js';
import { DocSet } from '../documents/doc-set.js';
import { compileWildcard } from '../../../values/patterns/wildcard.js';
import { readBoolean, readFieldBody, required } from './field-body.js';
import { none, onField, type Query } from './query.js';
import { illegalArgument, parsingError } from './query-error.js';

/** `term`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-term-query.html */
export function compileTerm(body: JsonValue): Query {
  const { field, value, options } = readFieldBody('term', body, 'value', ['case_insensitive']);
  return termQuery(field, required(value), readBoolean(options['case_insensitive']));
}

/** The documents whose field has the value. */
export function termQuery(name: string, value: JsonValue, caseInsensitive = false): Query {
  return (context) => onField(context, name, (field) => field.term(value, caseInsensitive, context));
}

/** Terms that one `terms` query may list (`index.max_terms_count`). */
const MAXIMUM_TERMS = 65_536;

/** `terms`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-terms-query.html */
export function compileTerms(body: JsonValue): Query {
  if (!isJsonObject(body)) throw parsingError('[terms] query malformed, no start_object after query name');
  const entries = Object.entries(body).filter(([key]) => key !== 'boost' && key !== '_name');
  const [first, second] = entries;
  if (!first)
    throw parsingError(
      '[terms] query requires a field name, followed by array of terms or a document lookup specification',
    );
  if (second) throw parsingError(`[terms] query does not support multiple fields`);
  const [name, values] = first;
  if (isJsonObject(values)) throw new UnsupportedError('the lookup of terms in a document');
  if (!isJsonArray(values)) throw parsingError(`[terms] query does not support [${name}]`);
  if (values.includes(null)) throw illegalArgument('No value specified for terms query');
  if (values.length > MAXIMUM_TERMS) {
    throw illegalArgument(
      `The number of terms [${values.length}] used in the Terms Query request has exceeded the allowed maximum of [${MAXIMUM_TERMS}].`,
    );
  }
  if (values.length === 0) return none;
  return (context) => onField(context, name, (field) => field.terms(values, context));
}

/** `exists`: a field, an object with any field, or a pattern of names. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-exists-query.html */
export function compileExists(body: JsonValue): Query {
  const field = isJsonObject(body) ? body['field'] : undefined;
  if (typeof field !== 'string' || field === '') throw illegalArgument('field name is null or empty');
  return existsQuery(field);
}

/** The documents that have the field, an object's field, or one of the fields of a pattern. */
export function existsQuery(name: string): Query {
  return (context) => {
    const { mapping } = context.index;
    const exact = context.index.field(name);
    if (exact) return exact.space === context.scope ? exact.exists() : DocSet.empty(context.scope.size);
    const prefix = `${name}.`;
    const test = name.includes('*') ? compileWildcard(name, { escape: false, singleCharacter: false }) : undefined;
    const names = mapping.names().filter((candidate) => (test ? test(candidate) : candidate.startsWith(prefix)));
    if (names.length === 0) return none(context);
    return names
      .map((candidate) => onField(context, candidate, (field) => field.exists()))
      .reduce((all, found) => all.or(found), DocSet.empty(context.scope.size));
  };
}

/** `ids`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-ids-query.html */
export function compileIds(body: JsonValue): Query {
  const values = isJsonObject(body) ? body['values'] : undefined;
  if (values === undefined) throw parsingError("[ids] requires providing 'values'");
  const ids = isJsonArray(values) ? values : [values];
  return ids.length === 0 ? none : (context) => onField(context, '_id', (field) => field.terms(ids, context));
}
