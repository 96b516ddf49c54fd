import { describe, expect, test } from 'vitest';
import { parseEsql } from '../../../src/languages/esql/parse.js';
import { printEsql } from '../../../src/languages/esql/print.js';

/** The tree without ranges, texts and the names that follow the text. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? `${value}n` : value;
  const node = value as Record<string, unknown>;
  const skipped = new Set(['range', 'text', ...(node['kind'] === 'Field' && !('alias' in node) ? ['name'] : [])]);
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, child]) =>
      skipped.has(key) && node['kind'] !== 'Parameter' ? [] : [[key, shape(child)]],
    ),
  );
}

function parsed(text: string): NonNullable<ReturnType<typeof parseEsql>['value']> {
  const { value, diagnostics } = parseEsql(text);
  expect(diagnostics, text).toEqual([]);
  return value!;
}

const KITCHEN_SINK = [
  'FROM logs-*, -logs-old, remote:x-*, plain::data METADATA _id, _index, _version, _source, _score',
  'FROM "logs-a,logs-b", "we=ird"',
  'from a /* block /* nested */ */ // line\n| where x > 1',
  'ROW a = 1, b = "two", c = [1, 2.5], d = [true, false], e = NULL, f = -3, 100',
  'SHOW INFO',
  'SET time_zone = "Europe/Berlin"; FROM a | LIMIT 1',
  'FROM a, (FROM b | WHERE c == 1) | LIMIT 5',
  'FROM a | WHERE NOT b == 1 AND c != 2 OR (d < 3 OR e >= 4) AND f <= 5',
  'FROM a | WHERE a IN (1, 2, 3) AND b NOT IN ("x") AND c IS NULL AND d IS NOT NULL',
  'FROM a | WHERE a LIKE "x*" AND b NOT RLIKE ".*y" AND c LIKE ("p?", "q*") AND d RLIKE ("a", "b")',
  'FROM a | WHERE message : "quick fox" AND host.ip::string : "10" AND KQL("a: b") AND MATCH(t, "x", {"operator": "AND", "boost": 2.5})',
  'FROM a | EVAL x = -(-1), y = - - z, w = a - -1, v = (a + b) * c / -d % 2, u = +q',
  'FROM a | EVAL t = @timestamp - 7 days, s = 1h, r = -1 month',
  'FROM a | EVAL x = "1"::integer::string, y = (a + 1)::double, z = """raw \\ "quoted" text""", q = "a\\"b\\\\c\\n"',
  'FROM a | EVAL `weird name` = 1, `tick``ed` = b, c.`d e`.f = 1 + 2',
  'FROM a | KEEP a*, *.b, c.*.d, `x y`, @timestamp, _id | DROP `*`, e-f* | LIMIT 1'.replace(', e-f*', ''),
  'FROM a | RENAME a AS b, c = d, `x y` AS z',
  'FROM a | SORT a, b DESC, c ASC NULLS FIRST, LENGTH(d) DESC NULLS LAST',
  'FROM a | STATS COUNT(*), x = SUM(y) WHERE z > 1 AND q, MAX(a) + 1 BY b, c = DATE_TRUNC(1 hour, @timestamp), d / 2',
  'FROM a | STATS BY b',
  'FROM a | INLINE STATS m = MAX(x) BY y | INLINESTATS n = MIN(x)',
  'FROM a | DISSECT message "%{a} %{+b->} %{?c}" APPEND_SEPARATOR = "," | GROK message "%{IP:ip} %{NUMBER:n:int}", "%{WORD:w}"',
  'FROM a | MV_EXPAND b.c | ENRICH _any:policy ON d WITH e = f, g | ENRICH languages',
  'FROM a | LOOKUP JOIN threats ON source.ip | LOOKUP JOIN other ON a, b | LOOKUP JOIN third ON a == b AND c > d',
  'FROM a | SAMPLE 0.25 | CHANGE_POINT v ON t AS kind, p | CHANGE_POINT v',
  'FROM a | FORK (WHERE x == 1 | LIMIT 1) (STATS COUNT(*)) | FUSE | FUSE linear SCORE BY s GROUP BY g KEY BY k1, k2 WITH {"normalizer": "minmax"}',
  'FROM a | COMPLETION x = CONCAT("a", b) WITH {"inference_id": "m"} | COMPLETION y WITH m | RERANK s = "q" ON t, u = v WITH {"inference_id": "m"}',
  'FROM a | URI_PARTS u = url | REGISTERED_DOMAIN d = host | USER_AGENT ua = agent WITH {"regex_file": "x"}',
  'FROM a | WHERE b == ? AND c > ?1 AND d < ?name AND ??field == 2 | STATS ??agg(x)',
  'FROM a | STATS f = FIRST(x, @timestamp), l = LAST(x, @timestamp) BY y | LIMIT 3 BY y',
  'ROW a = 1.0, b = 1e10, c = .5, d = 12345678901234567890, e = 1e-9, f = -0.0',
  'EXPLAIN (ROW a = 1 | LIMIT 1)',
  'TS metrics | LIMIT 1',
];

