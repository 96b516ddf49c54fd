import { beforeAll, describe, expect, test } from 'vitest';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { RuleCluster } from '../../src/cluster-checks/rule-cluster.js';
import type { JsonObject } from '../../src/values/json.js';
import { CASES, codesOf, NOW, seed } from './cases.js';

const cluster = new EmbeddedCluster({ clock: () => NOW });
beforeAll(() => seed(cluster, 'facts'));

/** The same cluster, with answers of other APIs by their path; a number is the status of a refusal. */
function answering(answers: Readonly<Record<string, JsonObject | number>>): RuleCluster {
  return {
    fieldCaps: (request) => cluster.fieldCaps(request),
    search: (request) => cluster.search(request),
    get: (path) => {
      const answer = answers[path] ?? 404;
      if (typeof answer === 'object') return Promise.resolve(answer);
      return Promise.reject(new ClusterError(answer, { type: 'security_exception', reason: 'not allowed' }));
    },
  };
}

const JOB = 'type = "machine_learning"\nanomaly_threshold = 50\nmachine_learning_job_id = "rare"';
const STATS = '/_ml/anomaly_detectors/rare/_stats';
const FEED = '/_ml/datafeeds/datafeed-rare/_stats';
const ENRICHED = `type = "esql"\nlanguage = "esql"\nquery = 'FROM facts-new METADATA _id | ENRICH hosts | KEEP _id'`;

describe('checkOnCluster', () => {
  test.each(CASES('facts'))('%s', async (keys, expected) => {
    expect(await codesOf(keys, cluster)).toEqual(expected);
  });

  test('a longer time finds older documents', async () => {
    expect(await codesOf(CASES('facts')[4]?.[0] ?? '', cluster, 90)).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, JsonObject | number>>, readonly string[]]>([
    ['runs', { [STATS]: { jobs: [{ state: 'opened' }] }, [FEED]: { datafeeds: [{ state: 'started' }] } }, []],
    ['is missing', {}, ['cluster/job-missing "rare"']],
    ['is closed', { [STATS]: { jobs: [{ state: 'closed' }] } }, ['cluster/job-not-started "rare"']],
    [
      'is not fed',
      { [STATS]: { jobs: [{ state: 'opened' }] }, [FEED]: { datafeeds: [{ state: 'stopped' }] } },
      ['cluster/job-not-started "rare"'],
    ],
    ['may not be asked about', { [STATS]: 403 }, ['cluster/not-checked "rare"']],
  ])('a job that %s', async (_, answers, expected) => {
    expect(await codesOf(JOB, answering(answers))).toEqual(expected);
  });

  test.each<[string, Readonly<Record<string, JsonObject | number>>, readonly string[]]>([
    ['is there', { '/_enrich/policy/hosts': { policies: [{}] } }, []],
    ['is missing', { '/_enrich/policy/hosts': { policies: [] } }, ['cluster/enrich-policy-missing ENRICH hosts']],
    ['may not be read', { '/_enrich/policy/hosts': 403 }, ['cluster/not-checked ENRICH hosts']],
  ])('an enrich policy that %s', async (_, answers, expected) => {
    expect(await codesOf(ENRICHED, answering(answers))).toEqual(expected);
  });

  test('indices that may not be read are named, and nothing else is said of them', async () => {
    const closed: RuleCluster = {
      fieldCaps: () => Promise.reject(new ClusterError(403, { type: 'security_exception', reason: 'not allowed' })),
      search: (request) => cluster.search(request),
    };
    expect(await codesOf(CASES('facts')[2]?.[0] ?? '', closed)).toEqual(['cluster/not-checked ["facts-new"]']);
  });

  test('a cluster that does not answer is an error of the run', async () => {
    const gone: RuleCluster = {
      fieldCaps: () => Promise.reject(new ClusterError(0, { type: 'connection_error', reason: 'gone' })),
      search: (request) => cluster.search(request),
    };
    await expect(codesOf(CASES('facts')[0]?.[0] ?? '', gone)).rejects.toThrow('gone');
  });
});
