import type { ErrorCause } from '../../cluster.js';
import { ClusterError } from '../../cluster-error.js';

/** What errors say of a field. */
interface FieldLike {
  readonly name: string;
  readonly type: string;
  readonly family: string;
}

/** A query that is not of Query DSL's form: refused before any index is looked at. */
export function parsingError(reason: string, cause?: ErrorCause): ClusterError {
  return new ClusterError(400, { type: 'parsing_exception', reason, ...(cause ? { caused_by: cause } : {}) });
}

/** A parameter that Elasticsearch refuses as such. */
export function illegalArgument(reason: string): ClusterError {
  return new ClusterError(400, { type: 'illegal_argument_exception', reason });
}

/** A query that an index cannot run, e.g. because a value does not fit the field's type. */
export function shardFailure(reason: string, cause?: ErrorCause): ClusterError {
  return searchFailure({
    type: 'query_shard_exception',
    reason: `failed to create query: ${reason}`,
    ...(cause ? { caused_by: cause } : {}),
  });
}

/** A failure on the shards of a search, with the cause that they give. */
export function searchFailure(cause: ErrorCause): ClusterError {
  return new ClusterError(400, {
    type: 'search_phase_execution_exception',
    reason: 'all shards failed',
    caused_by: cause,
  });
}

/** A field that cannot be sorted by or aggregated: analysed text, or one without doc values. */
export function fielddataDisabled({ name: field, type, family }: FieldLike, index: string): ClusterError {
  if (family !== 'text') {
    const reason = `Can't load fielddata on [${field}] because fielddata is unsupported on fields of type [${type}]. Use doc values instead.`;
    return searchFailure({ type: 'illegal_argument_exception', reason });
  }
  return searchFailure({
    type: 'illegal_argument_exception',
    reason: `Fielddata is disabled on [${field}] in [${index}]. Text fields are not optimised for operations that require per-document field data like aggregations and sorting, so these operations are disabled by default. Please use a keyword field instead.`,
  });
}

/** Whether an error says that a value does not fit a field: what a lenient query ignores. */
export function isShardFailure(error: unknown): error is ClusterError {
  return error instanceof ClusterError && error.error.caused_by?.type === 'query_shard_exception';
}
