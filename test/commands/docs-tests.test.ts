import { readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectationInWords } from '../../src/commands/summarize-test.js';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const PAGE = 'docs/rules/forbidden-program-started.md';
const KEPT = '.dragnet/cache/pages.json';
let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/a.test.toml': RULE_TESTS });
});
afterEach(() => space.remove());
const page = (): Promise<string> => readFile(join(space.root, PAGE), 'utf8');

describe('tests on the page of a rule', () => {
  test('what fires, what stays silent, and which clauses no test would miss', async () => {
    expect((await space.run(['docs', 'build'])).code).toBe(0);
    const text = await page();
    expect(text).toContain('- **Test file:** [`a.test.toml`](../../rules/a.test.toml)\n');
    expect(text).toContain('| fires on the program | 1 alert | `bad` | `good` |\n');
    expect(text).toMatch(/- \*\*Clause coverage:\*\* [1-3] of 4 clauses \(\d/);
    expect(text).toContain('- `event.category: process` is true of every document of the tests\n');
  });

  test('are the same from kept results, in CI and in dragnet check', async () => {
    await space.run(['docs', 'build']);
    const first = await page();
    expect(existsSync(join(space.root, KEPT))).toBe(true);
    for (const env of [{}, { CI: 'true' }]) {
      expect((await space.run(['docs', 'check'], { env })).code).toBe(0);
      expect((await space.run(['check'], { env })).code).toBe(0);
    }
    await rm(join(space.root, KEPT));
    expect((await space.run(['check'])).code).toBe(0);
    expect(existsSync(join(space.root, KEPT))).toBe(true);
    expect((await space.run(['docs', 'build'])).out).toBe('');
    expect(await page()).toBe(first);
  });

  test('change with the test file; kept results that are none do not count', async () => {
    await space.run(['docs', 'build']);
    await writeFile(join(space.root, KEPT), '{"key": 1');
    expect((await space.run(['docs', 'check'])).code).toBe(0);
    await space.write({
      'rules/a.test.toml': RULE_TESTS.replace('notepad.exe', 'psexec.exe')
        .replace('"bad"]', '"bad", "good"]')
        .replace('alerts = 1', 'alerts = 2'),
    });
    const { code, out } = await space.run(['docs', 'check']);
    expect(code).toBe(1);
    expect(out).toContain('+| fires on the program | 2 alerts | `bad`, `good` |  |');
  });

  test('a rule without tests says so; [docs] coverage = false runs no test', async () => {
    await space.write({ 'dragnet.toml': '[docs]\ncoverage = false\n' });
    await space.run(['docs', 'build']);
    expect(await page()).toContain('| fires on the program | 1 alert | `bad` | `good` |\n');
    expect(await page()).not.toContain('Clause coverage');
    expect(existsSync(join(space.root, '.dragnet'))).toBe(false);
    await rm(join(space.root, 'rules/a.test.toml'));
    await space.run(['docs', 'build']);
    expect(await page()).toContain('\n## Tests\n\nThere are no tests.\n');
  });

  test('an interrupted build writes no page', async () => {
    const { code, out } = await space.run(['docs', 'build'], { interrupted: AbortSignal.abort() });
    expect({ code, out }).toEqual({ code: 130, out: '' });
  });
});

test.each([
  [{ alerts: 0 }, 'no alert'],
  [{ alerts: 1 }, '1 alert'],
  [{ alerts: { min: 2 } }, 'at least 2 alerts'],
  [{ alerts: { max: 2 } }, 'at most 2 alerts'],
  [{ alerts: { min: 2, max: 3 } }, '2 to 3 alerts'],
  [{ alerts: { min: 2, max: 2 } }, '2 alerts'],
  [{ matched: [] }, 'no alert'],
  [{ matched: ['a'] }, 'alerts of these documents'],
  [{ matchedAny: ['a'] }, 'alerts, of these documents among others'],
  [{ sequences: [['a', 'b']] }, '1 sequence'],
  [{ groups: [{ key: {} }] }, '1 group'],
  [{ rows: [] }, 'no row'],
  [{ error: 'no such field' }, 'the error "no such field"'],
  [{ alert: [{}] }, 'an alert with given fields'],
])('%j in words: %s', (expectation, words) => {
  expect(expectationInWords({ ordered: false, ...expectation })).toBe(words);
});
