import type { Cluster } from '../../src/engine/cluster.js';

/** A cluster that answers what it is told, and remembers what it was asked. */
export interface Recording {
  readonly cluster: Cluster;
  readonly calls: (readonly [method: string, argument: unknown])[];
  answer(method: keyof Cluster, response: unknown): void;
}

/** Makes a {@link Recording}; unanswered requests give empty responses. */
export function recordingCluster(): Recording {
  const calls: (readonly [string, unknown])[] = [];
  const answers = new Map<string, unknown>(
    Object.entries({
      info: { version: { number: '8.19.0' } },
      bulk: { errors: false, items: [] },
      search: { took: 0, timed_out: false, hits: { max_score: null, hits: [] } },
      count: { count: 0 },
      fieldCaps: { indices: [], fields: {} },
      esql: { columns: [], values: [] },
      eql: { hits: {} },
    }),
  );
  const call =
    (method: string) =>
    (argument: unknown): Promise<never> => {
      calls.push([method, argument]);
      return Promise.resolve(answers.get(method) as never);
    };
  return {
    calls,
    answer: (method, response) => void answers.set(method, response),
    cluster: {
      engine: 'elasticsearch',
      info: () => call('info')(undefined),
      createIndex: call('createIndex'),
      deleteIndex: call('deleteIndex'),
      bulk: call('bulk'),
      search: call('search'),
      count: call('count'),
      fieldCaps: call('fieldCaps'),
      esql: call('esql'),
      eql: call('eql'),
      close: () => call('close')(undefined),
    },
  };
}
