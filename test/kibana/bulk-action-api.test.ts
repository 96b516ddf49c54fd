import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/values/json.js';
import type { Answer } from './fake-client.js';
import { ruleBody } from './fake-client.js';
import { textOf } from './state.js';
import { withKibana } from './with-kibana.js';

const RULES = '/api/detection_engine/rules';
const test = withKibana();
const ids = new Map<string, string>();

const bulk = (body: JsonObject, query = ''): Promise<Answer> =>
  test.call('POST', `${RULES}/_bulk_action${query}`, body);
const summary = ({ body }: Answer): unknown => (body['attributes'] as JsonObject)['summary'];
const rule = async (id: string): Promise<JsonObject> => (await test.call('GET', `${RULES}?rule_id=${id}`)).body;
const idOf = (name: string): string => ids.get(name) ?? '';

beforeEach(async () => {
  for (const id of ['a', 'b', 'ml']) {
    const body = ruleBody(id === 'ml' ? 'machine_learning' : 'query', { rule_id: id, tags: ['x'] });
    ids.set(id, textOf((await test.call('POST', RULES, body)).body, 'id'));
  }
});

describe('a bulk action', () => {
  it('enables and disables, by ids or by query, without a new revision', async () => {
    const answer = await bulk({ action: 'enable', ids: [idOf('a')] });
    expect(answer.body).toMatchObject({
      success: true,
      rules_count: 1,
      attributes: {
        summary: { failed: 0, succeeded: 1, skipped: 0, total: 1 },
        results: { updated: [{ rule_id: 'a', enabled: true, revision: 0 }] },
      },
    });
    expect(summary(await bulk({ action: 'disable', query: 'alert.attributes.enabled: true' }))).toMatchObject({
      total: 1,
    });
    expect((await rule('a'))['enabled']).toBe(false);
  });

  it('means all rules without ids and query', async () => {
    expect(summary(await bulk({ action: 'delete' }))).toMatchObject({ succeeded: 3 });
    expect(test.kibana.state.space('default').rules.size).toBe(0);
  });

  it('takes ids or a query, a hundred ids at most, and none that is empty', async () => {
    expect((await bulk({ action: 'enable', ids: [idOf('a')], query: '' })).body['message']).toMatch(
      /^Both query and ids are sent/,
    );
    expect((await bulk({ action: 'enable', ids: Array.from({ length: 101 }, () => 'x') })).body['message']).toBe(
      'More than 100 ids sent for bulk edit action.',
    );
    expect((await bulk({ action: 'enable', ids: [] })).status).toBe(400);
    expect((await bulk({ action: 'other' })).status).toBe(400);
    expect((await bulk({ action: 'export' }, '?dry_run=true')).status).toBe(400);
  });

  it('fails in part with status 500, and says what became of each rule', async () => {
    test.kibana.state.failing.set('b', 'boom');
    const { status, body } = await bulk({ action: 'enable', ids: [idOf('a'), idOf('b'), 'none'] });
    expect(status).toBe(500);
    expect(body).toMatchObject({
      message: 'Bulk edit partially failed',
      status_code: 500,
      attributes: {
        summary: { failed: 2, succeeded: 1, skipped: 0, total: 3 },
        errors: [
          { message: 'Rule not found', status_code: 500, rules: [{ id: 'none' }] },
          { message: 'boom', rules: [{ id: idOf('b'), name: 'A rule of type query' }] },
        ],
      },
    });
    expect([(await rule('a'))['enabled'], (await rule('b'))['enabled']]).toEqual([true, false]);
    expect((await bulk({ action: 'enable', ids: ['none'] })).body['message']).toBe('Bulk edit failed');
  });

  it('edits, and skips what is as it should be', async () => {
    const edit = [{ type: 'add_tags', value: ['y'] }];
    const first = await bulk({ action: 'edit', ids: [idOf('a')], edit });
    expect(first.body).toMatchObject({ attributes: { results: { updated: [{ tags: ['x', 'y'], revision: 1 }] } } });
    const again = await bulk({ action: 'edit', query: '', edit });
    expect(again.body).toMatchObject({
      attributes: {
        summary: { succeeded: 2, skipped: 1 },
        results: { skipped: [{ id: idOf('a'), skip_reason: 'RULE_NOT_MODIFIED' }] },
      },
    });
    await bulk({
      action: 'edit',
      ids: [idOf('a')],
      edit: [
        { type: 'delete_tags', value: ['x'] },
        { type: 'add_index_patterns', value: ['logs-*'] },
      ],
    });
    expect(await rule('a')).toMatchObject({ tags: ['y'], index: ['logs-*'], revision: 2 });
    await bulk({
      action: 'edit',
      ids: [idOf('a')],
      edit: [{ type: 'set_schedule', value: { interval: '10m', lookback: '1m' } }],
    });
    expect(await rule('a')).toMatchObject({ interval: '10m', from: 'now-660s', meta: { from: '1m' } });
  });

  it('tells in a dry run what it would refuse, with a code, and changes nothing', async () => {
    const edit = [{ type: 'add_index_patterns', value: ['logs-*'] }];
    const { status, body } = await bulk({ action: 'edit', ids: [idOf('a'), idOf('ml')], edit }, '?dry_run=true');
    expect(status).toBe(500);
    expect(body).toMatchObject({
      attributes: {
        results: { updated: [] },
        summary: { succeeded: 1, failed: 1 },
        errors: [{ err_code: 'MACHINE_LEARNING_INDEX_PATTERN', rules: [{ id: idOf('ml') }] }],
      },
    });
    expect(await rule('a')).not.toHaveProperty('index');
  });

  it('edits prebuilt rules only with a licence, but for their actions', async () => {
    const { rules } = test.kibana.state.space('default');
    const a = rules.get(idOf('a'));
    rules.set(idOf('a'), { ...a, immutable: true, rule_source: { type: 'external', is_customized: false } });
    test.kibana.state.license = 'basic';
    const edit = [{ type: 'add_tags', value: ['y'] }];
    const dry = await bulk({ action: 'edit', ids: [idOf('a')], edit }, '?dry_run=true');
    expect(dry.body).toMatchObject({ attributes: { errors: [{ err_code: 'PREBUILT_CUSTOMIZATION_LICENSE' }] } });
    const wet = await bulk({ action: 'edit', ids: [idOf('a')], edit });
    expect(wet.body).toMatchObject({ attributes: { errors: [{ message: "Elastic rule can't be edited" }] } });
    const actions = [{ type: 'set_rule_actions', value: { actions: [] } }];
    expect((await bulk({ action: 'edit', ids: [idOf('a')], edit: actions })).status).toBe(200);
    test.kibana.state.license = 'enterprise';
    expect((await bulk({ action: 'edit', ids: [idOf('a')], edit })).status).toBe(200);
  });

  it('duplicates: another rule, disabled, of the space itself', async () => {
    const { body } = await bulk({
      action: 'duplicate',
      ids: [idOf('a')],
      duplicate: { include_exceptions: true, include_expired_exceptions: true },
    });
    expect(body).toMatchObject({
      attributes: {
        results: {
          created: [{ name: 'A rule of type query [Duplicate]', enabled: false, immutable: false, revision: 0 }],
        },
      },
    });
    expect(test.kibana.state.space('default').rules.size).toBe(4);
  });

  it('exports as _export does', async () => {
    const { text, headers } = await bulk({ action: 'export', ids: [idOf('a')] });
    expect(headers.get('content-type')).toBe('application/ndjson');
    expect(text.trimEnd().split('\n')).toHaveLength(2);
  });

  it('may say that all went well where a test wants to see that it is noticed', async () => {
    test.kibana.state.violations.add('bulk-fails-silently');
    expect((await bulk({ action: 'enable', ids: ['none'] })).status).toBe(200);
  });
});
