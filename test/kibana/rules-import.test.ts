import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/values/json.js';
import type { Answer } from './fake-client.js';
import { ruleBody } from './fake-client.js';
import { textOf } from './state.js';
import { withKibana } from './with-kibana.js';

const RULES = '/api/detection_engine/rules';
const test = withKibana();
const LIST = { list_id: 'l', name: 'L', description: 'd', type: 'detection', namespace_type: 'single' };
const ITEM = {
  list_id: 'l',
  item_id: 'i',
  name: 'I',
  description: 'd',
  type: 'simple',
  namespace_type: 'single',
  entries: [],
};
const ACTION = { id: 'c', group: 'default', action_type_id: '.slack', params: {} };

function form(lines: readonly (JsonObject | string)[], name = 'rules.ndjson'): FormData {
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const made = new FormData();
  made.append('file', new Blob([text]), name);
  return made;
}

const load = (lines: readonly (JsonObject | string)[], query = ''): Promise<Answer> =>
  test.call('POST', `${RULES}/_import${query}`, form(lines));
const lines = async (body?: JsonObject, query = ''): Promise<readonly JsonObject[]> => {
  const { text } = await test.call('POST', `${RULES}/_export${query}`, body);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);
};

describe('export', () => {
  beforeEach(async () => {
    const list = await test.call('POST', '/api/exception_lists', LIST);
    await test.call('POST', '/api/exception_lists/items', ITEM);
    await test.call('POST', '/api/actions/connector/c', {
      name: 'Slack',
      connector_type_id: '.slack',
      secrets: { webhookUrl: 'hidden' },
    });
    const exceptions_list = [
      { id: textOf(list.body, 'id'), list_id: 'l', type: 'detection', namespace_type: 'single' },
    ];
    await test.call('POST', RULES, ruleBody('query', { rule_id: 'a', exceptions_list, actions: [ACTION] }));
    await test.call('POST', RULES, ruleBody('query', { rule_id: 'b' }));
  });

  it('has rules, each list with its items, connectors without secrets, and the counts', async () => {
    const found = await lines();
    expect(found.map(({ rule_id, list_id, item_id, type }) => item_id ?? list_id ?? rule_id ?? type)).toEqual([
      'a',
      'b',
      'l',
      'i',
      'action',
      undefined,
    ]);
    expect(found[4]).toMatchObject({
      id: 'c',
      attributes: { actionTypeId: '.slack', isMissingSecrets: true, secrets: {} },
    });
    expect(found[5]).toMatchObject({
      exported_count: 5,
      exported_rules_count: 2,
      missing_rules: [],
      exported_exception_list_count: 1,
      exported_exception_list_item_count: 1,
      exported_action_connector_count: 1,
      excluded_action_connections: [],
    });
  });

  it('has the rules that are asked for, and names those that are not there', async () => {
    const found = await lines({ objects: [{ rule_id: 'b' }, { rule_id: 'none' }] });
    expect(found).toMatchObject([{ rule_id: 'b' }, { missing_rules: [{ rule_id: 'none' }], missing_rules_count: 1 }]);
    expect(await lines({ objects: [{ rule_id: 'b' }] }, '?exclude_export_details=true')).toHaveLength(1);
  });

  it('is what an import takes, into another space too', async () => {
    const { text } = await test.call('POST', `${RULES}/_export`);
    const { body } = await test.call('POST', `/s/dev${RULES}/_import`, form(text.trimEnd().split('\n')));
    expect(body).toMatchObject({
      success: true,
      success_count: 2,
      rules_count: 2,
      exceptions_success: true,
      exceptions_success_count: 2,
      action_connectors_success: true,
      action_connectors_success_count: 1,
      action_connectors_warnings: [
        { type: 'action_required', message: '1 connector has sensitive information that require updates.' },
      ],
    });
    expect((await test.call('GET', '/s/dev/api/actions/connector/c')).body['is_missing_secrets']).toBe(true);
    // A rule keeps its place, but is another saved object: the ids of lists are those of the new space.
    const { body: rule } = await test.call('GET', `/s/dev${RULES}?rule_id=a`);
    const [list] = rule['exceptions_list'] as readonly JsonObject[];
    expect(list?.['id']).toBe(test.kibana.state.space('dev').exceptionLists.get('l')?.['id']);
  });
});

