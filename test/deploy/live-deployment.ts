import { parseToml } from '../../src/definitions/parse-toml.js';
import { applyPlan } from '../../src/deploy/apply-plan.js';
import type { ApplyInput } from '../../src/deploy/apply-input.js';
import type { ApplyReport } from '../../src/deploy/apply-report.js';
import { desiredState } from '../../src/deploy/desired-state.js';
import type { DesiredState } from '../../src/deploy/desired-state.js';
import { makePlan } from '../../src/deploy/make-plan.js';
import type { PlanInput } from '../../src/deploy/make-plan.js';
import type { Plan } from '../../src/deploy/plan.js';
import type { StateSession } from '../../src/deploy/state.js';
import type { TargetSettings } from '../../src/deploy/target.js';
import { KibanaClient } from '../../src/kibana/kibana-client.js';
import { ask, ruleBody } from '../kibana/fake-client.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import { startFakeKibana } from '../kibana/start-fake-kibana.js';
import { textOf } from '../kibana/state.js';
import { MemorySession } from './memory-session.js';

const VERSION = '8.19.4';

/** What the files of a repository want, read once. */
export function desiredOf(files: ReadonlyMap<string, string>, settings: TargetSettings = {}): DesiredState {
  const toml = [...files].map(([file, text]) => parseToml(file, text));
  return desiredState(toml, { settings, kibanaVersion: VERSION });
}

/** A Kibana over HTTP with the real client before it, and the memory of its target. No pause takes any time. */
export class LiveDeployment {
  readonly kibana: FakeKibana;
  readonly client: KibanaClient;
  session: StateSession = new MemorySession();
  settings: TargetSettings = {};
  #foreign: readonly string[] = [];

  private constructor(kibana: FakeKibana, timeoutMs: number | undefined) {
    this.kibana = kibana;
    const retry = { wait: () => Promise.resolve(), totalMs: 1e9 };
    this.client = new KibanaClient({ url: kibana.url, space: 'default', retry, timeoutMs });
  }

  static async start({ timeoutMs }: { readonly timeoutMs?: number } = {}): Promise<LiveDeployment> {
    return new LiveDeployment(await startFakeKibana(), timeoutMs);
  }

  plan(desired: DesiredState, options: Partial<PlanInput> = {}): Promise<Plan> {
    const { client: kibana, session, settings } = this;
    const made = { by: 'test' };
    return makePlan({
      target: 't',
      settings,
      desired,
      kibana,
      kibanaVersion: VERSION,
      state: session.state,
      made,
      isSecretChanged: (secrets, entry) =>
        Object.entries(secrets).some(
          ([name, variable]) => entry?.secrets?.[name] !== `of https://hooks.example/${variable}`,
        ),
      ...options,
    });
  }

  apply(plan: Plan, options: Partial<ApplyInput> = {}): Promise<ApplyReport> {
    return applyPlan({
      plan,
      kibana: this.client,
      session: this.session,
      secret: (variable) => `https://hooks.example/${variable}`,
      fingerprint: (secret) => `of ${secret}`,
      isFingerprintOf: (fingerprint, secret) => fingerprint === `of ${secret}`,
      now: () => '2026-05-01T00:00:00Z',
      maxDeletes: 1000,
      ...options,
    });
  }

  /** Makes what somebody else has in the same space: a rule, exceptions of one space and of all, values, a connector. */
  async addForeign(): Promise<void> {
    const { url } = this.kibana;
    const post = async (path: string, body: unknown): Promise<void> => {
      const { status, text } = await ask(url, 'POST', path, { body });
      if (status !== 200) throw new Error(`${path}: ${text}`);
    };
    await post('/api/detection_engine/rules', ruleBody('query', { rule_id: 'theirs', tags: ['Theirs'] }));
    await post('/api/detection_engine/rules', ruleBody('eql', { rule_id: 'theirs-too', enabled: true }));
    for (const namespace of ['single', 'agnostic']) {
      const ids = { list_id: `theirs-${namespace}`, namespace_type: namespace };
      const common = { name: 'Theirs', description: 'Theirs.' };
      await post('/api/exception_lists', { ...ids, ...common, type: 'detection' });
      const entries = [{ field: 'a', type: 'match', operator: 'included', value: 'b' }];
      await post('/api/exception_lists/items', {
        ...ids,
        ...common,
        item_id: `item-${namespace}`,
        type: 'simple',
        entries,
      });
    }
    await post('/api/lists/index', {});
    await post('/api/lists', { id: 'theirs', name: 'Theirs', description: 'Theirs.', type: 'keyword' });
    await post('/api/lists/items', { list_id: 'theirs', value: 'a value' });
    const connector = { name: 'Theirs', connector_type_id: '.slack', config: {}, secrets: { webhookUrl: 'https://x' } };
    await post('/api/actions/connector/theirs', connector);
    this.#foreign = this.#objects();
  }

  /** What of somebody else's objects is no longer as it was, byte by byte. */
  foreignChanges(): readonly string[] {
    const now = new Set(this.#objects());
    return this.#foreign.filter((text) => !now.has(text));
  }

  /** How many objects there are of each kind, and values that stand in a list twice. */
  inventory(): Readonly<Record<string, number>> {
    const { rules, exceptionLists, exceptionItems, valueLists, valueListItems, connectors } =
      this.kibana.state.space('default');
    const values = [...valueListItems.values()].map((item) => `${textOf(item, 'list_id')} ${textOf(item, 'value')}`);
    const ruleIds = [...rules.values()].map((rule) => rule['rule_id']);
    return {
      rules: rules.size,
      rulesTwice: ruleIds.length - new Set(ruleIds).size,
      lists: exceptionLists.size,
      items: exceptionItems.size,
      valueLists: valueLists?.size ?? 0,
      values: values.length,
      valuesTwice: values.length - new Set(values).size,
      connectors: connectors.size,
      comments: [...exceptionItems.values()].flatMap(({ comments }) => comments ?? []).length,
    };
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.kibana.stop();
  }

  #objects(): readonly string[] {
    const { state } = this.kibana;
    const { rules, exceptionLists, exceptionItems, valueLists, valueListItems, connectors } = state.space('default');
    const { shared } = state;
    const all = [
      rules,
      exceptionLists,
      exceptionItems,
      valueLists ?? new Map<string, never>(),
      valueListItems,
      connectors,
    ];
    const shareds = [shared.exceptionLists, shared.exceptionItems];
    return [...all, ...shareds].flatMap((map) => [...map.values()].map((object) => JSON.stringify(object)));
  }
}
