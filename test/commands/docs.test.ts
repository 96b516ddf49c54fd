import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const PAGE = 'docs/rules/forbidden-program-started.md';
let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE });
});
afterEach(() => space.remove());

describe('dragnet docs', () => {
  test('build writes the page, names it on stdout, and leaves what is up to date', async () => {
    expect(await space.run(['docs', 'build'])).toEqual({
      code: 0,
      out: `${PAGE}\n`,
      err: '1 page written, 0 up to date\n',
    });
    expect(await readFile(join(space.root, PAGE), 'utf8')).toContain('# Forbidden Program Started');
    expect(await space.run(['docs', 'build'])).toEqual({ code: 0, out: '', err: '0 pages written, 1 up to date\n' });
  });

  test('check fails on a missing page, passes after build, and shows what makes a page stale', async () => {
    expect(await space.run(['docs', 'check'])).toMatchObject({ code: 1, out: `✗ ${PAGE} is missing\n` });
    await space.run(['docs', 'build']);
    expect(await space.run(['docs', 'check'])).toMatchObject({ code: 0, out: '', err: 'docs: 1 page up to date\n' });
    await space.write({ 'rules/a.toml': RULE.replace('risk_score = 47', 'risk_score = 46') });
    const { code, out, err } = await space.run(['docs', 'check']);
    expect(code).toBe(1);
    expect(out).toContain('is stale');
    expect(out).toContain('    -- **Risk score:** 47\n    +- **Risk score:** 46\n');
    expect(err).toContain('Run dragnet docs build.');
  });

  test('CRLF line ends of a checkout are no difference', async () => {
    await space.run(['docs', 'build']);
    const text = await readFile(join(space.root, PAGE), 'utf8');
    await writeFile(join(space.root, PAGE), text.replaceAll('\n', '\r\n'));
    expect((await space.run(['docs', 'check'])).code).toBe(0);
  });

  test('a page whose rule is gone is found', async () => {
    await space.write({ 'rules/b.toml': RULE.replace('Forbidden', 'Other').replace('0f616aee', '1f616aee') });
    await space.run(['docs', 'build']);
    await rm(join(space.root, 'rules/b.toml'));
    expect((await space.run(['docs', 'check'])).out).toContain(
      'docs/rules/other-program-started.md belongs to no definition',
    );
  });

  test('the page of a rule that does not load is not taken for an orphan', async () => {
    await space.write({ 'rules/b.toml': RULE.replace('Forbidden', 'Other').replace('0f616aee', '1f616aee') });
    await space.run(['docs', 'build']);
    await space.write({ 'rules/b.toml': RULE.replace('Forbidden', 'Other').replace('severity = "medium"', '') });
    const { code, out, err } = await space.run(['docs', 'check']);
    expect(code).toBe(1);
    expect(err).toContain('rules/b.toml:');
    expect(out).toBe('');
  });

  test('--out puts the pages below another folder', async () => {
    expect((await space.run(['docs', 'build', '--out', 'site'])).code).toBe(0);
    expect(await readFile(join(space.root, 'site', PAGE), 'utf8')).toContain('# Forbidden');
  });

  test('two rules with one page are a mistake, not a lost page', async () => {
    await space.write({ 'rules/b.toml': RULE.replace('0f616aee', '1f616aee') });
    const { code, err } = await space.run(['docs', 'build']);
    expect(code).toBe(2);
    expect(err).toMatch(/rules\/a\.toml and rules\/b\.toml would both write/);
  });
});
