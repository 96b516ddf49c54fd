import { expect, it } from 'vitest';
import { patternsOverlap } from '../../../src/values/patterns/overlap.js';

it.each([
  ['logs-*', 'logs-a*'],
  ['logs-*-default', 'logs-acme*'],
  ['*', 'anything'],
  ['', '*'],
  ['a*b*c', 'abc'],
  ['*a', 'b*'],
  ['a', 'a'],
])('%j and %j have a text in common', (left, right) => {
  expect(patternsOverlap(left, right)).toBe(true);
  expect(patternsOverlap(right, left)).toBe(true);
});

it.each([
  ['logs-*', 'metrics-*'],
  ['a', 'ab'],
  ['a*b', 'a*c'],
  ['', 'a'],
  ['*ab', 'b*c'],
])('%j and %j have none', (left, right) => {
  expect(patternsOverlap(left, right)).toBe(false);
  expect(patternsOverlap(right, left)).toBe(false);
});

it('does not work through very long patterns', () => {
  expect(patternsOverlap('a*'.repeat(100_000), 'b*'.repeat(100_000))).toBe(true);
});
