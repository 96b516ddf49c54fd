import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PullReport } from '../../src/deploy/pull-report.js';
import type { JsonObject } from '../../src/values/json.js';
import { generatedRepository, ruleId } from '../deploy/generated-repository.js';
import { editInUi } from '../kibana/edit-in-ui.js';
import { ask, ruleBody } from '../kibana/fake-client.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import { startFakeKibana } from '../kibana/start-fake-kibana.js';
import { appliedByHand } from './applied-by-hand.js';
import { RULE, runCli, workspace } from './run-cli.js';
import type { CliRun, Workspace } from './run-cli.js';

const KEY = 'c2VjcmV0LWtleQ==';
const PATHS = '"rules", "exceptions", "lists", "connectors"';
const CONFIG = `paths = [${PATHS}]
[target.prod]
kibana = "http://127.0.0.1:1"
state = ".dragnet/prod.json"
`;

let kibana: FakeKibana;
let folder: Workspace;

beforeEach(async () => {
  kibana = await startFakeKibana({ users: [{ name: 'ci', apiKey: KEY, role: 'all' }] });
});

afterEach(async () => {
  await kibana.stop();
  await folder.remove();
});

function cli(...args: readonly string[]): Promise<CliRun> {
  return runCli(folder.root, args, { env: { KIBANA_URL_PROD: kibana.url, KIBANA_API_KEY_PROD: KEY } });
}

async function report(...args: readonly string[]): Promise<PullReport> {
  return JSON.parse((await cli('pull', '--format', 'json', ...args)).out) as PullReport;
}

async function deployed(seed: number, config = CONFIG, rules = 16): Promise<void> {
  folder = await workspace({ ...Object.fromEntries(generatedRepository(seed, { rules })), 'dragnet.toml': config });
  await appliedByHand(kibana, KEY, cli, folder);
}

/** All files of the folder but the state. */
async function files(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder.root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.root.length + 1))
    .filter((name) => !name.startsWith('.'));
  return new Map(
    await Promise.all(
      names.sort().map(async (name) => [name, await readFile(join(folder.root, name), 'utf8')] as const),
    ),
  );
}

async function textOf(file: string): Promise<string> {
  return readFile(join(folder.root, file), 'utf8');
}

async function planned(): Promise<string> {
  return (await cli('plan')).out.trimEnd().split('\n').at(-1) ?? '';
}

const FILE = 'rules/a.toml';
const ID = '0f616aee-8161-4120-857e-742366f5eeb3';

/** A rule with comments and a query of several lines. */
function ruleWith(query: string): string {
  return RULE.replace(/^query = '''\n[^]*?\n'''/m, `query = '''\n${query}'''`).replace(
    'severity = "medium"',
    'severity = "medium" # ours',
  );
}

/** A repository of one rule that was applied. */
async function withRule(text: string): Promise<void> {
  folder = await workspace({ 'dragnet.toml': CONFIG.replace(PATHS, '"rules"'), [FILE]: text });
  await appliedByHand(kibana, KEY, cli, folder);
}

const OVERRIDES = `${CONFIG}[target.prod.override]
tags = ["prod"]
index_prefix = "remote:"
enabled = true
exceptions_list = [{ list_id = "endpoint_list", namespace_type = "agnostic", type = "endpoint" }]
`;