describe('print after parse is the identity on the tree', () => {
  test.each(KITCHEN_SINK)('%s', (text) => {
    const tree = parsed(text);
    const printed = printEsql(tree);
    expect(shape(parsed(printed))).toEqual(shape(tree));
    expect(printEsql(parsed(printed))).toBe(printed);
  });
});

describe('precedence', () => {
  const condition = (text: string): string => printEsql(parsed(`ROW x = ${text}`)).slice('ROW x = '.length);

  test('NOT binds tighter than AND, AND tighter than OR', () => {
    expect(shape(parsed('ROW x = NOT a AND b OR c'))).toEqual(shape(parsed('ROW x = ((NOT a) AND b) OR c')));
    expect(condition('(a OR b) AND c')).toBe('(a OR b) AND c');
    expect(condition('NOT (a AND b)')).toBe('NOT (a AND b)');
  });

  test('arithmetic associates to the left', () => {
    expect(condition('a - (b - c)')).toBe('a - (b - c)');
    expect(condition('(a - b) - c')).toBe('a - b - c');
    expect(condition('(a * b) % c + d')).toBe('a * b % c + d');
  });

  test('a number after an operand is subtracted, not a literal of its own', () => {
    expect(condition('a -1')).toBe('a - 1');
    expect(condition('a - -1')).toBe('a - -1');
  });
});

describe('unnamed columns keep their source text as name', () => {
  test('with blanks and comments between their tokens', () => {
    const { commands } = parsed('FROM a | STATS count( * ), max(x) /* c */ + 1 BY y');
    const stats = commands[0];
    expect(stats?.kind === 'Stats' && stats.aggregates.map((item) => item.field.name)).toEqual([
      'count( * )',
      'max(x) /* c */ + 1',
    ]);
  });
});

