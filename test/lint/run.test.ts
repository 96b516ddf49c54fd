import { describe, expect, it } from 'vitest';
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
  const deprecated = WRONG.replace(
    'maturity = "production"',
    'maturity = "deprecated"\ndeprecation_date = "2026/05/03"',
  );
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
    rules: [
      {
        file: 'a.toml',
        value: {
          metadata: { maturity: 'deprecated', integration: [], raw: { deprecation_date: '2026/05/03' } },
        } as never,
      },
    ],
    hunts: [],
    tests: [],
    texts: new Map(),
  };
  expect(lint(input)).toEqual([]);
});

describe('comments that leave out', () => {
  const TAGS = 'license = "Apache-2.0"\n';
  const found = (example: string): string[] => codes(inputOf({ 'a.toml': completed(TAGS + example) }));

  it.each([
    ['the key and value on the next line', '# dragnet-ignore lint/unique-tags -- why\ntags = ["a", "a"]'],
    ['behind other comments and blank lines', '# dragnet-ignore lint/unique-tags -- why\n# more\n\ntags = ["a", "a"]'],
    ['the key and value on the same line', 'tags = ["a", "a"] # dragnet-ignore lint/unique-tags -- why'],
    ['the list that ends on the same line', 'tags = [\n  "a",\n  "a",\n] # dragnet-ignore lint/unique-tags -- why'],
    ['an entry of a list', 'tags = [\n  "a",\n  # dragnet-ignore lint/unique-tags -- why\n  "a",\n]'],
    ['an entry of a list on the same line', 'tags = [\n  "a",\n  "a", # dragnet-ignore lint/unique-tags -- why\n]'],
    ['a whole query', '# dragnet-ignore kql/unclosed-bracket -- why\nquery = """\na: 1 and\n(b: 2"""'],
    ['the file', 'tags = ["a", "a"]\n# dragnet-ignore-file lint/unique-tags -- why'],
    [
      'several codes',
      'tags = ["a", "a"]\nreferences = ["x y"]\n# dragnet-ignore-file lint/unique-tags, lint/references-are-urls -- why',
    ],
  ])('leave out what is about %s', (_, example) => {
    expect(found(example)).toEqual([]);
  });

  it.each([
    ['another code', '# dragnet-ignore lint/unique-name -- why\ntags = ["a", "a"]'],
    ['another line', '# dragnet-ignore lint/unique-tags -- why\nseverity = "medium"\ntags = ["a", "a"]'],
    ['another entry', 'tags = [\n  # dragnet-ignore lint/unique-tags -- why\n  "a",\n  "a",\n]'],
  ])('do not leave out %s, and are reported as useless', (_, example) => {
    expect(found(example)).toEqual(['warning lint/unique-tags', 'warning lint/ignore-is-used']);
  });

  it('are no comments inside a text', () => {
    expect(found('tags = ["a", "a"]\nnote = """\n# dragnet-ignore-file lint/unique-tags -- why\n"""')).toEqual([
      'warning lint/unique-tags',
    ]);
  });

  it('are not reported while their check is off', () => {
    const text = completed(`${TAGS}# dragnet-ignore lint/unique-tags -- why\ntags = ["a"]`);
    expect(codes(inputOf({ 'a.toml': text }, { checks: { 'lint/unique-tags': 'off' } }))).toEqual([]);
  });
});

it('reports settings of checks that do not exist', () => {
  const checks = { 'lint/unique-tag': 'off', 'kql/anything': 'off', 'lint/unique-name': 'info' } as const;
  const [first, ...more] = lint(inputOf({}, { checks }));
  expect(more).toEqual([]);
  expect(first).toMatchObject({ code: 'config/unknown-check', severity: 'warning', span: { file: 'dragnet.toml' } });
  expect(first?.fix).toContain('Did you mean "lint/unique-tags"');
});

describe('hostile definitions', () => {
  const rule = (query: string, more = ''): string =>
    completed(`license = "x"\n${more}query = ${JSON.stringify(query)}`);
  const eql = 'type = "eql"\nlanguage = "eql"\n';
  const esql = 'type = "esql"\nlanguage = "esql"\n';
  const many = (text: string, times = 5000): string => text.repeat(times);

  it.each([
    ['brackets without end', rule(many('(')), 'kql/too-deep'],
    ['brackets of EQL without end', rule(`process where ${many('(')}`, eql), 'eql/too-deep'],
    ['brackets of ES|QL without end', rule(`from a metadata _id | where ${many('(')}`, esql), 'esql/too-deep'],
    ['a list of very many values', rule(`a: (${many('x or ')}x)`), 'lint/duplicate-clause'],
    [
      'very many commands',
      rule(`from a metadata _id, _index, _version ${many('| where message == "a" ', 2000)}`, esql),
      undefined,
    ],
    ['a chain of negations', rule(`${many('not (', 150)}message: a${many(')', 150)}`), undefined],
    ['hostile keys', rule('__proto__: 1 and constructor: (a or a)'), 'lint/duplicate-clause'],
    ['a comment of spaces', `${completed('license = "x"')}# dragnet-ignore${many(' ')}x`, 'lint/ignore-is-used'],
    [
      'a reference of slashes',
      completed(`license = "x"\nreferences = ["https://a${many('/')} b"]`),
      'lint/references-are-urls',
    ],
  ])('%s', (_, text, code) => {
    const found = new Set(lint(inputOf({ 'a.toml': text })).map((diagnostic) => diagnostic.code));
    if (code === undefined) expect([...found]).toEqual([]);
    else expect([...found]).toContain(code);
  });
});
