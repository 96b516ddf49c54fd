import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/values/json.js';
import { ruleBody } from './fake-client.js';
import { addAlert, addGap, setRun } from './rule-runs.js';
import { withKibana } from './with-kibana.js';

const RULES = '/api/detection_engine/rules';
const SEARCH = '/api/detection_engine/signals/search';
const test = withKibana();

beforeEach(async () => {
  for (const id of ['a', 'b']) await test.call('POST', RULES, ruleBody('query', { rule_id: id, name: id }));
});

describe('runs of rules', () => {
  it('are told in execution_summary, and sorted by', async () => {
    setRun(test.kibana.state, 'a', { status: 'failed', message: 'boom', gap: 60 });
    setRun(test.kibana.state, 'b', { status: 'succeeded' });
    const { body } = await test.call('GET', `${RULES}?rule_id=a`);
    expect(body['execution_summary']).toMatchObject({
      last_execution: {
        status: 'failed',
        status_order: 30,
        message: 'boom',
        metrics: { execution_gap_duration_s: 60 },
      },
    });
    const path = `${RULES}/_find?sort_field=execution_summary.last_execution.status&sort_order=desc`;
    expect((await test.call('GET', path)).body).toMatchObject({ data: [{ rule_id: 'a' }, { rule_id: 'b' }] });
    expect((await test.call('POST', `${RULES}/_export`)).text).not.toContain('execution_summary');
  });

  it('that were missed are gaps, found by their time', async () => {
    addGap(test.kibana.state, 'b', { start: '2026-05-01T10:00:00.000Z', end: '2026-05-01T11:00:00.000Z' });
    const find = (start: string, end: string, more = ''): ReturnType<typeof test.call> =>
      test.call('GET', `${RULES}/_find?gaps_range_start=${start}&gaps_range_end=${end}${more}`);
    expect((await find('2026-05-01T10:30:00.000Z', '2026-05-02T00:00:00.000Z')).body).toMatchObject({
      total: 1,
      data: [{ rule_id: 'b' }],
    });
    expect((await find('2026-05-02T00:00:00.000Z', '2026-05-03T00:00:00.000Z')).body).toMatchObject({ total: 0 });
    expect((await test.call('GET', `${RULES}/_find?gaps_range_start=2026-05-01T10:30:00.000Z`)).status).toBe(400);
    await test.restart({ version: '9.1.0' });
    expect((await find('2026-05-02T00:00:00.000Z', '2026-05-03T00:00:00.000Z')).status).toBe(400);
    expect(
      (await find('2026-05-02T00:00:00.000Z', '2026-05-03T00:00:00.000Z', '&gap_fill_statuses=unfilled')).status,
    ).toBe(200);
  });
});

describe('alerts', () => {
  it('are counted by rule and by how they were closed', async () => {
    const { state } = test.kibana;
    addAlert(state, 'a');
    addAlert(state, 'a', {
      'kibana.alert.workflow_status': 'closed',
      'kibana.alert.workflow_reason': 'false_positive',
    });
    addAlert(state, 'b');
    const aggs = {
      rules: {
        terms: { field: 'kibana.alert.rule.rule_id' },
        aggs: { wrong: { filter: { term: { 'kibana.alert.workflow_reason': 'false_positive' } } } },
      },
    };
    const { body } = await test.call('POST', SEARCH, {
      size: 0,
      aggs,
      query: { range: { '@timestamp': { gte: '2026-01-01' } } },
    });
    const { buckets } = (body['aggregations'] as JsonObject)['rules'] as { readonly buckets: readonly JsonObject[] };
    expect(buckets).toMatchObject([
      { key: 'a', doc_count: 2, wrong: { doc_count: 1 } },
      { key: 'b', doc_count: 1, wrong: { doc_count: 0 } },
    ]);
    expect((await test.call('POST', `/s/dev${SEARCH}`, { query: { match_all: {} } })).body).toMatchObject({
      hits: { total: { value: 0 } },
    });
    expect((await test.call('POST', SEARCH, {})).status).toBe(400);
    expect((await test.call('POST', SEARCH, { query: { none: {} } })).status).toBe(400);
  });
});
