import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/commands/exit-codes.js';
import { main } from '../../src/commands/main.js';
import type { Terminal } from '../../src/commands/terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'dragnet-serve-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly exit: Promise<number>;
  readonly url: () => Promise<string>;
  readonly stop: () => void;
  readonly err: () => string;
}

function run(...argv: readonly string[]): Run {
  const interruption = new AbortController();
  let err = '';
  let say: (url: string) => void = () => undefined;
  const url = new Promise<string>((resolve) => (say = resolve));
  const terminal: Terminal = {
    out: (text) => {
      say(text.trim());
    },
    err: (text) => {
      err += text;
    },
    colour: { out: false, err: false },
    cwd: folder,
    env: {},
    stdin: () => {
      throw new Error('nothing comes from standard input');
    },
    stdinIsTerminal: false,
    interrupted: interruption.signal,
    held: new Set(),
  };
  const exit = main(argv, terminal);
  return {
    exit,
    url: () => Promise.race([url, exit.then((code) => Promise.reject(new Error(`exit ${code}: ${err}`)))]),
    stop: () => {
      interruption.abort();
    },
    err: () => err,
  };
}

describe('dragnet serve', () => {
  it('serves the files it was given, with the mappings of their indices, until it is interrupted', async () => {
    writeFileSync(
      join(folder, 'events.ndjson'),
      [
        '{"@timestamp":"2024-08-02T00:00:00Z","event":{"dataset":"aws.cloudtrail","action":"SendCommand"},"n":1.0}',
        '{"_index":"other","_id":"x","_source":{"n":12345678901234567}}',
        '{"@timestamp":"never"}',
      ].join('\n'),
    );
    const server = run('serve', '--port', '0', '--data', 'events.ndjson');
    const url = await server.url();
    const found = (await (await fetch(`${url}/_search?q=event.action:SendCommand`)).json()) as {
      hits: { hits: object[] };
    };
    expect(found.hits.hits).toMatchObject([{ _index: 'logs-aws.cloudtrail-default', _id: 'events.ndjson:1' }]);
    expect(await (await fetch(`${url}/other/_source/x`)).text()).toBe('{"n":12345678901234567}');
    expect(await (await fetch(`${url}/logs-aws.cloudtrail-default/_source/events.ndjson:1`)).text()).toContain(
      '"n":1.0}',
    );
    const taken = run('serve', '--port', new URL(url).port);
    expect(await taken.exit).toBe(EXIT.usage);
    expect(taken.err()).toContain('is taken');
    server.stop();
    expect(await server.exit).toBe(EXIT.clean);
    expect(server.err()).toContain('2 documents in logs-aws.cloudtrail-default, other, logs-default');
    expect(server.err()).toContain('rejected events.ndjson:3');
    await expect(fetch(url)).rejects.toThrow();
  });

  it.each([
    [['--port', 'many'], '--port'],
    [['--port', '70000'], '--port is a number'],
    [['--body-limit', '0'], '--body-limit'],
    [['--now', 'soon'], '--now soon is not a time'],
    [['--data', 'missing.ndjson'], 'missing.ndjson does not exist'],
    [['--data', 'misplaced.ndjson'], 'Invalid index name [../x]'],
    [['--data', 'misplaced.ndjson', '--mappings', 'nope'], 'no mapping profile "nope"'],
  ])('refuses %j', async (options, message) => {
    writeFileSync(join(folder, 'misplaced.ndjson'), '{"_index":"../x","n":1}\n');
    const server = run('serve', ...options);
    expect(await server.exit).toBe(EXIT.usage);
    expect(server.err()).toContain(message);
  });
});
