import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changedBetween, snapshotOf } from '../../src/commands/folder-snapshot.js';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const DEADLINE_MS = 30_000;

let space: Workspace;
let child: ChildProcess | undefined;
let printed = '';
beforeEach(async () => {
  printed = '';
  space = await workspace({
    'rules/a.toml': RULE,
    'rules/a.test.toml': RULE_TESTS.replace('[[test]]', 'events = ["fixtures/more.ndjson"]\n\n[[test]]'),
    'rules/fixtures/more.ndjson': '{"_id": "more", "@timestamp": "now-5m"}\n',
    'rules/b.toml': RULE.replace('0f616aee', '1f616aee'),
    'rules/b.test.toml': RULE_TESTS,
  });
});
afterEach(async () => {
  child?.kill('SIGKILL');
  child = undefined;
  await space.remove();
});

/** A developer's environment, also when these tests run in CI: there --update refuses and colours may be forced. */
function developersEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !['CI', 'FORCE_COLOR'].includes(name)));
}

function start(...args: string[]): void {
  child = spawn(process.execPath, [CLI, 'test', '--watch', ...args], {
    cwd: space.root,
    env: developersEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
}

/** What was printed up to the next time that it waits for changes. */
async function round(): Promise<string> {
  await until(() => printed.includes('\nwatching '));
  const end = printed.indexOf('\n', printed.indexOf('\nwatching ') + 1) + 1;
  const text = printed.slice(0, end);
  printed = printed.slice(end);
  return text;
}

async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + DEADLINE_MS;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`waited in vain; printed:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const path = (file: string): string => join(space.root, file);

describe('dragnet test --watch', () => {
  test('runs all, then what each change touches, and ends with 130', { timeout: 120_000 }, async () => {
    start();
    expect(await round()).toMatch(
      /✓ rules\/a.test.toml.*\n✓ rules\/b.test.toml.*\ntests: 2 passed\nwatching 5 files; Ctrl-C ends\n/,
    );

    // A rule, saved as many editors do: written beside, then renamed.
    writeFileSync(path('rules/b.toml.swp'), RULE.replace('mimikatz.exe', 'other.exe'));
    renameSync(path('rules/b.toml.swp'), path('rules/b.toml'));
    let text = await round();
    if (!text.includes('tests:')) text += await round();
    expect(text).toContain('rules/b.toml');
    expect(text).toContain('✗ rules/b.test.toml  0 passed, 1 failed');
    expect(text).not.toContain('rules/a.test.toml');

    // A broken file is a message, not the end.
    writeFileSync(path('rules/b.toml'), 'broken');
    expect(await round()).toContain('rules/b.toml:1:7  error  toml/syntax');
    writeFileSync(path('rules/b.toml'), RULE);
    expect(await round()).toContain('✓ rules/b.test.toml  1 passed');

    // A fixture, and a file that nothing reads.
    writeFileSync(path('rules/fixtures/more.ndjson'), '{"_id": "bad", "@timestamp": "now-5m"}\n');
    expect(await round()).toContain('Two documents of this test have the id bad');
    writeFileSync(path('notes.md'), 'text');
    expect(await round()).toContain('changed: notes.md\ntests: none to run, no test depends on it\n');

    // A new folder, and a test that goes away.
    mkdirSync(path('rules/new'));
    writeFileSync(path('rules/new/c.toml'), RULE.replace('0f616aee', '2f616aee'));
    writeFileSync(path('rules/new/c.test.toml'), RULE_TESTS);
    text = await round();
    while (!text.includes('c.test.toml')) text = await round();
    rmSync(path('rules/b.test.toml'));
    text = await round();
    while (!text.includes('rules/b.test.toml')) text = await round();
    expect(text).toContain('no test depends on it');

    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGINT');
    expect(await ended).toBe(130);
  });

  test('the configuration touches all tests, and a mistake in it is shown', { timeout: 60_000 }, async () => {
    start('--reporter', 'concise');
    await round();
    writeFileSync(path('dragnet.toml'), 'pahts = ["rules"]\n');
    expect(await round()).toContain('Did you mean "paths"');
    writeFileSync(path('dragnet.toml'), 'paths = ["rules"]\n');
    expect(await round()).toContain('changed: dragnet.toml\ntests: 2 passed\n');
  });

  test('with --update it writes once and comes to rest', { timeout: 60_000 }, async () => {
    writeFileSync(path('rules/b.test.toml'), RULE_TESTS.replace('alerts = 1', 'alerts = 3'));
    start('--update');
    let text = await round();
    expect(text).toContain('updated: the expectations of 1 test');
    text = await round();
    expect(text).toContain('changed: rules/b.test.toml');
    expect(text).toContain('✓ rules/b.test.toml  1 passed');
    expect(readFileSync(path('rules/b.test.toml'), 'utf8')).toBe(RULE_TESTS);
  });
});

test('a snapshot knows what came, went and changed, and leaves hidden and foreign folders out', async () => {
  const before = await snapshotOf(space.root);
  await space.write({ 'rules/a.toml': '# new\n', 'x/y.toml': '', '.git/z': '', 'node_modules/q/w.toml': '' });
  rmSync(path('rules/b.toml'));
  const after = await snapshotOf(space.root);
  expect([...changedBetween(before, after)]).toEqual(['rules/a.toml', 'rules/b.toml', 'x/y.toml']);
  expect(after.folders).toEqual(['', 'rules', 'x', 'rules/fixtures']);
  expect(changedBetween(after, await snapshotOf(space.root)).size).toBe(0);
});
