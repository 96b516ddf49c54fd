import { kqlQueryToDsl } from '../../../languages/kql/elasticsearch-kql.js';
import type { KqlFieldInfo, KqlFields } from '../../../languages/kql/known-fields.js';
import { isJsonObject, type JsonValue } from '../../../values/json.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { jsonText } from '../json-text.js';
import { readBoolean } from './field-body.js';
import type { CompileQuery, Query } from './query.js';
import { parsingError } from './query-error.js';

const OPTIONS = new Set(['query', 'case_insensitive', 'time_zone', 'default_field', 'boost', '_name']);

/** `kql`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-kql-query.html */
export function compileKql(body: JsonValue, compile: CompileQuery): Query {
  if (!isJsonObject(body)) throw parsingError('[kql] query malformed, no start_object after query name');
  for (const key of Object.keys(body)) if (!OPTIONS.has(key)) throw parsingError(`[kql] unknown field [${key}]`);
  const text = body['query'];
  if (text === undefined || text === null) throw parsingError('[kql] requires query to be provided');
  const timeZone = body['time_zone'];
  const defaultField = body['default_field'];
  const options = {
    caseInsensitive: readBoolean(body['case_insensitive']),
    ...(timeZone === undefined ? {} : { timeZone: jsonText(timeZone) }),
    ...(defaultField === undefined ? {} : { defaultField: jsonText(defaultField) }),
  };
  const translate = (fields: KqlFields): JsonValue => {
    const { value, diagnostics } = kqlQueryToDsl(jsonText(text), { ...options, fields });
    if (value === undefined) throw parsingError(`Failed to parse KQL query: ${diagnostics[0]?.what ?? ''}`);
    return value;
  };
  // Mistakes in the text are refused whatever the rest of the query says.
  translate(NO_FIELDS);
  return (context) => compile(translate(fieldsOf(context.index)))(context);
}

const NO_FIELDS: KqlFields = { get: () => undefined, entries: () => [] };

/** What the translation may know of an index' fields. */
function fieldsOf(index: EmbeddedIndex): KqlFields {
  const get = (name: string): KqlFieldInfo | undefined => {
    const field = index.field(name);
    if (field === undefined) return undefined;
    const path = index.mapping.scopes.find((scope) => scope === field.space)?.path ?? '';
    return path === '' ? { type: field.type } : { type: field.type, nested: path };
  };
  return {
    get,
    entries: () =>
      [...index.mapping.traits()].map(
        ([name, { type, nested }]) => [name, nested === '' ? { type } : { type, nested }] as const,
      ),
  };
}
