import type { ErrorCause } from '../cluster.js';
import type { ClusterError } from '../cluster-error.js';
import type { RawValue } from './raw-json.js';

/** The body of a refusal, of Elasticsearch's form: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/common-options.html */
export function errorBody({ status, error: cause }: ClusterError): RawValue {
  const error = withMappingCause(cause);
  // Two refusals come before any API is found; Elasticsearch gives them as plain text.
  if (error.type === 'no_handler') return { error: error.reason };
  if (error.type === 'method_not_allowed') return { error: error.reason, status };
  const isShards = error.type === 'search_phase_execution_exception' && error.caused_by !== undefined;
  // EQL tells of an index that is not there in words of its own.
  const isOfEql = error.type === 'index_not_found_exception' && error.caused_by?.type === 'verification_exception';
  const root = isShards || isOfEql ? (error.caused_by ?? error) : rootOf(error);
  return {
    error: {
      root_cause: [ownCause(root)],
      ...errorCause(error),
      ...(isShards
        ? { phase: 'query', grouped: true, failed_shards: [{ shard: 0, reason: errorCause(error.caused_by) }] }
        : {}),
    },
    status,
  };
}

const OF_MAPPING = 'Failed to parse mapping: ';

/** Elasticsearch says what is wrong with a mapping twice: alone, and around that with where it was read. */
function withMappingCause(error: ErrorCause): ErrorCause {
  const { type, reason, caused_by: cause } = error;
  if (type !== 'mapper_parsing_exception' || cause !== undefined || !reason.startsWith(OF_MAPPING)) return error;
  return { ...error, caused_by: { type, reason: reason.slice(OF_MAPPING.length) } };
}

/** The innermost cause that says what is wrong with a body; other errors are their own root. */
function rootOf(error: ErrorCause): ErrorCause {
  const { type, caused_by: cause } = error;
  if (type === 'mapper_parsing_exception' && cause?.type === type) return cause;
  const isInner = cause?.type === 'x_content_parse_exception' || cause?.type === 'parsing_exception';
  if (type === 'mapper_parsing_exception' && cause?.type === type) return cause;
  return type === 'x_content_parse_exception' && cause !== undefined && isInner ? rootOf(cause) : error;
}

/** A cause with the causes below it. */
export function errorCause(error: ErrorCause): { readonly [key: string]: RawValue } {
  const { caused_by: cause } = error;
  return { ...ownCause(error), ...(cause === undefined ? {} : { caused_by: errorCause(cause) }) };
}

/** A cause alone; one without words (a parser's) has null for a reason. */
function ownCause(error: ErrorCause): { readonly [key: string]: RawValue } {
  const { type } = error;
  // Who asks over HTTP has given no command a cluster.
  const reason =
    type === 'dragnet_unsupported' ? error.reason.replace(/ Run with --cluster URL instead\.$/, '') : error.reason;
  const missing = type === 'index_not_found_exception' ? /^no such index \[(.*)\]$/s.exec(reason)?.[1] : undefined;
  return {
    type,
    reason: reason === '' ? null : reason,
    ...memoryOf(error),
    ...(error.index === undefined ? {} : { shard: '0', index: error.index }),
    ...(missing === undefined
      ? {}
      : { 'resource.type': 'index_or_alias', 'resource.id': missing, index_uuid: '_na_', index: missing }),
  };
}

/** What a circuit breaker tells besides its reason. */
function memoryOf({ bytes_wanted: wanted, bytes_limit: limit, durability }: ErrorCause): {
  readonly [key: string]: RawValue;
} {
  return {
    ...(wanted === undefined ? {} : { bytes_wanted: wanted }),
    ...(limit === undefined ? {} : { bytes_limit: limit }),
    ...(durability === undefined ? {} : { durability }),
  };
}
