import { afterEach, expect, test } from 'vitest';
import type { LiveObject } from '../../../src/deploy/kibana.js';
import { KibanaClient } from '../../../src/kibana/kibana-client.js';
import { ScriptedServer } from './scripted-server.js';
import type { Step } from './scripted-server.js';

let server: ScriptedServer | undefined;
let client: KibanaClient | undefined;

afterEach(async () => {
  client?.close();
  await server?.stop();
});

async function connect(...steps: readonly Step[]): Promise<KibanaClient> {
  server = new ScriptedServer(...steps);
  client = new KibanaClient({ url: await server.start(), space: 'default', retry: { wait: () => Promise.resolve() } });
  return client;
}

const rules = (count: number): readonly LiveObject[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'rule' as const,
    key: `rule/r${at}`,
    body: { id: `uuid-${at}`, rule_id: `r${at}` },
  }));

const done = (...ids: readonly number[]): Step => ({
  body: { success: true, attributes: { results: { updated: ids.map((id) => ({ id: `uuid-${id}` })), skipped: [] } } },
});

test('rules are enabled by their saved objects, in one request', async () => {
  const kibana = await connect(done(0, 1));
  expect(await kibana.setEnabled(rules(2), true)).toEqual([{ key: 'rule/r0' }, { key: 'rule/r1' }]);
  expect(server?.asked.map(({ url, body }) => [url, JSON.parse(body) as unknown])).toEqual([
    ['/api/detection_engine/rules/_bulk_action', { action: 'enable', ids: ['uuid-0', 'uuid-1'] }],
  ]);
});

test('a hundred go at a time', async () => {
  const kibana = await connect(done());
  expect(await kibana.setEnabled(rules(201), false)).toHaveLength(201);
  expect(server?.asked.map(({ body }) => (JSON.parse(body) as { ids: unknown[] }).ids.length)).toEqual([100, 100, 1]);
});

test('of a partial failure the rules that failed are named', async () => {
  const kibana = await connect({
    status: 500,
    body: {
      message: 'Bulk edit partially failed',
      status_code: 500,
      attributes: {
        results: { updated: [{ id: 'uuid-1' }], created: [], deleted: [], skipped: [] },
        summary: { failed: 2, succeeded: 1, skipped: 0, total: 3 },
        errors: [
          {
            message: 'no licence for ML',
            status_code: 403,
            err_code: 'MACHINE_LEARNING_AUTH',
            rules: [{ id: 'uuid-0', name: 'R0' }],
          },
        ],
      },
    },
  });
  const [failed, fine, unsaid] = await kibana.setEnabled(rules(3), true);
  expect(failed?.error).toMatchObject({ kind: 'forbidden', messages: ['no licence for ML'] });
  expect(failed?.error?.message).toContain('cannot enable the rule R0');
  expect(fine).toEqual({ key: 'rule/r1' });
  expect(unsaid?.error?.message).toContain('does not say what became of rule/r2');
});

test('a 500 without a report says nothing of any rule', async () => {
  const kibana = await connect({ status: 500, body: { message: 'boom', status_code: 500 } });
  await expect(kibana.setEnabled(rules(1), true)).rejects.toMatchObject({ kind: 'failed', messages: ['boom'] });
});

test('a lost answer is asked for again: enabling twice is enabling once', async () => {
  const kibana = await connect('drop', { status: 503, text: '' }, done(0));
  expect(await kibana.setEnabled(rules(1), true)).toEqual([{ key: 'rule/r0' }]);
});
