import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const MESSY = RULE.replace('name = "Forbidden', 'name="Forbidden')
  .replace('severity = "medium"\n', '')
  .replace('[rule]\n', '[rule]\nseverity = "medium" # agreed\n');

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/b.toml': MESSY, 'other.toml': 'a=1\n' });
});
afterEach(() => space.remove());

const read = (file: string): Promise<string> => readFile(join(space.root, file), 'utf8');

describe('dragnet fmt', () => {
  test('writes definitions in order, and nothing the second time', async () => {
    expect(await space.run(['fmt'])).toEqual({ code: 0, out: 'rules/b.toml\n', err: 'fmt: 2 files, 1 formatted\n' });
    expect(await read('rules/b.toml')).toBe(RULE.replace('severity = "medium"', 'severity = "medium" # agreed'));
    expect(await read('other.toml')).toBe('a=1\n');
    expect(await space.run(['fmt'])).toEqual({ code: 0, out: '', err: 'fmt: 2 files, 0 formatted\n' });
  });

  test('--check and --diff write nothing', async () => {
    expect(await space.run(['fmt', '--check'])).toMatchObject({ code: 1, out: 'rules/b.toml\n' });
    const { code, out } = await space.run(['fmt', '--diff']);
    expect(code).toBe(0);
    expect(out).toContain('-name="Forbidden Program Started"\n+name = "Forbidden Program Started"');
    expect(await space.run(['fmt', '--check', '--diff', 'rules/a.toml'])).toMatchObject({ code: 0, out: '' });
    expect(await read('rules/b.toml')).toBe(MESSY);
  });

  test('- formats standard input to standard output', async () => {
    const formatted = RULE.replace('severity = "medium"', 'severity = "medium" # agreed');
    expect(await space.run(['fmt', '-'], { stdin: MESSY })).toEqual({ code: 0, out: formatted, err: '' });
    expect(await space.run(['fmt', '-', '--check'], { stdin: MESSY })).toEqual({ code: 1, out: '', err: '' });
    expect(await space.run(['fmt', '-', '--check'], { stdin: RULE })).toEqual({ code: 0, out: '', err: '' });
    expect(await space.run(['fmt', '-'], { stdin: 'b=1\na=2\n' })).toMatchObject({ code: 0, out: 'b=1\na=2\n' });
    const broken = await space.run(['fmt', '-'], { stdin: '[rule]\na = [' });
    expect(broken).toMatchObject({ code: 1, out: '' });
    expect(broken.err).toContain('<stdin>:2:');
    expect((await space.run(['fmt', '-', 'rules'])).code).toBe(2);
  });

  test('a file that does not parse is said, and the others are formatted', async () => {
    await space.write({ 'rules/c.toml': '[rule]\na = [' });
    const { code, out, err } = await space.run(['fmt']);
    expect(code).toBe(1);
    expect(out).toBe('rules/b.toml\n');
    expect(err).toContain('rules/c.toml:2:');
  });
});
