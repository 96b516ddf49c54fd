import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/deploy/plan.js';
import type { JsonObject } from '../../src/values/json.js';
import { ask, ruleBody } from '../kibana/fake-client.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import { startFakeKibana } from '../kibana/start-fake-kibana.js';
import { runCli, workspace } from './run-cli.js';
import type { CliRun } from './run-cli.js';

const ID = '2f1c1b0a-54a3-4a55-9f43-0c6a4b0f8f99';
const OTHER = '2f1c1b0a-54a3-4a55-9f43-0c6a4b0f8f98';
const CONFIG = `paths = ["."]
exclude = ["dragnet.toml"]
[target.prod]
kibana = "http://127.0.0.1:1"
state = ".dragnet/prod.json"
`;
const KEY = 'c2VjcmV0LWtleQ==';
const GO = ['--yes', '--no-validate', '--no-test'] as const;
const RULES = '/api/detection_engine/rules';
const LIST = { id: 'endpoint_list', list_id: 'endpoint_list', type: 'endpoint', namespace_type: 'agnostic' };

let kibana: FakeKibana;
let folder: Awaited<ReturnType<typeof workspace>>;

const asset = (version: number, more: JsonObject = {}): JsonObject =>
  ruleBody('query', { rule_id: ID, version, author: ['Elastic'], license: 'v2', tags: ['Elastic'], ...more });

beforeEach(async () => {
  kibana = await startFakeKibana({ users: [{ name: 'ci', apiKey: KEY, role: 'all' }] });
  kibana.state.prebuilt.set(ID, [asset(1, { exceptions_list: [LIST] })]);
  folder = await workspace({ 'dragnet.toml': CONFIG });
});

afterEach(async () => {
  await kibana.stop();
  await folder.remove();
});

function cli(...args: readonly string[]): Promise<CliRun> {
  return runCli(folder.root, args, { env: { KIBANA_URL_PROD: kibana.url, KIBANA_API_KEY_PROD: KEY } });
}

async function call(method: string, path: string, body?: unknown): Promise<JsonObject> {
  const answer = await ask(kibana.url, method, path, {
    body,
    headers: {
      authorization: `ApiKey ${KEY}`,
      'kbn-xsrf': 'x',
    },
  });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body;
}

const live = (): Promise<JsonObject> => call('GET', `${RULES}?rule_id=${ID}`);
const patch = (fields: JsonObject): Promise<JsonObject> => call('PATCH', RULES, { rule_id: ID, ...fields });
const overlay = (fields: string, id = ID): Promise<void> =>
  folder.write({ 'overlays/a.toml': `[overlay]\nrule_id = "${id}"\n${fields}\n` });

async function installed(): Promise<void> {
  await call('POST', '/internal/detection_engine/prebuilt_rules/installation/_perform', {
    mode: 'SPECIFIC_RULES',
    rules: [{ rule_id: ID, version: 1 }],
  });
}

async function planned(...args: readonly string[]): Promise<Plan> {
  return JSON.parse((await cli('plan', '--format', 'json', ...args)).out) as Plan;
}

async function applied(): Promise<string> {
  const { code, out, err } = await cli('apply', ...GO);
  expect([code, out, err]).toEqual([0, expect.anything(), expect.anything()]);
  return out;
}

