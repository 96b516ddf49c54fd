import { afterEach, describe, expect, test } from 'vitest';
import { Exchange } from '../../../src/kibana/exchange.js';
import { KibanaClient } from '../../../src/kibana/kibana-client.js';
import type { FakeKibana } from '../fake-kibana.js';
import { startFakeKibana } from '../start-fake-kibana.js';
import type { StartOptions } from '../start-fake-kibana.js';
import { CONTRACT } from './contract.js';
import type { ContractCase } from './contract.js';

let fake: FakeKibana | undefined;

afterEach(async () => {
  await fake?.stop();
});

async function run({ check }: ContractCase, options: StartOptions): Promise<void> {
  fake = await startFakeKibana(options);
  const kibana = new KibanaClient({ url: fake.url, space: 'default', retry: { wait: () => Promise.resolve() } });
  const exchange = new Exchange({ url: fake.url });
  try {
    await check({ kibana, ask: (method, path) => exchange.send({ method, path }) });
  } finally {
    kibana.close();
    exchange.close();
  }
}

describe.each(['8.19.4', '9.1.0'])('Kibana %s', (version) => {
  test.each(CONTRACT)('$name', (behaviour) => run(behaviour, { version }));
});

describe('a Kibana that behaves otherwise is found out', () => {
  const broken = CONTRACT.flatMap((behaviour) =>
    behaviour.violation === undefined ? [] : [{ ...behaviour, violation: behaviour.violation }],
  );

  test.each(broken)('$violation', async (behaviour) => {
    await expect(run(behaviour, { violate: [behaviour.violation] })).rejects.toThrow();
  });

  test('a secret that a connector gives back is seen', async () => {
    const read = async (options: StartOptions): Promise<string> => {
      fake = await startFakeKibana(options);
      const kibana = new KibanaClient({ url: fake.url, space: 'default' });
      const secrets = { webhookUrl: 'https://hooks.example/hush' };
      await kibana.create('connector', { id: 'c', name: 'C', connector_type_id: '.slack', config: {}, secrets });
      const text = JSON.stringify(await kibana.read('connector', 'connector/c'));
      kibana.close();
      return text;
    };
    expect(await read({})).not.toContain('hush');
    await fake?.stop();
    expect(await read({ violate: ['returns-secrets'] })).toContain('hush');
  });
});
