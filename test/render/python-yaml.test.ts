import { expect, test } from 'vitest';
import { printHuntFolders } from '../../src/render/hunt-index-yaml.js';
import { yamlScalar } from '../../src/render/python-yaml.js';

// What PyYAML 6 writes for these texts, by `yaml.safe_dump`.
test.each([
  ['Persistence via Cron', 'Persistence via Cron'],
  ['', "''"],
  ['no', "'no'"],
  ['1_000', "'1_000'"],
  ['2024-01-01', "'2024-01-01'"],
  ['a: b', "'a: b'"],
  ['a:b', 'a:b'],
  ['a #b', "'a #b'"],
  ["it's", "it's"],
  ["it's: x", "'it''s: x'"],
  ['`x`', "'`x`'"],
  ['- a', "'- a'"],
  ['-a', '-a'],
  ['é', String.raw`"\xE9"`],
  ['漢😀', String.raw`"\u6F22\U0001F600"`],
  ['tab\t"', String.raw`"tab\t\""`],
])('%j is written as %s', (text, yaml) => {
  expect(yamlScalar(text, 10, 6)).toBe(yaml);
});

test('a line breaks at the first blank behind column 80, never in a word', () => {
  const long = 'x'.repeat(75);
  expect(yamlScalar(`${long} b c`, 10, 6)).toBe(`${long}\n      b c`);
  expect(yamlScalar(`${'x'.repeat(70)} b c`, 10, 6)).toBe(`${'x'.repeat(70)} b\n      c`);
  expect(yamlScalar(`${long} b: c`, 10, 6)).toBe(`'${long}\n      b: c'`);
});

test('no folder, an empty folder', () => {
  expect(printHuntFolders(new Map())).toBe('{}\n');
  expect(printHuntFolders(new Map([['aws', []]]))).toBe('aws: {}\n');
});
