import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { CliRun, Workspace } from './run-cli.js';

const OTHER = RULE.replace('Forbidden Program Started', 'Other Rule').replace('0f616aee', '1f616aee');
const SECOND = RULE_TESTS.slice(RULE_TESTS.indexOf('[[test]]')).replace('fires on the program', 'fires once more');

let space: Workspace;
beforeEach(async () => {
  space = await workspace({
    'rules/a.toml': RULE,
    'rules/a.test.toml': `${RULE_TESTS}\n${SECOND}`,
    'rules/sub/b.toml': OTHER,
    'rules/sub/b.test.toml': RULE_TESTS.replace('fires on the program', 'says \\"so\\" \\u00e9'),
  });
});
afterEach(() => space.remove());

const names = ({ out }: CliRun): readonly string[] =>
  [...out.matchAll(/[✓✗○] (?!rules)(.+?)(?:  rules.*)?$/gmu)].map(([, name = '']) => name);
const chosen = async (...args: string[]): Promise<readonly string[]> => names(await space.run(['test', '-v', ...args]));

describe('--filter', () => {
  test('finds names of tests and rules, ids and paths, in any case', async () => {
    expect(await chosen('--filter', 'ONCE more')).toEqual(['fires once more']);
    expect(await chosen('--filter', 'other rule')).toEqual(['says "so" é']);
    expect(await chosen('--filter', '1f616aee-8161')).toEqual(['says "so" é']);
    expect(await chosen('-f', 'rules/a.toml')).toEqual(['fires on the program', 'fires once more']);
    expect(await chosen('--filter', '"so" É')).toEqual(['says "so" é']);
  });

  test('with * or ? takes a pattern for the whole; several filters add up', async () => {
    expect(await chosen('--filter', 'fires * more')).toEqual(['fires once more']);
    expect(await chosen('--filter', '*sub*', '--filter', 'fires on?the*')).toEqual([
      'fires on the program',
      'says "so" é',
    ]);
    // Brackets and the like are characters, not a regular expression.
    expect((await space.run(['test', '--filter', '(fires|x)+'])).code).toBe(2);
  });

  test('that means nothing is a mistake, with what may be meant', async () => {
    const { code, err } = await space.run(['test', '--filter', 'fires onse more']);
    expect(code).toBe(2);
    expect(err).toBe('dragnet: No test is meant by --filter fires onse more. Did you mean "fires once more"?\n');
    expect((await space.run(['test', '--filter', 'zzzzzz'])).err).toContain('names, files and ids of 3 tests');
  });

  test('does not load what it leaves out', async () => {
    await space.write({
      'rules/sub/b.toml': 'broken',
      'rules/sub/b.test.toml': RULE_TESTS,
      'rules/c.toml': 'broken = ',
    });
    expect(await space.run(['test', '--filter', 'once more'])).toMatchObject({ code: 0, err: 'tests: 1 passed\n' });
    expect((await space.run(['test'])).code).toBe(1);
  });
});

describe('--changed', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], {
      cwd: space.root,
      encoding: 'utf8',
    });

  beforeEach(async () => {
    await space.write({
      'rules/sub/b.test.toml': RULE_TESTS.replace(
        '[[test]]',
        'events = ["../fixtures/more.ndjson"]\n\n[[test]]',
      ).replace('fires on', 'b fires on'),
      'rules/fixtures/more.ndjson': '{"_id": "more", "@timestamp": "now-5m"}\n',
    });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
  });

  test('runs nothing where nothing changed, and that is fine', async () => {
    expect(await space.run(['test', '--changed'])).toEqual({
      code: 0,
      out: '',
      err: 'tests: none to run, nothing that they depend on differs from HEAD\n',
    });
  });

  test.each([
    ['a rule', 'rules/sub/b.toml', `${OTHER}# new\n`, ['b fires on the program']],
    ['a fixture', 'rules/fixtures/more.ndjson', '{"_id": "x", "@timestamp": "now-5m"}\n', ['b fires on the program']],
    ['a test', 'rules/a.test.toml', `${RULE_TESTS}# new\n`, ['fires on the program']],
    ['nothing that tests read', 'README.md', 'text', []],
    [
      'the configuration',
      'dragnet.toml',
      'paths = ["rules"]\n',
      ['fires on the program', 'fires once more', 'b fires on the program'],
    ],
  ])('runs the tests that %s concerns', async (_, file, text, wanted) => {
    await space.write({ [file]: text });
    expect(await chosen('--changed')).toEqual(wanted);
    expect(await chosen('--changed=HEAD', '--filter', 'zzz')).toEqual([]);
  });
});

test('--changed outside of a git repository says that there is none: exit 2', async () => {
  const { code, err } = await space.run(['test', '--changed', 'HEAD']);
  expect(code).toBe(2);
  expect(err).toContain('is not in a git repository.');
});

describe('--bail', () => {
  test('stops after the failures that it allows, and says what did not run', async () => {
    const failing = `${RULE_TESTS}\n${SECOND}`.replaceAll('alerts = 1', 'alerts = 7');
    await space.write({ 'rules/a.test.toml': failing });
    const { code, out, err } = await space.run(['test', '--bail']);
    expect([code, err]).toEqual([1, 'stopped by --bail: 2 tests did not run\ntests: 0 passed, 1 failed\n']);
    expect(out).not.toContain('once more');
    expect((await space.run(['test', '--bail=2'])).err).toContain('1 test did not run\ntests: 0 passed, 2 failed');
    expect((await space.run(['test', '--bail', 'rules'])).err).toContain('--bail=1');
  });
});

describe('marks', () => {
  const marked = (mark: string): string => `${RULE_TESTS}\n${SECOND.replace('expect =', `${mark}\nexpect =`)}`;

  test('only = true runs these alone, and says so', async () => {
    await space.write({ 'rules/a.test.toml': marked('only = true') });
    const run = await space.run(['test', '-v']);
    expect(names(run)).toEqual(['fires once more']);
    expect(run).toMatchObject({ code: 0, err: 'only = true: 2 other tests did not run\ntests: 1 passed\n' });
  });

  test.each<[string, string[], Record<string, string>]>([
    ['with --forbid-only', ['--forbid-only'], {}],
    ['in CI', [], { CI: 'true' }],
  ])('only = true is an error %s, and all tests run', async (_, args, env) => {
    await space.write({ 'rules/a.test.toml': marked('only = true') });
    const { code, err, out } = await space.run(['test', '-v', ...args], { env });
    expect(code).toBe(1);
    expect(err).toContain('rules/a.test.toml:22:1  error  test/only');
    expect(err).toContain('tests: 3 passed');
    expect(out).toContain('fires on the program');
  });

  test('CI may be told to allow it', async () => {
    await space.write({ 'rules/a.test.toml': marked('only = true') });
    expect((await space.run(['test', '--no-forbid-only'], { env: { CI: '1' } })).code).toBe(0);
  });

  test('skip gives its reason, and needs one', async () => {
    await space.write({ 'rules/a.test.toml': marked('skip = "waits for 9.1"') });
    const { code, out, err } = await space.run(['test']);
    expect(code).toBe(0);
    expect(out).toContain('fires once more  rules/a.test.toml:21:8\n        not run: waits for 9.1\n');
    expect(err).toBe('tests: 2 passed, 1 not run\n');
    await space.write({ 'rules/a.test.toml': marked('skip = true') });
    const refused = await space.run(['test']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('rules/a.test.toml:22:8  error');
    expect(refused.err).toContain('skip is true, not text.');
  });
});
