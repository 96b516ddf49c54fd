import { afterEach, describe, expect, test } from 'vitest';
import type { LiveObject, ObjectKind } from '../../../src/deploy/kibana.js';
import { KibanaClient } from '../../../src/kibana/kibana-client.js';
import type { JsonObject } from '../../../src/values/json.js';
import type { FakeKibana } from '../fake-kibana.js';
import { startFakeKibana } from '../start-fake-kibana.js';
import type { StartOptions } from '../start-fake-kibana.js';

let fake: FakeKibana | undefined;
let client: KibanaClient | undefined;

afterEach(async () => {
  client?.close();
  await fake?.stop();
});

async function connect(options: StartOptions = {}): Promise<KibanaClient> {
  fake = await startFakeKibana(options);
  client = new KibanaClient({ url: fake.url, space: 'default', retry: { wait: () => Promise.resolve() } });
  return client;
}

async function all(pages: AsyncIterable<readonly LiveObject[]>): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const page of pages) keys.push(...page.map(({ key }) => key));
  return keys;
}

const LIST: JsonObject = {
  list_id: 'l',
  name: 'List',
  description: 'A list',
  type: 'detection',
  namespace_type: 'single',
};
const ITEM: JsonObject = {
  list_id: 'l',
  item_id: 'i',
  name: 'Item',
  description: 'An item',
  type: 'simple',
  namespace_type: 'single',
  entries: [{ field: 'host.name', operator: 'included', type: 'match', value: 'a' }],
};
const VALUE_LIST: JsonObject = { id: 'v', name: 'Values', description: 'Bad', type: 'keyword' };
const CONNECTOR: JsonObject = {
  id: 'c',
  name: 'Slack',
  connector_type_id: '.slack',
  config: {},
  secrets: { webhookUrl: 'https://hooks.example/hush' },
};

const KINDS: readonly (readonly [ObjectKind, JsonObject, JsonObject, string])[] = [
  ['exception-list', LIST, { ...LIST, name: 'Other' }, 'exception-list/single/l'],
  ['exception-item', ITEM, { ...ITEM, name: 'Other' }, 'exception-item/single/i'],
  ['value-list', VALUE_LIST, { ...VALUE_LIST, name: 'Other' }, 'value-list/v'],
  ['connector', CONNECTOR, { ...CONNECTOR, name: 'Other' }, 'connector/c'],
];

