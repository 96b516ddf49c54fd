import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { constantValue } from '../../src/languages/eql/evaluate.js';
import { EQL_FUNCTIONS } from '../../src/languages/eql/functions/functions.js';
import { EQL_FUNCTION_TEXTS } from '../../src/languages/eql/functions/reference.js';
import { parseEql } from '../../src/languages/eql/parse.js';
import { commandSince, ESQL_COMMANDS } from '../../src/languages/esql/command-reference.js';
import { ESQL_FUNCTIONS } from '../../src/languages/esql/functions/registry.js';
import { parseEsql } from '../../src/languages/esql/parse.js';
import { referenceEntries, referencePages, referenceText } from '../../src/render/language-reference.js';

const docs = path.resolve(import.meta.dirname, '../../docs/reference');

it.each(['esql', 'eql'] as const)('the pages of %s are there, and no others', (language) => {
  expect(readdirSync(path.join(docs, language)).sort()).toEqual([...referencePages(language).keys()].sort());
});

describe('commands of ES|QL', () => {
  it.each(ESQL_COMMANDS)('$name: its example parses, and has it', ({ name, summary, example, syntax }) => {
    expect(parseEsql(example).diagnostics).toEqual([]);
    expect(example).toContain(name);
    expect(syntax.startsWith(name)).toBe(true);
    expect(summary).toMatch(/^[A-Z].*\.$/u);
  });

  it('are all there: those that the parser would take', () => {
    const expected = parseEsql('from a | nonsense').diagnostics[0]?.what ?? '';
    const names = [...expected.slice(expected.indexOf('{')).matchAll(/'([a-z_]+)'/gu)].map(([, name = '']) =>
      name.toUpperCase(),
    );
    expect(names.length).toBeGreaterThan(15);
    const listed = new Set(ESQL_COMMANDS.map(({ name }) => name.split(' ')[0]));
    expect(names.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('know since when they are there', () => {
    const since = Object.fromEntries(ESQL_COMMANDS.map((entry) => [entry.name, commandSince(entry).since]));
    expect(since).toMatchObject({ 'INLINE STATS': '9.2', FORK: '9.1', SAMPLE: '8.19', FUSE: '9.2' });
    expect(since['WHERE']).toBeUndefined();
    expect(since['LIMIT']).toBeUndefined();
  });
});

describe('functions of EQL', () => {
  it('all have a text', () => {
    expect(Object.keys(EQL_FUNCTION_TEXTS).sort()).toEqual(EQL_FUNCTIONS.map(({ name }) => name).sort());
  });

  it.each(Object.entries(EQL_FUNCTION_TEXTS))('%s: its example gives what it says', (name, { example, summary }) => {
    const [expression, result] = example;
    expect(expression.startsWith(name)).toBe(true);
    expect(summary).toMatch(/^[A-Z].*\.$/u);
    const { value, diagnostics } = parseEql(`any where ${expression} == ${result}`);
    expect(diagnostics).toEqual([]);
    const condition = value?.source.kind === 'EventFilter' ? value.source.condition : undefined;
    expect(condition && constantValue(condition)).toBe(true);
  });
});

it('lists every function of the registry once', () => {
  const names = referenceEntries('esql').map(({ name, group }) => `${group} ${name}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { name } of ESQL_FUNCTIONS) expect(names.some((entry) => entry.endsWith(` ${name}`))).toBe(true);
});

it('shows signature, parameters, versions and examples', () => {
  const entry = referenceEntries('esql').find(({ name }) => name === 'DATE_TRUNC');
  const text = entry && referenceText(entry);
  expect(text).toMatch(/^DATE_TRUNC\(\w+, \w+\)\n {2}\S/u);
  expect(text).toContain('  - ');
  expect(text).toMatch(/\n {2}ROW [^\n]*DATE_TRUNC[^\n]*\n {2}→ /u);
});
