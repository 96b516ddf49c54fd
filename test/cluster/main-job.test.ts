import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, RULE_TESTS, runCli, workspace } from '../commands/run-cli.js';
import type { Workspace } from '../commands/run-cli.js';

const URL_ = process.env['ORACLE_URL'] ?? 'http://127.0.0.1:9200';
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Names of temporary indices that are still there. */
async function leftovers(): Promise<string[]> {
  const response = await fetch(`${URL_}/_cat/indices/dragnet-*?h=index&format=json`);
  return ((await response.json()) as { index: string }[]).map(({ index }) => index);
}

afterEach(async () => {
  expect(await leftovers()).toEqual([]);
});

describe("this repository's own definitions", () => {
  // Hundreds of tests, each with indices of its own.
  test(
    'pass on a real Elasticsearch and on the embedded engine, without any difference',
    { timeout: 900_000 },
    async () => {
      const { code, out, err } = await runCli(REPOSITORY, ['test', '--cluster', URL_, '--engine', 'both']);
      expect(`${out}${err}`).not.toContain('✗');
      expect(err).toMatch(/^tests: \d{3,} passed\n$/);
      expect(code).toBe(0);
    },
  );
});

describe('cleaning up', () => {
  let space: Workspace;
  beforeEach(async () => {
    space = await workspace({ 'rules/a.toml': RULE, 'rules/a.test.toml': RULE_TESTS });
  });
  afterEach(() => space.remove());

  test('after a test that fails', async () => {
    await space.write({ 'rules/a.test.toml': RULE_TESTS.replace('alerts = 1', 'alerts = 5') });
    expect((await space.run(['test', '--cluster', URL_])).code).toBe(1);
  });

  test('after a document that the mapping rejects', async () => {
    await space.write({ 'rules/a.test.toml': RULE_TESTS.replace('"now-5m"', '"yesterday"') });
    const { code, out } = await space.run(['test', '--cluster', URL_]);
    expect(code).toBe(1);
    expect(out).toContain('rejects the document bad');
  });

  test('after Ctrl-C', async () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      RULE_TESTS.slice(RULE_TESTS.indexOf('[[test]]')).replace('fires', `${at} fires`),
    );
    await space.write({ 'rules/a.test.toml': `[defaults]\nnow = 2026-05-01T12:00:00Z\n\n${many.join('\n')}` });
    const cli = spawn(process.execPath, [`${REPOSITORY}dist/cli.js`, 'test', '--cluster', URL_], {
      cwd: space.root,
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => cli.once('exit', resolve));
    // Interrupt it while an index of its own is there.
    while ((await leftovers()).length === 0 && cli.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    cli.kill('SIGINT');
    expect(await ended).toBe(130);
  });
});

test("date math and NOW() mean the test's clock, not the cluster's", async () => {
  const space = await workspace({
    'rules/a.toml': RULE.replace('process.name: (mimikatz.exe or "psexec.exe")', '@timestamp > now-10m'),
    'rules/a.test.toml': RULE_TESTS.replace('matched = ["bad"]', 'matched = ["bad", "good"]').replace(
      'alerts = 1',
      'alerts = 2',
    ),
  });
  const { out, err, code } = await space.run(['test', '--cluster', URL_, '--engine', 'both']);
  expect(`${out}${err}`).toContain('tests: 1 passed');
  expect(code).toBe(0);
  await space.remove();
});
