import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Cluster, SearchRequest } from '../../src/engine/cluster.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { type JsonObject, type JsonValue, parseJson } from '../../src/values/json.js';

/** The oracle cases lie beside the repository (or beside the folder of its worktrees). */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'oracles');

interface Case {
  readonly suite: string;
  readonly id: string;
  readonly kind: string;
  readonly index: string;
  readonly mapping_ref: readonly string[];
  readonly docs_ref: readonly string[];
  readonly query: JsonValue;
  readonly body: JsonObject | null;
  readonly expected: JsonObject;
}

const clusters = new Map<string, Promise<Cluster>>();

/** The documents of a reference file, loaded once for all the cases that use them. */
function clusterFor(mappingFile: string, docsFile: string): Promise<Cluster> {
  const key = `${mappingFile}+${docsFile}`;
  let cluster = clusters.get(key);
  if (!cluster) clusters.set(key, (cluster = load(mappingFile, docsFile)));
  return cluster;
}

async function load(mappingFile: string, docsFile: string): Promise<Cluster> {
  const { index, mappings } = JSON.parse(readFileSync(join(root, mappingFile), 'utf8')) as {
    index: string;
    mappings: JsonObject;
  };
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') });
  await cluster.createIndex(index, { mappings, settings: { 'index.mapping.total_fields.limit': 20_000 } });
  const lines = gunzipSync(readFileSync(join(root, `${docsFile}.gz`)))
    .toString('utf8')
    .split('\n');
  const response = await cluster.bulk(
    lines
      .filter((line) => line !== '')
      .map((line) => {
        // The source is cut out as text, so that its numbers stay as they are.
        const start = line.indexOf('"_source":') + '"_source":'.length;
        const { _id } = JSON.parse(line) as { _id: string };
        return { _index: index, _id, source: line.slice(start, line.lastIndexOf('}')).trim() };
      }),
  );
  expect(response.items.filter(({ error }) => error !== undefined)).toEqual([]);
  return cluster;
}

async function answer(cluster: Cluster, oracle: Case): Promise<JsonValue> {
  const { index, kind } = oracle;
  if (kind === 'field_caps') {
    const { fields } = await cluster.fieldCaps({ index, fields: (oracle.query as string).split(',') });
    const leaves = Object.entries(fields).map(([name, types]) => [name, Object.keys(types).sort()] as const);
    return {
      types: Object.fromEntries(leaves.filter(([, types]) => !types.includes('object') && !types.includes('nested'))),
    };
  }
  const query = oracle.query as JsonObject;
  if (kind === 'count') return { count: (await cluster.count({ index, query })).count };
  const request: SearchRequest = { index, query, size: 10_000, ...oracle.body };
  const ids = (await cluster.search(request)).hits.hits.map(({ _id }) => _id);
  return { ids: kind === 'search_sorted' ? ids : ids.sort() };
}

const path = join(root, 'search.jsonl');
const cases = existsSync(path)
  ? readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => parseJson(line) as unknown as Case)
  : [];

describe.skipIf(cases.length === 0)('search oracles', () => {
  test.each(cases.map((oracle) => [oracle.id, oracle] as const))('%s', async (_, oracle) => {
    const cluster = await clusterFor(oracle.mapping_ref[0]!, oracle.docs_ref[0]!);
    if (oracle.expected['error'] !== undefined) {
      const refusal: unknown = await answer(cluster, oracle).then(
        (value) => value,
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(ClusterError);
      expect((refusal as ClusterError).status).toBe(400);
      return;
    }
    expect(await answer(cluster, oracle)).toEqual(
      'ids' in oracle.expected && oracle.kind === 'search'
        ? { ids: [...(oracle.expected['ids'] as string[])].sort() }
        : oracle.expected,
    );
  });
});

test.runIf(cases.length === 0)('the oracle cases are not on this machine', (context) => {
  context.skip(`no file ${path}`);
});
