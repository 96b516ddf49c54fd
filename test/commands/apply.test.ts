import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generatedRepository, ruleId } from '../deploy/generated-repository.js';
import { editInUi } from '../kibana/edit-in-ui.js';
import { ask } from '../kibana/fake-client.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import { internalError } from '../kibana/faults.js';
import { startFakeKibana } from '../kibana/start-fake-kibana.js';
import { RULE, RULE_TESTS, runCli, workspace } from './run-cli.js';
import type { CliOptions, CliRun } from './run-cli.js';

const SEED = 7;
const CONFIG = `paths = ["."]
exclude = ["dragnet.toml"]
[target.prod]
kibana = "http://127.0.0.1:1"
state = ".dragnet/prod.json"
`;
const KEY = 'c2VjcmV0LWtleQ==';
const SECRET = 'https://hooks.example/T0/very-secret';
const GO = ['--yes', '--no-validate', '--no-test'] as const;

let kibana: FakeKibana;
let folder: Awaited<ReturnType<typeof workspace>>;

beforeEach(async () => {
  kibana = await startFakeKibana({ users: [{ name: 'ci', apiKey: KEY, role: 'all' }] });
  folder = await workspace({ 'dragnet.toml': CONFIG });
});

afterEach(async () => {
  await kibana.stop();
  await folder.remove();
});

async function generated(rules = 16): Promise<void> {
  await folder.write(Object.fromEntries(generatedRepository(SEED, { rules })));
}

function cli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const secrets = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`SLACK_URL_${at}`, `${SECRET}/${at}`]));
  const env = { KIBANA_URL_PROD: kibana.url, KIBANA_API_KEY_PROD: KEY, ...secrets, ...options.env };
  return runCli(folder.root, args, { ...options, env });
}

