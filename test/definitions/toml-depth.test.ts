import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { DEEPEST, tooDeepAt } from '../../src/definitions/toml-depth.js';

describe('nesting is counted before parsing', () => {
  test.each([
    ['lists', `a = ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['inline tables', `a = ${'{b = '.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['dotted keys', `a${'.a'.repeat(100_000)} = 1`],
    ['a header', `[a${'.a'.repeat(100_000)}]`],
    ['a header and lists', `[a${'.a'.repeat(40)}]\nb = ${'['.repeat(30)}${']'.repeat(30)}`],
    ['dotted keys in inline tables', `x = ${'{a.b.c = '.repeat(30)}1${'}'.repeat(30)}`],
    ['lists over lines', `a = ${'[\n# "\n'.repeat(100)}${']'.repeat(100)}`],
    ['behind a text', `a = """\n[[[["""\nb = ${'['.repeat(100)}`],
    ['behind an open quote', `a = "x\nb = ${'['.repeat(100)}`],
  ])('%s', (_, text) => {
    const { table, diagnostics } = parseToml('f.toml', text);
    expect(table).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['toml/too-deep']);
  });

  test.each([
    ['brackets in texts', `a = "${'['.repeat(100)}"\nb = '${'{'.repeat(100)}'\nc = """${'['.repeat(100)}"""\n`],
    ['quotes in texts', `a = "\\"${'['.repeat(100)}"\nb = """x\\"""${'['.repeat(100)}"""\nc = '\\'\n`],
    ['brackets in comments', `# ${'['.repeat(100)}\na = 1 # ${'{'.repeat(100)}\nb = [ # '\n 1,\n]\n`],
    ['many lists side by side', `a = [${'[], '.repeat(1_000)}]\nb = [${'{a = 1.5}, '.repeat(1_000)}]`],
    ['many headers', '[[a.b]]\n[a.b.c]\n'.repeat(1_000)],
    ['dots in texts and numbers', `a = "${'.'.repeat(200)}"\nb = [${'1.5, '.repeat(200)}]`],
  ])('%s are not nesting', (_, text) => {
    expect(tooDeepAt(text)).toBeUndefined();
  });

  test('the limit itself is read', () => {
    const nested = (depth: number): string => `a = ${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(parseToml('f.toml', nested(DEEPEST)).table).toBeDefined();
    expect(tooDeepAt(nested(DEEPEST + 1))).toBe('a = '.length + DEEPEST);
  });
});
