import { describe, expect, test } from 'vitest';
import { ClusterError } from '../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { printBytes } from '../../../src/engine/embedded/memory-limit.js';
import { errorBody } from '../../../src/engine/serve/error-body.js';

const KILOBYTES = 1024;

/** A cluster with 2,000 processes on 50 hosts, whose queries may hold so many bytes. */
async function clusterWith(maxMemory: number): Promise<EmbeddedCluster> {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2024-06-15T12:00:00Z'), maxMemory });
  const fields = { '@timestamp': 'date', host: 'keyword', process: 'keyword', bytes: 'long', category: 'keyword' };
  const properties = Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }]));
  await cluster.createIndex('logs', { mappings: { properties } });
  await cluster.createIndex('names', { mappings: { properties }, settings: { index: { mode: 'lookup' } } });
  for (const index of ['logs', 'names']) {
    await cluster.bulk(
      Array.from({ length: 2000 }, (_, at) => ({
        _index: index,
        source: JSON.stringify({
          '@timestamp': new Date(Date.UTC(2024, 5, 15) + at * 1000).toISOString(),
          host: `host-${at % 50}`,
          process: `process-${at}`,
          bytes: at,
          category: 'process',
        }),
      })),
    );
  }
  return cluster;
}

const refusal = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => undefined,
    (error: unknown) => error,
  );

const ESQL: readonly [name: string, query: string][] = [
  ['groups of STATS', 'FROM logs | STATS n = COUNT(*) BY process'],
  ['VALUES', 'FROM logs | STATS all = VALUES(process)'],
  ['COUNT_DISTINCT', 'FROM logs | STATS n = COUNT_DISTINCT(process)'],
  ['TOP', 'FROM logs | STATS most = TOP(process, 1900, "desc")'],
  ['SAMPLE', 'FROM logs | STATS some = SAMPLE(process, 1900)'],
  ['MEDIAN', 'FROM logs | STATS m = MEDIAN(bytes), d = MEDIAN_ABSOLUTE_DEVIATION(bytes), p = PERCENTILE(bytes, 90)'],
  ['MAX of texts', 'FROM logs | EVAL long = REPEAT(process, 700) | STATS m = MAX(long) BY host'],
  ['FIRST of texts', 'FROM logs | EVAL long = REPEAT(process, 700) | STATS m = FIRST(long, bytes) BY host'],
  ['INLINE STATS', 'FROM logs | INLINE STATS n = COUNT(*) BY host | LIMIT 1'],
  ['SORT', 'FROM logs | SORT process | LIMIT 1500'],
  ['SORT of groups', 'FROM logs | STATS n = COUNT(*) BY process | SORT n | LIMIT 1500'],
  ['LIMIT BY', 'FROM logs | LIMIT 1 BY process | STATS n = COUNT(*)'],
  ['LOOKUP JOIN', 'FROM logs | LOOKUP JOIN names ON process | LIMIT 1'],
  ['results', 'FROM logs | EVAL long = REPEAT(process, 50) | KEEP long | LIMIT 1000'],
  ['one long text', 'ROW a = "x" | EVAL b = REPEAT(a, 1000000)'],
  ['texts side by side', 'ROW a = "x" | EVAL b = REPEAT(a, 40000), c = REPEAT(a, 40001) | LIMIT 0'],
  ['one long list', 'ROW a = "x" | EVAL b = SPLIT(REPEAT(a, 20000), "x")'],
  [
    'MV_EXPAND of a long list',
    'ROW a = "x" | EVAL b = SPLIT(REPEAT(a, 20000), "x") | MV_EXPAND b | STATS n = COUNT(*)',
  ],
];

describe('the memory that a query may take', () => {
  test.each(ESQL)('ends %s beyond it', async (_, query) => {
    const error = await refusal((await clusterWith(64 * KILOBYTES)).esql({ query }));
    expect(error).toBeInstanceOf(ClusterError);
    expect(error).toMatchObject({
      status: 429,
      error: { type: 'circuit_breaking_exception', bytes_limit: 65_536, durability: 'TRANSIENT' },
    });
    expect((error as ClusterError).error.reason).toMatch(
      /^\[request\] Data too large, data for \[[^\]]+\] would be \[\d+\/[\d.]+[kmg]?b\], which is larger than the limit of \[65536\/64kb\]$/u,
    );
  });

  test.each(ESQL)('is enough for %s by default', async (_, query) => {
    const cluster = await clusterWith(1024 ** 3);
    expect(await refusal(cluster.esql({ query }))).toBeUndefined();
  });

  test('counts only what is held at a time', async () => {
    const cluster = await clusterWith(256 * KILOBYTES);
    const queries = [
      'FROM logs | EVAL long = REPEAT(process, 3000) | STATS n = COUNT(long)',
      'FROM logs | SORT process | LIMIT 5',
      'FROM logs | STATS most = TOP(process, 3, "desc") BY category',
      'FROM logs | STATS m = MAX(process) BY host',
    ];
    for (const query of queries) expect(await refusal(cluster.esql({ query })), query).toBeUndefined();
  });

  test('ends lists that double, long before the process is out of memory', async () => {
    const cluster = await clusterWith(1024 ** 2 * 16);
    const doubling = Array.from({ length: 40 }, () => '| EVAL a = MV_APPEND(a, a)').join(' ');
    expect(await refusal(cluster.esql({ query: `ROW a = [1, 2] ${doubling} | KEEP a` }))).toMatchObject({
      error: { type: 'circuit_breaking_exception' },
    });
    const longer = Array.from({ length: 12 }, () => '| EVAL a = REPLACE(a, "x", a)').join(' ');
    expect(await refusal(cluster.esql({ query: `ROW a = "xx" ${longer}` }))).toMatchObject({
      error: { type: 'circuit_breaking_exception' },
    });
  });

  test('ends sequences and samples of EQL beyond it', async () => {
    const cluster = await clusterWith(64 * KILOBYTES);
    for (const query of [
      'sequence by process [any where bytes >= 0] [any where bytes < 0]',
      'sequence [any where bytes >= 0] [any where bytes >= 0]',
      'sequence by process with maxspan=1h [any where true] ![any where bytes > 5]',
      'sample by process [any where bytes >= 0] [any where bytes >= 1]',
    ]) {
      const error = await refusal(cluster.eql({ index: 'logs', query, event_category_field: 'category' }));
      expect(error, query).toMatchObject({ status: 429, error: { type: 'circuit_breaking_exception' } });
    }
    const few = await cluster.eql({
      index: 'logs',
      query: 'sequence by host with maxspan=10s [any where bytes >= 0] [any where bytes < 0]',
      event_category_field: 'category',
    });
    expect(few.hits.sequences).toEqual([]);
  });

  test('is told by the body of the refusal as Elasticsearch tells it', async () => {
    const error = await refusal((await clusterWith(1)).esql({ query: 'ROW a = 1' }));
    const { bytes_wanted: wanted, reason } = (error as ClusterError).error;
    const cause = {
      type: 'circuit_breaking_exception',
      reason,
      bytes_wanted: wanted,
      bytes_limit: 1,
      durability: 'TRANSIENT',
    };
    expect(errorBody(error as ClusterError)).toEqual({ error: { root_cause: [cause], ...cause }, status: 429 });
  });

  test.each([
    [0, '0b'],
    [1023, '1023b'],
    [1024, '1kb'],
    [1996, '1.9kb'],
    [536_870_912, '512mb'],
    [1_610_612_736, '1.5gb'],
  ])('%i bytes are printed as %s', (bytes, text) => {
    expect(printBytes(bytes)).toBe(text);
  });
});
