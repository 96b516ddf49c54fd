import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { startServer } from '../../src/engine/serve/start-server.js';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { NORMALISED_FIELDS } from '../../src/testing/kibana/normalised-fields.js';
import type { JsonObject } from '../../src/values/json.js';
import { RULE, RULE_TESTS, workspace } from '../commands/run-cli.js';
import type { CliRun, Workspace } from '../commands/run-cli.js';
import { FakeKibana, platformError } from './fake-kibana.js';
import type { FakeOptions } from './fake-kibana.js';
import { contractFile, operationContract } from './openapi.js';
import { previewApi } from './preview-api.js';
import type { PreviewOptions } from './preview-api.js';

const KEY = 'a2liYW5hLWtleQ==';
const PATH = '/api/detection_engine/rules/preview';

let space: Workspace;
let cluster: { readonly url: string; readonly close: () => Promise<void> };
let kibana: FakeKibana | undefined;

beforeAll(async () => {
  cluster = await startServer(new EmbeddedCluster({ clock: () => new Date() }), {
    host: '127.0.0.1',
    port: 0,
    bodyLimit: 10_000_000,
    onBug: (error) => {
      throw error;
    },
  });
  space = await workspace({ 'rules/forbidden.toml': RULE, 'rules/forbidden.test.toml': RULE_TESTS });
});
afterEach(async () => {
  await kibana?.stop();
  kibana = undefined;
});
afterAll(async () => {
  await cluster.close();
  await space.remove();
});

interface Call extends Omit<PreviewOptions, 'cluster'>, Omit<FakeOptions, 'handlers'> {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: Workspace;
}

async function throughKibana({
  args = [],
  env = {},
  cwd = space,
  change,
  answer,
  ...options
}: Call = {}): Promise<CliRun> {
  const handlers = [previewApi({ cluster: cluster.url, ...(change ? { change } : {}), ...(answer ? { answer } : {}) })];
  kibana = new FakeKibana({ ...options, handlers });
  const url = await kibana.start();
  return cwd.run(['test', '--verbose', '--cluster', cluster.url, '--kibana', url, ...args], { env });
}

/** Indices that stand on the cluster, but for those of previews. */
async function indices(): Promise<readonly string[]> {
  const client = new ElasticsearchCluster({ node: cluster.url });
  const { indices: found } = await client.fieldCaps({ index: '*', fields: ['_id'], allow_no_indices: true });
  await client.close();
  return found.filter((name) => !name.startsWith('.preview'));
}

