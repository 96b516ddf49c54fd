import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { startServer } from '../../src/engine/serve/start-server.js';
import type { RunningServer } from '../../src/engine/serve/start-server.js';
import { isJsonArray, isJsonObject, parseJson } from '../../src/values/json.js';
import { workspace } from './run-cli.js';
import type { CliOptions, CliRun, Workspace } from './run-cli.js';

function hunt(uuid: string, name: string, language: string, ...queries: readonly string[]): string {
  return [
    '[hunt]',
    'author = "The team"',
    'description = "x"',
    'integration = ["endpoint"]',
    `uuid = "${uuid}1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"`,
    `name = "${name}"`,
    `language = ["${language}"]`,
    'license = "Apache-2.0"',
    `query = [${queries.map((text) => JSON.stringify(text)).join(', ')}]`,
    '',
  ].join('\n');
}

/** What a stranger may write into an event: colours, a title of the window, another direction, a bar and a link. */
const HOSTILE =
  '\u001b[31mred\u001b]0;title\u0007 \u009b2J \u202eevil | [x](https://evil.example) `code` \\| <b>\r\nnext';

let cluster: EmbeddedCluster;
let server: RunningServer;
let space: Workspace;

beforeAll(async () => {
  cluster = new EmbeddedCluster({ clock: () => new Date() });
  const events = ['2024-07-01', '2024-07-02', '2024-07-03'].map((day, at) => ({
    _index: 'logs-endpoint.events.process-default',
    _id: String(at),
    source: JSON.stringify({
      '@timestamp': `${day}T12:00:00Z`,
      event: { category: 'process' },
      host: { name: at === 0 ? HOSTILE : 'h'.repeat(300) },
    }),
  }));
  const keyword = { type: 'keyword' };
  await cluster.createIndex('logs-endpoint.events.process-default', {
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        event: { properties: { category: keyword } },
        host: { properties: { name: keyword } },
      },
    },
  });
  await cluster.bulk(events);
  server = await startServer(cluster);
  space = await workspace({
    'queries/esql.toml': hunt(
      '5c',
      'Hosts',
      'ES|QL',
      'from logs-endpoint.* | where @timestamp > now() - 1 day | keep @timestamp, host.name | sort @timestamp',
    ),
    'queries/eql.toml': hunt('6c', 'Events', 'EQL', 'process where host.name : "h*"'),
    'queries/several.toml': hunt(
      '7c',
      'Several',
      'ES|QL',
      'from nowhere',
      'row a = 1',
      'from logs-* | keep nothing.here',
    ),
    'queries/sql.toml': hunt('8c', 'Osquery', 'SQL', 'SELECT 1;'),
    'queries/kql.toml': hunt('9c', 'Words', 'KQL', 'host.name: h*'),
  });
});
afterAll(async () => {
  await server.close();
  await cluster.close();
  await space.remove();
});

function run(args: readonly string[], options?: CliOptions): Promise<CliRun> {
  return space.run(['hunt', 'run', ...args, '--cluster', server.url], options);
}

/** Whether a character would act on a terminal. */
function acts(text: string): boolean {
  return /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u.test(text);
}

