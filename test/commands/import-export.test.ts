import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseJson, type JsonObject } from '../../src/values/json.js';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const ID = '0f616aee-8161-4120-857e-742366f5eeb3';

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());

const read = (file: string): Promise<string> => readFile(join(space.root, file), 'utf8');
const lines = (ndjson: string): readonly JsonObject[] =>
  ndjson
    .trimEnd()
    .split('\n')
    .map((line) => parseJson(line) as JsonObject);

/** A rule as a Kibana exports it. */
const LIVE = {
  id: '7d1a0c3e-0000-4000-8000-000000000001',
  rule_id: '5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11',
  type: 'threshold',
  name: 'Many Logins: from "one" Host?',
  description: 'First line.\nSecond line.\n',
  author: [],
  language: 'kuery',
  query: 'user.name: "a\\\\b" and event.action: login',
  threshold: { field: ['host.id'], value: 25, cardinality: [] },
  risk_score: 47,
  severity: 'medium',
  revision: 4,
  version: 12,
  enabled: true,
  immutable: false,
  interval: '5m',
  from: 'now-6m',
  to: 'now',
  tags: [],
  output_index: '',
  created_at: '2026-01-02T03:04:05.000Z',
  updated_at: '2026-02-03T04:05:06.000Z',
  required_fields: [],
  response_actions: [{ action_type_id: '.osquery', params: { query: 'select 1;\n', timeout: 60 } }],
  exceptions_list: [{ id: 'x', list_id: 'known', type: 'detection', namespace_type: 'single' }],
  actions: [
    {
      action_type_id: '.slack',
      id: 'c1',
      group: 'default',
      params: { message: 'Alert\n\n{{x}}' },
      frequency: { summary: true, notifyWhen: 'onActiveAlert', throttle: null },
    },
  ],
  threat: [
    {
      framework: 'MITRE ATT&CK',
      tactic: { id: 'TA0006', name: 'Credential Access', reference: 'https://attack.mitre.org/tactics/TA0006/' },
      technique: [],
    },
  ],
  mystery: { big: 1 },
};
const LIST = {
  list_id: 'known',
  name: 'Known Users',
  type: 'detection',
  namespace_type: 'single',
  description: 'Known',
  tags: [],
  _version: 'a',
  created_at: 'x',
};
const ITEM = {
  list_id: 'known',
  item_id: 'i1',
  name: 'ann',
  description: 'Ann',
  type: 'simple',
  namespace_type: 'single',
  os_types: [],
  tags: [],
  comments: [],
  entries: [{ field: 'user.name', type: 'match', operator: 'included', value: 'ann' }],
};
const CONNECTOR = {
  id: 'c1',
  type: 'action',
  attributes: { actionTypeId: '.slack', name: 'SOC', config: {}, secrets: {}, isMissingSecrets: true },
  references: [],
};
const EXPORT = [LIVE, LIST, ITEM, CONNECTOR, { exported_count: 4, exported_rules_count: 1 }]
  .map((object) => `${JSON.stringify(object)}\n`)
  .join('');

