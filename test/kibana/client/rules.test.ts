import { afterEach, describe, expect, test } from 'vitest';
import type { LiveObject } from '../../../src/deploy/kibana.js';
import { KibanaClient } from '../../../src/kibana/kibana-client.js';
import type { JsonObject } from '../../../src/values/json.js';
import { ruleBody } from '../fake-client.js';
import type { FakeKibana } from '../fake-kibana.js';
import { startFakeKibana } from '../start-fake-kibana.js';
import type { StartOptions } from '../start-fake-kibana.js';

let fake: FakeKibana | undefined;
let client: KibanaClient | undefined;

afterEach(async () => {
  client?.close();
  await fake?.stop();
});

async function connect(options: StartOptions = {}, space = 'default'): Promise<KibanaClient> {
  fake = await startFakeKibana(options);
  if (space !== 'default') fake.addSpace(space);
  const retry = { attempts: 2, wait: () => Promise.resolve() };
  client = new KibanaClient({ url: fake.url, space, retry });
  return client;
}

async function all(kibana: KibanaClient, size = 100): Promise<readonly LiveObject[]> {
  const objects: LiveObject[] = [];
  for await (const page of kibana.pages('rule', { size })) {
    expect(page.length).toBeLessThanOrEqual(size);
    objects.push(...page);
  }
  return objects;
}

function rule(id: string, more: JsonObject = {}): JsonObject {
  return ruleBody('query', { rule_id: id, query: '*:*', ...more });
}

describe('rules', () => {
  test('are made, read, replaced whole and deleted', async () => {
    const kibana = await connect();
    const made = await kibana.create('rule', rule('one', { tags: ['a'], note: 'first' }));
    expect(made).toMatchObject({
      kind: 'rule',
      key: 'rule/one',
      body: { rule_id: 'one', tags: ['a'], enabled: false },
    });
    const replaced = await kibana.replace('rule', 'rule/one', rule('one', { name: 'Other' }), made);
    expect(replaced.body).toMatchObject({ name: 'Other', tags: [] });
    expect(replaced.body['note']).toBeUndefined();
    expect((await kibana.read('rule', 'rule/one'))?.body).toMatchObject({ name: 'Other' });
    await kibana.remove('rule', 'rule/one');
    expect(await kibana.read('rule', 'rule/one')).toBeUndefined();
    await kibana.remove('rule', 'rule/one');
  });

  test('of another space are others', async () => {
    const kibana = await connect({}, 'blue');
    await kibana.create('rule', rule('one'));
    const other = new KibanaClient({ url: kibana.url, space: 'default' });
    expect(await other.read('rule', 'rule/one')).toBeUndefined();
    other.close();
  });

  test('come page after page, each once', async () => {
    const kibana = await connect();
    for (let count = 0; count < 23; count += 1) await kibana.create('rule', rule(`r${count}`));
    const keys = (await all(kibana, 10)).map(({ key }) => key);
    expect(keys).toHaveLength(23);
    expect(new Set(keys).size).toBe(23);
  });
});

describe('the version', () => {
  test('is told', async () => {
    expect(await (await connect({ version: '9.1.2' })).version()).toBe('9.1.2');
  });

  test('before 8.19 is refused', async () => {
    const kibana = await connect({ version: '8.18.3' });
    await expect(kibana.version()).rejects.toMatchObject({
      kind: 'too-old',
      message: expect.stringContaining('8.18.3') as string,
    });
  });

  test('a space that is not there is named', async () => {
    const kibana = await connect();
    const lost = new KibanaClient({ url: kibana.url, space: 'nowhere' });
    await expect(lost.version()).rejects.toMatchObject({
      kind: 'missing',
      message: expect.stringContaining('no space nowhere') as string,
    });
    lost.close();
  });
});
