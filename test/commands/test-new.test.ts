import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE });
});
afterEach(() => space.remove());

describe('dragnet test new', () => {
  test('writes a test file that passes, and none over another', async () => {
    const { code, err } = await space.run(['test', 'new', 'rules/a.toml']);
    expect(err).toMatch(
      /^wrote rules\/a\.test\.toml: \d+ cases: 1 on which the rule fires, \d+ on which it stays silent\n$/,
    );
    expect(code).toBe(0);
    const tested = await space.run(['test']);
    expect(tested.code).toBe(0);
    expect(tested.out).toContain('✓ rules/a.test.toml');
    const again = await space.run(['test', 'new', 'rules/a.toml']);
    expect(again.code).toBe(2);
    expect(again.err).toContain('rules/a.test.toml is there already. Use --force to replace it.');
    expect((await space.run(['test', 'new', 'rules/a.toml', '--force'])).code).toBe(0);
  });

  test('says what is not a rule', async () => {
    const { code, err } = await space.run(['test', 'new', 'rules/b.toml']);
    expect(code).toBe(2);
    expect(err).toContain('rules/b.toml');
  });
});

describe('dragnet fixture generate', () => {
  test('prints documents, one a line, each with an id of its own', async () => {
    const { code, out, err } = await space.run(['fixture', 'generate', 'rules/a.toml']);
    expect(code).toBe(0);
    expect(err).toMatch(/cases: 1 on which the rule fires/);
    const ids = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { _id: string })._id);
    expect(ids[0]).toBe('fires-on-the-smallest-event');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('writes a file where one is named', async () => {
    const { out } = await space.run(['fixture', 'generate', 'rules/a.toml', '--output', 'made.ndjson']);
    expect(out).toBe('');
    expect(await readFile(join(space.root, 'made.ndjson'), 'utf8')).toContain('"_id":"fires-on-the-smallest-event"');
    await expect(access(join(space.root, 'rules/a.test.toml'))).rejects.toThrow();
  });
});
