import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, runCli, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const ID = '0f616aee-8161-4120-857e-742366f5eeb3';
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE });
});
afterEach(() => space.remove());

const lockText = (): Promise<string> => readFile(join(space.root, 'version.lock.json'), 'utf8');

describe('dragnet lock', () => {
  test('gives a rule its first version, and the next one when it changes', async () => {
    const first = await space.run(['lock']);
    expect(first).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse(await lockText())).toMatchObject({ [ID]: { version: 1, type: 'query' } });
    const before = await lockText();
    expect(await space.run(['lock'])).toMatchObject({ code: 0, err: 'lock: 1 rule, 0 new versions\n' });
    expect(await lockText()).toBe(before);
    await space.write({ 'rules/a.toml': RULE.replace('mimikatz.exe', 'mimi.exe') });
    expect((await space.run(['lock'])).err).toContain('1 → 2');
    expect(JSON.parse(await lockText())).toMatchObject({ [ID]: { version: 2 } });
  });

  test('--check writes nothing and fails with the place', async () => {
    const { code, out } = await space.run(['lock', '--check']);
    expect(code).toBe(1);
    expect(out).toContain('rules/a.toml:18:11  error  lock/missing');
    await expect(lockText()).rejects.toThrow();
    await space.run(['lock']);
    expect(await space.run(['lock', '--check'])).toMatchObject({ code: 0, out: '' });
    await space.write({ 'rules/a.toml': RULE.replace('mimikatz.exe', 'mimi.exe') });
    const changed = await space.run(['lock', '--check', '--format', 'concise']);
    expect(changed).toMatchObject({ code: 1 });
    expect(changed.out).toContain('lock/outdated');
  });

  test('refuses another type and a demotion, and then writes nothing at all', async () => {
    await space.run(['lock']);
    const before = await lockText();
    await space.write({
      'rules/a.toml': RULE.replace('maturity = "production"', 'maturity = "beta"'),
      'rules/b.toml': RULE.replace('0f616aee', '1f616aee'),
    });
    const { code, out, err } = await space.run(['lock']);
    expect(code).toBe(1);
    expect(out).toContain('rules/a.toml:3:12  error  lock/demoted');
    expect(err).toContain('nothing is written');
    expect(await lockText()).toBe(before);
  });

  test('a deprecated rule goes into the list of deprecated rules, where there is one', async () => {
    await space.write({
      'deprecated_rules.json': '{}\n',
      'rules/a.toml': RULE.replace(
        'maturity = "production"',
        'maturity = "deprecated"\ndeprecation_date = "2026/05/02"',
      ),
    });
    expect((await space.run(['lock', '--check'])).out).toContain('lock/deprecated-unlisted');
    expect((await space.run(['lock'])).code).toBe(0);
    const list: unknown = JSON.parse(await readFile(join(space.root, 'deprecated_rules.json'), 'utf8'));
    expect(list).toMatchObject({ [ID]: { deprecation_date: '2026/05/02', rule_name: 'Forbidden Program Started' } });
    expect((await space.run(['lock', '--check'])).code).toBe(0);
  });

  test('a lock that is none, and a file that does not parse', async () => {
    await space.write({ 'version.lock.json': '[]' });
    expect(await space.run(['lock'])).toMatchObject({ code: 2 });
    await space.write({ 'version.lock.json': '{}', 'rules/b.toml': 'a = [' });
    expect(await space.run(['lock'])).toMatchObject({ code: 1 });
    expect(await lockText()).toBe('{}');
  });
});

describe('dragnet lock hash', () => {
  test('prints a line for each rule, or JSON', async () => {
    await space.write({ 'rules/hunt.toml': '[hunt]\nname = "x"\n', 'rules/b.toml': '[rule]\nname = "no id"\n' });
    const pretty = await space.run(['lock', 'hash']);
    expect(pretty.code).toBe(1);
    expect(pretty.out).toMatch(/^[0-9a-f]{64} {2}0f616aee-\S+ {2}rules\/a\.toml\n$/);
    expect(pretty.err).toContain('rules/b.toml has no rule_id');
    const { out } = await space.run(['lock', 'hash', 'rules/a.toml', '--format', 'json']);
    const hashed = JSON.parse(out) as { version: number; hashes: Record<string, string> };
    expect(hashed).toEqual({ version: 1, hashes: { [ID]: pretty.out.slice(0, 64) } });
  });

  test.skipIf(!existsSync(CORPUS))(
    'gives the hashes of elastic/detection-rules (skipped where ../shared/corpus is absent)',
    async () => {
      const { out } = await runCli(fileURLToPath(CORPUS), [
        'lock',
        'hash',
        'rules',
        'rules_building_block',
        '--format',
        'json',
      ]);
      const { hashes } = JSON.parse(out) as { hashes: Record<string, string> };
      const expected = readFileSync(new URL('expected.jsonl', CORPUS), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { rule_id: string; sha256: string | null })
        .filter(({ sha256 }) => sha256 !== null);
      expect(expected.length).toBeGreaterThanOrEqual(151);
      expect(expected.map(({ rule_id: id }) => [id, hashes[id]])).toEqual(
        expected.map(({ rule_id: id, sha256 }) => [id, sha256]),
      );
    },
  );
});
