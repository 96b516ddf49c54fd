import { afterAll, describe, expect, test } from 'vitest';
import type { RuleRun } from '../../src/detections/alert.js';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { IsolatedCluster } from '../../src/testing/isolated-cluster.js';
import { printJson } from '../../src/values/json.js';
import { CASES_BY_TYPE } from '../detections/cases.js';
import { checkCase, NOW, runCase } from '../detections/detection-case.js';

const real = new ElasticsearchCluster({ node: process.env['ORACLE_URL'] ?? 'http://127.0.0.1:9200' });
afterAll(() => real.close());

/** The test node has no EQL. */
const types = CASES_BY_TYPE.filter(({ type }) => type !== 'eql');

describe.each(types)('$type', ({ type, rule, cases }) => {
  const runnable = cases
    .map((detection, at) => ({ ...detection, at }))
    .filter(({ notOnNode }) => notOnNode === undefined);
  test.each(runnable)('$name', async ({ at, ...detection }) => {
    const prefix = `dragnet-detections-${type.replaceAll('_', '-')}-${at}-`;
    const isolated = new IsolatedCluster(real, { prefix, now: NOW });
    try {
      const runs = await runCase(rule, detection, isolated);
      checkCase(detection, runs);
      const embedded = await runCase(rule, detection, new EmbeddedCluster({ clock: () => NOW }));
      expect(runs.map(comparable)).toEqual(embedded.map(comparable));
    } finally {
      expect(await isolated.cleanUp()).toEqual([]);
    }
  });
});

/** A run as text, so that a bigint equals the number that it is. Places in refused queries count the longer names of temporary indices. */
function comparable(run: RuleRun): string {
  const errors = run.errors.map((error) => error.replace(/line \d+:\d+/g, 'line'));
  return printJson(JSON.parse(JSON.stringify({ ...run, errors, history: null })) as never);
}
