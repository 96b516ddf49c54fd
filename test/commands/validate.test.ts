import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());

const FIVE_MISTAKES = RULE.replace('severity = "medium"', 'severity = "hgh"')
  .replace('risk_score = 47', 'risk_score = 470')
  .replace('author = ["The team"]', 'author = "The team"\nautor = "x"')
  .replace('and process.name', 'and (process.name');

describe('dragnet validate', () => {
  test('nothing to report: exit 0, nothing on stdout', async () => {
    await space.write({ 'a.toml': RULE });
    expect(await space.run(['validate'])).toEqual({ code: 0, out: '', err: 'validate: 1 file, no problems\n' });
  });

  test('mistakes of all files in one run, with positions and code frames: exit 1', async () => {
    await space.write({
      'a.toml': FIVE_MISTAKES,
      'b.toml': 'a = [\n[rule]\n',
      'c.toml': RULE.replace('0f616aee', '1f616aee').replace('Forbidden', 'Other'),
    });
    const { code, out, err } = await space.run(['validate']);
    expect(code).toBe(1);
    for (const place of ['a.toml:16:51', 'a.toml:7:10', 'a.toml:8:1', 'a.toml:18:14', 'a.toml:20:12', 'b.toml:'])
      expect(out).toContain(place);
    expect(out).toContain('Did you mean "author"?');
    expect(out).not.toContain('c.toml');
    expect(err).toMatch(/6 errors in 2 files/);
  });

  test('a mistake in a query points into the query', async () => {
    await space.write({ 'a.toml': RULE.replace('and process.name', 'and (process.name') });
    const { code, out } = await space.run(['validate']);
    expect(code).toBe(1);
    expect(out).toContain('a.toml:15:51  error  kql/unclosed-bracket');
  });

  test('--format json is versioned and has lines and columns', async () => {
    await space.write({ 'a.toml': FIVE_MISTAKES });
    const { code, out } = await space.run(['validate', '--format', 'json']);
    const report = JSON.parse(out) as { version: number; diagnostics: { file: string; line: number; code: string }[] };
    expect(code).toBe(1);
    expect(report.version).toBe(1);
    expect(report.diagnostics.map(({ line }) => line)).toEqual([7, 8, 16, 18, 20]);
  });

  test('--format json counts the files with problems and the files that were checked', async () => {
    await space.write({
      'a.toml': FIVE_MISTAKES,
      'b.toml': RULE.replace('0f616aee', '1f616aee').replace('Forbid', 'X'),
    });
    const { out, err } = await space.run(['validate', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ summary: { files: 1, checked: 2 } });
    expect(err).toContain('validate: 2 files, ');
  });

  test('colour only where it is wanted', async () => {
    await space.write({ 'a.toml': FIVE_MISTAKES });
    const escape = String.fromCharCode(27);
    expect((await space.run(['validate'])).out).not.toContain(escape);
    expect((await space.run(['validate'], { colour: true })).out).toContain(escape);
  });

  test('control characters of a file do not reach the terminal', async () => {
    const escape = String.fromCharCode(27);
    await space.write({ 'a.toml': RULE.replace('severity = "medium"', `severity = "x" # ${escape}]0;owned`) });
    expect((await space.run(['validate'])).out).not.toContain(escape);
  });

  test('paths: files and folders, told apart by content; other TOML is none of ours', async () => {
    await space.write({
      'rules/deep/a.toml': RULE,
      'pyproject.toml': '[tool]\nx = 1\n',
      'node_modules/x/b.toml': FIVE_MISTAKES,
    });
    expect((await space.run(['validate'])).err).toContain('validate: 1 file,');
    expect((await space.run(['validate', 'rules'])).code).toBe(0);
    expect((await space.run(['validate', 'rules/deep/a.toml'])).code).toBe(0);
  });

  test.each([
    [['validate', 'nowhere'], /nowhere does not exist/],
    [['validate'], /No definitions found/],
    [['validate', '--fromat', 'json'], /Unknown option --fromat\. Did you mean --format\?/],
    [['validate', '--format', 'xml'], /--format cannot be "xml"/],
    [['valdate'], /no command "valdate"\. Did you mean "validate"/],
    [[], /Name a command/],
  ])('%j is a usage error: exit 2, nothing on stdout', async (args, message) => {
    const { code, out, err } = await space.run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });

  test('a mistake in dragnet.toml is shown in place: exit 2', async () => {
    await space.write({ 'dragnet.toml': 'pahts = ["rules"]\n', 'a.toml': RULE });
    const { code, err } = await space.run(['validate']);
    expect(code).toBe(2);
    expect(err).toMatch(/dragnet\.toml:1:1.*Did you mean "paths"/s);
  });

  test('a configuration with a table [test] is no test file', async () => {
    await space.write({ 'dragnet.toml': '[test]\nengine = "embedded"\n', 'a.toml': RULE });
    expect(await space.run(['validate'])).toMatchObject({ code: 0 });
  });

  test.each([
    ['', /a\.test\.toml:1:3 {2}error {2}test\/missing-now/],
    ['now = "now-1d"\n', /a\.test\.toml:2:7 {2}error {2}test\/wrong-now/],
    ['now = "2026-02-30T12:00:00Z"\n', /test\/wrong-now/],
    ['now = 12:00:00\n', /test\/wrong-now/],
  ])('a test needs an instant to run at: %j', async (now, message) => {
    await space.write({ 'a.toml': RULE, 'a.test.toml': `[[test]]\n${now}name = "x"\nexpect = { alerts = 0 }\n` });
    const { code, out } = await space.run(['validate']);
    expect(code).toBe(1);
    expect(out).toMatch(message);
  });

  test.each([
    ['run_at = ["now", "now+5"]', /a\.test\.toml:2:18 {2}error {2}test\/wrong-run-at {2}run_at has "now\+5"/],
    ['run_at = ["tomorrow"]', /test\/wrong-run-at/],
    ['expect = { alerts = { min = 3, max = 1 } }', /a\.test\.toml:2:29 {2}error {2}test\/wrong-bounds/],
  ])('a test that can never pass is said before it runs: %s', async (line, message) => {
    const rest = line.startsWith('expect') ? '' : 'expect = { alerts = 0 }\n';
    const text = `[[test]]\n${line}\nname = "x"\nnow = 2026-05-01T12:00:00Z\n${rest}`;
    await space.write({ 'a.toml': RULE, 'a.test.toml': text });
    const { code, out } = await space.run(['validate']);
    expect(code).toBe(1);
    expect(out).toMatch(message);
  });

  test.each(['kql', 'KQL', 'es|ql', 'constructor', ''])('a language that there is not is a finding: %j', async (id) => {
    await space.write({ 'a.toml': RULE.replace('language = "kuery"', `language = "${id}"`) });
    const { code, out } = await space.run(['validate']);
    expect(code).toBe(1);
    expect(out).toContain(`rule.language is "${id}".`);
    expect(out.includes('Did you mean "kuery"?')).toBe(id.toLowerCase() === 'kql');
  });

  test('a start of the window that is no time is a finding', async () => {
    for (const from of ['14d', 'yesterday', '-9m']) {
      await space.write({ 'a.toml': RULE.replace('from = "now-9m"', `from = "${from}"`) });
      expect((await space.run(['validate'])).out).toContain(`rule.from is "${from}", not date math like now-9m`);
    }
  });

  test('dragnet.toml is found upwards, and its paths count from there', async () => {
    await space.write({ 'dragnet.toml': 'paths = ["rules"]\n', 'rules/a.toml': RULE, 'other/b.toml': FIVE_MISTAKES });
    const inner = await workspace();
    expect((await space.run(['validate'])).err).toContain('validate: 1 file, no problems');
    await inner.remove();
  });
});

test('--help names every command and the exit codes', async () => {
  const { code, out } = await space.run(['--help']);
  expect(code).toBe(0);
  for (const name of ['check', 'validate', 'test', 'docs', 'query', 'convert', 'Exit codes: 0 clean'])
    expect(out).toContain(name);
  expect((await space.run(['docs', '--help'])).out).toContain('dragnet docs build');
  expect((await space.run(['validate', '--help'])).out).toContain('--format');
});
