import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
let space: Workspace;
beforeAll(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/a.test.toml': RULE_TESTS });
});
afterAll(() => space.remove());

test.each([
  ['query', ['n: 1']],
  ['convert', ['cloudtrail']],
])('the first Ctrl-C ends %s while it reads', async (command, args) => {
  const child = spawn(process.execPath, [CLI, command, ...args], { cwd: space.root });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('exit', (_code, signal) => {
      resolve(signal);
    });
  });
  // More than a pipe holds: once all of it is written, the program reads, and then waits for more.
  await new Promise((resolve) => child.stdin.write('{"n":1}\n'.repeat(200_000), resolve));
  child.kill('SIGINT');
  // Ended by the signal itself, which shells count as 130.
  expect(await ended).toBe('SIGINT');
});

test.skipIf(!existsSync('/dev/full'))('a full disk is a sentence and exit 1', async () => {
  const child = spawn(process.execPath, [CLI, 'test'], {
    cwd: space.root,
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(err).toContain('dragnet: the output cannot be written (ENOSPC).');
  expect(err).not.toContain('    at ');
  expect(code).toBe(1);
});
