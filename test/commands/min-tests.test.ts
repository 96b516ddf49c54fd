import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const CASE = RULE_TESTS.slice(RULE_TESTS.indexOf('[[test]]'));
const SILENT = CASE.replace('fires on the program', 'stays silent')
  .replace('alerts = 1, matched = ["bad"]', 'alerts = 0')
  .replace('mimikatz.exe', 'cmd.exe');

let space: Workspace;
beforeEach(async () => {
  space = await workspace({
    'rules/a.toml': RULE,
    'rules/a.test.toml': `${RULE_TESTS}\n${SILENT}`,
    'rules/b.toml': RULE.replace('0f616aee', '1f616aee'),
  });
});
afterEach(() => space.remove());

describe('--min-tests', () => {
  test('wants tests of every rule, one that fires and one that stays silent', async () => {
    const { code, err } = await space.run(['test', '--min-tests', '2']);
    expect(code).toBe(1);
    expect(err).toContain('rules/b.toml:13:8  error  test/too-few  The rule has no test that runs, and needs 2.');
    expect(err).not.toContain('rules/a.toml');
    expect(err).toContain('tests: 2 passed\n');
    expect((await space.run(['test', '--min-tests', '2', 'rules/a.toml'])).code).toBe(0);
    expect((await space.run(['test', '--min-tests', '2', '--filter', 'rules/a.toml'])).code).toBe(0);
  });

  test.each([
    [
      'only firing tests',
      `${RULE_TESTS}\n${CASE.replace('fires', 'also fires')}`,
      'No test of the rule expects silence.',
    ],
    [
      'only silent tests',
      RULE_TESTS.replace(CASE, `${SILENT}\n${SILENT.replace('stays', 'also stays')}`),
      'No test of the rule expects an alert.',
    ],
    [
      'skipped tests',
      `${RULE_TESTS}\n${SILENT.replace('expect', 'skip = "later"\nexpect')}`,
      'The rule has 1 test that runs, and needs 2.',
    ],
  ])('says what is missing beside %s', async (_, tests, message) => {
    await space.write({ 'rules/a.test.toml': tests });
    const { code, out } = await space.run(['test', '--min-tests=2', '--reporter', 'concise', 'rules/a.toml']);
    expect(code).toBe(1);
    expect(out).toContain(`rules/a.toml:13:8: error test/too-few: ${message}`);
    expect((await space.run(['test', '--min-tests=1', 'rules/a.toml'])).code).toBe(0);
  });

  test('stands in dragnet.toml, too, and the call has the last word', async () => {
    await space.write({ 'dragnet.toml': '[test]\nmin_tests = 2\n' });
    expect((await space.run(['test'])).code).toBe(1);
    expect((await space.run(['check', 'rules'])).out).toContain('test/too-few');
    expect((await space.run(['test', '--min-tests', '0'])).code).toBe(0);
    expect((await space.run(['test', '--min-tests', '-1'])).code).toBe(2);
  });
});

test('dragnet check knows skipped tests, and refuses only = true in CI', async () => {
  await space.write({ 'rules/a.test.toml': `${RULE_TESTS}\n${SILENT.replace('expect', 'skip = "later"\nexpect')}` });
  expect((await space.run(['check', 'rules/a.toml'])).err).toContain('tests: 1 passed, 1 not run\n');
  await space.write({ 'rules/a.test.toml': RULE_TESTS.replace('expect', 'only = true\nexpect') });
  expect((await space.run(['check', 'rules/a.toml'], { env: { CI: 'true' } })).out).toContain('error  test/only');
});
