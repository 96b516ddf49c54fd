import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { startServer } from '../../src/engine/serve/start-server.js';
import type { RunningServer } from '../../src/engine/serve/start-server.js';
import { parseJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { CliRun, Workspace } from './run-cli.js';

const HUNT = `[hunt]
author = "The team"
description = "Sub-techniques of one."
integration = ["endpoint"]
uuid = "5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"
name = "Shells"
language = ["ES|QL"]
license = "Apache-2.0"
query = ["from logs-endpoint.events.process-*\\n| limit 10\\n"]
mitre = ["TA0002", "T1059.004"]
`;
const SECOND = RULE.replace('0f616aee', '1f616aee').replace(
  'name = "Forbidden',
  'tags = ["OS: Windows", "OS: Linux"]\nname = "Second',
);
const FIRST_ID = 'rule:0f616aee-8161-4120-857e-742366f5eeb3';
const SECOND_ID = 'rule:1f616aee-8161-4120-857e-742366f5eeb3';
const HUNT_ID = 'hunt:5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11';

let cluster: EmbeddedCluster;
let server: RunningServer;
let space: Workspace;

beforeEach(async () => {
  cluster = new EmbeddedCluster({ clock: () => new Date() });
  server = await startServer(cluster);
  space = await workspace({
    'dragnet.toml': 'paths = ["rules", "queries"]\n',
    'rules/first.toml': RULE,
    'rules/first.test.toml': RULE_TESTS,
    'rules/deep/second.toml': SECOND,
    'queries/shells.toml': HUNT,
  });
});
afterEach(async () => {
  await server.close();
  await cluster.close();
  await space.remove();
});

function push(...args: readonly string[]): Promise<CliRun> {
  return space.run(['push', 'elasticsearch', ...args, '--cluster', server.url, '--repository', 'team/rules']);
}

async function sources(index = 'dragnet-definitions'): Promise<ReadonlyMap<string, JsonObject>> {
  const { hits } = await cluster.search({ index, size: 100 });
  return new Map(hits.hits.map(({ _id, _source = {} }) => [_id, _source]));
}

describe('dragnet push elasticsearch', () => {
  it('writes a document for each rule and hunt, with what charts need', async () => {
    const { code, out, err } = await push();
    expect(err).toBe(
      'push: dragnet-definitions (made), team/rules: 3 created, 0 changed, 0 removed, 0 unchanged; 3 documents there\n',
    );
    expect([code, out]).toEqual([
      0,
      `+ ${HUNT_ID}  queries/shells.toml\n+ ${FIRST_ID}  rules/first.toml\n+ ${SECOND_ID}  rules/deep/second.toml\n`,
    ]);
    const documents = await sources();
    expect(documents.get(FIRST_ID)).toMatchObject({
      kind: 'rule',
      name: 'Forbidden Program Started',
      severity: 'medium',
      severity_rank: 2,
      creation_date: '2026-05-01',
      updated_date: '2026-05-02',
      tests: { count: 1 },
      file: 'rules/first.toml',
      dragnet: { id: FIRST_ID, repository: 'team/rules' },
    });
    expect(documents.get(SECOND_ID)).toMatchObject({ tags: ['OS: Windows', 'OS: Linux'], tests: { count: 0 } });
    expect(documents.get(HUNT_ID)).toMatchObject({
      kind: 'hunt',
      uuid: '5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11',
      integration: ['endpoint'],
      threat: {
        tactic: { id: ['TA0002'], name: ['Execution'] },
        technique: { id: ['T1059.004'], name: ['Unix Shell'], subtechnique: { id: ['T1059.004'] } },
      },
    });
  });

  it('makes fields that are searched by words, by wildcards and by keys that have no field of their own', async () => {
    await push();
    const found = async (query: JsonObject): Promise<readonly string[]> =>
      (await cluster.search({ index: 'dragnet-definitions', query })).hits.hits.map(({ _id }) => _id).sort();
    expect(await found({ match: { name: 'forbidden' } })).toEqual([FIRST_ID]);
    expect(await found({ wildcard: { query: '*psexec.exe*' } })).toEqual([FIRST_ID, SECOND_ID]);
    expect(await found({ match: { 'query.text': 'limit' } })).toEqual([HUNT_ID]);
    expect(await found({ range: { updated_date: { gte: '2026-05-02' } } })).toEqual([FIRST_ID, SECOND_ID]);
    await space.write({ 'rules/first.toml': `${RULE}building_block_type = "default"\n` });
    expect((await push()).err).toContain('0 created, 1 changed, 0 removed, 2 unchanged');
    expect(await found({ term: { 'definition.building_block_type': 'default' } })).toEqual([FIRST_ID]);
  });

  it('writes what changed, removes what is gone, and nothing else', async () => {
    await push();
    const before = await sources();
    expect((await push()).err).toContain('0 created, 0 changed, 0 removed, 3 unchanged; 3 documents there');
    await space.write({
      'rules/first.toml': RULE.replace('severity = "medium"', 'severity = "high"'),
      'queries/shells.toml': HUNT.replace('The team', 'Others'),
    });
    const { out } = await push('--format', 'json');
    expect(parseJson(out)).toMatchObject({
      version: 1,
      dry_run: false,
      created: [],
      changed: [{ id: HUNT_ID }, { id: FIRST_ID }],
      removed: [],
      unchanged: 1,
      count: 3,
    });
    expect((await sources()).get(SECOND_ID)).toEqual(before.get(SECOND_ID));
    await space.write({ 'dragnet.toml': 'paths = ["rules"]\n' });
    expect((await push()).out).toBe(`- ${HUNT_ID}  queries/shells.toml\n`);
    expect([...(await sources()).keys()].sort()).toEqual([FIRST_ID, SECOND_ID]);
  });

  it('shows what it would do and does nothing with --dry-run', async () => {
    const { code, out, err } = await push('--dry-run');
    expect([code, out.split('\n').length]).toEqual([0, 4]);
    expect(err).toContain('dragnet-definitions (would be made), team/rules: would be 3 created');
    await expect(sources()).rejects.toThrow('no such index');
  });

  it('keeps to the files that it is given, and to those that moved away from there', async () => {
    await push();
    expect((await push('rules/deep')).err).toContain('0 removed, 1 unchanged; 3 documents there');
    await space.write({ 'queries/second.toml': SECOND, 'rules/deep/second.toml': 'x = 1\n' });
    expect((await push('rules')).err).toContain('0 removed, 1 unchanged');
    await space.write({ 'queries/second.toml': 'x = 1\n' });
    expect((await push('rules')).out).toBe(`- ${SECOND_ID}  rules/deep/second.toml\n`);
  });

  it('does not take a file that cannot be read for one that is gone', async () => {
    await push();
    await space.write({ 'rules/first.toml': 'this is no TOML', 'rules/deep/second.toml': '[rule]\nname = "x"\n' });
    const { code, err } = await push();
    expect(code).toBe(1);
    expect(err).toContain('rules/deep/second.toml is not pushed: The rule has no rule_id');
    expect([...(await sources()).keys()].sort()).toEqual([HUNT_ID, FIRST_ID, SECOND_ID]);
  });

  it('shares an index with another repository, and leaves its documents alone', async () => {
    await push();
    const other = await workspace({ 'hunt.toml': HUNT.replace('5c1f', '6c1f'), 'same.toml': RULE });
    const { code, err } = await other.run(['push', 'elasticsearch', '--cluster', server.url, '--repository', 'others']);
    expect(code).toBe(1);
    expect(err).toContain(`same.toml (${FIRST_ID}) is not pushed: rules/first.toml of the repository team/rules`);
    expect(err).toContain('1 created, 0 changed, 0 removed, 0 unchanged, 1 refused; 1 document there');
    expect((await push()).err).toContain('0 removed, 3 unchanged; 3 documents there');
    await other.remove();
  });

  it('refuses an index that it did not make, and names of none', async () => {
    await cluster.createIndex('mine', { mappings: { properties: { name: { type: 'keyword' } } } });
    const { code, err } = await push('--index', 'mine');
    expect(code).toBe(2);
    expect(err).toContain('The index mine was not made by dragnet push');
    expect((await sources('mine')).size).toBe(0);
    for (const name of ['a*', 'a,b', 'Upper', '_x', '-x', 'a b', '..'])
      expect((await push(`--index=${name}`)).err).toContain('is not the name of one index');
  });

  it('refuses the second definition of one id', async () => {
    await space.write({ 'rules/twice.toml': RULE });
    const { code, err } = await push();
    expect(code).toBe(1);
    expect(err).toContain(`rules/twice.toml (${FIRST_ID}) is not pushed: rules/first.toml has the same id`);
    expect((await sources()).get(FIRST_ID)?.['file']).toBe('rules/first.toml');
  });

  it('takes the coverage of a report along', async () => {
    const report = { summary: {}, rules: [{ file: 'rules/first.toml', covered: 3, total: 4, percent: 75 }] };
    await space.write({ 'coverage.json': JSON.stringify(report), 'list.json': '[]' });
    await push('--coverage', 'coverage.json');
    expect((await sources()).get(FIRST_ID)?.['coverage']).toEqual({ covered: 3, total: 4, percent: 75 });
    expect(await push('--coverage', 'list.json')).toMatchObject({ code: 2 });
    expect((await push('--coverage', 'none.json')).err).toContain('cannot be read (ENOENT)');
  });

  it('needs the URL of a cluster from outside the repository', async () => {
    await space.write({ 'dragnet.toml': `[test]\ncluster = "${server.url}"\n` });
    const { code, err } = await space.run(['push', 'elasticsearch']);
    expect([code, err]).toEqual([
      2,
      'dragnet: Name the cluster: --cluster http://localhost:9200, or ELASTICSEARCH_URL.\n',
    ]);
    const env = { ELASTICSEARCH_URL: server.url };
    expect(await space.run(['push', 'elasticsearch'], { env })).toMatchObject({ code: 0 });
    expect(await space.run(['push', 'elasticsearch', '--cluster', 'http://127.0.0.1:1'])).toMatchObject({ code: 3 });
  });
});
