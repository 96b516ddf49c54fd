import { ClusterError } from '../engine/cluster-error.js';
import { kql } from '../languages/kql/kql.js';
import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import { dataStreamsOf } from '../testing/subject.js';
import type { JsonObject } from '../values/json.js';
import { answerOf, Interrupted, TimedOut, withinTime } from './async-query.js';
import type { HuntCluster, Patience } from './async-query.js';
import { answerEsql } from './esql-hunt.js';
import { filterOf } from './time-filter.js';
import { eqlRows, hitRows } from './hunt-rows.js';
import type { HuntFailure, HuntQuery, HuntResult, HuntRows, TimeRange } from './hunt-query.js';

/** How to run hunts. */
export interface HuntOptions {
  readonly range: TimeRange;
  /** Most rows of each query. */
  readonly limit: number;
  /** Time for each query. */
  readonly timeoutMs: number;
  /** Where queries look that name no index themselves (EQL, KQL, Lucene), instead of the data streams of the hunt's integrations. */
  readonly index?: string;
  readonly interrupted: AbortSignal;
  /** Called when a query is through. */
  readonly step: (done: number) => void;
}

/** Queries that run at a time: a cluster has other work, too. */
const AT_ONCE = 4;

/** Runs queries, a few at a time; the results stand in the order of the queries. One that fails does not stop the others; an interruption does. */
export async function runHunts(
  cluster: HuntCluster,
  queries: readonly HuntQuery[],
  options: HuntOptions,
): Promise<readonly HuntResult[]> {
  const results = new Map<HuntQuery, HuntResult>();
  const waiting = queries.values();
  const worker = async (): Promise<void> => {
    for (const query of waiting) {
      if (options.interrupted.aborted) return;
      const result = await runQuery(cluster, query, options);
      if (result) results.set(query, result);
      options.step(results.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return queries.flatMap((query) => results.get(query) ?? []);
}

async function runQuery(cluster: HuntCluster, query: HuntQuery, options: HuntOptions): Promise<HuntResult | undefined> {
  try {
    const found = await rowsOf(cluster, query, options);
    return 'reason' in found ? { query, failure: found } : { query, found };
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    if (error instanceof TimedOut) return { query, failure: { kind: 'timeout', reason: error.message } };
    if (!(error instanceof ClusterError)) throw error;
    return {
      query,
      failure: { kind: error.isUnavailable ? 'unavailable' : 'refused', reason: reasonOf(error, query) },
    };
  }
}

/** On one line; nodes without a module say that they have no handler. */
function reasonOf(error: ClusterError, { language }: HuntQuery): string {
  if (error.error.type !== 'no_handler')
    return error.message.replace(/Found \d+ problems?\n/u, '').replaceAll(/\s*\n\s*/gu, '; ');
  return `The cluster has no ${language === 'eql' ? 'EQL' : 'ES|QL'}: ${error.error.reason}`;
}

async function rowsOf(cluster: HuntCluster, query: HuntQuery, options: HuntOptions): Promise<HuntRows | HuntFailure> {
  const patience: Patience = { timeoutMs: options.timeoutMs, interrupted: options.interrupted };
  const { language, text } = query;
  switch (language) {
    case 'esql':
      return answerEsql(cluster, text, options.range, options.limit, patience);
    case 'eql': {
      const body = { query: text, size: options.limit, ...filterOf(options.range) };
      const submit = `/${indexOf(query, options)}/_eql/search`;
      return eqlRows(await answerOf(cluster, { submit, results: '/_eql/search', body }, patience), options.limit);
    }
    case 'kuery':
    case 'lucene':
      return search(cluster, query, options, patience);
    case undefined:
      return notRunnable(
        `It is in ${query.hunt.language.join(', ')}, which no cluster runs (osquery, for one, runs on hosts). Run it where that language runs.`,
      );
  }
}

async function search(
  cluster: HuntCluster,
  query: HuntQuery,
  options: HuntOptions,
  patience: Patience,
): Promise<HuntRows | HuntFailure> {
  const asked =
    query.language === 'lucene' ? { query_string: { query: query.text, analyze_wildcard: true } } : dslOf(query.text);
  if (asked === undefined) return notRunnable('It is not KQL. dragnet validate says where.');
  const { filter } = filterOf(options.range);
  const body = {
    query: { bool: { filter: filter === undefined ? [asked] : [asked, filter] } },
    size: options.limit,
    sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }],
  };
  const path = `/${indexOf(query, options)}/_search`;
  return hitRows(await withinTime((signal) => cluster.send('POST', path, { body, signal }), patience), options.limit);
}

function dslOf(text: string): JsonObject | undefined {
  const { value, diagnostics } = kql.parse(text);
  if (value === undefined || diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  return kqlToQueryDsl(value);
}

function notRunnable(reason: string): HuntFailure {
  return { kind: 'not-runnable', reason };
}

function indexOf({ hunt }: HuntQuery, { index }: HuntOptions): string {
  const names = index === undefined ? hunt.integration.map(dataStreamsOf) : index.split(',').map((name) => name.trim());
  return names.length === 0 ? 'logs-*' : names.map(encodeURIComponent).join(',');
}
