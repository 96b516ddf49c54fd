import { expect, it } from 'vitest';
import type { LuceneBuilder, LuceneLeaf } from '../../src/languages/lucene/fold.js';
import { foldLucene } from '../../src/languages/lucene/fold.js';
import { parseLucene } from '../../src/languages/lucene/parse.js';
import { foldSimpleQueryString } from '../../src/languages/lucene/simple-query-string.js';
import { pick, seededRandom } from '../seeded-random.js';
import { searchAll, useIndex } from './node-under-oracle-url.js';

const index = 'kql-lucene';
const words = ['alpha', 'beta', 'gamma', 'alphabet', 'be ta'];

/** Every set of some words, in a keyword and a text field, with a number. */
const documents = new Map(
  Array.from({ length: 32 }, (_, bits) => {
    const held = words.filter((_, place) => (bits >> place) % 2 === 1);
    return [`d${bits}`, { k: held, t: held.join(', '), n: bits }] as const;
  }),
);

useIndex(index, { properties: { k: { type: 'keyword' }, t: { type: 'text' }, n: { type: 'long' } } }, documents);

/** Leaves as Query DSL on the field of these tests, so that only the operators are ours. */
function leafToDsl(leaf: LuceneLeaf, field: string, operator: string): object | undefined {
  const name = leaf.field ?? field;
  switch (leaf.kind) {
    case 'Text':
      return hasTokens(name, leaf.text)
        ? { match: { [name]: { query: leaf.text, operator, lenient: true } } }
        : undefined;
    case 'Phrase':
      return hasTokens(name, leaf.text)
        ? { match_phrase: { [name]: { query: leaf.text, slop: leaf.slop } } }
        : undefined;
    case 'Prefix':
      return { prefix: { [name]: leaf.text } };
    case 'Wildcard':
      return { wildcard: { [name]: leaf.pattern } };
    case 'Regexp':
      return { regexp: { [name]: leaf.pattern } };
    case 'Fuzzy':
      return { fuzzy: { [name]: { value: leaf.text, fuzziness: leaf.fuzziness } } };
    case 'Range':
      return { range: { [name]: boundsOf(leaf) } };
    case 'Exists':
      return { exists: { field: leaf.name } };
    case 'All':
      return { match_all: {} };
  }
}

/** The standard analyser finds no words in punctuation. */
function hasTokens(field: string, text: string): boolean {
  return field !== 't' || /[a-z0-9]/i.test(text);
}

function boundsOf(leaf: LuceneLeaf & { readonly kind: 'Range' }): object {
  const from = leaf.from === undefined ? {} : { [leaf.includeFrom ? 'gte' : 'gt']: leaf.from };
  const to = leaf.to === undefined ? {} : { [leaf.includeTo ? 'lte' : 'lt']: leaf.to };
  return { ...from, ...to };
}

function toDsl(field: string, operator: string): LuceneBuilder<object> {
  return {
    leaf: (leaf) => leafToDsl(leaf, field, operator),
    bool: ({ must, should, mustNot }) => ({ bool: { must, should, must_not: mustNot } }),
  };
}

it('accepts and refuses the same texts as the node', async () => {
  const random = seededRandom(21);
  const pieces = [
    'a', 'b', ' ', ' ', 'AND', ' AND ', ' OR ', 'NOT ', '&&', '||', '(', ')', ':', '*', '?', '"', '\\', '/', '~', '^', '^2', '[', ' TO ', ']',
    '{', '}', '+', '-', '!', '1', '\\u00', '\\u0041', '>=', 'k:', '\t', '\n', '[a TO b]', '{"x y" TO *}', '"a b"', '~2', '/a/',
  ]; // prettier-ignore
  const texts = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 7) }, () => pick(random, pieces)).join(''),
  );
  const answers = await searchAll(
    index,
    texts.map((query) => ({ query_string: { query, default_field: 'k', lenient: true } })),
  );
  const odd = answers.flatMap((answer, number) => {
    const query = texts[number]!;
    const reasons = 'reasons' in answer ? answer.reasons : [];
    const isRefused = reasons.some((reason) => /Failed to parse query \[|fuzziness|edit distances/.test(reason));
    const ours = parseLucene(query).diagnostics;
    return isRefused === ours.length > 0 ? [] : [{ query, ours: ours.map(({ what }) => what), reasons }];
  });
  expect(odd).toEqual([]);
});