describe('dragnet pull', () => {
  test.each([
    [1, CONFIG],
    [2, CONFIG],
    [3, OVERRIDES],
    [4, `${CONFIG}[target.prod.manage]\nenabled = false\nexceptions_list = false\nactions = false\n`],
  ])('after an apply changes no file, whatever the target adds (seed %i)', async (seed, config) => {
    await deployed(seed, config);
    const before = await files();
    const { code, out, err } = await cli('pull');
    expect([code, err, out]).toEqual([0, '', expect.stringContaining('0 changed, 0 new')]);
    expect(await files()).toEqual(before);
    for (let at = 0; at < 16; at += 1) editInUi(kibana, ruleId(seed, at), {});
    expect((await cli('pull', '--all')).code).toBe(0);
    expect(await files()).toEqual(before);
  });

  test.each([
    [5, CONFIG],
    [6, OVERRIDES],
  ])('takes what was edited by hand, and then the plan is empty (seed %i)', async (seed, config) => {
    await deployed(seed, config);
    const before = await files();
    for (let at = 0; at < 16; at += 1) {
      const stored = [...kibana.state.space('default').rules.values()].find(
        (one) => one['rule_id'] === ruleId(seed, at),
      );
      const tags = (stored?.['tags'] ?? []) as readonly string[];
      editInUi(kibana, ruleId(seed, at), EDITS[at % EDITS.length]!(tags));
    }
    const { changed, refused, conflicts, notes } = await report();
    expect([refused, conflicts, notes]).toEqual([[], [], []]);
    expect(changed).toHaveLength(16);
    const after = await files();
    const touched = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
    expect(touched).toEqual(changed.map(({ file }) => file).sort());
    expect([...after.values()].join('\n')).not.toContain('Managed by dragnet');
    expect(await planned()).toMatch(/^Nothing is to be done; \d+ unchanged\.$/);
    expect((await cli('drift')).code).toBe(0);
    expect(await report()).toMatchObject({ changed: [], untaken: [] });
  });

  test('marks conflicts only where both sides changed, by lines within queries, and remembers what was pulled', async () => {
    const query = 'a: 1 or\nb: 2 or\nc: 3 or\nd: 4 or\ne: 5 or\nf: 6\n';
    const plain = ruleWith(query);
    await withRule(plain);
    await folder.write({
      [FILE]: plain
        .replace('b: 2', 'b: 20')
        .replace('f: 6', 'f: 60')
        .replace('severity = "medium"', 'severity = "high"')
        .replace('risk_score = 47', 'risk_score = 33')
        .replace('from = "now-9m"', 'from = "now-10m"'),
    });
    editInUi(kibana, ID, {
      query: query.replace('b: 2', 'b: 200').replace('d: 4', 'd: 40'),
      severity: 'critical',
      max_signals: 7,
      from: 'now-600s',
    });
    const { code, out } = await cli('pull');
    expect([code, out]).toEqual([1, expect.stringContaining(`in conflict, solve the markers by hand:\n  ${FILE}`)]);
    const text = await textOf(FILE);
    expect(text.split('\n').filter((line) => line.startsWith('<<<<<<< git'))).toHaveLength(2);
    expect(text).toContain(
      'a: 1 or\n<<<<<<< git\nb: 20 or\n=======\nb: 200 or\n>>>>>>> kibana\nc: 3 or\nd: 40 or\ne: 5 or\nf: 60\n',
    );
    expect(text).toContain(
      '<<<<<<< git\nseverity = "high" # ours\n=======\nseverity = "critical" # ours\n>>>>>>> kibana\n',
    );
    for (const line of ['max_signals = 7', 'risk_score = 33', 'from = "now-10m"']) expect(text).toContain(`${line}\n`);
    expect((await cli('pull')).out).toContain('note: rules/a.toml: ');
    await folder.write({ [FILE]: text.replace(/<<<<<<< git\n([^]*?)=======\n[^]*?>>>>>>> kibana\n/g, '$1') });
    const plan = JSON.parse((await cli('plan', '--format', 'json')).out) as {
      readonly actions: readonly { readonly fields: readonly JsonObject[] }[];
      readonly problems: readonly JsonObject[];
    };
    expect(plan.problems).toEqual([]);
    expect(plan.actions.flatMap(({ fields }) => fields.map((field) => [field['path'], field['class']]))).toEqual([
      ['query', 'git'],
      ['risk_score', 'git'],
      ['severity', 'git'],
    ]);
  });

  test('what both sides changed in other lines of a query is merged without a marker', async () => {
    const plain = ruleWith('a: 1 or\nb: 2 or\nc: 3\n');
    await withRule(plain.replaceAll('\n', '\r\n'));
    await folder.write({ [FILE]: plain.replace('a: 1', 'a: 10').replaceAll('\n', '\r\n') });
    editInUi(kibana, ID, { query: 'a: 1 or\nb: 2 or\nc: 30\n' });
    expect((await cli('pull')).code).toBe(0);
    expect(await textOf(FILE)).toContain('a: 10 or\r\nb: 2 or\r\nc: 30\r\n');
  });

  test('lists and tables in conflict are marked as wholes', async () => {
    const plain = `${ruleWith('a: 1\n')}tags = [\n    "one",\n    "two", # second\n]\n\n[rule.alert_suppression]\ngroup_by = ["host.id"]\n`;
    await withRule(plain);
    await folder.write({ [FILE]: plain.replace('"one"', '"uno"').replace('["host.id"]', '["user.id"]') });
    editInUi(kibana, ID, {
      tags: ['one', 'due', 'Managed by dragnet'],
      alert_suppression: { group_by: ['host.name'], missing_fields_strategy: 'suppress' },
    });
    expect((await cli('pull')).code).toBe(1);
    const text = await textOf(FILE);
    expect(text).toContain(
      '<<<<<<< git\ntags = [\n    "uno",\n    "two", # second\n]\n=======\ntags = [\n    "one",\n',
    );
    expect(text).toContain(
      '<<<<<<< git\n[rule.alert_suppression]\ngroup_by = ["user.id"]\n=======\n[rule.alert_suppression]\ngroup_by = ["host.name"]\n',
    );
  });

  test('without a state takes what Kibana has, but never over changes that are not committed', async () => {
    await deployed(8);
    await rm(join(folder.root, '.dragnet'), { recursive: true });
    editInUi(kibana, ruleId(8, 0), { max_signals: 7 });
    const refused = await cli('pull');
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('left alone:\n  rules/query/rule_0.toml')]);
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder.root,
        stdio: 'ignore',
      });
    };
    git('init');
    git('add', '.');
    git('commit', '-m', 'All');
    const text = await textOf('rules/query/rule_0.toml');
    await folder.write({ 'rules/query/rule_0.toml': `# mine\n${text}` });
    expect((await cli('pull')).code).toBe(1);
    await folder.write({ 'rules/query/rule_0.toml': text });
    expect((await cli('pull')).code).toBe(0);
    expect(await textOf('rules/query/rule_0.toml')).toContain('max_signals = 7\n');
    editInUi(kibana, ruleId(8, 0), { max_signals: 8 });
    expect((await cli('pull')).code).toBe(0);
    expect(await textOf('rules/query/rule_0.toml')).toContain('max_signals = 8\n');
  });

  test('a dry run writes nothing and shows the changes', async () => {
    await deployed(9);
    const before = await files();
    editInUi(kibana, ruleId(9, 0), { max_signals: 7 });
    const { code, out } = await cli('pull', '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('+max_signals = 7')]);
    expect(out).toContain('(nothing was written)');
    expect(await files()).toEqual(before);
    expect((await cli('drift')).code).toBe(2);
  });

  test('what belongs to analysts is not pulled', async () => {
    await deployed(10, `${CONFIG}[target.prod.manage]\nenabled = false\nactions = false\nexceptions_list = false\n`);
    const before = await files();
    for (let at = 0; at < 16; at += 1)
      editInUi(kibana, ruleId(10, at), { enabled: at % 2 === 0, actions: [], exceptions_list: [] });
    expect((await cli('pull')).code).toBe(0);
    expect(await files()).toEqual(before);
  });

  test('takes exceptions and values that were added to lists of git, and prunes on request what was deleted', async () => {
    await deployed(11);
    const api = (method: string, path: string, body?: unknown): Promise<unknown> =>
      ask(kibana.url, method, path, { body, headers: { 'kbn-xsrf': 'x', authorization: `ApiKey ${KEY}` } });
    await api('POST', '/api/exception_lists/items', {
      list_id: 'list-0',
      item_id: 'by-hand',
      type: 'simple',
      name: 'By hand',
      description: 'Why',
      entries: [{ field: 'host.name', type: 'match', operator: 'included', value: 'web' }],
      comments: [{ comment: 'Agreed.' }],
    });
    await api('POST', '/api/lists/items', { list_id: 'values-0', value: '10.9.9.9' });
    await api('DELETE', `/api/detection_engine/rules?rule_id=${ruleId(11, 0)}`);
    const first = await report();
    expect(first.changed.map(({ key }) => key)).toEqual(['exception-item/single/by-hand', 'value-list/values-0']);
    expect(first.deleted.map(({ key }) => key)).toEqual([`rule/${ruleId(11, 0)}`]);
    expect(await textOf('exceptions/list_0.toml')).toContain('item_id = "by-hand"');
    expect(await textOf('lists/values.toml')).toContain('10.9.9.9');
    expect((await report('--prune', '--force')).pruned.map(({ file }) => file)).toEqual(['rules/query/rule_0.toml']);
    await expect(textOf('rules/query/rule_0.toml')).rejects.toThrow();
    expect(await planned()).toMatch(/^Nothing is to be done; \d+ unchanged\.$/);
  });

  test('leaves overlays of prebuilt rules alone, whether the rules are installed or were taken away', async () => {
    kibana.state.prebuilt.set(ID, [ruleBody('query', { rule_id: ID, version: 1, author: ['Elastic'] })]);
    folder = await workspace({
      'dragnet.toml': CONFIG.replace(PATHS, '"rules"'),
      'rules/o.toml': `[overlay]\nrule_id = "${ID}"\nenabled = true\n`,
    });
    const applied = await cli('apply', '--yes', '--no-validate', '--no-test');
    expect([applied.code, applied.out + applied.err]).toEqual([0, expect.anything()]);
    const before = await files();
    editInUi(kibana, ID, { enabled: false });
    expect(await report('--all', '--prune', '--force')).toMatchObject({
      changed: [],
      added: [],
      pruned: [],
      deleted: [],
    });
    kibana.state.space('default').rules.clear();
    expect(await report('--prune', '--force')).toMatchObject({ pruned: [], deleted: [] });
    expect(await files()).toEqual(before);
  });

  test('never writes outside of the repository, whatever rules are called and wherever links lead', async () => {
    folder = await workspace({ 'dragnet.toml': CONFIG.replace(PATHS, '"rules"'), 'rules/keep.md': '' });
    for (const [at, name] of ['../../evil', '/etc/passwd', '..', 'C:\\x', '\u001b[31m'].entries())
      await ask(kibana.url, 'POST', '/api/detection_engine/rules', {
        body: ruleBody('query', { rule_id: `r${at}/../..`, name }),
        headers: { 'kbn-xsrf': 'x', authorization: `ApiKey ${KEY}` },
      });
    const { code, out } = await cli('pull', '--all');
    expect([code, out]).toEqual([0, expect.stringContaining('5 new')]);
    expect(out).not.toContain('\u001b');
    expect(
      [...(await files()).keys()].filter((file) => file.endsWith('.toml') && file !== 'dragnet.toml'),
    ).toHaveLength(5);
    expect((await cli('pull', '--new', '../elsewhere')).code).toBe(2);
    expect((await cli('pull', '--new', 'elsewhere')).code).toBe(2);
    const other = await workspace();
    await rm(join(folder.root, 'rules'), { recursive: true });
    await rm(join(folder.root, '.dragnet'), { recursive: true });
    await symlink(other.root, join(folder.root, 'rules'));
    expect((await cli('pull', '--all')).code).toBe(2);
    expect(await readdir(other.root)).toEqual([]);
    await other.remove();
  });

  test('adopts what was made in Kibana: the files are valid, and the plan is empty', async () => {
    await deployed(12, CONFIG, 60);
    await rm(join(folder.root, '.dragnet'), { recursive: true });
    for (const name of ['rules', 'exceptions', 'lists', 'connectors'])
      await rm(join(folder.root, name), { recursive: true });
    await folder.write({
      'dragnet.toml': CONFIG.replace(PATHS, '"rules"'),
      'rules/keep.md': '',
    });
    const listed = await report();
    expect([listed.added, listed.untaken.filter(({ kind }) => kind === 'rule').length]).toEqual([[], 60]);
    const { added, refused } = await report('--all');
    expect(refused).toEqual([]);
    expect(added.filter(({ kind }) => kind === 'rule')).toHaveLength(60);
    expect(new Set(added.map(({ kind }) => kind))).toEqual(
      new Set(['rule', 'exception-list', 'value-list', 'connector']),
    );
    const texts = [...(await files()).values()].join('\n');
    expect(texts).not.toContain('Managed by dragnet');
    expect(texts).toContain('webhookUrl = "env:CONNECTOR_CONNECTOR_0_WEBHOOK_URL"');
    expect(await planned()).toMatch(/^Nothing is to be done; \d+ unchanged\.$/);
    const validated = await cli('validate', '--format', 'json');
    expect(validated.out).not.toContain('"severity": "error"');
    expect(validated.code).toBe(0);
    expect(await report('--all')).toMatchObject({ added: [], changed: [], untaken: [] });
  });
});

const EDITS: readonly ((tags: readonly string[]) => JsonObject)[] = [
  () => ({ name: 'By \u001b[31mhand' }),
  (tags) => ({
    tags: [...tags.slice(0, -1), 'mine', ...tags.slice(-1)]
      .filter((tag) => tag !== 'prod')
      .concat(tags.includes('prod') ? ['prod'] : []),
  }),
  () => ({ note: "## By hand\n\nA \"quote\" and '''more'''.\n" }),
  () => ({ severity: 'critical', risk_score: 100 }),
  () => ({ interval: '7m', from: 'now-9m' }),
  () => ({ false_positives: ['One', 'Two'], references: [] }),
  () => ({ threat: [], name: 'Without threats' }),
  () => ({ max_signals: 17, description: 'Two\nlines.' }),
];
