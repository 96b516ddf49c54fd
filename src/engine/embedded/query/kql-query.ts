import { kqlToQueryDsl } from '../../../languages/kql/to-query-dsl.js';
import type { KqlFieldInfo } from '../../../languages/kql/known-fields.js';
import type { KqlNode } from '../../../languages/kql/ast.js';
import { parseKql } from '../../../languages/kql/parse.js';
import { isJsonArray, isJsonObject, type JsonValue } from '../../../values/json.js';
import { jsonText } from '../json-text.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
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
  const { value: tree, diagnostics } = parseKql(jsonText(text));
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (!tree || error) throw parsingError(`Failed to parse KQL query: ${error?.what ?? ''}`);
  const caseInsensitive = readBoolean(body['case_insensitive']);
  const timeZone = body['time_zone'];
  const defaultField = body['default_field'];
  const options = { caseInsensitive, ...(timeZone === undefined ? {} : { timeZone: jsonText(timeZone) }) };
  // Elasticsearch's own KQL has no value lists; there Kibana's translation counts, and Kibana's rules translate without field types.
  const isKibanas = hasValueList(tree);
  return (context) => {
    const dsl = kqlToQueryDsl(tree, isKibanas ? options : { ...options, fields: knownFields(context.index) });
    return compile(defaultField === undefined ? dsl : withDefaultField(dsl, jsonText(defaultField)))(context);
  };
}

function hasValueList(node: KqlNode): boolean {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.some(hasValueList);
    case 'Not':
    case 'Nested':
      return hasValueList(node.clause);
    case 'Match':
      return node.value.kind !== 'Literal' && node.value.kind !== 'Wildcard';
    default:
      return false;
  }
}

/** Gives the queries that free text became the field to look in. */
function withDefaultField(query: JsonValue, field: string): JsonValue {
  if (isJsonArray(query)) return query.map((item) => withDefaultField(item, field));
  if (!isJsonObject(query)) return query;
  return Object.fromEntries(
    Object.entries(query).map(([name, body]) => {
      const isFreeText =
        (name === 'multi_match' || name === 'query_string') && isJsonObject(body) && !('fields' in body);
      return [name, isFreeText ? { ...body, fields: [field] } : withDefaultField(body, field)];
    }),
  );
}

/** What the translation may know of an index' fields. */
function knownFields(index: EmbeddedIndex): ReadonlyMap<string, KqlFieldInfo> {
  const fields = new Map<string, KqlFieldInfo>();
  for (const name of index.mapping.names()) {
    const field = index.field(name);
    if (!field) continue;
    const scope = index.mapping.scopes.find((candidate) => candidate === field.space);
    fields.set(name, scope && scope.path !== '' ? { type: field.type, nested: scope.path } : { type: field.type });
  }
  return fields;
}
