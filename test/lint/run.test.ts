import { expect, it } from 'vitest';
import { lint } from '../../src/lint/run.js';
import type { LintInput } from '../../src/lint/check.js';
import { completed, inputOf } from './lint-files.js';

const WRONG = completed('severity = "low"\nrisk_score = 99\nquery = "a: (b"\nlicense = "Apache-2.0"');

function codes(input: LintInput): string[] {
  return lint(input).map(({ code, severity }) => `${severity} ${code}`);
}

it('reports everything at once', () => {
  expect(codes(inputOf({ 'a.toml': WRONG }))).toEqual([
    'error kql/unclosed-bracket',
    'warning lint/risk-score-matches-severity',
  ]);
});

it('takes severities from the configuration, those of the languages too', () => {
  const checks = { 'lint/risk-score-matches-severity': 'error', 'kql/unclosed-bracket': 'info' } as const;
  expect(codes(inputOf({ 'a.toml': WRONG }, { checks }))).toEqual([
    'info kql/unclosed-bracket',
    'error lint/risk-score-matches-severity',
  ]);
  const whole = { 'lint/query-syntax': 'warning' } as const;
  expect(codes(inputOf({ 'a.toml': WRONG }, { checks: whole }))).toContain('warning kql/unclosed-bracket');
});

it('leaves out what is off: a check, or one code of it', () => {
  const off = { 'lint/risk-score-matches-severity': 'off', 'kql/unclosed-bracket': 'off' } as const;
  expect(codes(inputOf({ 'a.toml': WRONG }, { checks: off }))).toEqual([]);
  const check = { 'lint/query-syntax': 'off' } as const;
  expect(codes(inputOf({ 'a.toml': WRONG }, { checks: check }))).toEqual(['warning lint/risk-score-matches-severity']);
});

it('leaves the fields of deprecated rules alone, but not their ids', () => {
  const deprecated = WRONG.replace('maturity = "production"', 'maturity = "deprecated"');
  expect(codes(inputOf({ 'a.toml': deprecated }))).toEqual([]);
  expect(codes(inputOf({ 'a.toml': deprecated, 'b.toml': completed('license = "Apache-2.0"') }))).toEqual([
    'error lint/unique-rule-id',
    'error lint/unique-rule-id',
  ]);
});

it('points into a query, escapes and line ends counted in', () => {
  const text = completed('license = "Apache-2.0"\nquery = """\\u0061: 1 and\n  b: "x" or (c\n"""');
  const input = inputOf({ 'a.toml': text.replaceAll('\n', '\r\n') });
  const [{ span } = { span: { start: 0, end: 0 } }] = lint(input);
  const source = input.texts.get('a.toml')!;
  expect(source.slice(span.start, span.end)).toMatch(/^\(/);
  expect(source.slice(0, span.start).split('\n').at(-1)).toBe('  b: "x" or ');
});

it('survives a deprecated rule without any of the usual fields', () => {
  const input: LintInput = {
    rules: [{ file: 'a.toml', value: { metadata: { maturity: 'deprecated', integration: [], raw: {} } } as never }],
    hunts: [],
    tests: [],
    texts: new Map(),
  };
  expect(lint(input)).toEqual([]);
});
