import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/main.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { pullDocuments } from '../../src/testing/pull-documents.js';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const EVENTS = [
  ['a', 1, 'SendCommand', 'jdoe', '10.0.0.7'],
  ['b', 2, 'DeleteTrail', 'jdoe', '10.0.0.8'],
  ['c', 3, 'SendCommand', 'asmith', '10.0.0.7'],
]
  .map(([_id, minute, action, name, ip]) =>
    JSON.stringify({
      _index: 'logs-endpoint.events.process-default',
      _id,
      '@timestamp': `2026-05-01T12:0${minute}:00Z`,
      event: { action, category: ['process'], type: ['start'] },
      process: { name: _id === 'b' ? 'psexec.exe' : 'sh' },
      user: { name },
      source: { ip },
      message: `${name} from ${ip}`,
    }),
  )
  .join('\n');

const WINDOW = ['--from', '2026-05-01T00:00:00Z', '--to', '2026-05-02T00:00:00Z'];

let space: Workspace;
let url: string;
const stop = new AbortController();
let served: Promise<unknown>;

beforeAll(async () => {
  space = await workspace({
    'events.ndjson': EVENTS,
    'rules/forbidden.toml': RULE,
    'dragnet.toml': '[redact]\n"source.ip" = "keep"\n',
  });
  url = await new Promise<string>((resolve) => {
    served = main(['serve', '--data', 'events.ndjson', '--port', '0'], {
      out: (text) => {
        resolve(text.trim());
      },
      err: () => undefined,
      colour: { out: false, err: false },
      cwd: space.root,
      env: {},
      stdin: () => {
        throw new Error('nothing comes from standard input');
      },
      stdinIsTerminal: false,
      interrupted: stop.signal,
      held: new Set(),
    });
  });
});
afterAll(async () => {
  stop.abort();
  await served;
  await space.remove();
});

