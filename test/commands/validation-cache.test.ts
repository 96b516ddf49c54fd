import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completed } from '../lint/lint-files.js';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const CACHE = '.dragnet/cache/validate.json';

const rule = (name: string, keys: string): string => completed(`name = "${name}"\n${keys}`);

/** Findings of one file, of a query, across files, and none. */
const FILES = {
  'dragnet.toml': 'paths = ["rules"]\n',
  'rules/a.toml': rule('Same', 'severity = "low"\nrisk_score = 99\nrule_id = "8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11"'),
  'rules/b.toml': rule('Same', 'query = "a: (b"\nrule_id = "2f5c2d0e-8a64-4a36-8d0e-2b9a4d7b1f02"'),
  'rules/c.toml': rule(
    'Doors',
    'type = "esql"\nlanguage = "esql"\nrule_id = "7a5c2d0e-8a64-4a36-8d0e-2b9a4d7b1f03"\nquery = \'from logs-acme.door-* metadata _id, _index, _version | where acme.door.state == "open"\'',
  ),
  'rules/d.toml': `${rule('Ignored', 'severity = "low"\nrule_id = "5a5c2d0e-8a64-4a36-8d0e-2b9a4d7b1f04"')}\n# dragnet-ignore-file lint/unique-name -- nothing to leave out\n`,
};

/** The file with other results, and their hash: as if dragnet had written them. */
function signed(text: string, results: string): string {
  const [head = ''] = text.split('\n');
  const sum = createHash('sha256').update(results).digest('base64url');
  return `${JSON.stringify({ ...(JSON.parse(head) as object), sum })}\n${results}\n`;
}

