import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { isBelowRoot } from '../../src/definitions/below-root.js';

test.each([
  ['/repo/rules/a.toml', '/repo', true],
  ['/repo/..rules/a.toml', '/repo', true],
  ['/repo/...', '/repo', true],
  ['/repo/..\\a.toml', '/repo', true],
  ['/repo', '/repo', false],
  ['/repo/', '/repo', false],
  ['/', '/repo', false],
  ['/repository/a.toml', '/repo', false],
  ['/repo/../a.toml', '/repo', false],
  ['/repo/rules/../../a.toml', '/repo', false],
  ['/etc/passwd', '/repo', false],
  ['/etc/passwd', '/', true],
])('%s below %s: %s', (path, root, isBelow) => {
  expect(isBelowRoot(path, root, posix)).toBe(isBelow);
});

test.each([
  ['C:\\repo\\rules\\a.toml', 'C:\\repo', true],
  ['c:\\REPO\\a.toml', 'C:\\repo', true],
  ['C:/repo/rules/a.toml', 'C:\\repo', true],
  ['C:\\repo\\..rules\\a.toml', 'C:\\repo', true],
  ['C:\\repo\\..\\a.toml', 'C:\\repo', false],
  ['C:/repo/../a.toml', 'C:\\repo', false],
  ['D:\\repo\\a.toml', 'C:\\repo', false],
  ['\\\\server\\share\\a.toml', 'C:\\repo', false],
  ['C:\\repository\\a.toml', 'C:\\repo', false],
])('on Windows, %s below %s: %s', (path, root, isBelow) => {
  expect(isBelowRoot(path, root, win32)).toBe(isBelow);
});
