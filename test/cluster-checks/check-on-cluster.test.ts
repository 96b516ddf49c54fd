import { beforeAll, describe, expect, test } from 'vitest';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { RuleCluster } from '../../src/cluster-checks/rule-cluster.js';
import type { JsonObject } from '../../src/values/json.js';
import { checkOnCluster } from '../../src/cluster-checks/check-on-cluster.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { toExceptionLists } from '../../src/definitions/to-exceptions.js';
import { toHunt, toRule } from '../../src/definitions/to-model.js';
import { CASES, codesOf, NOW, ruleText, seed } from './cases.js';

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

const EXCEPTED = `type = "query"
language = "kuery"
index = ["facts-new"]
query = "process.name: x"
exceptions_list = [{ id = "1", list_id = "ours", type = "detection", namespace_type = "single" }]
`;
const EXCEPTIONS = `[[exceptions]]
[exceptions.container]
name = "Ours"
list_id = "ours"

[[exceptions.items]]
name = "one"
entries = [
  { field = "process.nope", type = "exists", operator = "included" },
  { field = "process.pid", type = "match", operator = "included", value = "many" },
]
`;

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

  test('the queries of hunts, which name their indices', async () => {
    const text = `[hunt]\nquery = ['from facts-new | where event.type == "start"', 'from facts-none | keep a', 'from facts-new | keep proces.name']\nlanguage = ["ES|QL"]\n`;
    const hunts = [{ file: 'h.toml', value: toHunt(parseToml('h.toml', text).table ?? {}) }];
    const found = await checkOnCluster({ rules: [], hunts, tests: [], texts: new Map([['h.toml', text]]) }, cluster, {
      now: NOW,
      days: 30,
    });
    expect(found.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`)).toEqual([
      'cluster/empty-field event.type',
      "cluster/no-indices 'from facts-none | keep a'",
      'esql/unknown-column proces.name',
    ]);
  });

  test('exceptions of a rule, against the fields of its indices; of two rules once', async () => {
    const texts = new Map([
      ['a.toml', ruleText(`${EXCEPTED}rule_id = "a"`)],
      ['b.toml', ruleText(`${EXCEPTED}rule_id = "b"`)],
      ['e.toml', EXCEPTIONS],
    ]);
    const rules = ['a.toml', 'b.toml'].map((file) => ({
      file,
      value: toRule(parseToml(file, texts.get(file)!).table!),
    }));
    const exceptions = [{ file: 'e.toml', value: toExceptionLists(parseToml('e.toml', EXCEPTIONS).table!) }];
    const input = { rules, hunts: [], tests: [], exceptions, texts };
    const found = await checkOnCluster(input, cluster, { now: NOW, days: 30 });
    expect(found.map(({ code, span }) => `${code} ${EXCEPTIONS.slice(span.start, span.end)}`)).toEqual([
      'lint/exception-fields-known "process.nope"',
      'lint/exception-values-fit "many"',
    ]);
  });

  test('a cluster that does not answer is an error of the run', async () => {
    const gone: RuleCluster = {
      fieldCaps: () => Promise.reject(new ClusterError(0, { type: 'connection_error', reason: 'gone' })),
      search: (request) => cluster.search(request),
    };
    await expect(codesOf(CASES('facts')[0]?.[0] ?? '', gone)).rejects.toThrow('gone');
  });
});