describe('errors are findings', () => {
  const first = (text: string): [string, number, string] => {
    const { value, diagnostics } = parseEsql(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    return [diagnostics[0]!.code, diagnostics[0]!.range.start, diagnostics[0]!.what];
  };

  test.each<[string, string, number, string]>([
    ['', 'esql/syntax', 0, "mismatched input '<EOF>'"],
    ['FROM', 'esql/syntax', 4, "mismatched input '<EOF>' expecting {QUOTED_STRING, UNQUOTED_SOURCE}"],
    ['FROM a | NOSUCH b', 'esql/syntax', 9, "mismatched input 'NOSUCH' expecting {'where'"],
    ['FROM a | WHERE', 'esql/syntax', 14, "mismatched input '<EOF>' expecting an expression"],
    ['FROM a | WHERE b == "open', 'esql/bad-token', 20, 'token recognition error at: \'"open'],
    ['FROM a | WHERE b == "\\q"', 'esql/bad-token', 20, 'token recognition error'],
    ['FROM a | WHERE a == b == c', 'esql/syntax', 22, "mismatched input '=='"],
    ['FROM a | WHERE a = 1', 'esql/syntax', 17, "mismatched input '='"],
    ['FROM a | KEEP LENGTH(k)', 'esql/syntax', 20, "mismatched input '('"],
    ['FROM a | EVAL x = first', 'esql/syntax', 18, "mismatched input 'first'"],
    ['FROM a | EVAL x = now() - 1 parsec', 'esql/time-unit', 26, "Unexpected temporal unit: 'parsec'"],
    ['ROW a = [1, "x"]', 'esql/syntax', 12, 'mismatched input \'"x"\''],
    ['ROW a = []', 'esql/syntax', 9, "mismatched input ']'"],
    ['FROM a | RENAME a* AS b', 'esql/wildcard', 16, 'Using wildcards [*] in RENAME is not allowed [a*]'],
    ['FROM a | LIMIT 1 2', 'esql/syntax', 17, "mismatched input '2'"],
    ['ROW a = 1 /* never closed', 'esql/bad-token', 10, "token recognition error at: '/* never"],
    ['ROW a = 1 § 2', 'esql/bad-token', 10, "token recognition error at: '§'"],
  ])('%s', (text, code, offset, what) => {
    const [actualCode, start, message] = first(text);
    expect([actualCode, start]).toEqual([code, offset]);
    expect(message).toContain(what);
  });

  test.each([
    ['parentheses', `ROW a = ${'('.repeat(100_000)}`],
    ['NOT', `FROM a | WHERE ${'NOT '.repeat(100_000)}b`],
    ['signs', `ROW a = ${'- '.repeat(100_000)}b`],
    ['calls', `ROW a = ${'abs('.repeat(100_000)}`],
    ['sums', `ROW a = 1${' + 1'.repeat(100_000)}`],
    ['casts', `ROW a = 1${'::int'.repeat(100_000)}`],
    ['branches', `FROM a ${'| FORK ('.repeat(50_000)}`],
    ['subqueries', 'FROM a, ('.repeat(50_000)],
  ])('deep nesting of %s ends in a finding', (_, text) => {
    expect(['esql/too-deep', 'esql/syntax']).toContain(first(text)[0]);
  });

  test('long flat conditions are no nesting', () => {
    parsed(`FROM a | WHERE ${Array.from({ length: 20_000 }, (_, i) => `b == ${i}`).join(' OR ')}`);
  });

  test('too long a text is refused', () => {
    expect(first(`ROW a = "${'x'.repeat(1_000_000)}"`)[0]).toBe('esql/too-large');
  });
});

test('parsing never throws on random text', () => {
  const pieces = [
    'FROM',
    'a',
    '|',
    'WHERE',
    'STATS',
    '(',
    ')',
    '"',
    '"""',
    '`',
    '\\',
    ',',
    '=',
    '==',
    '1',
    '.',
    '::',
    '?',
    '[',
    ']',
    '{',
    '}',
    ' ',
    '\n',
    '-',
    '*',
    '/*',
    '//',
    'NOT',
    'IN',
    'LIKE',
    'BY',
    '\u0000',
    '😀',
    'DISSECT',
    'RENAME',
    'AS',
    'FORK',
    'ENRICH',
    'KEEP',
    'LOOKUP',
    'JOIN',
    'ON',
  ];
  let seed = 42;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  for (let round = 0; round < 4000; round += 1) {
    const length = Math.floor(random() * 25);
    const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join(
      random() < 0.5 ? ' ' : '',
    );
    const { value, diagnostics } = parseEsql(text);
    expect(value === undefined).toBe(diagnostics.length > 0);
    if (value !== undefined) expect(shape(parsed(printEsql(value)))).toEqual(shape(value));
  }
});

describe('parameters', () => {
  const options = {
    parameters: {
      positional: [
        { kind: 'value', value: 7 },
        { kind: 'value', value: 'x' },
        { kind: 'identifier', value: 'host.name' },
      ],
      named: new Map([
        ['field', { kind: 'identifier', value: 'host.name' }] as const,
        ['v', { kind: 'value', value: [1, 2] }] as const,
      ]),
    },
  } as const;

  test('values and identifiers stand where the parameters stood', () => {
    const { value } = parseEsql('FROM a | WHERE b == ? AND c == ?2 AND ?field == ?v AND ?3 IS NULL', options);
    expect(printEsql(value!)).toBe('FROM a\n| WHERE b == 7 AND c == "x" AND host.name == [1, 2] AND host.name IS NULL');
  });

  test('a parameter that is not given is refused', () => {
    expect(parseEsql('ROW a = ?nope', options).diagnostics[0]?.what).toBe('Unknown query parameter [nope]');
  });
});
