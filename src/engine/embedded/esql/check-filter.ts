import type { JsonObject } from '../../../values/json.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import { compileQuery } from '../query/compile-query.js';

/** Refuses the `filter` of a `_query` request that is no Query DSL, as Elasticsearch refuses it while it reads the request. */
export function checkFilter(filter: JsonObject): void {
  try {
    compileQuery(filter);
  } catch (error) {
    if (!(error instanceof ClusterError) || error instanceof UnsupportedError) throw error;
    const reason = '[esql/query] failed to parse field [filter]';
    throw new ClusterError(400, { type: 'x_content_parse_exception', reason, caused_by: error.error });
  }
}
