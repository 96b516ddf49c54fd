import { ClusterError } from '../engine/cluster-error.js';
import type { JsonObject } from '../values/json.js';

/** What running hunts needs of an Elasticsearch. */
export interface HuntCluster {
  send(
    method: string,
    path: string,
    options?: {
      readonly body?: JsonObject;
      readonly query?: Readonly<Record<string, string>>;
      readonly warnings?: boolean;
      readonly signal?: AbortSignal;
    },
  ): Promise<JsonObject>;
}

/** How long to wait, and what else ends the wait. */
export interface Patience {
  readonly timeoutMs: number;
  readonly interrupted: AbortSignal;
}

/** A query that took longer than it may. */
export class TimedOut extends Error {
  constructor(timeoutMs: number) {
    super(`No answer within ${timeoutMs / 1000} s; the query was cancelled. Give it more with --timeout.`);
    this.name = 'TimedOut';
  }
}

/** A query that somebody gave up. */
export class Interrupted extends Error {}

/** Longest wait of one request: between two of them interruptions are seen. */
const STEP_MS = 2000;

/** An asynchronous search of Elasticsearch: where it is sent, and where its result is. */
export interface AsyncSearch {
  readonly submit: string;
  readonly results: string;
  readonly body: JsonObject;
}

/**
 * Submits an asynchronous query and waits for its answer; when the time is over, or on an interruption, it is cancelled on the cluster ({@link TimedOut},
 * {@link Interrupted}). What the cluster refuses rejects with a `ClusterError`. Warnings are in the answer.
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-esql-async-query
 */
export async function answerOf(
  cluster: HuntCluster,
  { submit, results, body }: AsyncSearch,
  { timeoutMs, interrupted }: Patience,
): Promise<JsonObject> {
  const end = performance.now() + timeoutMs;
  const wait = (): string => `${Math.max(1, Math.round(Math.min(STEP_MS, end - performance.now())))}ms`;
  const keepAlive = `${Math.ceil(timeoutMs / 1000) + 60}s`;
  const first = { ...body, wait_for_completion_timeout: wait(), keep_alive: keepAlive };
  // A server that does not keep to the wait is not waited for either; what it does then ends with keep_alive.
  const patience = AbortSignal.any([AbortSignal.timeout(timeoutMs + STEP_MS), interrupted]);
  let id: string | undefined;
  try {
    let answer = await cluster.send('POST', submit, { body: first, warnings: true, signal: patience });
    for (;;) {
      id = typeof answer['id'] === 'string' ? answer['id'] : id;
      if (answer['is_running'] !== true) return answer;
      if (id === undefined)
        throw new ClusterError(500, { type: 'no_id', reason: 'The cluster gave no id to its query.' });
      if (interrupted.aborted) throw new Interrupted();
      if (performance.now() >= end) throw new TimedOut(timeoutMs);
      const query = { wait_for_completion_timeout: wait() };
      const path = `${results}/${encodeURIComponent(id)}`;
      answer = await cluster.send('GET', path, { query, warnings: true, signal: patience });
    }
  } catch (error) {
    if (id !== undefined) await cancel(cluster, `${results}/${encodeURIComponent(id)}`);
    if (interrupted.aborted) throw new Interrupted();
    if (patience.aborted) throw new TimedOut(timeoutMs);
    throw error;
  }
}

/** One request that is not waited for longer than it may take: Elasticsearch cancels a search whose connection is closed. */
export async function withinTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, interrupted }: Patience,
): Promise<T> {
  const patience = AbortSignal.any([AbortSignal.timeout(timeoutMs), interrupted]);
  try {
    return await work(patience);
  } catch (error) {
    if (interrupted.aborted) throw new Interrupted();
    if (patience.aborted) throw new TimedOut(timeoutMs);
    throw error;
  }
}

/** Best effort: what cannot be cancelled ends by itself with its `keep_alive`. */
async function cancel(cluster: HuntCluster, path: string): Promise<void> {
  await cluster.send('DELETE', path, { signal: AbortSignal.timeout(STEP_MS) }).catch(() => undefined);
}
