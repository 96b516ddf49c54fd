import { describe, expect, test } from 'vitest';
import { connectorFromKibana, connectorsToKibana } from '../../src/kibana-form/connectors.js';
import { comparable } from '../../src/kibana-form/defaults.js';
import { exceptionsFromKibana, exceptionsToKibana } from '../../src/kibana-form/exceptions.js';
import { fromKibana } from '../../src/kibana-form/from-kibana.js';
import { toKibana } from '../../src/kibana-form/to-kibana.js';
import type { JsonObject } from '../../src/values/json.js';

const TODAY = { today: '2026/05/31' };
const RULE = { name: 'Logins', type: 'query', language: 'kuery', query: 'event.action: login and not acme.door: open' };

describe('a rule for Kibana', () => {
  test('has the fields of its query, with their types in ECS', () => {
    expect(toKibana({ rule: RULE }).rule['required_fields']).toEqual([
      { ecs: false, name: 'acme.door', type: 'unknown' },
      { ecs: true, name: 'event.action', type: 'keyword' },
    ]);
    expect(toKibana({ rule: { ...RULE, required_fields: [] } }).rule['required_fields']).toEqual([]);
  });

  test('has its setup section in a field of its own, unless the file has one', () => {
    const note = '## Triage\n\nLook.\n\n## Setup\n\nSend logs.\n\n### More\n\nText.\n';
    const { rule } = toKibana({ rule: { ...RULE, note } });
    expect(rule).toMatchObject({ note: '## Triage\n\nLook.\n\n\n\n### More\n\nText.', setup: 'Send logs.' });
    expect(toKibana({ rule: { ...RULE, note, setup: 'Other.' } }).rule).toMatchObject({ note, setup: 'Other.' });
    const fenced = '```\n## Setup\n```\n';
    expect(toKibana({ rule: { ...RULE, note: fenced } }).rule).not.toHaveProperty('setup');
  });

  test('has the plugins of its guide in their place', () => {
    const transform = { osquery: [{ query: 'select 1', label: 'One' }] };
    const note = 'Run $osquery_0.';
    const { rule } = toKibana({ rule: { ...RULE, note }, transform });
    expect(rule['note']).toBe('Run !{osquery{"label":"One","query":"select 1"}}.');
    expect(fromKibana(rule, TODAY).file).toMatchObject({ rule: { note }, transform });
  });

  test('has flat new terms, techniques, throttles, and the query that the API asks for', () => {
    const starts = [{ field: 'history_window_start', value: 'now-7d' }];
    const tactic = { id: 'TA0002', name: 'Execution', reference: 'https://attack.mitre.org/tactics/TA0002' };
    const { rule } = toKibana({
      rule: {
        type: 'new_terms',
        new_terms: { field: 'new_terms_fields', value: ['host.id'], history_window_start: starts },
        threat: [{ framework: 'MITRE ATT&CK', tactic }],
        actions: [{ frequency: { summary: true } }, { action_type_id: '.cases', frequency: {} }],
      },
    });
    expect(rule).toEqual({
      type: 'new_terms',
      query: '',
      new_terms_fields: ['host.id'],
      history_window_start: 'now-7d',
      threat: [{ framework: 'MITRE ATT&CK', tactic: { ...tactic, reference: `${tactic.reference}/` }, technique: [] }],
      actions: [{ frequency: { summary: true, throttle: null } }, { action_type_id: '.cases', frequency: {} }],
    });
    expect(toKibana({ rule: { type: 'threat_match' } }).rule).toMatchObject({ query: '', threat_query: '*:*' });
    expect(toKibana({ rule: { type: 'threat_match', threat_query: '' } }).rule['threat_query']).toBe('');
  });

  test('goes without what is for the repository, and says so', () => {
    const { rule, notes } = toKibana({ rule: { ...RULE, threat_mappings: [], meta: { weight: Infinity } } });
    expect(rule).not.toHaveProperty('threat_mappings');
    expect(rule['meta']).toEqual({});
    expect(notes.map(({ path }) => path.join('.'))).toEqual(['rule.threat_mappings', 'rule.meta.weight']);
  });

  test('goes without fields that came after the stack, and is refused where they carry its meaning', () => {
    const suppressed = { ...RULE, type: 'eql', language: 'eql', alert_suppression: { group_by: ['host.id'] } };
    expect(toKibana({ rule: suppressed }, { stack: '8.14' }).rule).toHaveProperty('alert_suppression');
    const { rule, notes, obstacles } = toKibana({ rule: suppressed }, { stack: '8.13' });
    expect(rule).not.toHaveProperty('alert_suppression');
    expect(notes).toEqual([
      { path: ['rule', 'alert_suppression'], what: 'alert_suppression came with 8.14: left out for 8.13.' },
    ]);
    expect(obstacles).toEqual([]);
    const entries = [{ field: 'a', type: 'mapping', value: 'b', negate: true }];
    const threat = { type: 'threat_match', threat_mapping: [{ entries }] };
    expect(toKibana({ rule: threat }, { stack: '9.2' }).obstacles).toEqual([]);
    expect(toKibana({ rule: threat }, { stack: '8.19' }).obstacles).toHaveLength(1);
    expect(toKibana({ rule: { type: 'esql' } }, { stack: '8.10' }).obstacles).toHaveLength(1);
  });
});

