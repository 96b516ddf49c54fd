import type { JsonObject } from '../../values/json.js';
import type { Finding, Checked } from '../../diagnostics/diagnostic.js';
import type { KqlValue } from './ast.js';
import { ElasticsearchKqlParser } from './elasticsearch-parser.js';
import type { ElasticsearchKqlOptions } from './elasticsearch-parser.js';
import { parseKql } from './parse.js';
import { KqlSyntaxError } from './syntax-error.js';
import { someMatchValue } from './some-match-value.js';
import { kqlToQueryDsl } from './to-query-dsl.js';

/**
 * Translates the text of a `kql` query, or of `KQL(…)` in ES|QL, to Query DSL as Elasticsearch 8.19 itself does, which is not how Kibana
 * reads the same text: `and` and `or` bind equally and to the right (`a and b or c` is `a and (b or c)`), fields that are not mapped match
 * nothing, a star after a backslash is no wildcard. Elasticsearch refuses value lists, or reads them as text; there Kibana's translation
 * applies. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-kql-query.html
 */
export function kqlQueryToDsl(text: string, options: ElasticsearchKqlOptions): Checked<JsonObject, Finding> {
  const kibana = parseKql(text);
  if (kibana.value !== undefined && someMatchValue(kibana.value, isList)) {
    return { value: kqlToQueryDsl(kibana.value), diagnostics: [] };
  }
  try {
    return { value: new ElasticsearchKqlParser(text, options).query(), diagnostics: [] };
  } catch (error) {
    if (error instanceof KqlSyntaxError) return { diagnostics: [error.finding] };
    throw error;
  }
}

function isList(value: KqlValue): boolean {
  return value.kind !== 'Literal' && value.kind !== 'Wildcard';
}
