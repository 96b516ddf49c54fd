import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isDetailedExit } from '../../src/commands/plan-options.js';
import { parsePlanFile } from '../../src/deploy/plan-file.js';
import type { Plan } from '../../src/deploy/plan.js';
import { generatedRepository, ruleId } from '../deploy/generated-repository.js';
import { editInUi } from '../kibana/edit-in-ui.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import { startFakeKibana } from '../kibana/start-fake-kibana.js';
import { appliedByHand } from './applied-by-hand.js';
import { runCli, workspace } from './run-cli.js';
import type { CliRun } from './run-cli.js';

const SEED = 7;
const CONFIG = `paths = ["rules", "exceptions", "lists", "connectors"]
[target.prod]
kibana = "http://127.0.0.1:1"
state = ".dragnet/prod.json"
`;
const KEY = 'c2VjcmV0LWtleQ==';

let kibana: FakeKibana;
let folder: Awaited<ReturnType<typeof workspace>>;

beforeEach(async () => {
  kibana = await startFakeKibana({ users: [{ name: 'ci', apiKey: KEY, role: 'all' }] });
  const files = Object.fromEntries(generatedRepository(SEED, { rules: 16 }));
  folder = await workspace({ ...files, 'dragnet.toml': CONFIG });
});

afterEach(async () => {
  await kibana.stop();
  await folder.remove();
});

function cli(...args: readonly string[]): Promise<CliRun> {
  const env = { KIBANA_URL_PROD: kibana.url, KIBANA_API_KEY_PROD: KEY };
  return runCli(folder.root, args, { env });
}

/** Writes what a plan says into the fake and into the state, without the executor. */
function apply(): Promise<void> {
  return appliedByHand(kibana, KEY, cli, folder);
}

describe('dragnet plan', () => {
  test('shows what is new, writes nothing to Kibana, and holds no secret', async () => {
    const { code, out, err } = await cli('plan', '--out', 'plan.json');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Plan for prod: ${kibana.url}, space default, Kibana `);
    expect(out).toContain('+ create rule Generated query 0');
    expect(out).toMatch(/\d+ to create; 0 unchanged\.\n$/);
    expect(kibana.writes()).toEqual([]);
    const plan = await readFile(join(folder.root, 'plan.json'), 'utf8');
    expect(parsePlanFile(plan)).toMatchObject({ version: 1, target: 'prod' });
    expect(plan + out).not.toContain(KEY);
  });

  test('after everything was applied nothing is to be done; a save in the interface shows as drift of that field', async () => {
    await apply();
    const same = await cli('plan', '--detailed-exitcode');
    expect([same.code, same.err]).toEqual([0, '']);
    expect(same.out).toMatch(/Nothing is to be done; \d+ unchanged\.\n$/);
    for (let at = 0; at < 16; at += 1) editInUi(kibana, ruleId(SEED, at), {});
    expect((await cli('plan')).out).toContain('Nothing is to be done');
    editInUi(kibana, ruleId(SEED, 3), { name: 'By \u001b[31mhand' });
    const edited = await cli('plan', '--detailed-exitcode', '--format', 'json');
    expect(edited.code).toBe(2);
    const { actions } = parsePlanFile(edited.out) as Plan;
    expect(actions.map(({ key, fields }) => [key, fields.map((field) => [field.path, field.class])])).toEqual([
      [`rule/${ruleId(SEED, 3)}`, [['name', 'drift']]],
    ]);
    const { out } = await cli('plan');
    expect(out).toContain('changed by hand in Kibana, will be reset:');
    expect(out).not.toContain('\u001b');
    expect((await cli('plan', '--format', 'markdown')).out).toContain('<!-- dragnet plan: prod -->');
  });

  test('paths narrow what is written and deleted', async () => {
    await apply();
    await rm(join(folder.root, 'rules/query/rule_0.toml'));
    const all = parsePlanFile((await cli('plan', '--format', 'json')).out) as Plan;
    expect(all.actions.map(({ action, file }) => [action, file])).toContainEqual(['delete', 'rules/query/rule_0.toml']);
    expect((await cli('plan', 'rules/eql')).out).toContain('Nothing is to be done');
    expect((await cli('plan', 'rules/query')).out).toContain('- delete rule');
    expect((await cli('plan', '../elsewhere')).code).toBe(2);
  });

  test('a broken file is told with its place, and deletes nothing', async () => {
    await apply();
    await folder.write({ 'rules/query/rule_0.toml': '[rule\n' });
    const { code, out } = await cli('plan', '--detailed-exitcode');
    expect(code).toBe(1);
    expect(out).toContain('rules/query/rule_0.toml:1:6  error  toml/syntax');
    expect(out).not.toContain('- delete');
  });

  test('with --detailed-exitcode every mistake ends with 1', async () => {
    const codes = async (...args: readonly string[]): Promise<readonly number[]> => [
      (await cli('plan', ...args)).code,
      (await cli('plan', '--detailed-exitcode', ...args)).code,
    ];
    expect(await codes()).toEqual([0, 2]);
    expect(await codes('--unknown')).toEqual([2, 1]);
    expect(await codes('--target', 'dev')).toEqual([2, 1]);
    expect(await codes('--space', 'NONE')).toEqual([2, 1]);
    await writeFile(join(folder.root, 'dragnet.toml'), 'paths = 3');
    expect(await codes()).toEqual([2, 1]);
    await writeFile(join(folder.root, 'dragnet.toml'), CONFIG);
    const wrong = { env: { KIBANA_URL_PROD: kibana.url, KIBANA_API_KEY_PROD: 'd3Jvbmc=' } };
    expect((await runCli(folder.root, ['plan'], wrong)).code).toBe(3);
    expect((await runCli(folder.root, ['plan', '--detailed-exitcode'], wrong)).code).toBe(1);
  });

  test('tells calls whose 2 means changes from others', () => {
    expect(isDetailedExit(['plan', '--detailed-exitcode'])).toBe(true);
    expect(isDetailedExit(['--debug', 'drift'])).toBe(true);
    expect(isDetailedExit(['plan', 'drift'])).toBe(false);
    expect(isDetailedExit(['plan', '--', '--detailed-exitcode'])).toBe(false);
  });
});
