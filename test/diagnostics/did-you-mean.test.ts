import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/diagnostics/did-you-mean.js';

const KEYS = ['risk_score', 'rule_id', 'severity', 'references', 'false_positives'];

describe('did you mean', () => {
  test.each([
    ['risk_scor', ['risk_score']],
    ['riskScore', ['risk_score']],
    ['risk-score', ['risk_score']],
    ['Severity', ['severity']],
    ['refrences', ['references']],
    ['falsepositives', ['false_positives']],
    ['x', []],
    ['mitre_attack', []],
  ])('%s', (word, expected) => {
    expect(nearest(word, KEYS)).toEqual(expected);
  });
  test('the nearest comes first, at most three', () => {
    expect(nearest('abcdef', ['abcdeg', 'abcxyz', 'abcdef2', 'abcd', 'abcde'])).toEqual(['abcdeg', 'abcdef2', 'abcde']);
  });
  test('the sentence lists what may be meant', () => {
    expect(didYouMean('severty', KEYS)).toBe(' Did you mean "severity"?');
    expect(didYouMean('abc', ['aac', 'bbc'])).toBe(' Did you mean "aac" or "bbc"?');
    expect(didYouMean('d', ['s', 'm', 'h'])).toBe('');
    expect(didYouMean('of', ['off', 'warning'])).toBe(' Did you mean "off"?');
    expect(didYouMean('nothing_like_it', KEYS)).toBe('');
  });
  test('a hostile word costs nothing', () => {
    expect(nearest('a'.repeat(1_000_000), KEYS)).toEqual([]);
  });
});
