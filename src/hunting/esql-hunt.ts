import { ClusterError } from '../engine/cluster-error.js';
import { parseEsql } from '../languages/esql/parse.js';
import { visitExpressions } from '../languages/esql/visit.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { answerOf, withinTime } from './async-query.js';
import type { HuntCluster, Patience } from './async-query.js';
import type { HuntFailure, HuntRows, TimeRange } from './hunt-query.js';
import { withoutTimeLimits } from './own-time-limits.js';
import { filterOf } from './time-filter.js';

/** What Elasticsearch says of every query without LIMIT. */
const ROUTINE = 'No limit defined, adding default limit of';

/** The parameters by which Kibana hands a range of time to a query. */
const RANGE_PARAMETERS = [
  ['_tstart', 'from'],
  ['_tend', 'to'],
] as const;

/**
 * The rows of an ES|QL query, at most `limit`. The range of time travels in the request's `filter`, as parameters where the query has `?_tstart` or
 * `?_tend`, and takes the place of the query's own conditions on `@timestamp`.
 */
export async function answerEsql(
  cluster: HuntCluster,
  text: string,
  range: TimeRange,
  limit: number,
  patience: Patience,
): Promise<HuntRows | HuntFailure> {
  const tree = parseEsql(text).value;
  const { text: unlimited, replaced } = tree ? withoutTimeLimits(tree, range) : { text, replaced: [] };
  const named = new Set<string>();
  if (tree)
    visitExpressions(tree, (node) => {
      if (node.kind === 'Parameter') named.add(node.text);
    });
  const params: JsonObject[] = [];
  for (const [name, end] of RANGE_PARAMETERS) {
    if (!named.has(`?${name}`)) continue;
    const value = range[end];
    if (value === undefined)
      return { kind: 'not-runnable', reason: `The query has ?${name}: say what it is with --${end}.` };
    params.push({ [name]: value });
  }
  const body = {
    query: `${unlimited.trimEnd()}\n| LIMIT ${limit}`,
    ...(params.length > 0 ? { params } : {}),
    ...filterOf(range),
  };
  const answer = await answerOf(cluster, { submit: '/_query/async', results: '/_query/async', body }, patience).catch(
    (error: unknown) => {
      // Servers that know ES|QL and not its asynchronous form.
      if (!(error instanceof ClusterError && error.error.type === 'no_handler')) throw error;
      return withinTime((signal) => cluster.send('POST', '/_query', { body, warnings: true, signal }), patience);
    },
  );
  return { ...rowsOf(answer, limit), replaced };
}

function rowsOf(answer: JsonObject, limit: number): Omit<HuntRows, 'replaced'> {
  const { columns, values, warnings, is_partial: isPartial } = answer;
  const names = listOf(columns).map((column) => (isJsonObject(column) ? textOf(column['name']) : ''));
  const rows = listOf(values).map(listOf);
  return {
    columns: names,
    rows,
    isFull: rows.length >= limit,
    isPartial: isPartial === true,
    warnings: listOf(warnings)
      .map(textOf)
      .filter((text) => !text.startsWith(ROUTINE)),
  };
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
