import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { parseCatalogueFile } from '../../src/schemas/fields/catalogue-file.js';
import { indexDefinitionFor } from '../../src/testing/index-definition.js';
import { workspace } from '../commands/run-cli.js';
import type { Workspace } from '../commands/run-cli.js';
import { oracleUrl } from './node-under-oracle-url.js';

const INDICES = ['logs-imported.door-a', 'logs-imported.door-b'] as const;
const properties = {
  '@timestamp': { type: 'date' },
  door: {
    properties: {
      badge: { type: 'keyword', ignore_above: 64, fields: { text: { type: 'text' } } },
      opened: { type: 'integer' },
      visits: { type: 'nested', properties: { from: { type: 'ip' } } },
    },
  },
};

describe('dragnet schemas import --from-cluster on the real node', () => {
  const cluster = new ElasticsearchCluster({ node: oracleUrl() });
  let space: Workspace;
  const clear = (): Promise<unknown> => Promise.allSettled(INDICES.map((index) => cluster.deleteIndex(index)));
  beforeAll(async () => {
    space = await workspace();
    await clear();
    await cluster.createIndex(INDICES[0], { mappings: { properties } });
    await cluster.createIndex(INDICES[1], {
      mappings: { properties: { other: { type: 'long' }, '@timestamp': { type: 'keyword' } } },
    });
  });
  afterAll(async () => {
    await clear();
    await cluster.close();
    await space.remove();
  });
  const run = (index: string): ReturnType<Workspace['run']> =>
    space.run(['schemas', 'import', '--from-cluster', oracleUrl(), '--index', index, '--out', 'door.json']);

  it('gives an index the mapping that the node has', async () => {
    expect(await run(INDICES[0])).toMatchObject({ code: 0, out: 'door.json\n' });
    const file = parseCatalogueFile(readFileSync(join(space.root, 'door.json'), 'utf8'));
    if (typeof file === 'string') throw new Error(file);
    const { mappings } = await indexDefinitionFor(
      INDICES[0],
      [],
      () => Promise.reject(new Error('reads no file')),
      file.catalogues,
    );
    expect(mappings?.['properties']).toEqual(properties);
  });

  it('joins the indices of a pattern, and tells of their conflict', async () => {
    const { code, err } = await run('logs-imported.door-*');
    expect(err).toContain('@timestamp has several types: ');
    expect(err).toContain('6 fields');
    expect(code).toBe(0);
  });

  it('says that nothing has the name', async () => {
    expect((await run('logs-imported.none-*')).err).toContain('No index of logs-imported.none-* has fields');
    expect((await run('logs-imported.none')).err).toContain('no such index');
  });
});
