import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Drift } from '../../src/deploy/drift.js';
import { generatedRepository, ruleId } from '../deploy/generated-repository.js';
import { editInUi } from '../kibana/edit-in-ui.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import { startFakeKibana } from '../kibana/start-fake-kibana.js';
import { appliedByHand } from './applied-by-hand.js';
import { runCli, workspace } from './run-cli.js';
import type { CliRun } from './run-cli.js';

const SEED = 9;
const KEY = 'c2VjcmV0LWtleQ==';
const CONFIG = `paths = ["rules", "exceptions", "lists", "connectors"]
[target.prod]
kibana = "http://127.0.0.1:1"
state = ".dragnet/prod.json"
`;

let kibana: FakeKibana;
let folder: Awaited<ReturnType<typeof workspace>>;

beforeEach(async () => {
  kibana = await startFakeKibana({ users: [{ name: 'ci', apiKey: KEY, role: 'all' }] });
  folder = await workspace({
    ...Object.fromEntries(generatedRepository(SEED, { rules: 16 })),
    'dragnet.toml': CONFIG,
  });
  await appliedByHand(kibana, KEY, cli, folder);
});

afterEach(async () => {
  await kibana.stop();
  await folder.remove();
});

function cli(...args: readonly string[]): Promise<CliRun> {
  return runCli(folder.root, args, { env: { KIBANA_URL_PROD: kibana.url, KIBANA_API_KEY_PROD: KEY } });
}

async function found(): Promise<Drift> {
  return JSON.parse((await cli('drift', '--format', 'json')).out) as Drift;
}

describe('dragnet drift', () => {
  test('ends with 0 where nothing was changed by hand, also where git has changes that are not applied yet', async () => {
    const writes = kibana.writes().length;
    const none = await cli('drift');
    expect([none.code, none.err]).toEqual([0, '']);
    expect(none.out).toMatch(/No drift\.\n$/);
    const file = join(folder.root, 'rules/query/rule_0.toml');
    await folder.write({
      'rules/query/rule_0.toml': (await readFile(file, 'utf8')).replace(/^risk_score = .*$/m, 'risk_score = 2'),
    });
    const ofGit = await cli('drift');
    expect([ofGit.code, ofGit.out.split('\n').at(-2)]).toEqual([
      0,
      'No drift; 1 changed in git and not yet applied, which is no drift.',
    ]);
    expect(kibana.writes()).toHaveLength(writes);
  });

  test('ends with 2 and shows each field that was changed, from what was applied to what Kibana has', async () => {
    editInUi(kibana, ruleId(SEED, 1), { name: 'By \u001b[31mhand', max_signals: 7 });
    const { code, out } = await cli('drift');
    expect(code).toBe(2);
    expect(out).toContain('changed by hand: rule');
    expect(out).toMatch(/max_signals: \d+ → 7/);
    expect(out).not.toContain('\u001b');
    expect((await cli('drift', 'rules/query')).code).toBe(0);
    const markdown = await cli('drift', '--format', 'markdown');
    expect([markdown.code, markdown.out.split('\n')[0]]).toEqual([2, '<!-- dragnet drift: prod -->']);
    const [object, ...others] = (await found()).objects;
    expect(others).toEqual([]);
    expect(object).toMatchObject({ change: 'changed', key: `rule/${ruleId(SEED, 1)}` });
    expect(object?.fields.map((field) => [field.path, field.class])).toEqual([
      ['max_signals', 'drift'],
      ['name', 'drift'],
    ]);
  });

  test('tells conflicts, what was deleted, and copies that carry our tag', async () => {
    editInUi(kibana, ruleId(SEED, 0), { risk_score: 99 });
    const file = join(folder.root, 'rules/query/rule_0.toml');
    await folder.write({
      'rules/query/rule_0.toml': (await readFile(file, 'utf8')).replace(/^risk_score = .*$/m, 'risk_score = 98'),
    });
    const { rules } = kibana.state.space('default');
    for (const [id, stored] of rules) {
      if (stored['rule_id'] === ruleId(SEED, 2)) rules.delete(id);
      if (stored['rule_id'] === ruleId(SEED, 3))
        rules.set('copy', { ...stored, id: 'copy', rule_id: 'copy', name: 'A copy', tags: ['Managed by dragnet'] });
    }
    const { objects } = await found();
    expect(objects.map(({ key, change, name }) => [key, change, name.slice(0, 9)])).toEqual(
      expect.arrayContaining([
        [`rule/${ruleId(SEED, 0)}`, 'changed', 'Generated'],
        [`rule/${ruleId(SEED, 2)}`, 'deleted', 'Generated'],
        ['rule/copy', 'made', 'A copy'],
      ]),
    );
    expect(objects).toHaveLength(3);
    expect(objects.flatMap(({ fields }) => fields)).toMatchObject([
      { path: 'risk_score', class: 'conflict', after: 99, git: 98 },
    ]);
    expect((await cli('drift')).code).toBe(2);
  });

  test('without a state says what cannot be known', async () => {
    await rm(join(folder.root, '.dragnet'), { recursive: true });
    expect((await cli('drift')).code).toBe(0);
    editInUi(kibana, ruleId(SEED, 1), { max_signals: 7 });
    const { code, out, err } = await cli('drift');
    expect([code, err.slice(0, 50)]).toEqual([2, 'note: nothing remembers what was applied: who chan']);
    expect(out).toContain('1 differs from git, by whom is not known; what was applied is not known.');
    expect((await found()).objects).toMatchObject([{ change: 'unknown' }]);
  });

  test('ends with 1 for everything else: mistakes of the call, broken files, a Kibana that does not answer', async () => {
    editInUi(kibana, ruleId(SEED, 1), { max_signals: 7 });
    expect((await cli('drift', '--unknown')).code).toBe(1);
    expect((await cli('drift', '--target', 'dev')).code).toBe(1);
    await folder.write({ 'rules/query/rule_0.toml': '[rule\n' });
    const broken = await cli('drift');
    expect([broken.code, broken.out]).toEqual([1, expect.stringContaining('rules/query/rule_0.toml:1:6  error')]);
    await folder.write({ 'dragnet.toml': 'paths = 3' });
    expect((await cli('drift')).code).toBe(1);
    const nobody = { env: { KIBANA_URL_PROD: kibana.url, KIBANA_API_KEY_PROD: 'd3Jvbmc=' } };
    expect((await runCli(folder.root, ['drift'], nobody)).code).toBe(1);
  });
});
