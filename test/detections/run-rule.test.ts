import { describe, expect, test } from 'vitest';
import { toRule } from '../../src/definitions/to-model.js';
import { runRule } from '../../src/detections/run-rule.js';
import type { RuleRun } from '../../src/detections/alert.js';
import { MAX_SIGNALS } from '../../src/detections/warnings.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { JsonObject } from '../../src/values/json.js';

const now = new Date('2026-05-01T12:00:00Z');
const at = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();

async function run(rule: JsonObject, documents: readonly JsonObject[]): Promise<RuleRun> {
  const cluster = new EmbeddedCluster({ clock: () => now });
  const keyword = { type: 'keyword' };
  await cluster.createIndex('logs-a', {
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        event: { properties: { category: keyword, ingested: { type: 'date' } } },
        user: keyword,
        host: keyword,
        n: { type: 'long' },
      },
    },
  });
  await cluster.bulk(
    documents.map(({ _id, ...source }) => ({
      _index: 'logs-a',
      _id: _id as string,
      source: JSON.stringify(source),
    })),
  );
  const base = {
    rule_id: 'r',
    name: 'n',
    description: 'd',
    author: ['a'],
    severity: 'low',
    risk_score: 21,
    index: ['logs-*'],
    language: 'kuery',
  };
  return runRule(toRule({ metadata: {}, rule: { ...base, ...rule } }), cluster, { now });
}
const ids = ({ alerts, errors }: RuleRun): string[] => {
  expect(errors).toEqual([]);
  return alerts.flatMap(({ ancestors }) => ancestors.map(({ id }) => id));
};

describe('the window', () => {
  const documents = [
    { _id: 'old', '@timestamp': at(7) },
    { _id: 'new', '@timestamp': at(1) },
    { _id: 'future', '@timestamp': at(-1) },
    { _id: 'late', '@timestamp': at(600), event: { ingested: at(2) } },
  ];
  test('is the last six minutes by default, both ends included', async () => {
    expect(ids(await run({ type: 'query', query: '' }, [...documents, { _id: 'edge', '@timestamp': at(6) }]))).toEqual([
      'edge',
      'new',
    ]);
  });
  test('follows from and to', async () => {
    expect(ids(await run({ type: 'query', query: '', from: 'now-10m', to: 'now-5m' }, documents))).toEqual(['old']);
  });
  test('timestamp_override counts where a document has it, @timestamp elsewhere', async () => {
    const rule = { type: 'query', query: '', timestamp_override: 'event.ingested' };
    expect(ids(await run(rule, documents)).sort()).toEqual(['late', 'new']);
    expect(ids(await run({ ...rule, timestamp_override_fallback_disabled: true }, documents))).toEqual(['late']);
  });
  test('that is no date math is an error of the rule', async () => {
    expect((await run({ type: 'query', query: '', from: 'yesterday' }, [])).errors).toEqual([
      'from = "yesterday" is not date math. Write it like "now-9m".',
    ]);
  });
});

describe('query', () => {
  const documents = [1, 2, 3].map((n) => ({ _id: `d${n}`, '@timestamp': at(n), user: n === 2 ? 'bob' : 'ann', n }));
  test('KQL and Lucene select documents, oldest first', async () => {
    expect(ids(await run({ type: 'query', query: 'user: ann' }, documents))).toEqual(['d3', 'd1']);
    expect(ids(await run({ type: 'query', language: 'lucene', query: 'user:b*' }, documents))).toEqual(['d2']);
  });
  test('KQL knows the fields: a wildcard on a keyword is taken by character, spaces included', async () => {
    const named = [
      { _id: 'a', '@timestamp': at(1), user: 'ann lee' },
      { _id: 'b', '@timestamp': at(1), user: 'lee' },
    ];
    expect(ids(await run({ type: 'query', query: 'user: ann l*' }, named))).toEqual(['a']);
  });
  test('filters count unless disabled, negated where they say so', async () => {
    const filter = (meta: JsonObject): JsonObject => ({ meta, query: { term: { user: 'bob' } } });
    expect(ids(await run({ type: 'query', query: '', filters: [filter({})] }, documents))).toEqual(['d2']);
    expect(ids(await run({ type: 'query', query: '', filters: [filter({ negate: true })] }, documents))).toEqual([
      'd3',
      'd1',
    ]);
    expect(ids(await run({ type: 'query', query: '', filters: [filter({ disabled: true })] }, documents))).toHaveLength(
      3,
    );
  });
  test('max_signals keeps the oldest and warns', async () => {
    const result = await run({ type: 'query', query: '', max_signals: 2 }, documents);
    expect(ids(result)).toEqual(['d3', 'd2']);
    expect(result.warnings).toEqual([MAX_SIGNALS]);
  });
  test('an alert is the document and what the rule says', async () => {
    const { alerts } = await run({ type: 'query', query: 'user: bob' }, documents);
    // `user` is an object in ECS: Kibana leaves a text out.
    expect(alerts[0]?.document).not.toHaveProperty('user');
    expect(alerts[0]?.document).toMatchObject({
      'kibana.alert.severity': 'low',
      'kibana.alert.risk_score': 21,
      'kibana.alert.original_time': at(2),
    });
  });
  test('a query that does not parse is an error of the rule', async () => {
    expect((await run({ type: 'query', query: 'user: (' }, [])).errors).toHaveLength(1);
  });
  test('an index that is not there gives no alerts and no error', async () => {
    expect(ids(await run({ type: 'query', query: '', index: ['nothing-*', 'absent'] }, documents))).toEqual([]);
  });
});

