import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());

const OLD = RULE.replace('risk_score = 47', 'risk_score = 99\ntags = ["a", "a"]');

/** `code` of every line of the concise report. */
async function codes(...args: string[]): Promise<readonly string[]> {
  const { out } = await space.run(['validate', '--format', 'json', ...args]);
  return (JSON.parse(out) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code);
}

describe('a baseline', () => {
  test('accepts what is known, wherever it moves, and nothing else', async () => {
    await space.write({ 'rules/a.toml': OLD, 'dragnet.toml': 'baseline = "known.json"\n' });
    const written = await space.run(['validate', '--update-baseline', '--max-warnings', '0']);
    expect(written).toMatchObject({ code: 0, out: '' });
    expect(written.err).toContain('known.json: 2 problems written down.');
    expect(JSON.parse(await readFile(join(space.root, 'known.json'), 'utf8'))).toEqual({
      version: 1,
      files: {
        'rules/a.toml': { 'lint/risk-score-matches-severity': { '99': 1 }, 'lint/unique-tags': { '"a"': 1 } },
      },
    });

    await space.write({ 'rules/a.toml': `# moved down\n\n${OLD}` });
    const again = await space.run(['validate', '--max-warnings', '0']);
    expect(again).toMatchObject({ code: 0, out: '' });
    expect(again.err).toContain('known.json: 2 known problems not reported.');

    await space.write({ 'rules/a.toml': OLD.replace('["a", "a"]', '["a", "a", "a"]') });
    expect(await codes()).toEqual(['lint/unique-tags']);
  });

  test('counts from the next run on where nothing names its file, too', async () => {
    await space.write({ 'a.toml': OLD });
    await space.run(['validate', '--update-baseline']);
    expect(await codes()).toEqual([]);
    await space.write({ 'a.toml': OLD.replace('["a", "a"]', '["a", "a", "a"]') });
    expect(await codes()).toEqual(['lint/unique-tags']);
  });

  test('says which of its entries are gone, and forgets them when it is written again', async () => {
    await space.write({ 'a.toml': OLD });
    await space.run(['validate', '--baseline', 'known.json', '--update-baseline']);
    await space.write({ 'a.toml': RULE });
    const { out } = await space.run(['validate', '--baseline', 'known.json', '--format', 'concise']);
    expect(out).toContain('config/baseline-outdated');
    expect(out).toContain('a.toml has no lint/unique-tags at "\\"a\\"" any more.');
    await space.run(['validate', '--baseline', 'known.json', '--update-baseline']);
    expect(await readFile(join(space.root, 'known.json'), 'utf8')).toBe('{\n  "version": 1,\n  "files": {}\n}\n');
  });

  test('keeps the entries of files that were not looked at', async () => {
    await space.write({
      'rules/a.toml': OLD,
      'more/b.toml': OLD.replace('0f616aee', '1f616aee').replace('Forbidden', 'Other'),
      'dragnet.toml': 'baseline = "known.json"\n',
    });
    await space.run(['validate', '--update-baseline']);
    const before = await readFile(join(space.root, 'known.json'), 'utf8');
    expect(await codes('rules')).toEqual([]);
    await space.run(['validate', '--update-baseline', 'rules']);
    expect(await readFile(join(space.root, 'known.json'), 'utf8')).toBe(before);
  });

  test.each([
    ['that is not there', undefined, 'cannot be read'],
    ['that is no JSON', '{', 'it is not JSON'],
    ['of another form', '{"version": 2}', 'it has no "version": 1'],
  ])('%s ends the run', async (_, text, message) => {
    await space.write({ 'a.toml': RULE, ...(text === undefined ? {} : { 'known.json': text }) });
    const { code, err } = await space.run(['validate', '--baseline', 'known.json']);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('checks of a repository of its own', () => {
  const CHECK = `export const named = {
  name: 'name-is-short',
  summary: 'Keep names short.',
  *rule(rule, { file, text }) {
    if (rule.name.length > 10 && text.includes(rule.name)) yield { path: ['rule', 'name'], what: \`The name in \${file} is long.\` };
  },
};
`;
  const CONFIG = '[checks]\nlocal = ["./checks/mine.mjs"]\n';

  test('run where the call allows it, and take a severity of their own', async () => {
    await space.write({ 'a.toml': RULE, 'checks/mine.mjs': CHECK, 'dragnet.toml': CONFIG });
    expect(await codes('--allow-local-checks')).toEqual(['local/name-is-short']);
    const { out } = await space.run(['validate', '--allow-local-checks']);
    expect(out).toContain('a.toml:13:8  warning  local/name-is-short  The name in a.toml is long.');
    await space.write({ 'dragnet.toml': `${CONFIG}"local/name-is-short" = "off"\n` });
    expect(await codes('--allow-local-checks')).toEqual([]);
  });

  test('never run otherwise, which is said once', async () => {
    const code = `throw new Error('it ran');\n`;
    await space.write({ 'a.toml': RULE, 'checks/mine.mjs': code, 'dragnet.toml': CONFIG });
    const { out, code: exit } = await space.run(['validate', '--format', 'concise']);
    expect(exit).toBe(0);
    expect(out).toMatch(/^dragnet\.toml:2:1.*config\/local-checks-off.*The checks of \[checks\] local did not run\./);
  });

  test('that fail are reported as such, without a stack', async () => {
    const broken = CHECK.replace('if (rule.name.length', 'if (rule.nmae.length');
    await space.write({ 'a.toml': RULE, 'checks/mine.mjs': broken, 'dragnet.toml': CONFIG });
    const { out, code } = await space.run(['validate', '--allow-local-checks']);
    expect(code).toBe(1);
    expect(out).toContain('local/check-failed  The local check "name-is-short" failed: ');
    expect(out).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['a module that is not there', '[checks]\nlocal = ["./none.mjs"]\n', '', 'there is no such file'],
    [
      'a module outside of the repository',
      '[checks]\nlocal = ["../../../etc/hostname"]\n',
      '',
      'outside the repository',
    ],
    ['a module without checks', CONFIG, 'export {};\n', 'it exports no check'],
    ['a check without a name', CONFIG, 'export const a = { summary: "x", rule() {} };\n', 'no name in kebab case'],
    ['a module with a slip', CONFIG, 'export const = 1;\n', 'cannot be used: '],
  ])('%s ends the run', async (_, config, module, message) => {
    await space.write({ 'a.toml': RULE, 'checks/mine.mjs': module, 'dragnet.toml': config });
    const { code, err } = await space.run(['validate', '--allow-local-checks']);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

test('settings of checks that do not exist are reported at their place', async () => {
  await space.write({ 'a.toml': RULE, 'dragnet.toml': '[checks]\n"lint/unique-tag" = "off"\n' });
  const { out } = await space.run(['validate', '--format', 'concise']);
  expect(out).toMatch(/^dragnet\.toml:2:1.*config\/unknown-check: \[checks\] sets "lint\/unique-tag"/);
});

test('dragnet explain without a code lists all checks', async () => {
  const { code, out } = await space.run(['explain']);
  expect(code).toBe(0);
  expect(out).toMatch(/^code +recommended +strict +elastic +what it demands\n/);
  expect(out).toMatch(/\nlint\/unique-tags +warning +warning +warning +Tag a rule with each tag once\.\n/);
});

describe('--stdin-filename', () => {
  test('takes the text of a file from standard input, the others from disk, and reports on it alone', async () => {
    await space.write({ 'rules/a.toml': RULE, 'rules/b.toml': OLD.replace('Forbidden', 'Other') });
    const args = ['validate', '--format', 'concise', '--stdin-filename', 'rules/new.toml'];
    const { code, out, err } = await space.run(args, { stdin: RULE.replace('risk_score = 47', 'risk_score = 99') });
    expect(code).toBe(1);
    expect(out).toContain('rules/new.toml:17:14: warning lint/risk-score-matches-severity');
    // The rule on disk has its id and its name.
    expect(out).toContain('rules/new.toml:18:11: error lint/unique-rule-id');
    expect(out).not.toMatch(/^rules\/[ab]\.toml/m);
    expect(err).toContain('validate: 1 file, ');
  });

  test('takes no file outside of the repository, and mends none', async () => {
    await space.write({ 'a.toml': RULE });
    expect((await space.run(['validate', '--stdin-filename', '../a.toml'], { stdin: RULE })).code).toBe(2);
    expect((await space.run(['validate', '--fix', '--stdin-filename', 'a.toml'], { stdin: RULE })).code).toBe(2);
  });
});