it('combines clauses as the node does', async () => {
  const random = seededRandom(22);
  const leaf = (): string =>
    pick(random, ['alpha', 'beta', 'gamma', 'alph*', '*eta', '"be ta"', 'gama~', '/b.*/', 't:alpha', 'k:gamma', 'n:>=16', 'n:[4 TO 12}', '_exists_:t', '*', 'be ta', '-- ', '"?"', 'n:<9']); // prettier-ignore
  const group = (depth: number): string => {
    const count = 1 + Math.floor(random() * 4);
    return Array.from({ length: count }, (_, place) => {
      const conjunction = place === 0 ? '' : pick(random, [' ', ' ', ' AND ', ' OR ', ' && ', ' || ']);
      const sign = pick(random, ['', '', '', '+', '-', 'NOT ', '!']);
      const inner =
        depth > 0 && random() < 0.35 ? `${pick(random, ['', '', 't:', 'k:'])}(${group(depth - 1)})` : leaf();
      return conjunction + sign + inner;
    }).join('');
  };
  const cases = Array.from({ length: 1500 }, () => ({
    query: group(3),
    field: pick(random, ['k', 't']),
    operator: pick(random, ['OR', 'OR', 'AND'] as const),
  })).filter(({ query }) => parseLucene(query).value !== undefined);
  const theirs = await searchAll(
    index,
    cases.map(({ query, field, operator }) => ({
      query_string: { query, default_field: field, default_operator: operator },
    })),
  );
  const ours = await searchAll(
    index,
    cases.map(({ query, field, operator }) => {
      const tree = parseLucene(query).value!;
      const meaning = { defaultOperator: operator, defaultField: field };
      return foldLucene<object>(tree, toDsl(field, operator), meaning) ?? { match_none: {} };
    }),
  );
  expect(cases.length).toBeGreaterThan(1000);
  const odd = cases.flatMap((given, number) =>
    JSON.stringify(theirs[number]) === JSON.stringify(ours[number])
      ? []
      : [{ ...given, theirs: theirs[number], ours: ours[number] }],
  );
  expect(odd).toEqual([]);
});

it('reads simple query strings as the node does', async () => {
  const random = seededRandom(23);
  const pieces = [
    'alpha', 'beta', 'gamma', ' ', ' ', '+', '|', '-', ' + ', ' | ', '(', ')', '"', 'alph*', 'gama~', 'gama~1', '~', '*', '\\', '"be ta"~2',
    '"be ta"', 'be ta', '"alpha beta"~x', '--',
  ]; // prettier-ignore
  const cases = Array.from({ length: 2500 }, () => ({
    query: Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random, pieces)).join(''),
    operator: pick(random, ['OR', 'AND'] as const),
  }));
  const theirs = await searchAll(
    index,
    cases.map(({ query, operator }) => ({
      simple_query_string: { query, fields: ['t'], default_operator: operator },
    })),
  );
  const ours = await searchAll(
    index,
    cases.map(({ query, operator }) => {
      const meaning = { defaultOperator: operator };
      return foldSimpleQueryString<object>(query, toDsl('t', operator), meaning) ?? { match_none: {} };
    }),
  );
  const odd = cases.flatMap((given, number) =>
    JSON.stringify(theirs[number]) === JSON.stringify(ours[number])
      ? []
      : [{ ...given, theirs: theirs[number], ours: ours[number] }],
  );
  expect(odd).toEqual([]);
});
