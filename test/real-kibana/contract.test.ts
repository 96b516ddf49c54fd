import { afterAll, afterEach, expect, test } from 'vitest';
import type { ObjectKind } from '../../src/deploy/kibana.js';
import { Exchange } from '../../src/kibana/exchange.js';
import { KibanaClient } from '../../src/kibana/kibana-client.js';
import { CONTRACT } from '../kibana/client/contract.js';

// `npm run test:kibana` names the Kibana and a space that it has made for this run, and takes the space away at the end, however this ends.
const { KIBANA_URL: url = '', DRAGNET_TEST_SPACE: space = '', KIBANA_API_KEY: apiKey } = process.env;
const { KIBANA_USERNAME: username, KIBANA_PASSWORD: password } = process.env;
const options = { url, apiKey, username, password, env: process.env };
const kibana = new KibanaClient({ ...options, space });
const exchange = new Exchange(options);
const KINDS: readonly ObjectKind[] = ['rule', 'exception-list', 'value-list', 'connector'];

/** Takes away what a case has made: everything in its space, and nothing that all spaces share. */
async function clear(): Promise<void> {
  for (const kind of KINDS) {
    const keys: string[] = [];
    for await (const page of kibana.pages(kind)) {
      keys.push(...page.filter(({ body }) => body['is_preconfigured'] !== true).map(({ key }) => key));
    }
    for (const key of keys.filter((one) => !one.includes('/agnostic/'))) await kibana.remove(kind, key);
  }
}

afterEach(clear);
afterAll(() => {
  kibana.close();
  exchange.close();
});

test('the space is one of this run', () => {
  expect(space).toMatch(/^dragnet-test-[0-9a-f]{8,}$/);
});

test.each(CONTRACT)('$name', async ({ check }) => {
  if (!/^dragnet-test-[0-9a-f]{8,}$/.test(space)) throw new Error('no space of its own: run npm run test:kibana');
  await check({ kibana, ask: (method, path) => exchange.send({ method, path: `/s/${space}${path}` }) });
});
