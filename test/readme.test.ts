import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../src/engine/embedded/embedded-cluster.js';
import { startServer } from '../src/engine/serve/start-server.js';
import type { RunningServer } from '../src/engine/serve/start-server.js';
import { runCli } from './commands/run-cli.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readFileSync(`${ROOT}README.md`, 'utf8');

/** The commands of the tour, each with what it prints; a redirected one prints nothing here. */
const transcripts = [...README.matchAll(/^```console\n\$ dragnet (.*)\n([^]*?)^```$/gm)].map(
  ([, command = '', output = '']) => ({ command, output }),
);

/** Splits as a shell would, as far as the README needs it: words and single quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

test('the tour has transcripts', () => {
  expect(transcripts.length).toBeGreaterThanOrEqual(2);
});

test.each(transcripts.filter(({ command }) => !command.includes(' > ')))(
  '$ dragnet $command prints what the README shows',
  async ({ command, output }) => {
    const { code, out, err } = await runCli(ROOT, words(command));
    expect(`${out}${err}`).toBe(output);
    expect(code).toBe(0);
  },
);

describe('the section about dragnet serve', () => {
  const section = /^## Serve\n([^]*?)^## /m.exec(README)?.[1] ?? '';
  const blocks = [...section.matchAll(/^```(?:sh|python)\n([^]*?)^```$/gm)].map(([, code = '']) => code);
  let server: RunningServer;
  beforeAll(async () => {
    const cluster = new EmbeddedCluster({ clock: () => new Date() });
    const onBug = (error: unknown): void => {
      throw error instanceof Error ? error : new Error(String(error));
    };
    server = await startServer(cluster, { host: '127.0.0.1', port: 0, bodyLimit: 1024 * 1024, onBug });
  });
  afterAll(() => server.close());

  /** Runs a block of the section with a program that reads it as its last argument, against the test's server. */
  async function run(program: string, flag: string, starts: string): Promise<string> {
    const code = blocks.find((block) => block.startsWith(starts)) ?? '';
    expect(code).toContain('http://127.0.0.1:9200');
    const { stdout } = await promisify(execFile)(program, [flag, code.replaceAll('http://127.0.0.1:9200', server.url)]);
    return stdout;
  }

  const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

  test('shows how the server starts', () => {
    expect(blocks[0]).toBe('dragnet serve --port 9200\n');
  });

  test('its curl calls index a document and find it', async ({ skip }) => {
    if (!has('curl')) skip('curl is not installed');
    const printed = await run('sh', '-c', 'curl');
    expect(printed).toContain('"result":"created"');
    expect(printed).toContain('"_source":{"@timestamp": "2026-05-01T12:00:00Z", "process": {"name": "mimikatz.exe"}}');
  });

  test('its Python program indexes a document and finds it', async ({ skip }) => {
    if (!has('python3')) skip('python3 is not installed');
    expect(await run('python3', '-c', 'import')).toBe("['2']\n");
  });
});

test('every link to a file leads somewhere', () => {
  const targets = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(5);
  for (const target of targets) expect(() => readFileSync(`${ROOT}${target}`), target).not.toThrow(/ENOENT/);
});

test('what it links to is in the package, too', () => {
  const { files } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { files: readonly string[] };
  const targets = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !files.some((file) => target === file || target.startsWith(`${file}/`)))).toEqual(
    [],
  );
});
