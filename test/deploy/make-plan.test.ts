import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { desiredState } from '../../src/deploy/desired-state.js';
import type { LiveObject, ObjectKind } from '../../src/deploy/kibana.js';
import { makePlan } from '../../src/deploy/make-plan.js';
import type { PlanInput } from '../../src/deploy/make-plan.js';
import type { Plan } from '../../src/deploy/plan.js';
import type { TargetState } from '../../src/deploy/state.js';
import type { TargetSettings } from '../../src/deploy/target.js';
import { MemoryKibana } from './memory-kibana.js';

const ID = '5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11';
const OTHER = '0b0d4c0e-8f5e-4a55-9a53-1d6c7d0c5a22';
const KEY = `rule/${ID}`;

function rule(more = '', { id = ID, metadata = '', query = 'user.name: ann', extra = '' } = {}): string {
  return `[metadata]
creation_date = "2026/05/01"
updated_date = "2026/05/01"
${metadata}
[rule]
rule_id = "${id}"
name = "Ann logs in"
description = "Ann should not."
author = ["SOC"]
risk_score = 21
severity = "low"
type = "query"
language = "kuery"
index = ["logs-*"]
query = '''${query}'''
${more}
${extra}`;
}

const LIST = `[metadata]
rule_ids = ["${ID}"]
[[exceptions]]
[exceptions.container]
list_id = "admins"
name = "Admins"
[[exceptions.items]]
item_id = "root"
name = "Root"
entries = [{ field = "user.name", type = "match", operator = "included", value = "root" }]
[[exceptions.items]]
item_id = "scanners"
name = "Scanners"
entries = [{ field = "source.ip", type = "list", operator = "included", list = { id = "scanners", type = "ip" } }]
`;
const VALUES = `[[value_lists]]
id = "scanners"
type = "ip"
values = ["10.0.0.1", "10.0.0.2"]
`;
const CONNECTOR = `[[action_connectors]]
id = "slack"
[action_connectors.attributes]
name = "SOC"
actionTypeId = ".slack"
[action_connectors.secrets]
webhookUrl = "env:SLACK_URL"
`;

type Files = Readonly<Record<string, string>>;

interface Options extends Partial<Omit<PlanInput, 'kibana' | 'desired'>> {
  readonly settings?: TargetSettings;
}

async function plan(kibana: MemoryKibana, files: Files, options: Options = {}): Promise<Plan> {
  const { settings = {}, kibanaVersion = '8.19.4', isNamed } = options;
  const toml = Object.entries(files).map(([file, text]) => parseToml(file, text));
  const desired = desiredState(toml, { settings, kibanaVersion, ...(isNamed && { isNamed }) });
  const made = { by: 'dragnet 0' };
  return makePlan({ target: 'prod', made, ...options, settings, kibanaVersion, desired, kibana });
}

function told(made: Plan): readonly string[] {
  return made.actions.map(({ action, key }) => `${action} ${key}`);
}

function fields(made: Plan): readonly string[] {
  return made.actions.flatMap((action) => action.fields.map((field) => `${field.class} ${field.path}`));
}

function codes(made: Plan): readonly string[] {
  return made.problems.map(({ code, place = '' }) => `${place} ${code}`);
}

/** A Kibana to which files were applied, and the state afterwards. */
async function applied(files: Files, options: Options = {}): Promise<{ kibana: MemoryKibana; state: TargetState }> {
  const kibana = new MemoryKibana();
  const first = await plan(kibana, files, options);
  expect(codes(first)).toEqual([]);
  return { kibana, state: kibana.apply(first, undefined) };
}

const ALL: Files = { 'a.toml': rule(), 'list.toml': LIST, 'values.toml': VALUES, 'slack.toml': CONNECTOR };

