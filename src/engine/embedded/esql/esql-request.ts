import type { EsqlParameter, EsqlParameters } from '../../../languages/esql/parser/parameters.js';
import { parseEsql } from '../../../languages/esql/parse.js';
import { type JsonObject, type JsonValue, isJsonObject, printJson } from '../../../values/json.js';
import { ClusterError } from '../../cluster-error.js';
import type { EsqlRequest, EsqlResponse } from '../../cluster.js';
import type { EsqlSource } from './esql-source.js';
import { runEsql } from './run-esql.js';
import { positionOf } from './warnings.js';

/** What every query of an engine is run with. */
export interface EsqlSetting {
  readonly now: Date;
  /** Versions of the stack that must take the query. */
  readonly stacks: readonly string[];
  /** Bytes that the operators may hold together; 1 GiB unless given. */
  readonly maxMemory?: number;
}

/**
 * Answers a `_query` request; what Elasticsearch refuses throws a `ClusterError` with its type and reason.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/esql-query-api.html
 */
export function answerEsql(request: EsqlRequest, source: EsqlSource, setting: EsqlSetting): EsqlResponse {
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
    const what = problem?.what ?? '';
    const [, cause] = PARSER_CAUSES.find(([start]) => what.startsWith(start)) ?? [];
    throw new ClusterError(400, {
      type: 'parsing_exception',
      reason: `line ${place}: ${what}`,
      ...(cause === undefined ? {} : { caused_by: { type: cause, reason: '' } }),
    });
  }
  return runEsql(value, source, { ...setting, ...(request.filter && { filter: request.filter }) });
}

/** What Elasticsearch's parser throws inside, by the beginning of its message. */
const PARSER_CAUSES: readonly (readonly [string, string])[] = [
  ['mismatched input', 'input_mismatch_exception'],
  ['no viable alternative', 'no_viable_alt_exception'],
  ['token recognition error', 'lexer_no_viable_alt_exception'],
];

/** `["value", {"name": "value"}, {"name": {"identifier": "field"}}]` */
function parametersOf(params: readonly JsonValue[]): EsqlParameters {
  const positional: EsqlParameter[] = [];
  const named = new Map<string, EsqlParameter>();
  const problems: string[] = [];
  for (const item of params) {
    if (Array.isArray(item)) problems.push('START_ARRAY is not supported as a parameter');
    if (!isJsonObject(item)) {
      positional.push({ kind: 'value', value: item });
      continue;
    }
    for (const [name, value] of Object.entries(item)) {
      if (!/^[A-Za-z_]\w*$/.test(name)) {
        problems.push(
          `[${name}] is not a valid parameter name, a valid parameter name starts with a letter or underscore, and contains letters, digits and underscores only`,
        );
      }
      const parameter = parameterOf(value, problems);
      positional.push(parameter);
      named.set(name, parameter);
    }
  }
  const values = params.filter((item) => !isJsonObject(item));
  if (named.size > 0 && values.length > 0) {
    const printed = params.filter(isJsonObject).map(printParameter);
    const others = values.map((value) => `{${printJson(value)}}`);
    problems.push(
      `Params cannot contain both named and unnamed parameters; got [${printed.join(', ')}] and [${others.join(', ')}]`,
    );
  }
  if (problems.length > 0) throw badParameters(problems);
  return { positional, named };
}

function printParameter(item: JsonObject): string {
  return `{${Object.entries(item).map(([name, value]) => `${name}:${printJson(value)}`).join(', ')}}`; // prettier-ignore
}

function badParameters(problems: readonly string[]): ClusterError {
  const type = 'x_content_parse_exception';
  const cause = { type, reason: `Failed to parse params: ${problems.join('; ')}` };
  return new ClusterError(400, { type, reason: '[esql/query] failed to parse field [params]', caused_by: cause });
}

function parameterOf(value: JsonValue, problems: string[]): EsqlParameter {
  if (!isJsonObject(value)) return { kind: 'value', value };
  for (const attribute of Object.keys(value)) {
    if (['value', 'identifier', 'pattern'].includes(attribute.toLowerCase())) continue;
    problems.push(
      `[${attribute}] is not a valid param attribute, a valid attribute is any of VALUE, IDENTIFIER, PATTERN`,
    );
  }
  for (const kind of ['identifier', 'pattern'] as const) {
    const name = value[kind];
    if (typeof name === 'string') return { kind, value: name };
  }
  return { kind: 'value', value: value['value'] ?? null };
}
