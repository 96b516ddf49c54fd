import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFixture, readInside } from '../../src/testing/fixtures.js';

let root = '';
beforeAll(async () => {
  const base = await mkdtemp(join(tmpdir(), 'dragnet-fixtures-'));
  root = join(base, 'repository');
  await mkdir(join(root, 'rules/fixtures'), { recursive: true });
  await writeFile(join(base, 'secret.ndjson'), '{"secret":true}\n');
  await writeFile(join(root, 'rules/fixtures/two.ndjson'), '\uFEFF{"n":1}\r\n\r\n{"n":9007199254740993}\r\n');
  await writeFile(join(root, 'rules/fixtures/broken.ndjson'), '{"n":1}\n{"n":\n');
  await writeFile(join(root, 'rules/fixtures/list.ndjson'), '[1]\n');
  await symlink(join(base, 'secret.ndjson'), join(root, 'rules/fixtures/link.ndjson'));
});
afterAll(async () => {
  await rm(join(root, '..'), { recursive: true });
});

const TEST_FILE = 'rules/a.test.toml';

test('reads one document a line, with BOM, CRLF, blank lines and 64-bit integers', async () => {
  expect(await readFixture('fixtures/two.ndjson', TEST_FILE, root)).toEqual([
    { value: { n: 1 }, id: 'two.ndjson:1' },
    { value: { n: 9007199254740993n }, id: 'two.ndjson:3' },
  ]);
});

test.each([
  ['../../secret.ndjson', /lies outside the repository/],
  ['/etc/passwd', /lies outside the repository/],
  ['fixtures/../../../secret.ndjson', /lies outside the repository/],
  ['fixtures/link.ndjson', /link that leads outside/],
  ['fixtures/none.ndjson', /does not exist/],
  ['fixtures', /is not a file/],
])('refuses %s', async (path, message) => {
  await expect(readInside(path, TEST_FILE, root)).rejects.toThrow(message);
});

test('takes names that begin with two dots for what they are', async () => {
  await writeFile(join(root, '..list.ndjson'), '{"n":1}\n');
  expect(await readFixture('../..list.ndjson', TEST_FILE, root)).toHaveLength(1);
  await rm(join(root, '..list.ndjson'));
});

test('names file and line of what is not a document', async () => {
  await expect(readFixture('fixtures/broken.ndjson', TEST_FILE, root)).rejects.toThrow(/broken\.ndjson:2 is not JSON/);
  await expect(readFixture('fixtures/list.ndjson', TEST_FILE, root)).rejects.toThrow(
    /list\.ndjson, document 1, is not a JSON object/,
  );
});
