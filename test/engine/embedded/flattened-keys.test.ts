import { expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';

test('keys of a flattened field are one path however documents nest them, the empty key and inherited names included', async () => {
  const cluster = new EmbeddedCluster({ clock: () => new Date() });
  await cluster.createIndex('logs', { mappings: { properties: { labels: { type: 'flattened' } } } });
  const sources = [
    '{"labels":{"a.b":"x"}}',
    '{"labels":{"a":{"b":"x"}}}',
    '{"labels":{"a":[{"b":["y","x"]},{"b":"z"}]}}',
    '{"labels":{"":"empty","__proto__":"p","constructor":{"toString":"t"}}}',
    '{"labels":{"a":{"":"inner"}}}',
    '{"labels":{"n":1.50,"yes":true}}',
  ];
  const { errors } = await cluster.bulk(sources.map((source, at) => ({ _index: 'logs', _id: String(at), source })));
  expect(errors).toBe(false);
  const ids = async (field: string, value: string): Promise<string[]> =>
    (await cluster.search({ index: 'logs', query: { term: { [field]: value } } })).hits.hits.map(({ _id }) => _id);
  expect(await ids('labels.a.b', 'x')).toEqual(['0', '1', '2']);
  expect(await ids('labels.a.b', 'z')).toEqual(['2']);
  expect(await ids('labels.', 'empty')).toEqual(['3']);
  expect(await ids('labels.__proto__', 'p')).toEqual(['3']);
  expect(await ids('labels.constructor.toString', 't')).toEqual(['3']);
  expect(await ids('labels.a.', 'inner')).toEqual(['4']);
  expect(await ids('labels.n', '1.50')).toEqual(['5']);
  expect(await ids('labels', 'true')).toEqual(['5']);
});

test('a null character in a key of a flattened field rejects the document, whatever stands under it', async () => {
  const cluster = new EmbeddedCluster({ clock: () => new Date() });
  await cluster.createIndex('logs', { mappings: { properties: { labels: { type: 'flattened' } } } });
  for (const value of ['"x"', '1', 'null', '{}', '{"b":"x"}', '["x"]']) {
    const { items } = await cluster.bulk([{ _index: 'logs', source: `{"labels":{"a\\u0000":${value}}}` }]);
    expect(items[0]?.error?.caused_by?.reason, value).toContain('Do not include the null character in the keys');
  }
});
