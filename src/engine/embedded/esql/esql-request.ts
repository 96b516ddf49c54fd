import type { EsqlParameter, EsqlParameters } from '../../../languages/esql/parser/parameters.js';
import { parseEsql } from '../../../languages/esql/parse.js';
import { type JsonValue, isJsonObject } from '../../../values/json.js';
import { ClusterError } from '../../cluster-error.js';
import type { EsqlRequest, EsqlResponse } from '../../cluster.js';
import type { EsqlSource } from './esql-source.js';
import { runEsql } from './run-esql.js';
import { positionOf } from './warnings.js';

/**
 * Answers a `_query` request; what Elasticsearch refuses throws a `ClusterError` with its type and reason.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/esql-query-api.html
 */
export function answerEsql(request: EsqlRequest, source: EsqlSource, now: Date, maxMemory?: number): EsqlResponse {
  if (request.query === '') {
    throw new ClusterError(400, {
      type: 'action_request_validation_exception',
      reason: 'Validation Failed: 1: [query] is required;',
    });
  }
  const { value, diagnostics } = parseEsql(request.query, { parameters: parametersOf(request.params ?? []) });
  const [problem] = diagnostics;
  if (value === undefined) {
    const place = problem === undefined ? '1:1' : positionOf(request.query, problem.range.start);
    throw new ClusterError(400, { type: 'parsing_exception', reason: `line ${place}: ${problem?.what ?? ''}` });
  }
  return runEsql(value, source, {
    now,
    ...(request.filter && { filter: request.filter }),
    ...(maxMemory !== undefined && { maxMemory }),
  });
}

/** `["value", {"name": "value"}, {"name": {"identifier": "field"}}]` */
function parametersOf(params: readonly JsonValue[]): EsqlParameters {
  const positional: EsqlParameter[] = [];
  const named = new Map<string, EsqlParameter>();
  for (const item of params) {
    if (!isJsonObject(item)) {
      positional.push({ kind: 'value', value: item });
      continue;
    }
    for (const [name, value] of Object.entries(item)) {
      const parameter = parameterOf(value);
      positional.push(parameter);
      named.set(name, parameter);
    }
  }
  return { positional, named };
}

function parameterOf(value: JsonValue): EsqlParameter {
  if (!isJsonObject(value)) return { kind: 'value', value };
  for (const kind of ['identifier', 'pattern'] as const) {
    const name = value[kind];
    if (typeof name === 'string') return { kind, value: name };
  }
  return { kind: 'value', value: value['value'] ?? null };
}
