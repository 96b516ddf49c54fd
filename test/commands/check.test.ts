import { afterEach, beforeEach, expect, test } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/a.test.toml': RULE_TESTS });
  await space.run(['docs', 'build']);
});
afterEach(() => space.remove());

test('all is well: exit 0 and three lines of summary', async () => {
  expect(await space.run(['check'])).toEqual({
    code: 0,
    out: '✓ rules/a.test.toml  1 passed\n',
    err: 'validate: 2 files, no problems\ntests: 1 passed\ndocs: 1 page up to date\n',
  });
});

test.each([
  ['a mistake', { 'rules/a.toml': RULE.replace('severity = "medium"', 'severity = "bad"') }],
  ['a failing test', { 'rules/a.test.toml': RULE_TESTS.replace('alerts = 1', 'alerts = 7') }],
  ['a stale page', { 'rules/a.toml': RULE.replace('nobody', 'no one') }],
])('%s: exit 1', async (_, files) => {
  await space.write(files);
  expect((await space.run(['check'])).code).toBe(1);
});

test('--format json holds all three parts', async () => {
  const report = JSON.parse((await space.run(['check', '--format', 'json'])).out) as Record<string, unknown>;
  expect(report).toMatchObject({
    version: 1,
    validation: { summary: { errors: 0 } },
    tests: { summary: { passed: 1 } },
    docs: { pages: 1, differences: [] },
  });
});