describe('what is new', () => {
  test('is made in the order in which one needs the other, and then nothing is to be done', async () => {
    const kibana = new MemoryKibana();
    const first = await plan(kibana, ALL);
    expect(told(first)).toEqual([
      'create connector/slack',
      'create value-list/scanners',
      'create exception-list/single/admins',
      'create exception-item/single/root',
      'create exception-item/single/scanners',
      `create ${KEY}`,
    ]);
    expect(first.actions.at(-1)).toMatchObject({
      file: 'a.toml',
      live: null,
      body: {
        tags: ['Managed by dragnet'],
        exceptions_list: [{ list_id: 'admins', namespace_type: 'single', type: 'detection' }],
      },
    });
    expect(first.actions[0]?.body).toMatchObject({
      connector_type_id: '.slack',
      secrets: { webhookUrl: 'env:SLACK_URL' },
    });
    const state = kibana.apply(first, undefined);
    const second = await plan(kibana, ALL, { state });
    expect([second.actions, second.bookkeeping, second.problems]).toEqual([[], [], []]);
    expect(second.unchanged).toBe(6);
  });

  test('is the same plan, byte by byte, each time', async () => {
    const [one, two] = [await plan(new MemoryKibana(), ALL), await plan(new MemoryKibana(), ALL)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    const other = await plan(new MemoryKibana(), ALL, { made: { by: 'dragnet 1', commit: 'abc' } });
    expect(other.hash).toBe(one.hash);
  });
});

describe('three ways', () => {
  test('git changes, hands change, both change, and both to the same', async () => {
    const { kibana, state } = await applied({ 'a.toml': rule('from = "now-10m"') });
    kibana.edit(KEY, { severity: 'high', from: 'now-600s', name: 'New' });
    const made = await plan(kibana, { 'a.toml': rule('interval = "10m"').replace('Ann logs', 'Bob logs') }, { state });
    expect(fields(made)).toEqual(['git from', 'git interval', 'conflict name', 'drift severity']);
    expect(codes(made)).toEqual(['a.toml:6:1 deploy/conflict']);
    const field = made.actions[0]?.fields.find(({ path }) => path === 'severity');
    expect(field).toEqual({ path: 'severity', class: 'drift', git: 'low', applied: 'low', live: 'high' });
    const same = await plan(
      kibana,
      { 'a.toml': rule('from = "now-10m"\n').replace('"low"', '"high"').replace('Ann logs in', 'New') },
      { state },
    );
    expect(told(same)).toEqual([]);
    expect(same.bookkeeping).toMatchObject([{ key: KEY, change: 'remember' }]);
  });

  test('a conflict is settled by the call', async () => {
    const { kibana, state } = await applied({ 'a.toml': rule() });
    kibana.edit(KEY, { name: 'By hand' });
    const files = { 'a.toml': rule('interval = "10m"').replace('Ann logs in', 'By git') };
    const git = await plan(kibana, files, { state, onConflict: 'git' });
    expect([codes(git), git.actions[0]?.body?.['name']]).toEqual([[], 'By git']);
    const live = await plan(kibana, files, { state, onConflict: 'live' });
    expect(codes(live)).toEqual(['a.toml:6:1 deploy/kept-live']);
    expect(live.actions[0]?.body).toMatchObject({ name: 'By hand', interval: '10m' });
  });

  test('what means the same is no difference', async () => {
    const { kibana, state } = await applied({ 'a.toml': rule('interval = "5m"\nfrom = "now-6m"') });
    kibana.edit(KEY, {
      interval: '300s',
      from: 'now-360s',
      to: 'now',
      meta: { kibana_siem_app_url: 'x' },
      version: 9,
      revision: 12,
      references: [],
      updated_by: 'ann',
      required_fields: [{ name: 'user.name', type: 'keyword', ecs: true }],
      tags: [],
    });
    const made = await plan(kibana, { 'a.toml': rule() }, { state });
    expect([made.actions, made.problems]).toEqual([[], []]);
  });

  test('without a state, what differs in a rule with our tag was changed by somebody', async () => {
    const { kibana } = await applied({ 'a.toml': rule() });
    kibana.edit(KEY, { severity: 'high' });
    const made = await plan(kibana, { 'a.toml': rule() });
    expect([told(made), fields(made)]).toEqual([[`update ${KEY}`], ['unknown severity']]);
  });
});

describe('what nobody manages', () => {
  test('is not touched but with --adopt', async () => {
    const kibana = new MemoryKibana().put('rule', { rule_id: ID, name: 'By hand', type: 'query' });
    const refused = await plan(kibana, { 'a.toml': rule() });
    expect([told(refused), codes(refused)]).toEqual([[], ['a.toml:6:1 deploy/not-managed']]);
    const made = await plan(kibana, { 'a.toml': rule() }, { adopt: true });
    expect([told(made), codes(made)]).toEqual([[`adopt ${KEY}`], []]);
  });

  test('is managed from now on where it is what git wants', async () => {
    const { kibana } = await applied(ALL);
    const made = await plan(kibana, ALL);
    expect(told(made)).toEqual([]);
    expect(made.bookkeeping.map(({ key, change }) => `${change} ${key}`)).toHaveLength(6);
    const state = kibana.apply(made, undefined);
    expect((await plan(kibana, ALL, { state })).bookkeeping).toEqual([]);
  });

  test('a copy of a managed rule is told, and goes with --adopt only', async () => {
    const { kibana, state } = await applied({ 'a.toml': rule() });
    kibana.put('rule', { ...kibana.objects.get(KEY)!.body, rule_id: OTHER, id: 'copy', name: 'Ann [Duplicate]' });
    const made = await plan(kibana, { 'a.toml': rule() }, { state });
    expect([told(made), codes(made)]).toEqual([[], [' deploy/unknown-rule']]);
    expect(told(await plan(kibana, { 'a.toml': rule() }, { state, adopt: true }))).toEqual([`delete rule/${OTHER}`]);
  });

  test('prebuilt rules and foreign ones are never deleted', async () => {
    const { kibana, state } = await applied({ 'a.toml': rule() });
    kibana.put('rule', { rule_id: OTHER, name: 'Mine', type: 'query' });
    kibana.edit(KEY, { immutable: true, rule_source: { type: 'external' } });
    expect(told(await plan(kibana, {}, { state }))).toEqual([]);
    expect(codes(await plan(kibana, { 'a.toml': rule() }, { state }))).toEqual(['a.toml:6:1 deploy/prebuilt-rule']);
  });
});

describe('fields of analysts', () => {
  const settings = { manage: { enabled: false, exceptions_list: false, actions: false } };

  test('stay as Kibana has them, and change nothing', async () => {
    const { kibana, state } = await applied(
      { 'a.toml': rule('enabled = true'), 'list.toml': LIST, 'values.toml': VALUES },
      { settings },
    );
    const live = {
      enabled: false,
      exceptions_list: [{ id: 'x', list_id: 'theirs', namespace_type: 'single', type: 'detection' }],
      actions: [{ id: 'pager', action_type_id: '.pagerduty', group: 'default', params: {}, uuid: 'u' }],
    };
    kibana.edit(KEY, live);
    const same = await plan(
      kibana,
      { 'a.toml': rule('enabled = true'), 'list.toml': LIST, 'values.toml': VALUES },
      { state, settings },
    );
    expect(told(same)).toEqual([]);
    const made = await plan(
      kibana,
      { 'a.toml': rule('enabled = true\ninterval = "10m"'), 'list.toml': LIST, 'values.toml': VALUES },
      { state, settings },
    );
    expect(fields(made)).toEqual([
      'unmanaged actions',
      'unmanaged enabled',
      'unmanaged exceptions_list',
      'git interval',
    ]);
    expect(made.actions[0]?.body).toMatchObject(live);
  });

  test("a rule's own exception list stays, whoever owns the field, until somebody asks", async () => {
    const { kibana, state } = await applied({ 'a.toml': rule() });
    const own = { id: 'saved', list_id: 'own', namespace_type: 'single', type: 'rule_default' };
    const shared = { id: 'saved 2', list_id: 'shared', namespace_type: 'single', type: 'detection' };
    kibana.edit(KEY, { exceptions_list: [own] });
    expect(told(await plan(kibana, { 'a.toml': rule() }, { state }))).toEqual([]);
    kibana.edit(KEY, { exceptions_list: [own, shared] });
    const made = await plan(kibana, { 'a.toml': rule() }, { state });
    expect(fields(made)).toEqual(['drift exceptions_list']);
    expect(made.actions[0]?.body?.['exceptions_list']).toEqual([own]);
    const after = kibana.apply(made, state);
    expect(told(await plan(kibana, { 'a.toml': rule() }, { state: after }))).toEqual([]);
    const asked = await plan(kibana, { 'a.toml': rule() }, { state: after, detachUnknownLists: true });
    expect(asked.actions[0]?.body?.['exceptions_list']).toEqual([]);
  });

  test('whether a rule runs is theirs where git does not say it', async () => {
    const { kibana, state } = await applied({ 'a.toml': rule() });
    kibana.edit(KEY, { enabled: true });
    expect(told(await plan(kibana, { 'a.toml': rule() }, { state }))).toEqual([]);
    expect(told(await plan(kibana, { 'a.toml': rule('enabled = false') }, { state }))).toEqual([`disable ${KEY}`]);
    const override = { enabled: false };
    expect(told(await plan(kibana, { 'a.toml': rule('enabled = true') }, { state, settings: { override } }))).toEqual([
      `disable ${KEY}`,
    ]);
  });
});

describe('what is gone from git', () => {
  test('is deleted last, what others need last of all', async () => {
    const { kibana, state } = await applied(ALL);
    expect(told(await plan(kibana, {}, { state }))).toEqual([
      `delete ${KEY}`,
      'delete exception-item/single/root',
      'delete exception-item/single/scanners',
      'delete exception-list/single/admins',
      'delete value-list/scanners',
      'delete connector/slack',
    ]);
  });

  test('stays while a file is broken, or while the call names others', async () => {
    const { kibana, state } = await applied(ALL);
    const broken = await plan(kibana, { 'a.toml': '[rule' }, { state });
    expect([told(broken), codes(broken)]).toEqual([[], [' deploy/nothing-deleted', 'a.toml:1:6 toml/syntax']]);
    const refused = await plan(kibana, { 'a.toml': rule('severity = 3').replace('severity = "low"', '') }, { state });
    expect(told(refused)).toEqual([]);
    expect(told(await plan(kibana, {}, { state, isNamed: (file) => file === 'other.toml' }))).toEqual([]);
  });

  test('stays while others use it', async () => {
    const { kibana, state } = await applied(ALL);
    kibana.put('rule', {
      rule_id: OTHER,
      name: 'Theirs',
      exceptions_list: [{ id: 'i', list_id: 'admins', namespace_type: 'single', type: 'detection' }],
      actions: [{ id: 'slack', action_type_id: '.slack', params: {} }],
    });
    const made = await plan(kibana, {}, { state });
    expect(told(made)).toEqual([`delete ${KEY}`]);
    expect(made.problems.map(({ key }) => key)).toEqual([
      'connector/slack',
      'exception-list/single/admins',
      'value-list/scanners',
    ]);
    kibana.objects.delete(`rule/${OTHER}`);
    kibana.put('exception-item', {
      item_id: 'theirs',
      list_id: 'admins',
      namespace_type: 'single',
      name: 'Theirs',
      entries: [],
    });
    expect(told(await plan(kibana, {}, { state }))).not.toContain('delete exception-list/single/admins');
  });

  test('stays while what stays itself needs it', async () => {
    const { kibana, state } = await applied(ALL);
    kibana.put('exception-item', {
      item_id: 'theirs',
      list_id: 'admins',
      namespace_type: 'single',
      name: 'Theirs',
      entries: [],
    });
    // The list holds an analyst's exception, its items their value list.
    expect(told(await plan(kibana, {}, { state }))).toEqual([`delete ${KEY}`, 'delete connector/slack']);
    kibana.objects.delete('exception-item/single/theirs');
    // The rule is not asked for, so that what it names stays.
    const isNamed = (file: string): boolean => file !== 'a.toml';
    expect(told(await plan(kibana, {}, { state, isNamed }))).toEqual(['delete connector/slack']);
  });

  test('is forgotten where Kibana has it no longer either; what git still has is made again', async () => {
    const { kibana, state } = await applied({ 'a.toml': rule() });
    kibana.objects.clear();
    expect((await plan(kibana, {}, { state })).bookkeeping).toEqual([{ key: KEY, kind: 'rule', change: 'forget' }]);
    const made = await plan(kibana, { 'a.toml': rule() }, { state });
    expect([told(made), codes(made)]).toEqual([[`create ${KEY}`], ['a.toml:6:1 deploy/deleted-by-hand']]);
  });
});

describe('exceptions and value lists', () => {
  test("an analyst's exception in a managed list survives, one that git changes is written with its comments", async () => {
    const { kibana, state } = await applied(ALL);
    kibana.put('exception-item', {
      item_id: 'theirs',
      list_id: 'admins',
      namespace_type: 'single',
      name: 'T',
      entries: [],
    });
    kibana.edit('exception-item/single/root', { comments: [{ id: 'c', comment: 'Agreed.', created_by: 'ann' }] });
    expect(told(await plan(kibana, ALL, { state }))).toEqual([]);
    const made = await plan(
      kibana,
      { ...ALL, 'list.toml': LIST.replace('value = "root"', 'value = "admin"') },
      { state },
    );
    expect([told(made), fields(made)]).toEqual([['update exception-item/single/root'], ['git entries']]);
    expect(made.actions[0]?.body?.['comments']).toEqual([{ id: 'c', comment: 'Agreed.' }]);
  });

  test('values are told as sets, by who changed them', async () => {
    const { kibana, state } = await applied(ALL);
    kibana.lists.set('value-list/scanners', ['10.0.0.9', '10.0.0.2']);
    const values = VALUES.replace('"10.0.0.2"]', '"10.0.0.3"]');
    const made = await plan(kibana, { ...ALL, 'values.toml': values }, { state });
    expect(made.actions[0]?.fields).toEqual([
      { path: 'values', class: 'drift', added: ['10.0.0.1'], removed: ['10.0.0.9'] },
      { path: 'values', class: 'git', added: ['10.0.0.3'], removed: ['10.0.0.2'] },
    ]);
    expect(made.actions[0]?.values).toEqual(['10.0.0.1', '10.0.0.3']);
  });
});

describe('what a plan asks of Kibana', () => {
  test('is connectors and value lists only where git or the state has to do with any', async () => {
    const asked: string[] = [];
    class Watched extends MemoryKibana {
      override pages(kind: ObjectKind): AsyncIterable<readonly LiveObject[]> {
        asked.push(kind);
        return super.pages(kind);
      }
    }
    const kibana = new Watched();
    await plan(kibana, { 'a.toml': rule() });
    expect(asked.splice(0)).toEqual(['exception-list', 'exception-item', 'rule']);
    const first = await plan(kibana, ALL);
    expect(asked.splice(0)).toEqual(['connector', 'value-list', 'exception-list', 'exception-item', 'rule']);
    const state = kibana.apply(first, undefined);
    await plan(kibana, { 'a.toml': rule() }, { state });
    expect(asked).toContain('connector');
  });
});

describe('what a target cannot have', () => {
  test('fields that are newer than its Kibana', async () => {
    const wide = rule('', { extra: '[rule.threshold]\nfield = ["a", "b", "c", "d"]\nvalue = 5\n' }).replace(
      '"query"',
      '"threshold"',
    );
    const made = await plan(new MemoryKibana(), { 'a.toml': wide });
    expect([told(made), codes(made)]).toEqual([[], ['a.toml:18:1 deploy/newer-field']]);
    expect(told(await plan(new MemoryKibana(), { 'a.toml': wide }, { kibanaVersion: '9.2.0' }))).toEqual([
      `create ${KEY}`,
    ]);
  });

  test('rules for newer stacks stay at home, and what Kibana has of them stays', async () => {
    const { kibana, state } = await applied({ 'a.toml': rule() });
    const made = await plan(kibana, { 'a.toml': rule('', { metadata: 'min_stack_version = "9.1.0"' }) }, { state });
    expect([told(made), codes(made)]).toEqual([[], ['a.toml:4:1 deploy/newer-stack']]);
  });

  test('names of what nobody has, with the place', async () => {
    const action = '[[rule.actions]]\naction_type_id = ".slack"\nid = "slakc"\nparams = {}\n';
    const files = { 'a.toml': rule('', { extra: action }), 'list.toml': LIST, 'slack.toml': CONNECTOR };
    const made = await plan(new MemoryKibana(), files);
    expect(codes(made)).toEqual(['a.toml:19:1 deploy/unknown-connector', 'list.toml:14:73 deploy/unknown-value-list']);
    expect(made.problems[0]?.what).toContain('Did you mean "slack"?');
    expect(told(made)).not.toContain(`create ${KEY}`);
    const kibana = new MemoryKibana().put('connector', {
      id: 'slakc',
      name: 'x',
      connector_type_id: '.slack',
      is_preconfigured: true,
    });
    expect(codes(await plan(kibana, files))).toEqual(['list.toml:14:73 deploy/unknown-value-list']);
  });

  test('another type for a connector, a value list, or another list for an exception', async () => {
    const { kibana, state } = await applied(ALL);
    const files = {
      ...ALL,
      'slack.toml': CONNECTOR.replace('.slack', '.teams'),
      'values.toml': VALUES.replace('"ip"', '"keyword"'),
    };
    const made = await plan(kibana, files, { state });
    expect(told(made)).toEqual([]);
    expect(codes(made)).toEqual(['slack.toml:1:3 deploy/immutable-field', 'values.toml:1:3 deploy/immutable-field']);
  });

  test('secrets that stand in a file are refused, and never told', async () => {
    const made = await plan(new MemoryKibana(), {
      'slack.toml': CONNECTOR.replace('env:SLACK_URL', 'https://hooks.example/T0K3N'),
    });
    expect(codes(made)).toEqual(['slack.toml:7:1 deploy/secret-in-file']);
    expect(JSON.stringify(made)).not.toContain('T0K3N');
  });
});

describe('targets', () => {
  test('select by tag, path and maturity', async () => {
    const files = {
      'aws/a.toml': rule('tags = ["aws"]'),
      'win/b.toml': rule('tags = ["win"]', { id: OTHER, metadata: 'maturity = "development"' }),
    };
    const keys = async (settings: TargetSettings): Promise<readonly string[]> =>
      told(await plan(new MemoryKibana(), files, { settings }));
    expect(await keys({})).toEqual([`create ${KEY}`]);
    expect(await keys({ select: { maturity: ['production', 'development'] } })).toHaveLength(2);
    expect(await keys({ select: { maturity: ['development'], tags: ['win', 'linux'] } })).toEqual([
      `create rule/${OTHER}`,
    ]);
    expect(await keys({ select: { paths: ['win'] } })).toEqual([]);
    expect(await keys({ select: { paths: ['aws/*.toml'] } })).toEqual([`create ${KEY}`]);
  });

  test('have their own indices, tags and exceptions', async () => {
    const override = {
      index_prefix: 'remote:',
      tags: ['Prod'],
      exceptions_list: [{ list_id: 'fleet', namespace_type: 'agnostic', type: 'detection' }],
    };
    const kibana = new MemoryKibana().put('exception-list', {
      list_id: 'fleet',
      namespace_type: 'agnostic',
      name: 'F',
    });
    const files = {
      'a.toml': rule('tags = ["T"]').replace('["logs-*"]', '["logs-*", "-logs-x", "other:logs-*"]'),
      'b.toml': rule('', { id: OTHER, query: 'FROM logs-*, "metrics-*" METADATA _id // logs\n| WHERE a == "logs-*"' })
        .replace('"kuery"\nindex = ["logs-*"]', '"esql"')
        .replace('"query"', '"esql"'),
    };
    const { actions } = await plan(kibana, files, { settings: { override, tag: '' } });
    expect(actions.find(({ key }) => key === KEY)?.body).toMatchObject({
      index: ['remote:logs-*', '-remote:logs-x', 'other:logs-*'],
      tags: ['T', 'Prod'],
      exceptions_list: override.exceptions_list,
    });
    expect(actions.find(({ key }) => key === `rule/${OTHER}`)?.body?.['query']).toBe(
      'FROM remote:logs-*, "remote:metrics-*" METADATA _id // logs\n| WHERE a == "logs-*"',
    );
  });

  test('get only the lists that their rules name', async () => {
    const settings = { select: { tags: ['none'] } };
    const made = await plan(
      new MemoryKibana(),
      { 'a.toml': rule(), 'list.toml': LIST, 'values.toml': VALUES },
      { settings },
    );
    expect(told(made)).toEqual(['create value-list/scanners']);
  });
});
