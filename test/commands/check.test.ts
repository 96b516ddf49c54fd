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

test('two definitions with one page are a finding beside all others, for people and in JSON', async () => {
  await space.write({ 'rules/b.toml': RULE.replace('0f616aee', '1f616aee') });
  const { code, out, err } = await space.run(['check']);
  expect(code).toBe(1);
  expect(out).toContain(
    '✗ docs/rules/forbidden-program-started.md would be written by rules/a.toml and rules/b.toml; give them different names\n',
  );
  expect(err).toMatch(
    /^validate: 3 files, .*\ntests: 1 passed\ndocs: 1 of 1 page differs, \d of 10 indexes differ\. Run dragnet docs build\. Mend 1 page by hand\.\n$/,
  );
  const json = await space.run(['check', '--format', 'json']);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({
    tests: { summary: { passed: 1 } },
    docs: {
      pages: 1,
      differences: expect.arrayContaining([
        expect.objectContaining({ kind: 'collision', mend: 'hand', files: ['rules/a.toml', 'rules/b.toml'] }),
      ]) as unknown,
    },
  });
});

test('the docs part has colour on a terminal', async () => {
  await space.write({ 'rules/a.toml': RULE.replace('nobody', 'no one') });
  expect((await space.run(['check'], { colour: true })).out).toContain('\u001b[31m✗\u001b[39m \u001b[1mdocs/rules/');
});
