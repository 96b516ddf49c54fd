import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../src/engine/cluster.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { type RunningServer, startServer } from '../../src/engine/serve/start-server.js';
import { type JsonObject, type JsonValue, parseJson } from '../../src/values/json.js';

/** The oracle cases lie beside the repository (or beside the folder of its worktrees). */
const root = join(import.meta.dirname, '..', '..', '..', 'shared', 'oracles');
const file = join(root, 'search.jsonl');

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly index: string;
  readonly mapping_ref: readonly [string];
  readonly docs_ref: readonly [string];
  readonly query: JsonValue;
  readonly body: JsonObject | null;
  readonly expected: JsonObject;
}

interface Served {
  readonly server: RunningServer;
  readonly cluster: ElasticsearchCluster;
}

const served = new Map<string, Promise<Served>>();
afterAll(async () => {
  for (const { server, cluster } of await Promise.all(served.values())) {
    await cluster.close();
    await server.close();
  }
});

/** A server with the documents of a reference file, indexed over HTTP by the official client; one for all the cases that use it. */
function serverFor(mappingFile: string, docsFile: string): Promise<Served> {
  const key = `${mappingFile}+${docsFile}`;
  const known = served.get(key) ?? start(mappingFile, docsFile);
  served.set(key, known);
  return known;
}

async function start(mappingFile: string, docsFile: string): Promise<Served> {
  const { index, mappings } = JSON.parse(readFileSync(join(root, mappingFile), 'utf8')) as {
    index: string;
    mappings: JsonObject;
  };
  const server = await startServer(new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') }));
  const cluster = new ElasticsearchCluster({ node: server.url });
  await cluster.createIndex(index, { mappings, settings: { 'index.mapping.total_fields.limit': 20_000 } });
  const lines = gunzipSync(readFileSync(join(root, `${docsFile}.gz`))).toString('utf8').split('\n').filter((line) => line !== ''); // prettier-ignore
  const response = await cluster.bulk(
    lines.map((line) => {
      // The source is cut out as text, so that its numbers stay as they are.
      const start = line.indexOf('"_source":') + '"_source":'.length;
      return {
        _index: index,
        _id: (JSON.parse(line) as { _id: string })._id,
        source: line.slice(start, line.lastIndexOf('}')).trim(),
      };
    }),
  );
  expect(response.items.filter(({ error }) => error !== undefined)).toEqual([]);
  return { server, cluster };
}

async function answer({ cluster }: Served, { index, kind, query, body }: Case): Promise<JsonValue> {
  if (kind === 'field_caps') {
    const { fields } = await cluster.fieldCaps({ index, fields: (query as string).split(',') });
    const leaves = Object.entries(fields).filter(([, types]) => !('object' in types) && !('nested' in types));
    return { types: Object.fromEntries(leaves.map(([name, types]) => [name, Object.keys(types).sort()])) };
  }
  if (kind === 'count') return { count: (await cluster.count({ index, query: query as JsonObject })).count };
  const request: SearchRequest = { index, query: query as JsonObject, size: 10_000, ...body };
  const ids = (await cluster.search(request)).hits.hits.map(({ _id }) => _id);
  return { ids: kind === 'search_sorted' ? ids : ids.sort() };
}

const cases = existsSync(file)
  ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => parseJson(line) as unknown as Case)
  : []; // prettier-ignore

describe.skipIf(cases.length === 0)('search oracles, through the server', () => {
  test.each(cases.map((oracle) => [oracle.id, oracle] as const))('%s', async (_, oracle) => {
    const served = await serverFor(oracle.mapping_ref[0], oracle.docs_ref[0]);
    const { expected, kind } = oracle;
    if (expected['error'] !== undefined) {
      const refusal: unknown = await answer(served, oracle).catch((error: unknown) => error);
      expect(refusal instanceof ClusterError && [refusal.status, refusal.message]).toEqual([400, expect.any(String)]);
      return;
    }
    const unordered = kind === 'search' && 'ids' in expected;
    expect(await answer(served, oracle)).toEqual(
      unordered ? { ids: [...(expected['ids'] as string[])].sort() } : expected,
    );
  });
});

test.runIf(cases.length === 0)('the oracle cases are not on this machine', (context) => {
  context.skip(`no file ${file}`);
});
