import { UnsupportedError } from '../../cluster-error.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../values/json.js';
import { jsonText } from '../json-text.js';
import { DocSet } from '../documents/doc-set.js';
import { combine } from './bool-query.js';
import { defaultFields, expandFields } from './default-fields.js';
import { readBoolean, required } from './field-body.js';
import { matchQuery, type MatchOptions, readMatchOptions } from './match-queries.js';
import type { Query } from './query.js';
import { parsingError } from './query-error.js';

/** Types of multi_match by how they look into each field; `cross_fields` is another matter. */
const KINDS: ReadonlyMap<string, MatchOptions['kind']> = new Map([
  ['best_fields', 'words'],
  ['most_fields', 'words'],
  ['phrase', 'phrase'],
  ['phrase_prefix', 'phrase_prefix'],
  ['bool_prefix', 'bool_prefix'],
]);

/** `multi_match`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-multi-match-query.html */
export function compileMultiMatch(body: JsonValue): Query {
  if (!isJsonObject(body)) throw parsingError('[multi_match] query malformed, no start_object after query name');
  const type = jsonText(body['type'] ?? 'best_fields').toLowerCase();
  const kind = KINDS.get(type);
  if (kind === undefined) throw new UnsupportedError(`multi_match of the type [${type}]`);
  const fields = body['fields'];
  const named = fields === undefined ? undefined : (isJsonArray(fields) ? fields : [fields]).map(jsonText);
  return multiMatchQuery(required(body['query']), named, kind, body);
}

/** The documents of which one of the fields has the text; without names, the default fields (leniently). */
export function multiMatchQuery(
  value: JsonValue,
  fields: readonly string[] | undefined,
  kind: MatchOptions['kind'],
  options: JsonObject,
): Query {
  const read = readMatchOptions(kind, options);
  return (context) => {
    const names = fields === undefined ? defaultFields(context) : expandFields(context, fields);
    const isAny = fields === undefined || fields.includes('*');
    const lenient = options['lenient'] === undefined ? isAny : readBoolean(options['lenient']);
    if (names.length === 0) return DocSet.empty(context.scope.size);
    return combine(
      [],
      names.map((name) => matchQuery(name, value, { ...read, lenient })),
      [],
      1,
    )(context);
  };
}
