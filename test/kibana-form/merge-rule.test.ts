import { describe, expect, test } from 'vitest';
import { mergeRule } from '../../src/kibana-form/merge-rule.js';
import { without } from '../../src/kibana-form/server-fields.js';
import { toKibana } from '../../src/kibana-form/to-kibana.js';
import type { JsonObject } from '../../src/values/json.js';

const FILE: JsonObject = {
  metadata: { creation_date: '2026/05/01', updated_date: '2026/05/01', integration: ['aws'] },
  transform: { osquery: [{ label: 'One', query: 'select 1' }] },
  rule: {
    name: 'A',
    type: 'new_terms',
    language: 'kuery',
    query: 'user.name: *',
    note: 'Run $osquery_0.',
    enabled: true,
    from: 'now-540s',
    new_terms: {
      field: 'new_terms_fields',
      value: ['host.id'],
      history_window_start: [{ field: 'history_window_start', value: 'now-7d' }],
    },
    alert_suppression: { group_by: ['host.id'] },
    threat_mappings: [],
  },
};
const LIVE = { ...toKibana(FILE).rule, id: 'x', updated_at: '2026-06-07T00:00:00.000Z', to: 'now', tags: [] };

function merged(live: JsonObject): { changed: readonly string[]; rule: JsonObject; file: JsonObject } {
  const { file, changed } = mergeRule(FILE, live, '2026/12/31');
  return { changed, file, rule: file['rule'] as JsonObject };
}

describe('taking over what a Kibana has', () => {
  test('changes nothing where the two mean the same', () => {
    expect(merged({ ...LIVE, from: 'now-9m' })).toMatchObject({ changed: [], file: FILE });
    expect(merged(without(LIVE, new Set(['enabled'])))).toMatchObject({ changed: [], file: FILE });
  });

  test('changes the fields that differ, and the day', () => {
    const { changed, rule, file } = merged({ ...LIVE, name: 'B', enabled: false, mystery: 1 });
    expect(changed).toEqual(['enabled', 'mystery', 'name']);
    expect(rule).toEqual({ ...(FILE['rule'] as JsonObject), name: 'B', enabled: false, mystery: 1 });
    expect(file['metadata']).toEqual({ ...(FILE['metadata'] as JsonObject), updated_date: '2026/06/07' });
  });

  test('removes what is gone, and never what is not sent', () => {
    const { changed, rule } = merged(without(LIVE, new Set(['alert_suppression'])));
    expect(changed).toEqual(['alert_suppression']);
    expect(rule).not.toHaveProperty('alert_suppression');
    expect(rule).toHaveProperty('threat_mappings');
  });

  test('keeps the fields of the old query where a Kibana keeps them', () => {
    const live = { ...LIVE, query: 'host.id: *' };
    const { changed, file, rule } = merged(live);
    expect(changed).toEqual(['query', 'required_fields']);
    expect(rule['required_fields']).toEqual([{ ecs: true, name: 'user.name', type: 'keyword' }]);
    expect(mergeRule(file, live, '2026/12/31').changed).toEqual([]);
  });

  test('knows fields that have another form in files', () => {
    const { rule } = merged({ ...LIVE, history_window_start: 'now-14d' });
    expect(rule['new_terms']).toMatchObject({ value: ['host.id'], history_window_start: [{ value: 'now-14d' }] });
    const noted = merged({ ...LIVE, note: 'Just look.' });
    expect(noted.rule['note']).toBe('Just look.');
    expect(noted.file).not.toHaveProperty('transform');
  });
});
