import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { EQL_FUNCTIONS } from '../../../src/languages/eql/functions/functions.js';
import type { SpecCase } from './spec-file.js';
import { readSpec } from './spec-file.js';

const cases: readonly SpecCase[] = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.spec'))
  .flatMap((file) => readSpec(readFileSync(path.join(import.meta.dirname, file), 'utf8')));

const answered = cases.filter(({ expected }) => !('refusal' in expected));

describe('the cases of EQL', () => {
  test.each<[string, number, readonly SpecCase[]]>([
    ['cases', 1150, cases],
    ['conditions', 600, answered.filter(({ query }) => query.startsWith('any where'))],
    ['sequences', 200, answered.filter(({ query }) => query.startsWith('sequence'))],
    ['sequences with missing events', 60, answered.filter(({ query }) => query.includes('!['))],
    ['samples', 40, answered.filter(({ query }) => query.startsWith('sample'))],
    ['refusals', 200, cases.filter(({ expected }) => 'refusal' in expected)],
  ])('are enough: %s, at least %d', (_, least, found) => {
    expect(found.length).toBeGreaterThanOrEqual(least);
  });

  it('name the page of the reference whose rule they show', () => {
    const pages = new Set(cases.map(({ page }) => page.replace(/#.*$/, '')));
    expect([...pages].sort()).toEqual([
      'https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-function-ref.html',
      'https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-pipe-ref.html',
      'https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-search-api.html',
      'https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-syntax.html',
    ]);
  });
});

const present = EQL_FUNCTIONS.filter(({ removed }) => removed === undefined);

describe.each(present.map((item) => [item.name, item] as const))('%s', (name, { caseAware, parameters }) => {
  const uses = (call: string): readonly SpecCase[] => answered.filter(({ query }) => query.includes(call));
  const refusals = cases.filter(({ expected }) => 'refusal' in expected);

  it('has cases: values, a missing field, null, its name in another case', () => {
    expect(uses(`${name}(`).length).toBeGreaterThanOrEqual(4);
    expect(uses(`${name}(`).some(({ query }) => /\bnever\b|\?gone\b/.test(query))).toBe(true);
    expect(uses(`${name}(`).some(({ query }) => /\bnull\b/.test(query))).toBe(true);
    const calls = answered.flatMap(({ query }) => query.match(/\b[A-Za-z]+(?=~?\()/g) ?? []);
    expect(calls.some((call) => call !== name && call.toLowerCase() === name.toLowerCase())).toBe(true);
  });

  it('has cases of what it ignores, or a refusal of the tilde', () => {
    const found = caseAware === true ? uses(`${name}~(`) : refusals.filter(({ query }) => query.includes(`${name}~(`));
    expect(found.length).toBeGreaterThanOrEqual(1);
  });

  it('has refusals of too few arguments, and of wrong ones', () => {
    expect(refusals.filter(({ query }) => query.includes(`${name}(`)).length).toBeGreaterThanOrEqual(
      parameters.every(({ type }) => type === 'exact') ? 1 : 2,
    );
  });
});
