import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { printToml } from '../../src/definitions/print-toml.js';
import { comparableObject } from '../../src/deploy/comparable-object.js';
import { desiredState } from '../../src/deploy/desired-state.js';
import type { ObjectKind } from '../../src/deploy/kibana.js';
import { makePlan } from '../../src/deploy/make-plan.js';
import type { Plan } from '../../src/deploy/plan.js';
import type { TargetState } from '../../src/deploy/state.js';
import type { TargetSettings } from '../../src/deploy/target.js';
import { fromKibana } from '../../src/kibana-form/from-kibana.js';
import { without } from '../../src/kibana-form/server-fields.js';
import { toKibana } from '../../src/kibana-form/to-kibana.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { filledRule } from '../kibana/rule-body.js';
import { pick, seededRandom } from '../seeded-random.js';
import { generatedRepository, ruleId } from './generated-repository.js';
import { MemoryKibana } from './memory-kibana.js';

const SEEDS = [1, 2, 3, 4, 5];
const VERSION = '8.19.4';

async function planOf(
  kibana: MemoryKibana,
  files: ReadonlyMap<string, string>,
  state?: TargetState,
  settings: TargetSettings = {},
): Promise<Plan> {
  const toml = [...files].map(([file, text]) => parseToml(file, text));
  const desired = desiredState(toml, { settings, kibanaVersion: VERSION });
  return makePlan({ target: 't', settings, desired, kibana, kibanaVersion: VERSION, state, made: { by: 'test' } });
}

/** The ids of actions, the same in every run. */
function withUuids(rule: JsonObject, { actions: sent = [] }: JsonObject): JsonObject {
  const actions = (rule['actions'] ?? []) as readonly JsonObject[];
  return {
    ...rule,
    actions: actions.map((action, at) => ({
      ...action,
      uuid: (sent as readonly JsonObject[])[at]?.['uuid'] ?? `uuid ${at}`,
    })),
  };
}

/** What Kibana makes of a body: defaults and normal forms, and what only it sets. */
function asKibana(kind: ObjectKind, body: JsonObject): JsonObject {
  const made = { created_at: '2026-01-01T00:00:00.000Z', created_by: 'ci', updated_at: '2026-01-01T00:00:00.000Z' };
  if (kind === 'rule')
    return {
      ...withUuids(filledRule(body), body),
      ...made,
      revision: 3,
      immutable: false,
      rule_source: { type: 'internal' },
    };
  if (kind === 'connector') {
    const config = { added: true, ...(body['config'] as JsonObject) };
    return { ...without(body, new Set(['secrets'])), config, is_missing_secrets: false };
  }
  if (kind === 'value-list') return { ...made, ...body, immutable: false, version: 1, tie_breaker_id: 'x' };
  const comments = ((body['comments'] ?? []) as readonly JsonObject[]).map((comment) => ({ ...made, ...comment }));
  return { ...made, _version: 'x', os_types: [], ...body, ...(kind === 'exception-item' ? { comments } : {}) };
}

