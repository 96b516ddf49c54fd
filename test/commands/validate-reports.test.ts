import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const BROKEN = RULE.replace(/^severity = .*$/mu, 'severity = "hgh"').replace(
  /rule_id = "[^"]*"/u,
  'rule_id = "8f6f8a4e-0c0f-4d52-9b4e-5d3b9a1f6c11"',
);

let space: Workspace;
beforeAll(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/b.toml': BROKEN });
});
afterAll(() => space.remove());

describe('several reports', () => {
  test('one on the terminal, others in files; folders are made', async () => {
    const { code, out } = await space.run([
      'validate',
      '--format',
      'github',
      '--output',
      'sarif=out/x/dragnet.sarif',
      '--output',
      'junit=out/junit.xml',
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=rules\/b\.toml,/u);
    const sarif = JSON.parse(await readFile(join(space.root, 'out/x/dragnet.sarif'), 'utf8')) as {
      runs: { results: { ruleId: string }[]; tool: { driver: { semanticVersion: string } } }[];
    };
    expect(sarif.runs[0]?.results[0]?.ruleId).toMatch(/^schema\//u);
    expect(sarif.runs[0]?.tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+/u);
    expect(await readFile(join(space.root, 'out/junit.xml'), 'utf8')).toContain('<failure ');
  });

  test('a file alone takes the one form', async () => {
    const { out } = await space.run(['validate', '--format', 'json', '--output', 'out/report.json']);
    expect(out).toBe('');
    const report = JSON.parse(await readFile(join(space.root, 'out/report.json'), 'utf8')) as { summary: unknown };
    expect(report.summary).toMatchObject({ errors: 1 });
  });

  test('a file whose name has = in it is plain with a folder before it', async () => {
    await space.run(['validate', '--format', 'json', '--output', './foo=x']);
    expect(JSON.parse(await readFile(join(space.root, 'foo=x'), 'utf8'))).toHaveProperty('summary');
  });

  test.each([
    [['--format', 'json', '--format', 'sarif'], 'Two reports would mix on standard output (json, sarif).'],
    [['--output', 'x.json'], '--output x.json does not say which report goes there.'],
    [
      ['--output', 'sarf=x.json'],
      '--output sarf=x.json: there is no form "sarf". Did you mean "sarif"? The forms are pretty,',
    ],
    [['--output', 'foo=x'], 'for a file of this name write ./foo=x.'],
    [['--max-warnings', 'many'], '--max-warnings needs a number'],
    [['--format', 'json', '--output', 'rules/a.toml/x'], 'cannot be written (E'],
  ])('%j is refused', async (args, sentence) => {
    const { code, err } = await space.run(['validate', ...args]);
    expect(err).toContain(sentence);
    expect(code).toBe(2);
  });

  test.each([
    ['kql/unclosed-quot', ' Did you mean kql/unclosed-quote?'],
    ['schema/unknwon-key', ' Did you mean schema/unknown-key?'],
    ['esql/nope', ''],
    ['eql/toString', ''],
  ])('no area has the code %s', async (name, similar) => {
    const { code, err } = await space.run(['explain', name]);
    expect(err).toContain(`There is no code "${name}".${similar}`);
    expect(code).toBe(2);
  });
});

test('warnings fail a run only where asked', async () => {
  const warned = await workspace({
    'rules/a.toml': RULE.replace(/^name = .*$/mu, 'name = "x"').replace(
      '[rule]',
      '# dragnet-ignore lint/unique-name -- a reason\n[rule]',
    ),
  });
  const free = await warned.run(['validate', '--format', 'concise']);
  const count = Number(/(\d+) warning/u.exec(free.err)?.[1] ?? 0);
  expect([free.code, count]).toEqual([0, expect.any(Number)]);
  expect(count).toBeGreaterThan(0);
  expect((await warned.run(['validate', '--max-warnings', String(count)])).code).toBe(0);
  const strict = await warned.run(['validate', '--max-warnings', String(count - 1)]);
  expect(strict.code).toBe(1);
  expect(strict.err).toContain(`--max-warnings allows ${count - 1} warning`);
  await warned.remove();
});

describe('--changed', () => {
  test('reports only what differs from a commit, new files included', async () => {
    const repository = await workspace({ 'rules/a.toml': BROKEN, 'sub/b.toml': RULE });
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: repository.root });
    };
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    expect(await repository.run(['validate', '--changed'])).toMatchObject({
      code: 0,
      out: '',
      err: 'validate: 0 files, no problems\n',
    });
    await repository.write({ 'sub/new, file.toml': BROKEN });
    const found = await repository.run(['validate', '--changed=main', '--format', 'concise']);
    expect(found.code).toBe(1);
    expect(found.out).toContain('sub/new, file.toml:');
    expect(found.out).not.toContain('rules/a.toml:');
    await repository.remove();
  });

  test.each([
    ['--changed=nowhere', /git says "fatal: .*nowhere|is not in a git repository/u],
    ['--changed=--output=x', /is no commit or branch/u],
  ])('%s is refused', async (option, sentence) => {
    const { code, err } = await space.run(['validate', option]);
    expect(err).toMatch(sentence);
    expect(code).toBe(2);
  });
});

describe('explain', () => {
  test.each(['lint/unique-name', 'unique-name'])('%s: the page of the check', async (code) => {
    const { code: exit, out } = await space.run(['explain', code]);
    expect(out).toContain('# unique-name');
    expect(out).toContain('## Avoid');
    expect(exit).toBe(0);
  });

  test('codes of schemas and languages say where they come from', async () => {
    expect((await space.run(['explain', 'esql/unknown-column'])).out).toContain('Elasticsearch would refuse');
  });

  test('what is not a code is refused with the nearest one', async () => {
    const { code, err } = await space.run(['explain', 'lint/unique-nam']);
    expect(err).toContain('There is no code "lint/unique-nam". Did you mean lint/unique-name?');
    expect(code).toBe(2);
  });
});