describe('An overlay of a prebuilt rule', () => {
  test('sets its own fields and leaves all others to Elastic', async () => {
    await installed();
    await overlay('severity = "high"\ninterval = "10m"\ntags = ["Team: SOC"]');
    const before = await live();
    const { actions } = await planned();
    expect(actions).toMatchObject([{ action: 'update', key: `rule/${ID}`, file: 'overlays/a.toml' }]);
    expect(actions[0]?.fields.map(({ path }) => path)).toEqual(['interval', 'severity', 'tags']);
    await applied();
    const after = await live();
    expect(after).toMatchObject({ severity: 'high', interval: '10m', tags: ['Elastic', 'Team: SOC'], immutable: true });
    for (const key of ['name', 'query', 'risk_score', 'author', 'enabled', 'exceptions_list', 'version'])
      expect(after[key]).toEqual(before[key]);
    expect((await cli('plan', '--detailed-exitcode')).code).toBe(0);
    const writes = kibana.writes().length;
    await patch({ risk_score: 3, name: 'Renamed by Elastic' });
    expect((await planned()).actions).toEqual([]);
    expect(kibana.writes()).toHaveLength(writes + 1);
  });

  test('shows a change by hand of its fields as drift, and resets it', async () => {
    await installed();
    await overlay('severity = "high"\ntags = ["Team: SOC"]');
    await applied();
    await patch({ severity: 'low', tags: ['Elastic', 'mine'] });
    const { actions } = await planned();
    expect(actions[0]?.fields).toMatchObject([
      { path: 'severity', class: 'drift', git: 'high', live: 'low' },
      { path: 'tags', class: 'drift' },
    ]);
    expect((await cli('drift')).code).toBe(2);
    await applied();
    expect(await live()).toMatchObject({ severity: 'high', tags: ['Elastic', 'mine', 'Team: SOC'] });
    await overlay('severity = "critical"\ntags = ["Team: SOC"]');
    expect((await planned()).actions[0]?.fields).toMatchObject([{ path: 'severity', class: 'git' }]);
    await patch({ severity: 'medium' });
    const { actions: both, problems } = await planned();
    expect(both[0]?.fields).toMatchObject([{ path: 'severity', class: 'conflict' }]);
    expect(problems).toMatchObject([{ code: 'deploy/conflict', place: 'overlays/a.toml:2:1' }]);
  });

  test('enables and disables, and nothing else is written', async () => {
    await installed();
    await overlay('enabled = true');
    expect((await planned()).actions).toMatchObject([{ action: 'enable' }]);
    await applied();
    expect(await live()).toMatchObject({ enabled: true, rule_source: { is_customized: false } });
    expect((await cli('plan', '--detailed-exitcode')).code).toBe(0);
    await overlay('enabled = false');
    expect((await planned()).actions).toMatchObject([{ action: 'disable', fields: [{ class: 'git' }] }]);
    await applied();
    expect(await live()).toMatchObject({ enabled: false });
  });

  test('installs the rule where it is not, then sets and enables', async () => {
    await overlay('enabled = true\nseverity = "high"');
    expect((await planned()).actions).toMatchObject([{ action: 'create', overlay: { install: 1 } }]);
    await applied();
    const now = await live();
    expect(now).toMatchObject({ immutable: true, enabled: true, severity: 'high', exceptions_list: [LIST] });
    expect((await cli('plan', '--detailed-exitcode')).code).toBe(0);
  });

  test('is finished by the same plan after a run that died behind the installation', async () => {
    await overlay('enabled = true\nseverity = "high"');
    expect((await cli('plan', '--out', 'plan.json')).code).toBe(0);
    await installed();
    const { code, out } = await cli('apply', 'plan.json', ...GO);
    expect([code, out]).toEqual([0, expect.stringContaining('1 done')]);
    expect(await live()).toMatchObject({ enabled: true, severity: 'high' });
  });

  test('adds exception lists beside that of Elastic Defend', async () => {
    await installed();
    await overlay('exceptions_list = [{ list_id = "hosts" }]');
    await folder.write({
      'exceptions/hosts.toml': '[[exceptions]]\n[exceptions.container]\nname = "Hosts"\nlist_id = "hosts"\n',
    });
    await applied();
    const lists = (await live())['exceptions_list'] as readonly JsonObject[];
    expect(lists.map(({ list_id: id }) => id).sort()).toEqual(['endpoint_list', 'hosts']);
    expect((await cli('plan', '--detailed-exitcode')).code).toBe(0);
  });

  test('that is gone from git is forgotten; what it set stays', async () => {
    await installed();
    await overlay('severity = "high"\nenabled = true');
    await applied();
    await overlay('enabled = true');
    expect((await planned()).problems).toMatchObject([{ code: 'deploy/overlay-field-dropped', severity: 'warning' }]);
    await applied();
    expect((await planned()).problems).toEqual([]);
    await folder.write({ 'overlays/a.toml': '' });
    const { actions, problems } = await planned();
    expect([actions, problems]).toMatchObject([[], [{ code: 'deploy/overlay-gone', severity: 'warning' }]]);
    await applied();
    expect(await live()).toMatchObject({ severity: 'high', enabled: true });
    expect((await planned()).problems).toEqual([]);
  });

  test('is refused by name where the rule is not Elastic’s, or is nowhere', async () => {
    await overlay('enabled = true', OTHER);
    const { out, code } = await cli('plan');
    expect(code).toBe(1);
    expect(out).toContain(`There is no prebuilt rule ${OTHER}`);
    expect(out).toContain(ID);
    await call('POST', RULES, ruleBody('query', { rule_id: OTHER }));
    expect((await planned()).problems).toMatchObject([
      { code: 'deploy/overlay-of-own-rule', place: 'overlays/a.toml:2:1' },
    ]);
  });

  test('leaves to analysts what is theirs', async () => {
    await installed();
    await folder.write({ 'dragnet.toml': `${CONFIG}[target.prod.manage]\nenabled = false\n` });
    await overlay('enabled = true\nseverity = "high"');
    expect((await planned()).actions[0]?.fields).toMatchObject([
      { path: 'enabled', class: 'unmanaged' },
      { path: 'severity' },
    ]);
    await applied();
    expect(await live()).toMatchObject({ enabled: false, severity: 'high' });
    expect((await cli('plan', '--detailed-exitcode')).code).toBe(0);
  });
});

describe('dragnet prebuilt', () => {
  test('tells installed and available versions, what an upgrade changes, and how a fork differs', async () => {
    await installed();
    await overlay('severity = "high"');
    await applied();
    await folder.write({
      'rules/fork.toml': `[metadata]
creation_date = "2026/05/01"
updated_date = "2026/05/01"
fork_of = "${ID}"
[rule]
rule_id = "${OTHER}"
name = "Ours"
description = "Finds what it is for."
author = ["SOC"]
risk_score = 47
severity = "medium"
type = "query"
query = ""
tags = ["Elastic"]
`,
    });
    kibana.state.prebuilt.set(ID, [asset(1), asset(2, { risk_score: 80 })]);
    const { code, out } = await cli('prebuilt', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      overlays: [
        {
          file: 'overlays/a.toml',
          standing: 'upgrade',
          installed: 1,
          available: 2,
          isCustomized: true,
          fields: [{ path: 'risk_score', before: 47, after: 80 }],
        },
      ],
      forks: [
        {
          file: 'rules/fork.toml',
          fields: [
            { path: 'name', after: 'Ours' },
            { path: 'risk_score', before: 80, after: 47 },
          ],
        },
      ],
    });
    const pretty = (await cli('prebuilt')).out;
    expect(pretty).toContain('version 1, available 2, customised');
    expect((await cli('prebuilt', '--format', 'markdown')).out).toContain('## Forks');
    await overlay('enabled = true', '2f1c1b0a-54a3-4a55-9f43-0c6a4b0f8f97');
    const missing = await cli('prebuilt');
    expect([missing.code, missing.out]).toEqual([1, expect.stringContaining('neither installed nor in the package')]);
  });
});
