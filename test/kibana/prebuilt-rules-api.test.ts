import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/values/json.js';
import type { Answer } from './fake-client.js';
import { ruleBody } from './fake-client.js';
import { textOf } from './state.js';
import { withKibana } from './with-kibana.js';

const INTERNAL = '/internal/detection_engine/prebuilt_rules';
const RULES = '/api/detection_engine/rules';
const test = withKibana();

const asset = (version: number, more: JsonObject = {}): JsonObject =>
  ruleBody('query', { rule_id: 'p', version, author: ['Elastic'], license: 'v2', tags: ['a', 'b'], ...more });
const rule = async (): Promise<JsonObject> => (await test.call('GET', `${RULES}?rule_id=p`)).body;
const install = (): Promise<Answer> =>
  test.call('POST', `${INTERNAL}/installation/_perform`, {
    mode: 'SPECIFIC_RULES',
    rules: [{ rule_id: 'p', version: 1 }],
  });
const put = (more: JsonObject): Promise<Answer> => test.call('PUT', RULES, { ...asset(1), ...more });
const upgrade = (more: JsonObject = {}): Promise<Answer> =>
  test.call('POST', `${INTERNAL}/upgrade/_perform`, { mode: 'ALL_RULES', ...more });

beforeEach(() => {
  test.kibana.state.prebuilt.set('p', [asset(1)]);
  test.kibana.state.prebuilt.set('q', [ruleBody('eql', { rule_id: 'q', version: 5 })]);
});

describe('prebuilt rules', () => {
  it('are counted: those installed, and those that could be', async () => {
    expect((await test.call('GET', `${RULES}/prepackaged/_status`)).body).toMatchObject({
      rules_installed: 0,
      rules_not_installed: 2,
    });
    expect((await test.call('GET', `${INTERNAL}/status`)).body).toMatchObject({
      stats: { num_prebuilt_rules_to_install: 2, num_prebuilt_rules_total_in_package: 2 },
    });
    expect((await test.call('POST', `${INTERNAL}/installation/_review`, {})).body).toMatchObject({
      stats: { num_rules_to_install: 2, tags: ['a', 'b'] },
      total: 2,
    });
  });

  it('are installed disabled, immutable, of an external source, and once', async () => {
    expect((await install()).body).toMatchObject({
      summary: { total: 1, succeeded: 1, skipped: 0, failed: 0 },
      results: {
        created: [
          { rule_id: 'p', immutable: true, enabled: false, rule_source: { type: 'external', is_customized: false } },
        ],
      },
    });
    expect((await install()).body).toMatchObject({
      results: { skipped: [{ rule_id: 'p', reason: 'ALREADY_INSTALLED' }] },
    });
    const none = await test.call('POST', `${INTERNAL}/installation/_perform`, {
      mode: 'SPECIFIC_RULES',
      rules: [{ rule_id: 'x', version: 1 }],
    });
    expect(none.body).toMatchObject({ errors: [{ message: 'Rule with ID "x" and version "1" not found' }] });
    expect((await test.call('POST', `${INTERNAL}/installation/_perform`, { mode: 'OTHER' })).status).toBe(400);
  });

  it('are customised where they say anything else than their version, but for what is the team’s', async () => {
    await install();
    expect((await put({ enabled: true, meta: { mine: 1 } })).body['rule_source']).toEqual({
      type: 'external',
      is_customized: false,
    });
    expect((await put({ tags: ['a', 'b', 'c'] })).body['rule_source']).toEqual({
      type: 'external',
      is_customized: true,
    });
    expect((await put({})).body['rule_source']).toEqual({ type: 'external', is_customized: false });
  });

  it('are upgraded: merged by field, with what is the team’s kept', async () => {
    await install();
    await put({ enabled: true, tags: ['a', 'b', 'mine'] });
    test.kibana.state.prebuilt.set('p', [asset(1), asset(2, { name: 'New name', tags: ['b', 'c'] })]);
    const review = await test.call('POST', `${INTERNAL}/upgrade/_review`, {});
    expect(review.body).toMatchObject({
      stats: { num_rules_to_upgrade_total: 1 },
      rules: [
        {
          rule_id: 'p',
          revision: 1,
          diff: {
            num_fields_with_updates: 2,
            num_fields_with_conflicts: 1,
            fields: { name: { conflict: 'NONE' }, tags: { conflict: 'SOLVABLE' } },
          },
        },
      ],
    });
    expect((await upgrade({ on_conflict: 'SKIP' })).body).toMatchObject({
      results: { skipped: [{ reason: 'CONFLICT', conflict: 'SOLVABLE' }] },
    });
    const stale = await upgrade({ mode: 'SPECIFIC_RULES', rules: [{ rule_id: 'p', version: 2, revision: 0 }] });
    expect(stale.body).toMatchObject({ errors: [{ message: 'Revision mismatch for rule_id p: expected 1, got 0' }] });
    expect((await upgrade()).body).toMatchObject({ summary: { succeeded: 1 } });
    expect(await rule()).toMatchObject({
      version: 2,
      enabled: true,
      name: 'New name',
      tags: ['b', 'mine', 'c'],
      rule_source: { is_customized: true },
    });
    expect(
      (await upgrade({ mode: 'SPECIFIC_RULES', rules: [{ rule_id: 'p', version: 2, revision: 2 }] })).body,
    ).toMatchObject({ results: { skipped: [{ reason: 'RULE_UP_TO_DATE' }] } });
  });

  it('whose same text was changed on both sides are not merged', async () => {
    await install();
    await put({ name: 'Mine' });
    test.kibana.state.prebuilt.set('p', [asset(1), asset(2, { name: 'Theirs' })]);
    expect((await upgrade()).body).toMatchObject({
      summary: { failed: 1 },
      errors: [{ message: expect.stringContaining("field 'name'") as string }],
    });
    expect((await upgrade({ pick_version: 'CURRENT' })).body).toMatchObject({ summary: { succeeded: 1 } });
    expect(await rule()).toMatchObject({ name: 'Mine', version: 2 });
  });

  it('take the target only, without a licence', async () => {
    await install();
    test.kibana.state.license = 'basic';
    test.kibana.state.prebuilt.set('p', [asset(1), asset(2, { name: 'Theirs' })]);
    expect((await upgrade({ pick_version: 'MERGED' })).status).toBe(400);
    expect((await upgrade()).body).toMatchObject({ summary: { succeeded: 1 } });
  });

  it('are all installed and upgraded by the public API, whatever was customised', async () => {
    await install();
    await put({ name: 'Mine' });
    test.kibana.state.prebuilt.set('p', [asset(2, { name: 'Theirs' })]);
    expect((await test.call('PUT', `${RULES}/prepackaged`)).body).toMatchObject({
      rules_installed: 1,
      rules_updated: 1,
    });
    expect(await rule()).toMatchObject({ name: 'Theirs', version: 2 });
  });

  it('go back to what their version says', async () => {
    await install();
    const { body } = await put({ name: 'Mine' });
    const id = textOf(body, 'id');
    expect((await test.call('GET', `${INTERNAL}/base_version?id=${id}`)).body).toMatchObject({
      base_version: { name: 'A rule of type query' },
    });
    expect((await test.call('POST', `${INTERNAL}/revert`, { id, version: 1, revision: 0 })).status).toBe(409);
    expect((await test.call('POST', `${INTERNAL}/revert`, { id, version: 1, revision: 1 })).body).toMatchObject({
      success: true,
    });
    expect(await rule()).toMatchObject({ name: 'A rule of type query', rule_source: { is_customized: false } });
  });
});