describe('import', () => {
  const rule = ruleBody('query', { rule_id: 'a' });

  it('answers 200 whatever became of the rules, and says so in `success`', async () => {
    await load([rule]);
    const again = await load([rule, ruleBody('query', { rule_id: 'b' })]);
    expect([again.status, again.body]).toMatchObject([
      200,
      {
        success: false,
        success_count: 1,
        rules_count: 2,
        errors: [{ rule_id: 'a', error: { status_code: 409, message: 'rule_id: "a" already exists' } }],
      },
    ]);
  });

  it('overwrites as PUT does', async () => {
    await load([{ ...rule, note: 'n', enabled: true }]);
    expect((await load([rule], '?overwrite=true')).body['success']).toBe(true);
    const { body } = await test.call('GET', `${RULES}?rule_id=a`);
    expect(body).toMatchObject({ enabled: true, revision: 1 });
    expect(body).not.toHaveProperty('note');
  });

  it('says success of rules where exceptions were refused', async () => {
    await test.call('POST', '/api/exception_lists', LIST);
    const { body } = await load([rule, LIST, ITEM]);
    expect(body).toMatchObject({
      success: true,
      exceptions_success: false,
      exceptions_success_count: 1,
      exceptions_errors: [{ list_id: 'l', error: { status_code: 409 } }],
    });
    expect((await load([rule, LIST, ITEM], '?overwrite=true&overwrite_exceptions=true')).body).toMatchObject({
      exceptions_success: true,
    });
  });

  it('takes lists off rules that are not there, refuses rules whose connectors are not, lines that are none', async () => {
    const exceptions_list = [{ id: 'x', list_id: 'none', type: 'detection', namespace_type: 'single' }];
    const { body } = await load([
      { ...rule, exceptions_list },
      ruleBody('query', { rule_id: 'b', actions: [ACTION] }),
      { rule_id: 'c' },
      '{"broken',
      rule,
    ]);
    const errors = body['errors'] as readonly { readonly rule_id: string; readonly error: JsonObject }[];
    expect(errors.map(({ error }) => error['status_code'])).toEqual([400, 400, 404, 400]);
    expect(JSON.stringify(errors)).toContain('More than one rule with rule-id');
    expect(JSON.stringify(errors)).toContain('following missing action IDs: c');
    const other = await load([{ ...rule, rule_id: 'd', exceptions_list }]);
    expect(other.body).toMatchObject({
      success: false,
      success_count: 1,
      errors: [{ error: { message: expect.stringContaining('Reference has been removed') as string } }],
    });
  });

  it('refuses connectors that are there, all of them', async () => {
    await test.call('POST', '/api/actions/connector/c', { name: 'I', connector_type_id: '.index' });
    const connector = {
      id: 'c',
      type: 'action',
      attributes: { actionTypeId: '.index', name: 'I', config: {}, secrets: {} },
    };
    const { body } = await load([connector, { ...connector, id: 'd' }]);
    expect(body).toMatchObject({
      action_connectors_success: false,
      action_connectors_success_count: 0,
      action_connectors_errors: [{ id: 'c', error: { status_code: 409 } }],
    });
    expect((await load([connector], '?overwrite_action_connectors=true')).body['action_connectors_success']).toBe(true);
  });

  it('takes files of NDJSON only', async () => {
    const { status, body } = await test.call('POST', `${RULES}/_import`, form([rule], 'rules.json'));
    expect([status, body['message']]).toEqual([400, 'Invalid file extension .json']);
  });
});
