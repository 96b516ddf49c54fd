import type { ErrorCause } from '../cluster.js';
import type { ClusterError } from '../cluster-error.js';
import type { RawValue } from './raw-json.js';

/** The body of a refusal, of Elasticsearch's form: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/common-options.html */
export function errorBody({ status, error }: ClusterError): RawValue {
  // Two refusals come before any API is found; Elasticsearch gives them as plain text.
  if (error.type === 'no_handler') return { error: error.reason };
  if (error.type === 'method_not_allowed') return { error: error.reason, status };
  const isShards = error.type === 'search_phase_execution_exception' && error.caused_by !== undefined;
  // EQL tells of an index that is not there in words of its own.
  const isOfEql = error.type === 'index_not_found_exception' && error.caused_by?.type === 'verification_exception';
  const root = isShards || isOfEql ? (error.caused_by ?? error) : error;
  return {
    error: {
      root_cause: [{ type: root.type, reason: root.reason, ...memoryOf(root) }],
      ...errorCause(error),
      ...(isShards
        ? { phase: 'query', grouped: true, failed_shards: [{ shard: 0, reason: errorCause(error.caused_by) }] }
        : {}),
    },
    status,
  };
}

/** A cause with the causes below it. */
export function errorCause(error: ErrorCause): { readonly [key: string]: RawValue } {
  const { type, reason, caused_by: cause } = error;
  const missing = type === 'index_not_found_exception' ? /^no such index \[(.*)\]$/s.exec(reason)?.[1] : undefined;
  return {
    type,
    reason,
    ...memoryOf(error),
    ...(missing === undefined
      ? {}
      : { 'resource.type': 'index_or_alias', 'resource.id': missing, index_uuid: '_na_', index: missing }),
    ...(cause === undefined ? {} : { caused_by: errorCause(cause) }),
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