describe('dragnet hunt run', () => {
  it('prints rows of the time that the call names, whatever the query says of it', async () => {
    expect((await run(['queries/esql.toml'])).out).toContain('0 rows');
    const { code, out, err } = await run(['queries/esql.toml', '--from', '2024-07-02', '--to', '2024-07-02'], {
      env: { COLUMNS: '60' },
    });
    expect([code, err]).toEqual([0, 'hunt run: 1 query, 1 row\n']);
    expect(out).toContain('Hosts  (queries/esql.toml)\n@timestamp');
    expect(out).toContain('hhhh…');
    expect(out).toContain('1 row\ninstead of @timestamp > now() - 1 day: the range of the call\n');
    expect(
      Math.max(
        ...out
          .split('\n')
          .slice(1, 4)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(60);
  });

  it('lets nothing of an event act on a terminal, or as Markdown', async () => {
    for (const format of ['table', 'ndjson', 'markdown', 'json']) {
      const { out } = await run(['queries/esql.toml', '--from', '2024-07-01', '--format', format]);
      expect([format, acts(out)]).toEqual([format, false]);
      expect(out).toContain('evil');
    }
    const { out } = await run(['queries/esql.toml', '--from', '2024-07-01', '--format', 'markdown']);
    const rows = out.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row.replaceAll(/\\\|/gu, '').split('|')).toHaveLength(4);
    expect(out).not.toContain('[x](https');
    const [line = ''] = (await run(['Hosts', '--from', '2024-07-01', '--format', 'ndjson'])).out.split('\n');
    const value = parseJson(line);
    expect(value).toMatchObject({ hunt: { name: 'Hosts', file: 'queries/esql.toml' }, query: 1 });
    expect(isJsonObject(value) && isJsonObject(value['row']) ? value['row']['host.name'] : undefined).toBe(HOSTILE);
  });

  it('answers the queries that can be, and says of each other why not', async () => {
    const { code, out, err } = await run(['queries/several.toml', 'queries/sql.toml', '--format', 'json']);
    expect(code).toBe(1);
    const value = parseJson(out);
    const queries = isJsonObject(value) && isJsonArray(value['queries']) ? value['queries'] : [];
    expect(queries).toMatchObject([
      { query: 1, error: { kind: 'refused' } },
      { query: 2, columns: ['a'], rows: [[1]], row_count: 1, full: false, partial: false },
      { query: 3, error: { kind: 'refused' } },
      { query: 1, error: { kind: 'not-runnable' } },
    ]);
    expect(err).toContain(
      'Several, query 1 of 3: not answered: verification_exception: line 1:1: Unknown index [nowhere]',
    );
    expect(err).toContain('Osquery: not answered: It is in SQL, which no cluster runs');
    expect(err).toContain('hunt run: 4 queries, 1 row, 3 not answered');
  });

  it('runs EQL and KQL over the data streams of the integrations', async () => {
    for (const name of ['eql', 'kql']) {
      const { code, out } = await run([`queries/${name}.toml`, '--to', '2024-07-02', '--format', 'ndjson']);
      expect([name, code, out.trim().split('\n').length]).toEqual([name, 0, 1]);
      expect(parseJson(out)).toMatchObject({ row: { _id: '1', '@timestamp': '2024-07-02T12:00:00Z' } });
    }
    expect((await run(['queries/eql.toml', '--index', 'logs-none'])).code).toBe(1);
  });

  it('keeps to the limit and says so', async () => {
    const { out } = await run(['queries/esql.toml', '--from', '2024-07-01', '--limit', '2']);
    expect(out).toContain('2 rows, as many as --limit lets through: there may be more');
  });

  it('writes a report into a file', async () => {
    const { out, err } = await run([
      'queries/esql.toml',
      '--from',
      '2024-07-01',
      '--format',
      'markdown',
      '-o',
      'out/r.md',
    ]);
    expect([out, err.split('\n').length]).toEqual(['', 3]);
    const report = readFileSync(join(space.root, 'out/r.md'), 'utf8');
    expect(report).toContain('# Hunts\n\n2024-07-01T00:00:00.000Z to now');
    expect(report).toContain('## Hosts\n');
  });

  it('shows many columns one below the other', async () => {
    const { out } = await run(['queries/kql.toml'], { env: { COLUMNS: '30' } });
    expect(out).toContain('-- 1\n');
    expect(
      Math.max(
        ...out
          .split('\n')
          .slice(1)
          .filter((line) => !/rows?/u.test(line))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(30);
  });

  it.each([
    [['queries/none.toml'], 'queries/none.toml is neither a path nor the uuid or name of a hunt.'],
    [['Hostz'], 'Did you mean "Hosts"?'],
    [['Hosts', '--from', 'yesterday'], '--from yesterday is not a time'],
    [['Hosts', '--from', '2024-07-02', '--to', '2024-07-01'], 'nothing lies between them'],
    [['Hosts', '--limit', '0'], '--limit is a whole number from 1 to 10000'],
    [['Hosts', '--timeout', 'soon'], '--timeout is a time'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('needs a cluster that is not named by the repository, and that answers', async () => {
    expect(await space.run(['hunt', 'run', 'Hosts'])).toMatchObject({ code: 2 });
    expect(await space.run(['hunt', 'run', 'Hosts', '--cluster', 'http://127.0.0.1:1'])).toMatchObject({ code: 3 });
  });
});
