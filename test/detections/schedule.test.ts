import { expect, test } from 'vitest';
import { toRule } from '../../src/definitions/to-model.js';
import type { ScheduledRun } from '../../src/detections/schedule.js';
import { schedule } from '../../src/detections/schedule.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { Rule } from '../../src/model/rule.js';
import type { JsonObject } from '../../src/values/json.js';
import { ago, NOW } from './detection-case.js';

const rule = (more: JsonObject = {}): Rule =>
  toRule({
    metadata: {},
    rule: {
      rule_id: 'r',
      name: 'n',
      description: 'd',
      author: [],
      severity: 'low',
      risk_score: 1,
      type: 'query',
      language: 'kuery',
      index: ['logs-*'],
      ...more,
    },
  });
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);

test('a rule runs at the start and then each interval', () => {
  expect(schedule(rule(), NOW, minutes(11)).times).toEqual([NOW, minutes(5), minutes(10)]);
  expect(schedule(rule({ interval: '1h' }), NOW, minutes(60)).times).toEqual([NOW, minutes(60)]);
});

test('a time that ends before it starts, or an interval that is none, has no runs', () => {
  expect(schedule(rule(), NOW, minutes(-1)).times).toEqual([]);
  expect(schedule(rule({ interval: 'often' }), NOW, minutes(60)).times).toEqual([]);
});

test('each run knows the alerts of those before it', async () => {
  const cluster = new EmbeddedCluster({ clock: () => NOW });
  await cluster.createIndex('logs-a', { mappings: { properties: { '@timestamp': { type: 'date' } } } });
  await cluster.bulk(
    [1, -3, -8].map((at) => ({ _index: 'logs-a', _id: `d${at}`, source: JSON.stringify({ '@timestamp': ago(at) }) })),
  );
  const seen: Date[] = [];
  const runs: ScheduledRun[] = [];
  for await (const run of schedule(rule({ from: 'now-15m' }), NOW, minutes(10)).play(cluster, {
    onRun: (at) => seen.push(at),
  }))
    runs.push(run);
  expect(runs.map(({ alerts }) => alerts.flatMap(({ sources }) => sources.map(({ id }) => id)))).toEqual([
    ['d1'],
    ['d-3'],
    ['d-8'],
  ]);
  expect(seen).toEqual(runs.map(({ at }) => at));
});
