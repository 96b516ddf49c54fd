import { comparableObject } from '../../src/deploy/comparable-object.js';
import { parsePlanFile } from '../../src/deploy/plan-file.js';
import type { Plan } from '../../src/deploy/plan.js';
import { KibanaClient } from '../../src/kibana/kibana-client.js';
import { printJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import type { CliRun, Workspace } from './run-cli.js';

/** Writes what `dragnet plan` says into a fake that is empty, and into the state `.dragnet/prod.json`, without the executor. */
export async function appliedByHand(
  kibana: FakeKibana,
  apiKey: string,
  cli: (...args: readonly string[]) => Promise<CliRun>,
  folder: Workspace,
): Promise<void> {
  const plan = parsePlanFile((await cli('plan', '--format', 'json')).out) as Plan;
  const client = new KibanaClient({ url: kibana.url, space: 'default', apiKey });
  const entries: Record<string, JsonObject> = {};
  const ids = new Map<string, string>();
  for (const { key, kind, body = {}, values, file = '' } of plan.actions) {
    const lists = ((body['exceptions_list'] ?? []) as readonly JsonObject[]).map((list) => ({
      id: ids.get(list['list_id'] as string) ?? 'endpoint_list',
      ...list,
    }));
    const secrets = kind === 'connector' ? { secrets: { webhookUrl: 'https://hooks.example/x' } } : {};
    const sent = { ...body, ...secrets, ...(kind === 'rule' ? { exceptions_list: lists } : {}) };
    const live = await client.create(kind, sent);
    if (kind === 'exception-list') ids.set(body['list_id'] as string, live.body['id'] as string);
    if (values !== undefined) await client.changeValues(key, { add: values, remove: [] });
    const applied = comparableObject(kind, body, { tag: plan.tag, ...(values && { values }) });
    entries[key] = { applied, file, at: '2026-05-01T00:00:00.000Z' };
  }
  client.close();
  await folder.write({ '.dragnet/prod.json': printJson({ version: 1, objects: entries }) });
}