describe('new_terms', () => {
  const rule = {
    type: 'new_terms',
    query: '',
    new_terms: {
      field: 'new_terms_fields',
      value: ['user', 'host'],
      history_window_start: [{ field: 'history_window_start', value: 'now-7d' }],
    },
  };
  test('one alert for each new combination, from its oldest document; several values multiply', async () => {
    const documents = [
      { _id: 'history', '@timestamp': at(60), user: 'ann', host: 'h1' },
      { _id: 'ancient', '@timestamp': at(60 * 24 * 8), user: 'bob', host: 'h1' },
      { _id: 'known', '@timestamp': at(4), user: 'ann', host: 'h1' },
      { _id: 'second', '@timestamp': at(1), user: 'bob', host: 'h1' },
      { _id: 'first', '@timestamp': at(3), user: 'bob', host: 'h1' },
      { _id: 'many', '@timestamp': at(2), user: ['ann', 'cleo'], host: ['h1', 'h2'] },
      { _id: 'without', '@timestamp': at(2), user: 'dora' },
    ];
    const { alerts, errors } = await run(rule, documents);
    expect(errors).toEqual([]);
    expect(alerts.map(({ ancestors, document }) => [ancestors[0]?.id, document['kibana.alert.new_terms']])).toEqual([
      ['many', ['ann', 'h2']],
      ['first', ['bob', 'h1']],
      ['many', ['cleo', 'h1']],
      ['many', ['cleo', 'h2']],
    ]);
  });
  test('a document on the border of window and history is history', async () => {
    expect(ids(await run(rule, [{ _id: 'border', '@timestamp': at(6), user: 'u', host: 'h' }]))).toEqual([]);
  });
  test('max_signals caps the alerts and warns', async () => {
    const documents = [1, 2, 3].map((n) => ({ _id: `d${n}`, '@timestamp': at(1), user: `u${n}`, host: 'h' }));
    const result = await run({ ...rule, max_signals: 2 }, documents);
    expect(ids(result)).toHaveLength(2);
    expect(result.warnings).toHaveLength(1);
  });
});

describe('eql', () => {
  const documents = [1, 2, 3, 9].map((n) => ({
    _id: `d${n}`,
    '@timestamp': at(n),
    event: { category: 'process' },
    user: n === 2 ? 'bob' : 'ann',
  }));
  test('an alert for each event in the window', async () => {
    expect(
      ids(await run({ type: 'eql', language: 'eql', query: 'process where user == "ann"' }, documents)).sort(),
    ).toEqual(['d1', 'd3']);
  });
});

describe('esql', () => {
  const documents = [1, 2, 9].map((n) => ({ _id: `d${n}`, '@timestamp': at(n), user: 'ann', n }));
  test('a row with _id is an alert of its document, inside the window only', async () => {
    const result = await run(
      { type: 'esql', language: 'esql', query: 'FROM logs-* METADATA _id, _index | KEEP _id, _index, n | SORT n' },
      documents,
    );
    expect(ids(result)).toEqual(['d1', 'd2']);
  });
  test('an aggregated row is an alert without a document', async () => {
    const { alerts } = await run(
      { type: 'esql', language: 'esql', query: 'FROM logs-* | STATS total = COUNT(*) BY who = user' },
      documents,
    );
    expect(alerts.map(({ sources, document }) => [sources.length, document['total'], document['who']])).toEqual([
      [0, 2, 'ann'],
    ]);
  });
});