describe.each(KINDS)('%s', (kind, body, other, key) => {
  async function ready(options: StartOptions = {}): Promise<KibanaClient> {
    const kibana = await connect(options);
    if (kind === 'exception-item') await kibana.create('exception-list', LIST);
    return kibana;
  }

  test('is made, listed, read, replaced and deleted', async () => {
    const kibana = await ready();
    expect(await kibana.read(kind, key)).toBeUndefined();
    const made = await kibana.create(kind, body);
    expect(made).toMatchObject({ kind, key });
    expect(await all(kibana.pages(kind))).toContain(key);
    const replaced = await kibana.replace(kind, key, other, made);
    expect(replaced.body['name']).toBe('Other');
    expect((await kibana.read(kind, key))?.body['name']).toBe('Other');
    await kibana.remove(kind, key);
    expect(await kibana.read(kind, key)).toBeUndefined();
    await kibana.remove(kind, key);
  });

  test('made twice is a conflict; replaced when gone it is missing', async () => {
    const kibana = await ready();
    const made = await kibana.create(kind, body);
    await expect(kibana.create(kind, body)).rejects.toMatchObject({ kind: 'conflict' });
    await kibana.remove(kind, key);
    await expect(kibana.replace(kind, key, other, made)).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('exceptions', () => {
  test('that somebody else changed since are not overwritten', async () => {
    const kibana = await connect();
    const list = await kibana.create('exception-list', LIST);
    const item = await kibana.create('exception-item', ITEM);
    await kibana.replace('exception-list', list.key, { ...LIST, name: 'By hand' }, list);
    await kibana.replace('exception-item', item.key, { ...ITEM, name: 'By hand' }, item);
    const over = { kind: 'moved', message: expect.stringContaining('has changed meanwhile') as string };
    await expect(kibana.replace('exception-list', list.key, { ...LIST, name: 'Git' }, list)).rejects.toMatchObject(
      over,
    );
    await expect(kibana.replace('exception-item', item.key, { ...ITEM, name: 'Git' }, item)).rejects.toMatchObject(
      over,
    );
    expect((await kibana.read('exception-item', item.key))?.body['name']).toBe('By hand');
  });

  test('a write whose answer got lost is no change by somebody else', async () => {
    const kibana = await connect();
    await kibana.create('exception-list', LIST);
    const item = await kibana.create('exception-item', ITEM);
    const wanted = { ...ITEM, name: 'Git', comments: [{ comment: 'why' }] };
    await kibana.replace('exception-item', item.key, wanted, item);
    // The same request again, as after a dropped connection.
    const again = await kibana.replace('exception-item', item.key, wanted, item);
    expect(again.body).toMatchObject({ name: 'Git', comments: [{ comment: 'why' }] });
  });

  test('comments stay, and none comes twice', async () => {
    const kibana = await connect();
    await kibana.create('exception-list', LIST);
    const item = await kibana.create('exception-item', { ...ITEM, comments: [{ comment: 'first' }] });
    const body = { ...ITEM, comments: [{ comment: 'first' }, { comment: 'second' }] };
    const one = await kibana.replace('exception-item', item.key, body, item);
    const two = await kibana.replace('exception-item', item.key, { ...ITEM, comments: [] }, one);
    expect(two.body['comments']).toMatchObject([{ comment: 'first' }, { comment: 'second' }]);
  });

  test('of all spaces are told from those of one', async () => {
    const kibana = await connect();
    await kibana.create('exception-list', LIST);
    await kibana.create('exception-list', { ...LIST, namespace_type: 'agnostic' });
    expect(await all(kibana.pages('exception-list'))).toEqual(['exception-list/single/l', 'exception-list/agnostic/l']);
    await kibana.remove('exception-list', 'exception-list/agnostic/l');
    expect(await all(kibana.pages('exception-list'))).toEqual(['exception-list/single/l']);
  });

  test('items come from all lists that rules use, or from those that are asked for', async () => {
    const kibana = await connect();
    for (let count = 0; count < 45; count += 1) {
      await kibana.create('exception-list', { ...LIST, list_id: `l${count}` });
      await kibana.create('exception-item', { ...ITEM, list_id: `l${count}`, item_id: `i${count}` });
    }
    await kibana.create('exception-list', {
      ...LIST,
      list_id: 'apps',
      type: 'endpoint_trusted_apps',
      namespace_type: 'agnostic',
    });
    const keys = await all(kibana.pages('exception-item', { size: 7 }));
    expect(new Set(keys)).toEqual(new Set(Array.from({ length: 45 }, (_, at) => `exception-item/single/i${at}`)));
    expect(keys).toHaveLength(45);
    expect(fake?.log.some(({ query }) => query.get('list_id')?.includes('apps'))).toBe(false);
    expect(await all(kibana.pages('exception-item', { lists: ['exception-list/single/l3'] }))).toEqual([
      'exception-item/single/i3',
    ]);
  });
});

describe('value lists', () => {
  const valuesOf = async (kibana: KibanaClient): Promise<readonly string[]> => {
    const values: string[] = [];
    for await (const page of kibana.values('value-list/v')) values.push(...page);
    return values.sort();
  };

  test('take and lose values; what is there is not added again', async () => {
    const kibana = await connect();
    await kibana.create('value-list', VALUE_LIST);
    await kibana.changeValues('value-list/v', { add: ['a', 'b', 'b'], remove: [] });
    await kibana.changeValues('value-list/v', { add: ['b', 'c d'], remove: ['a', 'never there'] });
    expect(await valuesOf(kibana)).toEqual(['b', 'c d']);
    expect(fake?.state.space('default').valueListItems.size).toBe(2);
  });

  test('of thousands of values go in batches and come in pages', async () => {
    const kibana = await connect();
    await kibana.create('value-list', VALUE_LIST);
    const add = Array.from({ length: 12_500 }, (_, at) => `value-${at}`);
    await kibana.changeValues('value-list/v', { add, remove: [] });
    expect(fake?.log.filter(({ path }) => path.endsWith('/_import'))).toHaveLength(2);
    expect(fake?.state.space('default').valueListItems.size).toBe(12_500);
  });
});

test('secrets of connectors are sent and never come back', async () => {
  const kibana = await connect();
  const made = await kibana.create('connector', CONNECTOR);
  expect(JSON.stringify(made)).not.toContain('hush');
  expect(fake?.state.space('default').connectors.get('c')).toMatchObject({
    secrets: { webhookUrl: expect.anything() as unknown },
  });
});