describe('dragnet apply', () => {
  test('makes Kibana equal to git, tells of each object, and leaves nothing to do', async () => {
    await generated();
    const { code, out, err } = await cli(['apply', ...GO]);
    expect([code, err]).toEqual([0, expect.stringMatching(/^note: Kibana has copied the API key/)]);
    expect(out).toContain('+ create rule Generated query 0');
    expect(out).toMatch(/✔ create rule Generated query 0 .*\n/);
    expect(out).toMatch(/apply: \d+ done\n$/);
    expect((await cli(['plan', '--detailed-exitcode'])).code).toBe(0);
    const writes = kibana.writes().length;
    const again = await cli(['apply', ...GO]);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toMatch(/apply: nothing was to be done\n$/);
    expect(kibana.writes()).toHaveLength(writes);
    const state = await readFile(join(folder.root, '.dragnet/prod.json'), 'utf8');
    for (const text of [out, err, state, again.out]) expect(text).not.toContain('very-secret');
    expect(await readdir(join(folder.root, '.dragnet'))).toEqual(['prod.json']);
  });

  test('reports as data', async () => {
    await generated(8);
    const { out } = await cli(['apply', ...GO, '--format', 'json']);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(report).toMatchObject({
      version: 1,
      target: 'prod',
      space: 'default',
      kibana: { url: kibana.url, version: '8.19.4' },
      summary: { failed: 0, moved: 0 },
      problems: [],
      notes: [expect.stringContaining('API key')],
    });
    const [first] = report['results'] as readonly Record<string, unknown>[];
    expect(first).toMatchObject({
      kind: 'connector',
      action: 'create',
      outcome: 'done',
      file: 'connectors/c0.toml',
    });
  });

  test('asks on a terminal, and takes only yes', async () => {
    await generated(8);
    const asked: string[] = [];
    const answer = (text?: string): CliOptions => ({
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(text);
      },
    });
    const args = ['apply', '--no-validate', '--no-test'];
    expect((await cli(args, answer('y'))).code).toBe(1);
    expect((await cli(args, answer())).code).toBe(130);
    expect(kibana.writes()).toEqual([]);
    expect(asked[0]).toMatch(
      new RegExp(`^\\d+ to create; 0 unchanged\\. Apply this to ${kibana.url}, space default\\?`),
    );
    expect((await cli(args, answer('yes'))).code).toBe(0);
    expect(kibana.state.space('default').rules.size).toBe(8);
  });

  test('writes in CI, and where nobody can be asked, only with --yes', async () => {
    await generated(8);
    for (const options of [{}, { env: { CI: 'true' }, ask: () => Promise.resolve('yes') }]) {
      const { code, err } = await cli(['apply'], options);
      expect(code).toBe(2);
      expect(err).toContain('--yes');
    }
    expect(kibana.requests).toEqual([]);
  });

  test('validates and tests first', async () => {
    const wrong = RULE.replace('event.category: process', 'event.category: (process');
    await folder.write({ 'rules/one.toml': wrong });
    const invalid = await cli(['apply', '--yes']);
    expect([invalid.code, invalid.err]).toEqual([
      1,
      expect.stringContaining('The repository has errors: nothing was written'),
    ]);
    await folder.write({
      'rules/one.toml': RULE,
      'rules/one.test.toml': RULE_TESTS.replace('alerts = 1', 'alerts = 2'),
    });
    const failed = await cli(['apply', '--yes']);
    expect([failed.code, failed.err]).toEqual([1, expect.stringContaining('1 test fails: nothing was written')]);
    expect(kibana.requests).toEqual([]);
    expect((await cli(['apply', '--yes', '--no-test'])).code).toBe(0);
    await folder.write({ 'rules/one.test.toml': RULE_TESTS });
    expect((await cli(['apply', '--yes'])).code).toBe(0);
  });

  test('does a plan of a file, and nothing of it where Kibana moved since', async () => {
    await generated();
    await cli(['plan', '--out', 'plan.json']);
    const first = await cli(['apply', 'plan.json', ...GO]);
    expect(first.code).toBe(0);
    const again = await cli(['apply', 'plan.json', ...GO]);
    expect([again.code, /apply: (\d+ already so)\n$/.test(again.out)]).toEqual([0, true]);
    const rules = Object.fromEntries(
      [...generatedRepository(SEED, { rules: 16 })].map(([file, text]) => [
        file,
        text.replace(/^risk_score = .*$/m, 'risk_score = 1'),
      ]),
    );
    await folder.write(rules);
    await cli(['plan', '--out', 'plan.json']);
    editInUi(kibana, ruleId(SEED, 3), { name: 'By hand' });
    const writes = kibana.writes().length;
    const stale = await cli(['apply', 'plan.json', ...GO]);
    expect(stale.code).toBe(1);
    expect(stale.out).toContain(`Kibana moved since the plan was made: 1 object is not as it saw.`);
    expect(stale.out).toContain(`rule/${ruleId(SEED, 3)}`);
    expect(kibana.writes()).toHaveLength(writes);
  });

  test('refuses a plan for something else, with the exit code of a wrong call', async () => {
    await generated(8);
    await folder.write({ 'dragnet.toml': `${CONFIG}[target.dev]\nkibana = "http://127.0.0.1:1"\nspace = "dev"\n` });
    await cli(['plan', '--target', 'prod', '--out', 'plan.json']);
    const text = await readFile(join(folder.root, 'plan.json'), 'utf8');
    const env = { KIBANA_URL_DEV: kibana.url, KIBANA_API_KEY_DEV: KEY };
    const refusals = [
      [['apply', 'plan.json', '--target', 'dev', ...GO], 'The plan is for the target prod, not for dev.'],
      [['apply', 'plan.json', '--space', 'dev', ...GO], 'has no space dev'],
      [['apply', 'plan.json', '--adopt', ...GO], 'give --adopt'],
      [['apply', 'gone.json', ...GO], 'gone.json cannot be read (ENOENT)'],
      [['apply', 'dragnet.toml', ...GO], 'dragnet.toml cannot be applied. It is not JSON'],
      [['apply', ...GO, '--max-deletes', '-1'], '--max-deletes needs a number'],
    ] as const;
    for (const [args, message] of refusals) {
      const { code, err } = await cli(args, { env });
      expect(err).toContain(message);
      expect([2, 3]).toContain(code);
    }
    kibana.addSpace('dev');
    expect((await cli(['apply', 'plan.json', '--space', 'dev', ...GO])).err).toContain(
      'The plan is for the space default of',
    );
    await folder.write({ 'changed.json': text.replace('create', 'delete') });
    expect((await cli(['apply', 'changed.json', ...GO])).err).toContain('It was changed after it was made.');
    const { url } = kibana;
    await kibana.stop();
    kibana = await startFakeKibana({ version: '9.1.0', port: Number(new URL(url).port) });
    const newer = await cli(['apply', 'plan.json', ...GO]);
    expect([newer.code, newer.err]).toEqual([
      2,
      expect.stringContaining('made for Kibana 8.19.4, and Kibana is 9.1.0'),
    ]);
    expect(kibana.writes()).toEqual([]);
  });

  test('stops before a wiped folder empties Kibana', async () => {
    await generated();
    await cli(['apply', ...GO]);
    const writes = kibana.writes().length;
    await rm(join(folder.root, 'rules'), { recursive: true });
    await folder.write({ 'rules/one.toml': RULE });
    const { code, out } = await cli(['apply', ...GO]);
    expect([code, out]).toEqual([1, expect.stringContaining('--max-deletes 16')]);
    expect(kibana.writes()).toHaveLength(writes);
    expect((await cli(['apply', ...GO, '--max-deletes', '16'])).code).toBe(0);
    expect(kibana.state.space('default').rules.size).toBe(1);
  });

  test('keeps a backup that Kibana imports again', async () => {
    await generated();
    await cli(['apply', ...GO]);
    const space = kibana.state.space('default');
    const names = [...space.rules.values()].map(({ name }) => name);
    const [lists, items] = [space.exceptionLists.size, space.exceptionItems.size];
    for (const kind of ['rules', 'exceptions', 'lists', 'connectors'])
      await rm(join(folder.root, kind), { recursive: true });
    await folder.write({ 'rules/one.toml': RULE });
    const args = ['apply', ...GO, '--max-deletes', '500', '--backup', 'before.ndjson'];
    const { code, out } = await cli(args);
    expect([code, out]).toEqual([0, expect.stringMatching(/apply: \d+ done\n$/)]);
    expect([space.exceptionItems.size, space.connectors.size, space.valueLists?.size]).toEqual([0, 0, 0]);
    expect((await cli(args)).err).toContain('before.ndjson is there already');
    const backup = await readFile(join(folder.root, 'before.ndjson'), 'utf8');
    expect(backup).not.toContain('very-secret');
    const values = await readdir(join(folder.root, 'before.ndjson.values'));
    expect(values.length).toBeGreaterThan(0);
    const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="before.ndjson"\r\n\r\n${backup}\r\n--b--\r\n`;
    const answer = await fetch(`${kibana.url}/api/detection_engine/rules/_import`, {
      method: 'POST',
      headers: { 'kbn-xsrf': 'x', authorization: `ApiKey ${KEY}`, 'content-type': 'multipart/form-data; boundary=b' },
      body,
    });
    expect(await answer.json()).toMatchObject({
      success: true,
      exceptions_success: true,
      action_connectors_success: true,
    });
    const restored = [...space.rules.values()].map(({ name }) => name);
    expect(restored.filter((name) => names.includes(name)).sort()).toEqual(names.sort());
    expect([space.exceptionLists.size, space.exceptionItems.size]).toEqual([lists, items]);
  });

  test('one refused object fails the run, and the others are done', async () => {
    await generated(8);
    const isRule = (id: string) => (request: { readonly method: string; readonly body: unknown }) =>
      request.method === 'POST' && JSON.stringify(request.body).includes(id);
    kibana.faults.add({ when: isRule(ruleId(SEED, 2)), fault: internalError() });
    const { code, out } = await cli(['apply', ...GO]);
    expect(code).toBe(1);
    expect(out).toMatch(/✖ create rule .*failed\n/);
    expect(out).toMatch(/apply: \d+ done, 1 failed\n$/);
    expect((await cli(['apply', ...GO])).code).toBe(0);
    expect((await cli(['plan', '--detailed-exitcode'])).code).toBe(0);
  });

  test('a Kibana that refuses the credentials is exit code 3', async () => {
    await generated(8);
    const { code, err } = await cli(['apply', ...GO], { env: { KIBANA_API_KEY_PROD: 'd3Jvbmc=' } });
    expect([code, err]).toEqual([3, expect.stringContaining('refuses these credentials')]);
    expect(err).not.toContain('d3Jvbmc=');
  });

  test('without a state it writes, and says what it cannot know', async () => {
    await generated(8);
    await folder.write({ 'dragnet.toml': CONFIG.replace(/^state.*$/m, '') });
    const { code, err } = await cli(['apply', ...GO]);
    expect([code, err]).toEqual([0, expect.stringContaining('nothing remembers what was applied')]);
    expect((await cli(['plan', '--detailed-exitcode'])).code).toBe(0);
  });

  test('a run that another one holds the state from writes nothing', async () => {
    await generated(8);
    const holder = { run: 'x', host: 'elsewhere', pid: 7, who: 'ann', since: '2026-05-01T12:00:00Z' };
    await folder.write({ '.dragnet/prod.json.lock': JSON.stringify(holder) });
    const { code, err } = await cli(['apply', ...GO]);
    expect([code, err]).toEqual([
      3,
      expect.stringContaining('is held by ann (elsewhere, process 7) since 2026-05-01T12:00:00Z'),
    ]);
    expect(kibana.writes()).toEqual([]);
    expect((await cli(['apply', ...GO, '--break-lock'])).code).toBe(0);
  });

  test('an interruption ends the run, says how to go on, and the next one finishes it', async () => {
    await generated();
    const stop = new AbortController();
    kibana.faults.add({
      when: ({ method, path }) => {
        if (method === 'POST' && path === '/api/exception_lists') stop.abort();
        return false;
      },
      fault: internalError(),
    });
    const { code, out } = await cli(['apply', ...GO], { interrupted: stop.signal });
    expect([code, out]).toEqual([130, expect.stringContaining('Interrupted. What was written is remembered')]);
    expect(kibana.state.space('default').rules.size).toBe(0);
    expect((await cli(['apply', ...GO])).code).toBe(0);
    expect(await ask(kibana.url, 'GET', '/api/status')).toMatchObject({ status: 200 });
  });
});
