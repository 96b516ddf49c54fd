import { compileWildcard } from '../values/patterns/wildcard.js';
import type { PlainTest } from './condition.js';
import type { PlainDomain } from './domain.js';
import type { Scalar } from './scalar.js';

const FILLERS: readonly string[] = ['x', 'y', 'z'];

/** Strings that are compared as they are. */
export const keywords: PlainDomain = keywordDomain((text) => text);

/** Strings that are compared in lower case. */
export const lowerCaseKeywords: PlainDomain = keywordDomain((text) => text.toLowerCase());

function keywordDomain(normalize: (text: string) => string): PlainDomain {
  return {
    candidates: (test) => candidates(test),
    holds: (test, value) => holds(test, normalize(String(value)), normalize),
    neighbours: (test) => neighbours(test),
    hasCase: true,
    fillers: FILLERS,
  };
}

function candidates(test: PlainTest): readonly Scalar[] {
  switch (test.kind) {
    case 'Exists':
      return FILLERS;
    case 'Equals':
      return [test.value];
    case 'Like':
      return [test.parts.join(''), test.parts.join('-')].filter((text) => text !== '');
    case 'Bound':
      return test.operator === 'lt'
        ? [test.value.slice(0, -1)]
        : [test.operator === 'gt' ? `${test.value}0` : test.value];
  }
}

function holds(test: PlainTest, value: string, normalize: (text: string) => string): boolean {
  switch (test.kind) {
    case 'Exists':
      return true;
    case 'Equals':
      return value === normalize(test.value);
    case 'Like':
      return likeMatcher(test, normalize)(value);
    case 'Bound':
      return inBound(test.operator, compareCodePoints(value, normalize(test.value)));
  }
}

/** Compiled once for each test and way of normalising: the same tests are put to many values. */
const MATCHERS = new WeakMap<PlainTest, Map<unknown, (text: string) => boolean>>();

function likeMatcher(
  test: PlainTest & { readonly kind: 'Like' },
  normalize: (text: string) => string,
): (text: string) => boolean {
  const known = MATCHERS.get(test) ?? new Map<unknown, (text: string) => boolean>();
  MATCHERS.set(test, known);
  const matcher = known.get(normalize) ?? likePattern(test.parts.map(normalize));
  known.set(normalize, matcher);
  return matcher;
}

/** Matches a pattern given by the texts between its stars. */
export function likePattern(parts: readonly string[]): (text: string) => boolean {
  return compileWildcard(parts.map((part) => part.replaceAll(/[\\*?]/g, '\\$&')).join('*'));
}

function neighbours(test: PlainTest): readonly Scalar[] {
  if (test.kind !== 'Equals' && test.kind !== 'Like') return [];
  const text = test.kind === 'Equals' ? test.value : test.parts.join('');
  return [text.slice(0, -1), `${text}x`, `x${text}`].filter((near) => near !== '');
}

/** Whether a value that compares so with the bound lies within it. */
export function inBound(operator: 'gt' | 'gte' | 'lt' | 'lte', comparison: number): boolean {
  if (operator === 'gt') return comparison > 0;
  if (operator === 'gte') return comparison >= 0;
  return operator === 'lt' ? comparison < 0 : comparison <= 0;
}

/** Elasticsearch orders strings by their UTF-8 bytes, which is the order of code points. */
function compareCodePoints(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