describe('dragnet validate --cache', () => {
  let space: Workspace;
  beforeEach(async () => {
    space = await workspace(FILES);
  });
  afterEach(async () => {
    await space.remove();
  });
  const validate = async (...args: string[]): Promise<string> =>
    (await space.run(['validate', '--format', 'json', ...args])).out;
  const stored = (): Promise<string> => readFile(join(space.root, CACHE), 'utf8');

  test('files that tests name are looked for every time', async () => {
    const named =
      '[[test]]\nname = "fires"\nnow = 2026-05-01T12:00:00Z\nevents = ["events.ndjson"]\nexpect = { alerts = 0 }\n';
    await space.write({ 'rules/a.test.toml': named, 'rules/events.ndjson': '{}\n' });
    expect(await validate('--cache')).not.toContain('lint/test-inputs-exist');
    expect(await validate('--cache')).not.toContain('lint/test-inputs-exist');
    await rename(join(space.root, 'rules/events.ndjson'), join(space.root, 'rules/event.ndjson'));
    const gone = await validate('--cache');
    expect(gone).toContain('There is no file rules/events.ndjson. Did you mean \\"event.ndjson\\"?');
    expect(await validate('--cache')).toBe(gone);
    await symlink('/etc/hostname', join(space.root, 'rules/events.ndjson'));
    expect(await validate('--cache')).toContain('events.ndjson is no file that a test may read');
  });

  test('says the same without a cache, on a first run, and on a second one', async () => {
    const plain = await validate('--no-cache');
    expect(plain).toContain('lint/index-has-catalogue');
    expect(plain).toContain('kql/unclosed-bracket');
    expect(plain).toContain('lint/unique-name');
    expect(existsSync(join(space.root, CACHE))).toBe(false);
    expect(await validate('--cache')).toBe(plain);
    expect(await validate('--cache')).toBe(plain);
    expect(await readFile(join(space.root, '.dragnet/cache/.gitignore'), 'utf8')).toBe('*\n');
  });

  test('uses what is stored, only for the same text, settings and profile', async () => {
    await validate('--cache');
    const [, results = ''] = (await stored()).split('\n');
    const what = (key: string, value: unknown): unknown => (key === 'what' ? 'from the cache' : value);
    const marked = signed(await stored(), JSON.stringify(JSON.parse(results, what)));
    await writeFile(join(space.root, CACHE), marked);
    expect(await validate('--cache')).toContain('from the cache');
    expect(await validate('--cache', '--profile', 'strict')).not.toContain('from the cache');
    await writeFile(join(space.root, CACHE), marked);
    expect(await validate('--cache', '--stack', '8.19')).not.toContain('from the cache');
    await writeFile(join(space.root, CACHE), marked);
    expect(await validate('--no-cache')).not.toContain('from the cache');
  });

  test('sees what changes in another file', async () => {
    await validate('--cache');
    await space.write({ 'rules/b.toml': FILES['rules/b.toml'].replace('"Same"', '"Other"') });
    const changed = await validate('--cache');
    expect(changed).not.toContain('lint/unique-name"');
    expect(changed).toBe(await validate('--no-cache'));
  });

  test.each([
    ['no JSON', '{'],
    ['another form', '{"form":1,"key":[],"results":7}'],
    ['results of another key', '{"form":2,"key":"a","sum":"b"}\n{}\n'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('takes a file with %s for none', async (_, text) => {
    const plain = await validate('--no-cache');
    await mkdir(join(space.root, '.dragnet/cache'), { recursive: true });
    await writeFile(join(space.root, CACHE), text);
    expect(await validate('--cache')).toBe(plain);
    expect(await stored()).not.toBe(text);
  });

  test.each([
    ['a place behind the end', /"end":\d+/gu, '"end":99999999'],
    ['a place that is none', /"start":\d+/gu, '"start":-1'],
    ['another file', /"file":"rules/gu, '"file":"../rules'],
    ['a code that is none', /"code":"lint\//gu, '"code":"<b>'],
    ['no list of checks', /"again":\[/gu, '"again":{"a":['],
    ['a severity that is none', /"severity":"\w+"/gu, '"severity":"fatal"'],
    ['a rule without id', /"ruleId":"/gu, '"ruleId":["'.concat('"],"x":"')],
    ['a rule that is none', /"rule":\{/gu, '"rule":7,"x":{'],
  ])('takes results with %s for none', async (_, from, to) => {
    const plain = await validate('--cache');
    const [, results = ''] = (await stored()).split('\n');
    expect(results).toMatch(from);
    await writeFile(join(space.root, CACHE), signed(await stored(), results.replaceAll(from, to)));
    expect(await validate('--cache')).toBe(plain);
    // What somebody has changed without the hash is not even looked at.
    await writeFile(join(space.root, CACHE), (await stored()).replaceAll('"what":"', '"what":"x'));
    expect(await validate('--cache')).toBe(plain);
  });

  test('reads no rule again that has not changed, and is none the wiser with --allow-local-checks', async () => {
    await space.write({
      'dragnet.toml': 'paths = ["rules"]\n[checks]\nlocal = ["own.mjs"]\n',
      'own.mjs':
        "export default { name: 'own', summary: 'S.', rule: (rule) => [{ path: ['rule'], what: Object.keys(structuredClone(rule)).sort().join() }] };\n",
    });
    const plain = await validate('--no-cache', '--allow-local-checks');
    expect(plain).toContain('local/own');
    expect(await validate('--cache', '--allow-local-checks')).toBe(plain);
    expect(await validate('--cache', '--allow-local-checks')).toBe(plain);
  });

  test('follows no link out of the repository', async () => {
    const outside = await workspace({ 'cache/keep.txt': 'x' });
    try {
      await symlink(outside.root, join(space.root, '.dragnet'));
      await validate('--cache');
      expect(existsSync(join(outside.root, 'cache/validate.json'))).toBe(false);
    } finally {
      await outside.remove();
    }
  });

  test('is left alone where files are few, and in CI', async () => {
    await validate();
    await space.run(['validate'], { env: { CI: 'true' } });
    expect(existsSync(join(space.root, '.dragnet'))).toBe(false);
  });

  test('lies below node_modules where the repository has that', async () => {
    await mkdir(join(space.root, 'node_modules'));
    await validate('--cache');
    expect(existsSync(join(space.root, 'node_modules/.cache/dragnet/validate.json'))).toBe(true);
    expect(existsSync(join(space.root, '.dragnet'))).toBe(false);
  });
});