describe('dragnet test --kibana', () => {
  it('passes where Kibana makes the same alerts, and leaves nothing behind', async () => {
    const { code, out, err } = await throughKibana();
    expect([code, err]).toEqual([0, expect.stringContaining('passed') as string]);
    expect(out).toContain('fires on the program');
    expect(await indices()).toEqual([]);
    const [request] = kibana?.requests ?? [];
    expect(request).toMatchObject({
      path: PATH,
      space: 'default',
      headers: { 'kbn-xsrf': 'dragnet', 'elastic-api-version': '2023-10-31' },
      body: { invocationCount: 1, timeframeEnd: '2026-05-01T12:00:00.000Z', type: 'query' },
    });
    const { index } = request?.body as { index: readonly string[] };
    expect(index[0]).toMatch(/^dragnet-[0-9a-f]{12}-logs-endpoint\.events\.\*$/);
    for (const key of ['actions', 'exceptions_list', 'version', 'enabled'])
      expect(request?.body).not.toHaveProperty(key);
  });

  it('fails where an alert is missing, is one too many, or has other fields', async () => {
    const missing = await throughKibana({ change: () => [] });
    expect(missing.code).toBe(1);
    expect(missing.out).toContain('Kibana and dragnet disagree about the alerts.');
    expect(missing.out).toContain('dragnet only: alert of bad');
    await kibana?.stop();
    const other = await throughKibana({
      change: (alerts) =>
        alerts.map((alert) => ({ ...alert, 'kibana.alert.severity': 'critical', 'process.name': ['x'] })),
    });
    expect(other.out).toContain('alert of bad  kibana.alert.severity: dragnet "medium", Kibana "critical"');
    await kibana?.stop();
    const more = await throughKibana({
      change: (alerts) => [
        ...alerts,
        ...alerts.map((alert): JsonObject => ({
          ...alert,
          'kibana.alert.ancestors': [{ id: 'ghost', index: 'i', type: 'event', depth: 0 }],
        })),
      ],
    });
    expect(more.out).toContain('kibana only:  alert of ghost');
  });

  it('says what Kibana says: a refusal, errors, warnings, an end after a minute', async () => {
    const refused = await throughKibana({
      answer: () => ({
        status: 400,
        body: { message: ['new_terms_fields: too many', 'query: bad'], status_code: 400 },
      }),
    });
    expect(refused.out).toContain('Kibana does not take the rule: new_terms_fields: too many query: bad.');
    await kibana?.stop();
    const log = { errors: ['no such index'], warnings: ['slow'], startedAt: '2026-05-01T12:00:00.000Z', duration: 3 };
    const failed = await throughKibana({
      answer: () => ({ status: 200, body: { previewId: 'x', isAborted: false, logs: [log] } }),
    });
    expect(failed.out).toContain('Kibana cannot run the rule, dragnet can.');
    expect(failed.out).toContain('no such index');
    expect(failed.out).toContain('Kibana: slow');
    await kibana?.stop();
    const stopped = await throughKibana({
      answer: () => ({ status: 200, body: { previewId: 'x', isAborted: true, logs: [] } }),
    });
    expect(stopped.out).toContain('Kibana stopped the preview after a minute.');
    expect(await indices()).toEqual([]);
  });

  it('gets in with a key, or a user, and shows neither', async () => {
    const authorization = `ApiKey ${KEY}`;
    const good = await throughKibana({ authorization, env: { KIBANA_API_KEY: KEY } });
    expect(good.code).toBe(0);
    await kibana?.stop();
    const bad = await throughKibana({ authorization, env: { KIBANA_USERNAME: 'ann', KIBANA_PASSWORD: 'hush-hush' } });
    expect(bad.code).toBe(3);
    expect(bad.err).toContain('refuses these credentials, or wants some. Set KIBANA_API_KEY');
    expect(bad.err + bad.out).not.toMatch(/hush-hush|a2liYW5h/);
    await kibana?.stop();
    const forbidden = await throughKibana({ answer: () => platformError(403, 'API [POST /preview] is unauthorized') });
    expect(forbidden.code).toBe(3);
    expect(forbidden.err).toContain('Kibana privilege Security: Rules (read)');
    expect(await indices()).toEqual([]);
  });

  it('makes a space that is not there, deletes it, and leaves one that is', async () => {
    const own = await throughKibana({ args: ['--kibana-space', 'dragnet-ci'] });
    expect(own.code).toBe(0);
    expect([...(kibana?.state.spaceNames.keys() ?? [])]).toEqual(['default']);
    expect(kibana?.requests.map(({ method, path, space: of }) => `${method} ${of} ${path}`)).toEqual([
      'GET default /api/spaces/space/dragnet-ci',
      'POST default /api/spaces/space',
      ...kibana!.requests.slice(2, -1).map(() => `POST dragnet-ci ${PATH}`),
      'DELETE default /api/spaces/space/dragnet-ci',
    ]);
    await kibana?.stop();
    kibana = new FakeKibana({ handlers: [previewApi({ cluster: cluster.url })] });
    kibana.addSpace('team');
    const url = await kibana.start();
    await space.run(['test', '--cluster', cluster.url, '--kibana', url, '--kibana-space', 'team']);
    expect([...kibana.state.spaceNames.keys()]).toEqual(['default', 'team']);
  });

  it('finds a Kibana behind a base path, and names an URL that is none', async () => {
    expect((await throughKibana({ basePath: '/kb' })).code).toBe(0);
    const elsewhere = await space.run(['test', '--cluster', cluster.url, '--kibana', cluster.url]);
    expect(elsewhere.code).toBe(3);
    expect(elsewhere.err).toContain('is no Kibana. Give the URL of Kibana, not that of Elasticsearch.');
    const usage = [
      [['--kibana', 'kibana:5601', '--cluster', cluster.url], 'is not a URL'],
      [['--kibana', 'http://a:secret@localhost:1', '--cluster', cluster.url], 'Put no password into the URL'],
      [['--kibana', 'http://localhost:1'], 'Tests on a cluster need its URL'],
      [['--kibana', 'http://localhost:1', '--cluster', cluster.url, '--engine', 'both'], 'Leave --engine out'],
      [
        ['--kibana', 'http://localhost:1', '--cluster', cluster.url, '--kibana-space', 'a/../b'],
        '--kibana-space is the id',
      ],
    ] as const;
    for (const [args, message] of usage) {
      const { code, err } = await space.run(['test', ...args]);
      expect([code, err]).toEqual([2, expect.stringContaining(message) as string]);
      expect(err).not.toContain('secret');
    }
  });

  it('sends the credentials nowhere else: a redirect is not followed', async () => {
    let asked = 0;
    const other = createServer((_, response) => {
      asked += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const target = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const redirecting = createServer((_, response) => {
      response.writeHead(302, { location: target });
      response.end();
    });
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}`;
    const { code, err } = await space.run(['test', '--cluster', cluster.url, '--kibana', url], {
      env: { KIBANA_API_KEY: KEY },
    });
    expect([code, asked]).toEqual([3, 0]);
    expect(err).toContain('which leads elsewhere');
    other.close();
    redirecting.close();
  });
});

describe('rules of each type through a preview', () => {
  const COMMON = `[metadata]
creation_date = "2026/05/01"
maturity = "production"
updated_date = "2026/05/02"
[rule]
author = ["The team"]
description = "Something."
name = "Something"
risk_score = 47
rule_id = "1f616aee-8161-4120-857e-742366f5eeb3"
severity = "medium"
from = "now-9m"
`;
  const EVENTS = `[defaults]
now = 2026-05-01T12:00:00Z
[[test]]
name = "one"
expect = { alerts = { min = 0 } }
[[test.event]]
_id = "a"
"@timestamp" = "now-5m"
event = { category = ["process"], type = ["start"] }
process = { name = "sh", pid = 7, entity_id = "e" }
user = { name = "ann" }
host = { id = "h" }
[[test.event]]
_id = "b"
"@timestamp" = "now-4m"
event = { category = ["process"], type = ["start"] }
process = { name = "sh", pid = 8, entity_id = "f" }
user = { name = "ann" }
host = { id = "h" }
`;
  const INDEX = 'index = ["logs-endpoint.events.*", "-logs-endpoint.events.x"]\n';
  const RULES: Readonly<Record<string, string>> = {
    query: `type = "query"\nlanguage = "lucene"\nquery = "process.name:sh"\n${INDEX}`,
    saved_query: `type = "saved_query"\nsaved_id = "s"\nlanguage = "kuery"\nquery = "process.name:sh"\n${INDEX}`,
    eql: `type = "eql"\nlanguage = "eql"\nquery = "process where process.name == \\"sh\\""\n${INDEX}`,
    sequence: `type = "eql"\nlanguage = "eql"\nquery = "sequence by host.id [process where process.pid == 7] [process where process.pid == 8]"\n${INDEX}`,
    threshold: `type = "threshold"\nlanguage = "kuery"\nquery = "process.name:sh"\n${INDEX}[rule.threshold]\nfield = ["user.name"]\nvalue = 2\n`,
    new_terms: `type = "new_terms"\nlanguage = "kuery"\nquery = "process.name:sh"\n${INDEX}[rule.new_terms]\nfield = "new_terms_fields"\nvalue = ["process.pid"]\n[[rule.new_terms.history_window_start]]\nfield = "history_window_start"\nvalue = "now-7d"\n`,
    threat_match: `type = "threat_match"\nlanguage = "kuery"\nquery = "process.name:sh"\nthreat_query = "*:*"\nthreat_index = ["logs-ti_*"]\n${INDEX}[[rule.threat_mapping]]\n[[rule.threat_mapping.entries]]\nfield = "user.name"\ntype = "mapping"\nvalue = "threat.indicator.name"\n`,
    esql: `type = "esql"\nlanguage = "esql"\nquery = "FROM logs-endpoint.events.* METADATA _id, _index | WHERE process.name == \\"sh\\" AND @timestamp > NOW() - 1 hour"\n`,
    aggregation: `type = "esql"\nlanguage = "esql"\nquery = "FROM logs-endpoint.events.* | STATS n = COUNT(*) BY user.name"\n`,
  };
  const INDICATOR = `[[test.indicators]]
_id = "i"
"@timestamp" = "now-1d"
threat = { indicator = { name = "ann", type = "user-account" } }
`;

  for (const [name, rule] of Object.entries(RULES)) {
    it(name, async () => {
      const own = await workspace({
        [`${name}.toml`]: COMMON + rule,
        [`${name}.test.toml`]: name === 'threat_match' ? EVENTS + INDICATOR : EVENTS,
      });
      const { code, out, err } = await throughKibana({ cwd: own });
      await own.remove();
      expect(out + err).not.toContain('disagree');
      expect(`${code} ${err}`).toBe('0 tests: 1 passed\n');
      checkContract();
    });
  }

  it('skips what a preview cannot have, with the reason', async () => {
    const test = EVENTS.replace(
      'expect = { alerts = { min = 0 } }',
      'run_at = ["now", "now+7m"]\nexpect = { alerts = { min = 0 } }',
    );
    const own = await workspace({
      'query.toml': COMMON + (RULES['query'] ?? ''),
      'query.test.toml': test,
      'ml.toml': `${COMMON}type = "machine_learning"\nanomaly_threshold = 50\nmachine_learning_job_id = ["j"]\n`,
      'ml.test.toml': EVENTS.slice(0, EVENTS.indexOf('[[test.event]]')),
    });
    const { out, err, code } = await throughKibana({ cwd: own });
    await own.remove();
    expect([code, err]).toEqual([0, expect.stringContaining('2 not run') as string]);
    expect(out).toContain('a preview runs every 5m, the interval of the rule; this test runs at other times');
    expect(out).toContain('needs the jobs of that Kibana');
  });

  it('runs as often as the test says, one interval apart', async () => {
    const test = EVENTS.replace(
      'expect = { alerts = { min = 0 } }',
      'run_at = ["now-5m", "now"]\nexpect = { alerts = { min = 0 } }',
    );
    const own = await workspace({ 'query.toml': COMMON + (RULES['query'] ?? ''), 'query.test.toml': test });
    const { code, out } = await throughKibana({ cwd: own });
    await own.remove();
    expect(`${code} ${out}`).toMatch(/^0 /);
    expect(kibana?.requests[0]?.body).toMatchObject({ invocationCount: 2, timeframeEnd: '2026-05-01T12:00:00.000Z' });
  });
});

const CONTRACT = contractFile();
const OPERATION = CONTRACT === undefined ? undefined : operationContract(CONTRACT, 'post', PATH);

/** What was sent and what the fake would answer keep to Kibana's OpenAPI, where that is at hand. */
function checkContract(): void {
  if (OPERATION === undefined) return;
  for (const { body } of kibana?.requests ?? []) {
    OPERATION.request(body);
    expect(OPERATION.request.errors ?? []).toEqual([]);
  }
  const answer = OPERATION.responses.get('200');
  answer?.({
    previewId: 'x',
    isAborted: false,
    logs: [{ errors: [], warnings: [], startedAt: '2026-05-01T12:00:00.000Z', duration: 1 }],
  });
  expect(answer?.errors ?? []).toEqual([]);
}

describe('normalised fields', () => {
  it('each has a reason', () => {
    for (const [field, reason] of NORMALISED_FIELDS) expect(`${field}: ${reason}`).toMatch(/: .{5,}/);
  });
});
