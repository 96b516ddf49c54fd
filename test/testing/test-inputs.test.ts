import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputFiles } from '../../src/testing/test-inputs.js';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dragnet-inputs-'));
  for (const folder of ['a', 'b']) {
    await mkdir(join(root, folder));
    await writeFile(join(root, folder, 'events.ndjson'), `{"host":{"name":"${folder}"}}\n`);
    await writeFile(join(root, folder, 'mapping.json'), `{"properties":{"${folder}":{"type":"keyword"}}}`);
  }
});

afterAll(() => rm(root, { recursive: true }));

describe('the inputs of test files', () => {
  test('are read once, and parsed once', async () => {
    const files = new InputFiles(root, []);
    const first = await files.of('a/one.test.toml').readFixture('events.ndjson');
    await writeFile(join(root, 'a', 'changed.ndjson'), '{}\n');
    expect(await files.of('a/two.test.toml').readFixture('events.ndjson')).toBe(first);
    const { indexDefinition } = files.of('a/one.test.toml');
    expect(await indexDefinition('logs-x', [])).toBe(await files.of('a/two.test.toml').indexDefinition('logs-x', []));
  });

  test('of the same name in other folders are others', async () => {
    const files = new InputFiles(root, []);
    const [[a], [b]] = [
      await files.of('a/x.test.toml').readFixture('events.ndjson'),
      await files.of('b/x.test.toml').readFixture('events.ndjson'),
    ];
    expect([a?.value, b?.value]).toEqual([{ host: { name: 'a' } }, { host: { name: 'b' } }]);
    const [left, right] = [
      await files.of('a/x.test.toml').indexDefinition('logs-x', ['mapping.json']),
      await files.of('b/x.test.toml').indexDefinition('logs-x', ['mapping.json']),
    ];
    expect([left.mappings, right.mappings]).toEqual([
      { properties: { a: { type: 'keyword' } } },
      { properties: { b: { type: 'keyword' } } },
    ]);
    expect(Object.isFrozen(left.mappings)).toBe(true);
  });

  test('that are not there are refused each time', async () => {
    const files = new InputFiles(root, []);
    for (const file of ['a/x.test.toml', 'a/y.test.toml']) {
      await expect(files.of(file).readFixture('none.ndjson')).rejects.toThrow('none.ndjson does not exist');
    }
  });
});
