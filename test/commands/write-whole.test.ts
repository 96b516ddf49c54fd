import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/commands/write-whole.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragnet-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('makes folders, and leaves nothing but the file', async () => {
  await writeWhole(join(folder, 'a/b.toml'), 'x = 1\n');
  expect(readFileSync(join(folder, 'a/b.toml'), 'utf8')).toBe('x = 1\n');
  expect(readdirSync(join(folder, 'a'))).toEqual(['b.toml']);
});

test.skipIf(process.platform === 'win32')('keeps the permissions of the file, and links', async () => {
  const [file, link] = [join(folder, 'file'), join(folder, 'link')];
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  symlinkSync(file, link);
  await Promise.all([writeWhole(link, 'new'), writeWhole(file, 'new')]);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['file', 'link']);
});

test('says which file cannot be written, and leaves no draft', async () => {
  await writeWhole(join(folder, 'file'), 'x');
  await expect(writeWhole(join(folder, 'file/below'), 'x')).rejects.toThrow(
    /file\/below cannot be written \((ENOTDIR|EEXIST)\)/,
  );
  expect(readdirSync(folder)).toEqual(['file']);
});
