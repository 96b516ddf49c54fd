import { expect, it } from 'vitest';
import { compileFuzzy } from '../../src/values/patterns/fuzzy.js';
import { compileLuceneRegexp } from '../../src/values/patterns/regexp.js';
import { compileWildcard } from '../../src/values/patterns/wildcard.js';
import { pick, seededRandom } from '../seeded-random.js';
import type { NodeAnswer } from './node-under-oracle-url.js';
import { searchAll, useIndex } from './node-under-oracle-url.js';

const REGEXP_FLAGS = ['ANYSTRING', 'AUTOMATON', 'COMPLEMENT', 'EMPTY', 'INTERSECTION', 'INTERVAL'] as const;

/** Texts that the generated patterns have a chance to match, odd ones among them. */
function sampleTexts(): readonly string[] {
  const random = seededRandom(1);
  const pieces = [
    'a',
    'b',
    'A',
    'B',
    '1',
    '12',
    '007',
    '.',
    '*',
    '?',
    '\\',
    '\n',
    ' ',
    'é',
    'É',
    '😀',
    '_',
    '~',
    '#',
    '"',
  ];
  const texts = new Set([
    'a',
    'b',
    'ab',
    'ba',
    'abc',
    'aab',
    'abab',
    '*',
    '?',
    '\\',
    '1',
    '01',
    '10',
    '100',
    '\u212a',
    'k',
    'K',
  ]);
  while (texts.size < 150)
    texts.add(Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(random, pieces)).join(''));
  return [...texts];
}

const texts = sampleTexts();
const index = 'kql-patterns';
useIndex(
  index,
  { properties: { k: { type: 'keyword' } } },
  new Map(texts.map((text, number) => [`t${number}`, { k: text }])),
);

/** What differs between an answer and a matcher: texts found by one side only. */
function differences(answer: NodeAnswer, matches: (text: string) => boolean): readonly object[] {
  if ('reasons' in answer) return [{ refused: answer.reasons }];
  const found = new Set(answer.ids);
  const isOdd = (text: string, number: number): boolean => matches(text) !== found.has(`t${number}`);
  const [ours, nodes] = [true, false].map((side) =>
    texts.filter((text, n) => isOdd(text, n) && matches(text) === side),
  );
  return ours!.length + nodes!.length === 0 ? [] : [{ ours, nodes }];
}

it('matches wildcards as the node does', async () => {
  const random = seededRandom(2);
  const cases = Array.from({ length: 600 }, () => ({
    pattern: Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
      pick(random, ['a', 'b', 'A', '*', '*', '?', '\\', '1', 'é', 'É', '😀', '.', 'k']),
    ).join(''),
    caseInsensitive: random() < 0.4,
  }));
  const answers = await searchAll(
    index,
    cases.map(({ pattern, caseInsensitive }) => ({
      wildcard: { k: { value: pattern, case_insensitive: caseInsensitive } },
    })),
  );
  const odd = answers.flatMap((answer, number) => {
    const { pattern, ...options } = cases[number]!;
    return differences(answer, compileWildcard(pattern, options)).map((difference) => ({
      pattern,
      options,
      difference,
    }));
  });
  expect(odd).toEqual([]);
});

