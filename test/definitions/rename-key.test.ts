import { describe, expect, test } from 'vitest';
import { renamedInPlace } from '../../src/definitions/rename-key.js';
import type { RepairValue } from '../../src/diagnostics/diagnostic.js';

function renamed(text: string, path: readonly (string | number)[], name: string, value: RepairValue = 1): unknown {
  const edits = [
    { kind: 'remove', path },
    { kind: 'set', path: [...path.slice(0, -1), name], value },
  ] as const;
  return renamedInPlace(text, edits);
}

describe('renaming a key where it stands', () => {
  test.each([
    [
      'a comment behind it stays',
      '[rule]\nseverty = 1   # typo é\nb = 2\n',
      '[rule]\nseverity = 1   # typo é\nb = 2\n',
    ],
    ['comments above it stay', '[rule]\n# one\n# two\nseverty = 1\n', '[rule]\n# one\n# two\nseverity = 1\n'],
    ['line ends and the mark at the start stay', '\ufeff[rule]\r\nseverty=1\r\n', '\ufeff[rule]\r\nseverity=1\r\n'],
    ['quotes go', '[rule]\n"severty" = 1\n', '[rule]\nseverity = 1\n'],
    ['within an inline table', 'rule = { severty = 1, b = 2 } # kept\n', 'rule = { severity = 1, b = 2 } # kept\n'],
  ])('%s', (_, text, expected) => {
    expect(renamed(text, ['rule', 'severty'], 'severity')).toBe(expected);
  });

  test('the header of a table', () => {
    expect(renamed('[metdata] # why\na = 1\n', ['metdata'], 'metadata', { a: 1 })).toBe('[metadata] # why\na = 1\n');
  });

  test.each([
    ['a table that stands in several headers', '[[rul]]\na = 1\n[[rul]]\na = 2\n', ['rul'], 'rule'],
    ['a name that is taken', '[rule]\nseverty = 1\nseverity = 2\n', ['rule', 'severty'], 'severity'],
    ['a key that is not there', '[rule]\na = 1\n', ['rule', 'severty'], 'severity'],
    ['a name that needs quotes', '[rule]\nseverty = 1\n', ['rule', 'severty'], 'se verity'],
  ])('nothing for %s', (_, text, path, name) => {
    expect(renamed(text, path, name)).toBeUndefined();
  });

  test('nothing for edits that say something else', () => {
    expect(renamedInPlace('a = 1\n', [{ kind: 'remove', path: ['a'] }])).toBeUndefined();
  });
});