function lines(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('dragnet fixture pull', () => {
  const pull = (...args: readonly string[]): ReturnType<Workspace['run']> =>
    space.run([
      'fixture',
      'pull',
      '--cluster',
      url,
      ...(args[0] === '--index' ? [] : ['--index', 'logs-*']),
      ...WINDOW,
      ...args,
    ]);

  it('says so where no index matches, and writes no file', async () => {
    for (const index of ['metrics-*', 'metrics-a']) {
      const { code, out, err } = await pull('--index', index, '--out', 'none.ndjson');
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`No index of the cluster matches ${index},`);
    }
    expect((await pull('--query', 'event.action: Nothing')).err).toContain('0 documents');
  });

  it('writes what a KQL query matches, oldest first and redacted, and says by field what was changed', async () => {
    const { code, out, err } = await pull('--query', 'event.action: SendCommand');
    expect(code).toBe(0);
    const documents = lines(out);
    expect(documents.map(({ _id }) => _id)).toEqual(['a', 'c']);
    expect(documents[0]).toMatchObject({
      _index: 'logs-endpoint.events.process-default',
      source: { ip: '10.0.0.7' },
      user: { name: expect.stringMatching(/^user-/) as string },
    });
    expect(out).not.toMatch(/jdoe|asmith/);
    expect(err).toBe('redacted user.name: 2 values\nredacted message: 2 values\n2 documents\n');
  });

  it('knows Lucene, Query DSL, EQL and ES|QL', async () => {
    const ids = async (...args: readonly string[]): Promise<unknown> =>
      lines((await pull(...args)).out).map(({ _id }) => _id);
    expect(await ids('-l', 'lucene', '--query', 'event.action:Delete*')).toEqual(['b']);
    expect(await ids('--query', '{"query":{"term":{"event.action":"DeleteTrail"}}}')).toEqual(['b']);
    expect(await ids('--query', 'process where process.name == "sh"')).toEqual(['a', 'c']);
    expect(await ids('--query', 'FROM logs-* METADATA _id | WHERE user.name == "asmith"')).toEqual(['c']);
    expect(await ids()).toEqual(['a', 'b', 'c']);
    expect(await ids('--limit', '1')).toEqual(['c']);
  });

  it('takes index, query and filters of a rule, and writes a file', async () => {
    const { code, err } = await space.run([
      ...['fixture', 'pull', '--cluster', url, '--rule', 'rules/forbidden.toml', ...WINDOW],
      ...['--no-redact', '-o', 'out/pulled.ndjson'],
    ]);
    expect([code, err]).toEqual([
      0,
      'warning: The documents are not redacted: they hold names, addresses and ids as they were logged.\n1 document\n',
    ]);
    const { out } = await space.run(['query', 'user.name: jdoe', 'out/pulled.ndjson']);
    expect(lines(out)).toMatchObject([{ _id: 'b' }]);
  });

  it('gives equal stand-ins for an equal key, and rules of the call come last', async () => {
    const env = { DRAGNET_REDACT_KEY: '0123456789abcdef0123456789abcdef' };
    const args = [
      'fixture',
      'pull',
      '--cluster',
      url,
      '--index',
      'logs-*',
      ...WINDOW,
      '--redact',
      'source.ip=hash',
      '--redact',
      'user.name=remove',
    ];
    const [first, second] = [await space.run(args, { env }), await space.run(args, { env })];
    expect(first.out).toBe(second.out);
    expect(first.out).not.toContain('10.0.0.7');
    expect(lines(first.out)[0]).toMatchObject({ user: {} });
    expect(first.err + first.out).not.toContain(env.DRAGNET_REDACT_KEY);
  });

  it('refuses what it cannot do, and says how to write it', async () => {
    const errors = [
      [['--query', 'event.action: ('], /the KQL query is wrong/],
      [['--query', 'FROM logs-* | STATS n = COUNT(*)'], /name no document\. Begin it with FROM … METADATA _id/],
      [['--redact', 'user.name=hide'], /--redact user\.name=hide is no rule/],
      [['--limit', '0'], /--limit is a whole number/],
      [['--no-redact', '--redact', 'a=keep'], /does not go with/],
    ] as const;
    for (const [args, message] of errors) {
      const { code, err, out } = await pull(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
    }
    const late = await space.run(['fixture', 'pull', '--cluster', url, '--index', 'x', '--from', 'yesterday']);
    expect(late.err).toContain('--from yesterday is not a time');
    expect((await space.run(['fixture', 'pull', '--index', 'x'])).err).toContain('Name the cluster');
  });
});

describe('dragnet fixture redact and convert', () => {
  it('redacts files', async () => {
    const { code, out, err } = await space.run(['fixture', 'redact', 'events.ndjson']);
    expect(code).toBe(0);
    expect(lines(out)).toHaveLength(3);
    expect(out).not.toMatch(/jdoe|asmith/);
    expect(err).toBe('redacted user.name: 3 values\nredacted message: 3 values\n3 documents\n');
  });

  it('finds the converter of CloudTrail beside the other ways to a fixture, and redacts what it makes', async () => {
    const record = {
      eventVersion: '1.08',
      eventTime: '2026-05-01T12:00:00Z',
      eventName: 'DeleteTrail',
      eventSource: 'cloudtrail.amazonaws.com',
      awsRegion: 'eu-central-1',
      sourceIPAddress: '81.2.69.142',
      userIdentity: {
        type: 'IAMUser',
        userName: 'berta',
        accountId: '123456789012',
        arn: 'arn:aws:iam::123456789012:user/berta',
      },
    };
    await space.write({ 'trail.json': JSON.stringify({ Records: [record] }) });
    const plain = await space.run(['fixture', 'convert', 'cloudtrail', 'trail.json']);
    expect(plain.out).toContain('berta');
    expect(plain.out).toBe((await space.run(['convert', 'cloudtrail', 'trail.json'])).out);
    const { code, out } = await space.run(['fixture', 'convert', 'cloudtrail', 'trail.json', '--redact', 'on']);
    expect(code).toBe(0);
    expect(out).not.toMatch(/berta|123456789012/);
    expect(JSON.parse(out)).toMatchObject({
      event: { action: 'DeleteTrail' },
      user: { name: expect.stringMatching(/^user-/) as string },
    });
  });
});

describe('what a cluster may answer', () => {
  it('names the data stream of a backing index, and wants _source', async () => {
    const cluster = new EmbeddedCluster({ clock: () => new Date('2026-05-01T12:00:00Z') });
    const request = { index: '.ds-*', filter: [], timeField: '@timestamp', limit: 10 };
    await cluster.bulk([{ _index: '.ds-logs-acme.app-default-2026.05.01-000001', _id: 'x', source: '{}' }]);
    expect(await pullDocuments(cluster, { ...request, query: { kind: 'dsl', query: { match_all: {} } } })).toEqual([
      { id: 'x', index: 'logs-acme.app-default', source: {} },
    ]);
  });
});
