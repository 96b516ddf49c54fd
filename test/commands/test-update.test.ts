import { chmodSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const CASE = RULE_TESTS.slice(RULE_TESTS.indexOf('[[test]]'));
const WRONG = `${RULE_TESTS.replace(
  'expect = { alerts = 1, matched = ["bad"] }',
  `expect.alerts = 4 # how many
expect.matched = [
    'gone', # was there once
    "bad",
]`,
)}
${CASE.replace('"fires on the program"', '"announced"\ntodo = "later"').replace('alerts = 1', 'alerts = 9')}`;

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/a.test.toml': WRONG });
});
afterEach(() => space.remove());
const text = (): string => readFileSync(join(space.root, 'rules/a.test.toml'), 'utf8');

describe('dragnet test --update', () => {
  test('writes what came, keeps layout, comments and todo, and shows the diff', async () => {
    chmodSync(join(space.root, 'rules/a.test.toml'), 0o640);
    const { code, out, err } = await space.run(['test', '--update']);
    expect(code).toBe(0);
    expect(text()).toBe(
      WRONG.replace('expect.alerts = 4', 'expect.alerts = 1').replace("    'gone', # was there once\n", ''),
    );
    expect(statSync(join(space.root, 'rules/a.test.toml')).mode & 0o777).toBe(0o640);
    expect(out).toContain('rules/a.test.toml\n  @@ ');
    expect(out).toContain('  -expect.alerts = 4 # how many\n  +expect.alerts = 1 # how many\n');
    expect(out).toContain("  -    'gone', # was there once\n");
    expect(out).toContain('✓ rules/a.test.toml  1 passed, 1 todo');
    expect(err).toContain('updated: the expectations of 1 test; read what changed before you commit it\n');
    expect((await space.run(['test', '--update'])).out).not.toContain('@@');
  });

  test('--dry-run shows the same and writes nothing; the test still fails', async () => {
    const { code, out } = await space.run(['test', '--update', '--dry-run'], { env: { CI: 'true' } });
    expect(code).toBe(1);
    expect(out).toContain('  +expect.alerts = 1 # how many\n');
    expect(text()).toBe(WRONG);
  });

  test('does not write in CI unless told', async () => {
    const refused = await space.run(['test', '-u'], { env: { CI: 'true' } });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--update --yes');
    expect(text()).toBe(WRONG);
    expect((await space.run(['test', '-u', '--yes'], { env: { CI: 'true' } })).code).toBe(0);
    expect(text()).toContain('expect.alerts = 1 #');
    expect((await space.run(['test', '--dry-run'])).code).toBe(2);
  });

  test('keeps CRLF, and leaves a test that cannot be made to hold as it is', async () => {
    const windows = WRONG.replaceAll('\n', '\r\n').replace(
      'expect.matched = [',
      'events = ["none.ndjson"]\r\nexpect.matched = [',
    );
    await space.write({ 'rules/a.test.toml': windows });
    expect((await space.run(['test', '-u'])).code).toBe(1);
    expect(text()).toBe(windows);
    const plain = windows.replace('events = ["none.ndjson"]\r\n', '');
    await space.write({ 'rules/a.test.toml': plain });
    expect((await space.run(['test', '-u'])).code).toBe(0);
    expect(text()).toBe(plain.replace('alerts = 4', 'alerts = 1').replace("    'gone', # was there once\r\n", ''));
  });

  test('writes no file outside of the repository that a link leads to', async () => {
    const outside = await workspace({ 'a.test.toml': WRONG });
    rmSync(join(space.root, 'rules/a.test.toml'));
    symlinkSync(join(outside.root, 'a.test.toml'), join(space.root, 'rules/a.test.toml'));
    const { code, err } = await space.run(['test', '--update', 'rules']);
    const kept = readFileSync(join(outside.root, 'a.test.toml'), 'utf8');
    await outside.remove();
    expect(kept).toBe(WRONG);
    expect(code).toBe(1);
    expect(err).toContain('The file is a link that leads out of the repository.');
  });

  test('writes no file outside of the repository that the link of a folder leads to', async () => {
    const outside = await workspace({
      'a.test.toml': WRONG,
      'a.toml': readFileSync(join(space.root, 'rules/a.toml'), 'utf8'),
    });
    symlinkSync(outside.root, join(space.root, 'linked'));
    const { err } = await space.run(['test', '--update', 'linked/a.test.toml']);
    const kept = readFileSync(join(outside.root, 'a.test.toml'), 'utf8');
    await outside.remove();
    rmSync(join(space.root, 'linked'));
    expect(kept).toBe(WRONG);
    expect(err).toContain('linked/a.test.toml is not updated: a link of a folder leads out of the repository to it.');
  });
});