it('matches regular expressions as the node does, and refuses the same ones in the same words', async () => {
  const random = seededRandom(3);
  const atoms = [
    'a', 'b', 'A', 'ab', '.', '1', 'é', '😀', '\\.', '\\\\', '\\*', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\e', '[ab]', '[^ab]',
    '[a-c]', '[^\\d]', '[\\w-]', '[a-]', '[]a]', '"a*"', '()', '#', '@', '<1-10>', '<01-12>', '<0-5>', '<7>', '^', '$', 'k', '[k]', '\n',
  ]; // prettier-ignore
  const pattern = (depth: number): string => {
    const inner = (): string => pattern(depth - 1);
    if (depth <= 0) return pick(random, atoms);
    return pick<() => string>(random, [
      () => `${inner()}|${inner()}`,
      () => `(${inner()})`,
      () => `(${inner()}|${inner()})`,
      () => inner() + inner(),
      () => inner() + inner(),
      () => `(${inner()})&(${inner()})`,
      () => `~(${inner()})`,
      () => `~${inner()}`,
      () =>
        inner() +
        pick(random, [
          '*',
          '+',
          '?',
          '{2}',
          '{1,2}',
          '{0,3}',
          '{2,}',
          '{',
          '{3,1}',
          '**',
          ')',
          '|',
          '&',
          '"',
          '(',
          '[',
          '<',
          '\\',
        ]),
    ])();
  };
  const flagSets = [
    undefined,
    undefined,
    undefined,
    'NONE',
    'INTERSECTION',
    'COMPLEMENT|INTERVAL',
    'EMPTY|ANYSTRING',
  ] as const;
  const cases = Array.from({ length: 1500 }, () => ({
    value: pattern(1 + Math.floor(random() * 4)),
    caseInsensitive: random() < 0.3,
    flags: pick(random, flagSets),
  }));
  const answers = await searchAll(
    index,
    cases.map(({ value, caseInsensitive, flags }) => ({
      regexp: { k: { value, case_insensitive: caseInsensitive, ...(flags === undefined ? {} : { flags }) } },
    })),
  );
  const odd = answers.flatMap((answer, number) => {
    const { value, caseInsensitive, flags } = cases[number]!;
    const names = REGEXP_FLAGS.filter((flag) => flags === undefined || flags.split('|').includes(flag));
    const { matches, error } = compileLuceneRegexp(value, { caseInsensitive, flags: new Set(names) });
    const subject = { value, flags, caseInsensitive };
    if (error === undefined) return differences(answer, matches).map((difference) => [subject, difference]);
    const reasons = 'reasons' in answer ? answer.reasons : answer.ids;
    return reasons.includes(error.reason) ? [] : [[subject, { ours: error.reason, reasons }]];
  });
  expect(odd).toEqual([]);
});

it('gives up on the same patterns as the node', async () => {
  const counts = [5, 9, 11, 12, 13, 14, 20, 40, 80, 120, 300];
  const patterns = counts.flatMap((n) => [
    `[ab]*a[ab]{${n}}`,
    `.*ab.{0,${n}}cd.*`,
    `(.*a){${n}}`,
    `(a{1,${n}}){1,${n}}`,
    `(abc|abd|x){1,${n * 10}}q`,
    `.*(foo|bar).{${n}}`,
    `(a?){${n}}`,
    `~(.*a.{${n}})`,
    `.*a.{0,${n}}&.*b.{0,${n}}`,
    `(a|b|ab){${n},}`,
    `a{${n * 10}}b?`,
  ]);
  const answers = await searchAll(
    index,
    patterns.map((value) => ({ regexp: { k: { value } } })),
  );
  const odd = answers.flatMap((answer, number) => {
    const value = patterns[number]!;
    const reasons = 'reasons' in answer ? answer.reasons : [];
    const ours = compileLuceneRegexp(value).error?.reason;
    return (ours === undefined ? reasons.length === 0 : reasons.includes(ours)) ? [] : [{ value, ours, reasons }];
  });
  expect(odd).toEqual([]);
});

it('finds fuzzy terms as the node does', async () => {
  const random = seededRandom(4);
  const cases = Array.from({ length: 300 }, () => ({
    term:
      random() < 0.5
        ? pick(random, texts)
        : Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, ['a', 'b', '1', '😀'])).join(''),
    maxEdits: Math.floor(random() * 3),
    transpositions: random() < 0.7,
    prefixLength: Math.floor(random() * 2),
  }));
  const answers = await searchAll(
    index,
    cases.map(({ term, maxEdits, transpositions, prefixLength }) => ({
      fuzzy: {
        k: { value: term, fuzziness: maxEdits, transpositions, prefix_length: prefixLength, max_expansions: 1000 },
      },
    })),
  );
  const odd = answers.flatMap((answer, number) => {
    const { term, ...options } = cases[number]!;
    return differences(answer, compileFuzzy(term, options)).map((difference) => ({ term, options, difference }));
  });
  expect(odd).toEqual([]);
});