describe('a rule from Kibana', () => {
  test('loses what only Kibana sets, and empty defaults that it filled in', () => {
    const live: JsonObject = {
      ...RULE,
      id: 'x',
      revision: 0,
      created_at: '2026-01-02T03:04:05.678Z',
      updated_at: '2026-02-03T00:00:00.000Z',
      output_index: '',
      actions: [],
      to: 'now',
      tags: [],
      note: null,
      mystery: { kept: 9007199254740993n },
    };
    const { file } = fromKibana(live, TODAY);
    expect(file['metadata']).toMatchObject({ creation_date: '2026/01/02', updated_date: '2026/02/03' });
    expect(file['rule']).toEqual({ ...RULE, to: 'now', mystery: { kept: 9007199254740993n } });
  });

  test('keeps empty values that a hand wrote, and an empty list where the query would fill it', () => {
    expect(fromKibana({ ...RULE, tags: [] }, TODAY).file['rule']).toEqual({ ...RULE, tags: [] });
    expect(fromKibana({ ...RULE, id: 'x', required_fields: [] }, TODAY).file['rule']).toEqual({
      ...RULE,
      required_fields: [],
    });
  });

  test('loses the empty index beside a data view', () => {
    const live = { ...RULE, id: 'x', data_view_id: 'logs', index: [] };
    expect(fromKibana(live, TODAY).file['rule']).toEqual({ ...RULE, data_view_id: 'logs' });
    expect(comparable({ ...RULE, data_view_id: 'logs' })).toEqual(comparable(live));
  });

  test('says what TOML cannot hold', () => {
    const { notes } = fromKibana({ ...RULE, tags: ['a', null, 'half \ud83e'] }, TODAY);
    expect(notes.map(({ path }) => path.join('.'))).toEqual(['tags', 'tags.2']);
  });
});

test('rules are compared by what they do', () => {
  const file = { ...RULE, interval: '5m', from: 'now-6m', required_fields: [{ name: 'a', type: 'keyword' }] };
  const live = {
    ...RULE,
    id: 'x',
    interval: '300s',
    from: 'now-360s',
    to: 'now',
    required_fields: [{ name: 'a', type: 'keyword', ecs: false }],
    max_signals: 100,
  };
  expect(comparable(file)).toEqual(comparable(live));
  expect(comparable({ ...file, interval: '6m' })).not.toEqual(comparable(live));
});

test('exception lists keep their items, and items their ids', () => {
  const entries = [{ field: 'user.name', type: 'match', value: 'ann' }];
  const file = { exceptions: [{ container: { name: 'Known', list_id: 'known' }, items: [{ name: 'Ann', entries }] }] };
  const [sent] = exceptionsToKibana(file);
  expect(sent?.list).toMatchObject({ list_id: 'known', type: 'detection', namespace_type: 'single' });
  expect(sent?.items[0]).toMatchObject({ list_id: 'known', entries: [{ operator: 'included', ...entries[0] }] });
  expect(exceptionsToKibana(file)).toEqual([sent]);
  if (sent === undefined) return;
  const { table } = exceptionsFromKibana({ list: { ...sent.list, _version: 'x' }, items: sent.items });
  expect(table['container']).not.toHaveProperty('_version');
  expect(exceptionsToKibana({ exceptions: [table] })).toEqual([sent]);
});

test('connectors lose their secrets on the way into a file', () => {
  const connector = {
    id: 'c',
    type: 'action',
    attributes: { name: 'Slack', actionTypeId: '.slack', secrets: { url: 'x' } },
  };
  const { table, notes } = connectorFromKibana(connector);
  expect(JSON.stringify(table)).not.toContain('secrets');
  expect(notes).toHaveLength(1);
  expect(connectorsToKibana({ action_connectors: [table] })[0]).toMatchObject({
    id: 'c',
    type: 'action',
    references: [],
  });
});