describe('dragnet import and export', () => {
  test('what Kibana exported becomes files, and these become the same export again', async () => {
    await space.write({ 'export.ndjson': EXPORT });
    const { code, err } = await space.run(['import', 'export.ndjson']);
    expect(err).toContain('import: 3 new, 0 updated, 0 unchanged\n');
    // The schema knows no such key: the file says so, and keeps it.
    expect(err).toContain('mystery');
    expect(code).toBe(0);
    const rule = await read('rules/credential_access_many_logins_from_one_host.toml');
    expect(rule).toContain('creation_date = "2026/01/02"');
    expect(rule).toContain('description = """\nFirst line.\nSecond line.\n"""');
    expect(rule).not.toContain('revision');
    const first = await space.run(['export', '--with', 'exceptions,connectors']);
    expect(first.code).toBe(0);
    const [sent, list, item, connector, details] = lines(first.out);
    const { id, revision, immutable, created_at, updated_at, tags, output_index, ...kept } = LIVE;
    expect([id, revision, immutable, created_at, updated_at, tags, output_index]).toHaveLength(7);
    expect(sent).toEqual(kept);
    expect(list).toMatchObject({ list_id: 'known', name: 'Known Users', type: 'detection' });
    expect(item).toEqual(ITEM);
    expect(connector).toMatchObject({ id: 'c1', type: 'action', attributes: { name: 'SOC', actionTypeId: '.slack' } });
    expect(details).toMatchObject({ exported_count: 4, exported_rules_count: 1, missing_exception_lists_count: 0 });
    await space.write({ 'first.ndjson': first.out });
    expect((await space.run(['import', 'first.ndjson'])).err).toBe('import: 0 new, 0 updated, 3 unchanged\n');
    expect((await space.run(['export', '--with', 'connectors,exceptions'])).out).toBe(first.out);
  });

  test('a rule that is there is changed only with --force, and only where it differs', async () => {
    const text = RULE.replace('risk_score = 47', 'risk_score = 47 # as agreed').replace(
      'from = "now-9m"',
      "from = 'now-540s'",
    );
    await space.write({ 'rules/mine.toml': text });
    const [rule] = lines((await space.run(['export'])).out);
    await space.write({ 'same.json': JSON.stringify({ ...rule, from: 'now-9m', to: 'now', id: 'x' }) });
    expect(await space.run(['import', 'same.json'])).toMatchObject({
      code: 0,
      err: 'import: 0 new, 0 updated, 1 unchanged\n',
    });
    await space.write({
      'other.json': JSON.stringify({ ...rule, severity: 'high', updated_at: '2026-06-07T00:00:00Z' }),
    });
    const refused = await space.run(['import', 'other.json']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('rules/mine.toml has this rule already, and differs in severity.');
    expect(await read('rules/mine.toml')).toBe(text);
    expect((await space.run(['import', 'other.json', '--force', '--dry-run'])).err).toContain('1 updated');
    expect(await read('rules/mine.toml')).toBe(text);
    expect((await space.run(['import', 'other.json', '--force'])).code).toBe(0);
    expect(await read('rules/mine.toml')).toBe(
      text.replace('severity = "medium"', 'severity = "high"').replace('2026/05/02', '2026/06/07'),
    );
  });

  test('a line that is wrong is said with its number, and the others are imported', async () => {
    const other = { ...LIVE, rule_id: 'x', name: '../../etc/passwd', threat: [] };
    await space.write({
      'export.ndjson': `${JSON.stringify(other)}\n{"name": \n[1]\n${JSON.stringify({ type: 'eql' })}\n${JSON.stringify(other)}\n`,
    });
    const { code, err } = await space.run(['import', 'export.ndjson']);
    expect(code).toBe(1);
    for (const found of [
      'export.ndjson:2:1  error  import/not-json',
      '3:1  error  import/unknown-object',
      '4:1  error  import/incomplete-rule',
      '5:1  error  import/duplicate-rule',
    ])
      expect(err).toContain(found);
    expect(err).toContain('import: 1 new, 0 updated, 0 unchanged, 4 objects refused');
    expect(await read('rules/etc_passwd.toml')).toContain('name = "../../etc/passwd"');
  });

  test('YAML, JSON lists, rules without an id; names that are taken get a number', async () => {
    await space.write({
      'rules/a_rule.toml': 'unrelated = 1\n',
      'one.yaml':
        'name: A rule\ntype: eql\nlanguage: eql\nquery: |\n  process where true\nrisk_score: 21\nseverity: low\ndescription: d\nauthor: [me]\n',
      'two.json': JSON.stringify([
        { ...LIVE, rule_id: 'b', name: 'B' },
        { ...LIVE, rule_id: 'c', name: 'C' },
      ]),
    });
    const { code, err } = await space.run(['import', 'one.yaml', 'two.json', '--no-tactic-filename']);
    expect(err).toContain('rules/a_rule_2.toml  new  A rule');
    expect(err).toContain('it has no rule_id, and got ');
    expect(err).toContain('import: 3 new');
    expect(code).toBe(0);
    expect(await read('rules/a_rule_2.toml')).toContain("query = '''\nprocess where true\n'''");
    expect(await read('rules/b.toml')).toContain('name = "B"');
  });

  test('Sigma is refused with what to do; bombs, nesting and text that is none are diagnostics', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from('bcdefghijklmnop').map(
        (name, at) => `${name}: &${name} [${`*${'abcdefghijklmno'[at]!}, `.repeat(9)}x]`,
      ),
    ].join('\n');
    await space.write({
      'sigma.yml':
        'title: T\nlogsource:\n  product: windows\ndetection:\n  selection:\n    Image: x\n  condition: selection\n',
      'bomb.yaml': `${bomb}\n`,
      'deep.yaml': '['.repeat(100_000),
      'deep.json': '['.repeat(100_000),
      'evil.yaml': 'name: !!js/function "x"\n__proto__: {polluted: true}\n',
      'rule.toml': RULE,
    });
    const sigma = await space.run(['import', 'sigma.yml']);
    expect(sigma.code).toBe(1);
    expect(sigma.err).toContain('import/sigma');
    expect(sigma.err).toContain('sigma convert');
    for (const file of ['bomb.yaml', 'deep.yaml', 'deep.json', 'evil.yaml']) {
      const { code, err } = await space.run(['import', file]);
      expect([file, code]).toEqual([file, 1]);
      expect(err).toContain('import/');
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(await space.run(['import', 'rule.toml'])).toMatchObject({ code: 2 });
    expect(await space.run(['import', 'none.ndjson'])).toMatchObject({ code: 2 });
  });

  test('an older stack gets no newer fields, and the notes say which', async () => {
    await space.write({
      'rules/a.toml': `${RULE}max_signals = 50\n\n[rule.alert_suppression]\ngroup_by = ["host.id"]\n`,
      'rules/b.toml': RULE.replace('0f616aee', '1f616aee').replace(
        '[metadata]',
        '[metadata]\nmin_stack_version = "9.1.0"',
      ),
      'rules/c.toml': RULE.replace('0f616aee', '2f616aee').replace('"production"', '"deprecated"'),
      'rules/d.toml': RULE.replace('0f616aee', '3f616aee').replace('[rule]', '[rule]\nmystery = 1'),
      'rules/e.toml': RULE.replace('0f616aee', '4f616aee').replace('risk_score = 47', 'risk_score = "x"'),
    });
    const { code, out, err } = await space.run(['export', '--stack', '8.7']);
    expect(code).toBe(1);
    expect(lines(out).map(({ rule_id: id }) => id)).toEqual([ID, ID.replace('0f', '3f'), undefined]);
    expect(lines(out)[0]).not.toHaveProperty('alert_suppression');
    expect(lines(out)[1]).toMatchObject({ mystery: 1 });
    expect(err).toContain('rules/a.toml:23:2  alert_suppression came with 8.8: left out for 8.7.');
    expect(err).toContain('rules/b.toml:2:1  The rule is for 9.1.0 and later: left out for 8.7.');
    expect(err).toContain('rules/c.toml:3:1  The rule is deprecated: left out.');
    expect(err).toContain('rules/e.toml:17:14  error  schema/');
    expect(await space.run(['export', '--stack', 'x'])).toMatchObject({ code: 2 });
    expect(await space.run(['export', '--with', 'x'])).toMatchObject({ code: 2 });
  });

  test('versions come from the lock', async () => {
    await space.write({ 'rules/a.toml': RULE, 'version.lock.json': JSON.stringify({ [ID]: { version: 7 } }) });
    await space.run(['export', '--output', 'out/rules.ndjson']);
    expect(lines(await read('out/rules.ndjson'))[0]).toMatchObject({ version: 7 });
  });
});
