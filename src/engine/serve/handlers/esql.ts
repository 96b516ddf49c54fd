import type { EsqlRequest, EsqlResponse } from '../../cluster.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import { checkFilter } from '../../embedded/esql/check-filter.js';
import { isJsonObject, type JsonValue, printJson } from '../../../values/json.js';
import { checkDelimiter, esqlStyle, printResult } from '../esql-formats.js';
import type { RawValue } from '../raw-json.js';
import { bodyObject, booleanParameter, type Handler, type ServeAnswer, type ServeRequest } from '../request.js';

/** `_query`: ES|QL. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/esql-query-api.html */
export const esqlQuery: Handler = (request) => answer(request, {});

/** `_query/async`: the answer is there at once, and is not kept. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/esql-async-query-api.html */
export const esqlAsyncQuery: Handler = (request) => answer(request, { is_running: false });

/** `_query/async/{id}`: nothing is kept, so that no id is one. */
export const esqlAsyncResult: Handler = ({ path }) =>
  Promise.reject(
    new ClusterError(400, { type: 'illegal_argument_exception', reason: `invalid id: [${path.get('id') ?? ''}]` }),
  );

const FLAGS = ['columnar', 'include_ccs_metadata', 'keep_on_completion', 'profile'];
const TEXTS = ['query', 'locale', 'wait_for_completion_timeout', 'keep_alive'];

async function answer(request: ServeRequest, marks: { readonly is_running?: false }): Promise<ServeAnswer> {
  const style = esqlStyle(request.query, request.headers);
  if (request.body.trim() === '')
    throw new ClusterError(400, { type: 'parse_exception', reason: 'request body or source parameter is required' });
  const { columnar, wanted } = readBody(request, marks.is_running === undefined ? [] : ASYNC);
  if (columnar && style.format !== 'json') {
    const reason = 'Invalid use of [columnar] argument: cannot be used in combination with [txt, csv, tsv] formats';
    throw new ClusterError(400, { type: 'illegal_argument_exception', reason });
  }
  const started = performance.now();
  const response = await request.cluster.esql(wanted);
  const { warnings = [] } = response;
  try {
    checkDelimiter(style);
  } catch (error) {
    throw error instanceof ClusterError ? new ClusterError(error.status, error.error, warnings) : error;
  }
  const filled = booleanParameter(request.query, 'drop_null_columns') === true ? withoutEmpty(response) : response;
  if (style.format !== 'json') return { status: 200, body: printResult(filled, style), warnings };
  const { columns, values, is_partial = false } = filled;
  const body: RawValue = {
    ...marks,
    took: Math.round(performance.now() - started),
    is_partial,
    ...(filled === response ? {} : { all_columns: response.columns.map((column) => ({ ...column })) }),
    columns: columns.map((column) => ({ ...column })),
    values: columnar ? columns.map((_, at) => values.map((row) => row[at] ?? null)) : values,
  };
  return { status: 200, body, warnings };
}

const KNOWN = [...FLAGS, ...TEXTS, 'params', 'filter', 'tables'];
const ASYNC = ['wait_for_completion_timeout', 'keep_on_completion', 'keep_alive'];
/** What Elasticsearch takes and this server does not. */
const UNSUPPORTED = ['profile', 'tables'];

function readBody(request: ServeRequest, more: readonly string[]): { columnar: boolean; wanted: EsqlRequest } {
  const { ...body } = bodyObject(request, 'esql/query');
  const unknown = Object.keys(body).find((key) => !KNOWN.includes(key) || (ASYNC.includes(key) && !more.includes(key)));
  if (unknown !== undefined) throw malformed(`[esql/query] unknown field [${unknown}]`);
  for (const [key, value] of Object.entries(body)) checkType(key, value);
  const unsupported = UNSUPPORTED.find((key) => body[key] !== undefined && body[key] !== false);
  if (unsupported !== undefined) throw new UnsupportedError(`[${unsupported}] in [esql/query]`);
  if (body['keep_on_completion'] === true) throw new UnsupportedError('[keep_on_completion] in [esql/query]');
  const { query, params, filter, columnar } = body;
  if (typeof query !== 'string') {
    const reason = 'Validation Failed: 1: [query] is required;';
    throw new ClusterError(400, { type: 'action_request_validation_exception', reason });
  }
  if (isJsonObject(filter)) checkFilter(filter);
  const wanted: EsqlRequest = {
    query,
    ...(Array.isArray(params) ? { params: params as readonly JsonValue[] } : {}),
    ...(isJsonObject(filter) ? { filter } : {}),
  };
  return { columnar: columnar === true || columnar === 'true', wanted };
}

function checkType(key: string, value: JsonValue | undefined): void {
  if (FLAGS.includes(key) && typeof value !== 'boolean' && value !== 'true' && value !== 'false') {
    const reason = `Failed to parse value [${typeof value === 'string' ? value : printJson(value ?? null)}] as only [true] or [false] are allowed.`;
    throw malformed(`[esql/query] failed to parse field [${key}]`, { type: 'illegal_argument_exception', reason });
  }
  if (TEXTS.includes(key) && typeof value !== 'string')
    throw malformed(`[esql/query] ${key} doesn't support values of type: ${tokenOf(value)}`);
  if (key === 'params' && !Array.isArray(value)) throw malformed('parser for [params] did not end on END_OBJECT');
}

/** The name of a JSON value in Elasticsearch's messages. */
function tokenOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'VALUE_NULL';
  if (Array.isArray(value)) return 'START_ARRAY';
  if (typeof value === 'object') return 'START_OBJECT';
  return typeof value === 'boolean' ? 'VALUE_BOOLEAN' : 'VALUE_NUMBER';
}

function malformed(reason: string, cause?: { readonly type: string; readonly reason: string }): ClusterError {
  const type = 'x_content_parse_exception';
  return new ClusterError(400, cause === undefined ? { type, reason } : { type, reason, caused_by: cause });
}

/** The columns that have a value in some row. */
function withoutEmpty({ columns, values, ...rest }: EsqlResponse): EsqlResponse {
  const kept = columns.map((_, at) => at).filter((at) => values.some((row) => (row[at] ?? null) !== null));
  return {
    ...rest,
    columns: kept.flatMap((at) => columns[at] ?? []),
    values: values.map((row) => kept.map((at) => row[at] ?? null)),
  };
}