describe.each(SEEDS)('a generated repository (seed %i)', (seed) => {
  const files = generatedRepository(seed, { rules: 48 });

  test('is what every Kibana can have', async () => {
    const plan = await planOf(new MemoryKibana(), files);
    expect(plan.problems).toEqual([]);
    expect(plan.actions.filter(({ kind }) => kind === 'rule')).toHaveLength(48);
  });

  test('has one plan: the order of files and of what Kibana lists means nothing', async () => {
    const [one, two] = [new MemoryKibana(asKibana), new MemoryKibana(asKibana)];
    const plan = await planOf(one, files);
    expect(await planOf(two, files)).toEqual(plan);
    const objects = plan.actions.filter((_, at) => at % 3 > 0);
    for (const { kind, body = {}, values } of objects) one.put(kind, { ...body, description: 'Other.' }, values);
    for (const { kind, body = {}, values } of objects.toReversed())
      two.put(kind, { ...body, description: 'Other.' }, values);
    const turned = new Map([...files].reverse());
    expect((await planOf(two, turned)).actions).toEqual((await planOf(one, files)).actions);
    expect((await planOf(two, turned)).hash).toBe((await planOf(one, files)).hash);
  });

  test('leaves nothing to do once it was applied, with and without its state', async () => {
    const kibana = new MemoryKibana(asKibana);
    const state = kibana.apply(await planOf(kibana, files), undefined);
    const after = await planOf(kibana, files, state);
    expect([after.actions, after.bookkeeping, after.problems]).toEqual([[], [], []]);
    const lost = await planOf(kibana, files);
    expect([lost.actions, lost.problems]).toEqual([[], []]);
    const again = await planOf(kibana, files, kibana.apply(lost, undefined));
    expect([again.actions, again.bookkeeping]).toEqual([[], []]);
  });

  test('shows a field that somebody edits as drift of that field alone, and applying resets it', async () => {
    const kibana = new MemoryKibana(asKibana);
    const state = kibana.apply(await planOf(kibana, files), undefined);
    const random = seededRandom(seed);
    for (const field of ['name', 'severity', 'tags', 'note', 'max_signals', 'threat']) {
      const id = ruleId(seed, Math.floor(random() * 48));
      const edits: Readonly<Record<string, JsonValue>> = {
        name: 'By hand',
        severity: kibana.objects.get(`rule/${id}`)!.body['severity'] === 'low' ? 'high' : 'low',
        tags: ['mine', 'Managed by dragnet'],
        note: 'By hand',
        max_signals: 7,
        threat: [
          {
            framework: 'MITRE ATT&CK',
            tactic: { id: 'TA0040', name: 'Impact', reference: 'https://attack.mitre.org/tactics/TA0040/' },
            technique: [],
          },
        ],
      };
      kibana.edit(`rule/${id}`, { [field]: edits[field], meta: { kibana_siem_app_url: 'x' }, to: 'now', version: 4 });
      const plan = await planOf(kibana, files, state);
      expect(plan.actions.map(({ key, action }) => [key, action])).toEqual([[`rule/${id}`, 'update']]);
      expect(plan.actions[0]?.fields.map((one) => [one.path, one.class])).toEqual([[field, 'drift']]);
      kibana.apply(plan, state);
      expect((await planOf(kibana, files, state)).actions).toEqual([]);
    }
  });

  test('never touches what analysts own', async () => {
    const settings: TargetSettings = { manage: { enabled: false, exceptions_list: false, actions: false } };
    const kibana = new MemoryKibana(asKibana);
    const state = kibana.apply(await planOf(kibana, files, undefined, settings), undefined);
    const random = seededRandom(seed);
    const theirs = new Map<string, JsonObject>();
    for (let at = 0; at < 20; at += 1) {
      const key = `rule/${ruleId(seed, at)}`;
      const own = {
        enabled: random() < 0.5,
        exceptions_list: [
          {
            id: `e${at}`,
            list_id: `theirs-${at}`,
            type: pick(random, ['rule_default', 'detection']),
            namespace_type: 'single',
          },
        ],
        actions: [
          {
            id: 'connector-0',
            action_type_id: '.slack',
            params: {},
            uuid: `u${at}`,
            group: 'default',
            frequency: { summary: false, notifyWhen: 'onActiveAlert', throttle: null },
          },
        ],
      };
      kibana.edit(key, own);
      theirs.set(key, own);
    }
    expect((await planOf(kibana, files, state, settings)).actions).toEqual([]);
    const changed = new Map(
      [...files].map(([file, text]) => [file, text.replace(/^risk_score = .*$/m, 'risk_score = 1')]),
    );
    const plan = await planOf(kibana, changed, state, settings);
    const classes = plan.actions.flatMap(({ fields }) => fields.map((field) => `${field.class} ${field.path}`));
    expect(new Set(classes.filter((one) => !one.startsWith('unmanaged')))).toEqual(new Set(['git risk_score']));
    kibana.apply(plan, state);
    for (const [key, own] of theirs) expect(kibana.objects.get(key)?.body).toMatchObject({ ...own });
  });

  test('is the same files and the same rules after a way through Kibana, for every type', () => {
    for (const [file, text] of files) {
      if (!file.startsWith('rules/')) continue;
      const table = parseToml(file, text).table!;
      const first = { enabled: false, ...toKibana(table).rule };
      const live = asKibana('rule', first);
      const written = printToml(fromKibana(live, { today: '2026/05/31' }).file);
      const second = toKibana(parseToml(file, written).table!).rule;
      const options = { tag: '' };
      expect(comparableObject('rule', second, options)).toEqual(comparableObject('rule', first, options));
      expect(comparableObject('rule', live, options)).toEqual(comparableObject('rule', first, options));
      expect(printToml(fromKibana(asKibana('rule', second), { today: '2026/05/31' }).file)).toBe(written);
    }
  });
});
