import { afterEach, describe, expect, test } from 'vitest';
import { KibanaClient } from '../../../src/kibana/kibana-client.js';
import { ruleBody } from '../fake-client.js';
import { addAlert, addGap } from '../rule-runs.js';
import type { FakeKibana } from '../fake-kibana.js';
import { startFakeKibana } from '../start-fake-kibana.js';

let fake: FakeKibana | undefined;
let client: KibanaClient | undefined;

afterEach(async () => {
  client?.close();
  await fake?.stop();
});

async function connect(version: string): Promise<{ readonly kibana: KibanaClient; readonly server: FakeKibana }> {
  fake = await startFakeKibana({ version });
  client = new KibanaClient({ url: fake.url, space: 'default', retry: { wait: () => Promise.resolve() } });
  return { kibana: client, server: fake };
}

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

describe.each(['8.19.4', '9.1.0'])('Kibana %s', (version) => {
  test('prebuilt rules are counted, listed, installed and compared with the package', async () => {
    const { kibana, server } = await connect(version);
    const asset = (id: string, number: number, name = id): ReturnType<typeof ruleBody> =>
      ruleBody('query', { rule_id: id, name, version: number, author: ['Elastic'], license: 'v2' });
    for (let at = 0; at < 150; at += 1) server.state.prebuilt.set(`p${at}`, [asset(`p${at}`, 1)]);
    expect(await kibana.prebuilt.counts()).toEqual({ inPackage: 150, installed: 0, installable: 150, upgradable: 0 });
    const installable = await all(kibana.prebuilt.installable());
    expect(new Set(installable.map(({ ruleId }) => ruleId)).size).toBe(150);
    expect(installable[0]).toMatchObject({ ruleId: 'p0', version: 1, name: 'p0', body: { author: ['Elastic'] } });

    const [done, unknown] = await kibana.prebuilt.install([
      { ruleId: 'p0', version: 1 },
      { ruleId: 'nobody', version: 1 },
    ]);
    expect(done).toEqual({ key: 'rule/p0' });
    expect(unknown?.error?.message).toContain('cannot install the prebuilt rule nobody');
    expect(await kibana.prebuilt.install([{ ruleId: 'p0', version: 1 }])).toEqual([{ key: 'rule/p0' }]);

    server.state.prebuilt.set('p0', [asset('p0', 1), asset('p0', 2, 'Newer')]);
    expect(await all(kibana.prebuilt.upgrades())).toMatchObject([
      {
        ruleId: 'p0',
        installed: 1,
        available: 2,
        isCustomized: false,
        current: { name: 'p0' },
        target: { name: 'Newer' },
      },
    ]);
    const live = await kibana.read('rule', 'rule/p0');
    if (live === undefined) throw new Error('not installed');
    expect(await kibana.prebuilt.base(live)).toMatchObject({ name: 'p0' });
  });

  test('gaps and alerts are found', async () => {
    const { kibana, server } = await connect(version);
    await kibana.create('rule', ruleBody('query', { rule_id: 'a' }));
    await kibana.create('rule', ruleBody('query', { rule_id: 'b' }));
    addGap(server.state, 'a', { start: '2026-05-01T10:00:00.000Z', end: '2026-05-01T11:00:00.000Z' });
    const gaps = await all(kibana.health.withGaps('2026-05-01T00:00:00.000Z', '2026-05-02T00:00:00.000Z'));
    expect(gaps.map(({ key }) => key)).toEqual(['rule/a']);
    addAlert(server.state, 'b');
    const answer = await kibana.health.searchAlerts({ size: 0, track_total_hits: true, query: { match_all: {} } });
    expect(answer['hits']).toMatchObject({ total: { value: 1 } });
  });
});
