import type { PlainTest } from './condition.js';
import type { PlainDomain } from './domain.js';
import type { Scalar } from './scalar.js';
import { likePattern } from './keyword-domain.js';

/** Texts that are taken apart into words; exact for letters, digits and simple punctuation, which is all that is generated here. */
export const words: PlainDomain = {
  candidates,
  holds: (test, value) => holds(test, wordsOf(String(value))),
  neighbours: (test) => (test.kind === 'Equals' || test.kind === 'Like' ? ['unrelated'] : []),
  hasCase: true,
  fillers: ['x', 'y', 'z'],
};

function candidates(test: PlainTest): readonly Scalar[] {
  switch (test.kind) {
    case 'Exists':
      return words.fillers;
    case 'Equals':
      return wordsOf(test.value).length === 0 ? [] : [test.value];
    case 'Like':
      return [test.parts.join(''), test.parts.join('x')].filter((text) => holds(test, wordsOf(text)));
    case 'Bound':
      return [];
  }
}

/** What a test looks for, worked out once: the same tests are put to many values. */
interface Wanted {
  readonly words: readonly string[];
  readonly patterns: readonly ((word: string) => boolean)[];
}

const WANTED = new WeakMap<PlainTest, Wanted>();

function wantedBy(test: PlainTest): Wanted {
  const known = WANTED.get(test);
  if (known !== undefined) return known;
  const wanted = {
    words: test.kind === 'Equals' ? wordsOf(test.value) : [],
    patterns: test.kind === 'Like' ? patternsOf(test.parts) : [],
  };
  WANTED.set(test, wanted);
  return wanted;
}

function holds(test: PlainTest, found: readonly string[]): boolean {
  const wanted = wantedBy(test);
  switch (test.kind) {
    case 'Exists':
      return true;
    case 'Equals':
      if (!test.isPhrase) return wanted.words.some((word) => found.includes(word));
      return (
        wanted.words.length > 0 &&
        found.some((_, at) => wanted.words.every((word, index) => found[at + index] === word))
      );
    case 'Like':
      return wanted.patterns.some((matches) => found.some(matches));
    case 'Bound':
      return false;
  }
}

/** Kibana looks for patterns with `query_string`, which takes them apart at white space. */
function patternsOf(parts: readonly string[]): readonly ((word: string) => boolean)[] {
  const patterns: string[][] = [[]];
  for (const part of parts) {
    const [first = '', ...rest] = part.toLowerCase().split(/\s+/);
    patterns.at(-1)?.push(first);
    for (const word of rest) patterns.push([word]);
  }
  return patterns.filter((pattern) => pattern.join('') !== '').map(likePattern);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+(?:[.'][\p{L}_]+)*/gu) ?? [];
}
