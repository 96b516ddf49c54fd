import { printJson, type JsonObject, type JsonValue } from '../../src/values/json.js';
import { type Random, seeded } from './random.js';
import type { Script, SpecQuery } from './script.js';

/** Values that fields of a kind have and queries ask for. */
const WORDS = [
  'alpha', 'Beta', 'GAMMA', 'alpha beta', 'cmd.exe', 'C:\\Windows\\System32\\cmd.exe', '/usr/bin/python3', 'a*b', 'what?', 'École.exe',
  'ÉCOLE.exe', '日本語 テスト', '', 'null', 'true', '42', '-1', 'and', 'not', 'foo_bar foo-bar', "can't stop", 'user@example.com',
  '10.0.0.1', '(paren) {brace}', 'quote"d', 'a,b;c:d', 'The quick brown fox', 'quick fox brown', 'ß straße', '🙂 smile', 'x'.repeat(12),
]; // prettier-ignore
const NUMBERS: readonly (number | bigint)[] = [0, 1, -1, 5, 42, 127, 128, 255, 443, 32767, 65535, 2147483647, 2147483648, 9007199254740993n, -9223372036854775808n, 9223372036854775807n, 1.5, -0.5, 100, 1e10, 0.1]; // prettier-ignore
const DATES = [
  '2024-01-01',
  '2024-06-15T10:20:30.123Z',
  '2024-06-15T10:20:30Z',
  '2024-02-29T23:59:59.999+02:00',
  '1969-12-31T23:59:59.999Z',
  '2024-06',
  '2024',
  '2030-12-31T00:00:00Z',
  '1718446830123',
];
const DATE_MATH = [
  'now',
  'now-1d',
  'now/d',
  '2024-06-15||/d',
  '2024-06-15||+1M/M',
  '2024-01-01||-1y',
  '2024-06-15||/w',
];
const ADDRESSES = [
  '10.0.0.1',
  '10.0.0.255',
  '192.168.1.130',
  '172.16.5.4',
  '::1',
  'fe80::1',
  '2001:db8::8a2e:370:7334',
  '::ffff:10.0.0.1',
  '255.255.255.255',
];
const BLOCKS = ['10.0.0.0/8', '192.168.1.128/25', '172.16.0.0/12', 'fe80::/10', '::/0', '10.0.0.1/32'];
const VERSIONS = [
  '1.0.0',
  '1.10.0',
  '1.2.0',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '2.0.0+build5',
  '1.2',
  '10',
  'bad version',
  '',
];

const MAPPING: JsonObject = {
  properties: {
    kw: { type: 'keyword' },
    short: { type: 'keyword', ignore_above: 8 },
    lower: { type: 'keyword', normalizer: 'lowercase' },
    nil: { type: 'keyword', null_value: 'NULL' },
    text: { type: 'text', fields: { kw: { type: 'keyword', ignore_above: 16 } } },
    name: { type: 'keyword', fields: { text: { type: 'text' }, lower: { type: 'keyword', normalizer: 'lowercase' } } },
    both: { type: 'text' },
    from: { type: 'keyword', copy_to: 'both' },
    long: { type: 'long' },
    int: { type: 'integer', null_value: 42 },
    short_n: { type: 'short' },
    byte: { type: 'byte' },
    double: { type: 'double' },
    float: { type: 'float' },
    half: { type: 'half_float' },
    lax: { type: 'long', ignore_malformed: true },
    flag: { type: 'boolean' },
    date: { type: 'date' },
    day: { type: 'date', format: 'yyyy/MM/dd||epoch_second' },
    nanos: { type: 'date_nanos' },
    ip: { type: 'ip' },
    version: { type: 'version' },
    flat: { type: 'flattened' },
    alias: { type: 'alias', path: 'kw' },
    ips: { type: 'ip_range' },
    longs: { type: 'long_range' },
    dates: { type: 'date_range' },
    doubles: { type: 'double_range' },
    obj: { properties: { a: { type: 'keyword' }, b: { properties: { c: { type: 'long' } } } } },
    nest: { type: 'nested', properties: { a: { type: 'keyword' }, n: { type: 'long' }, t: { type: 'text' } } },
  },
};

type Make = (random: Random) => JsonValue;

const word: Make = (random) => random.pick(WORDS);
const whole =
  (low: number, high: number): Make =>
  (random) => {
    const fitting = NUMBERS.filter(
      (value) => value >= low && value <= high && (typeof value === 'bigint' || Number.isInteger(value)),
    );
    const value = random.pick(fitting);
    return random.chance(0.2) ? String(value) : value;
  };
const fraction: Make = (random) => {
  const value = random.pick(NUMBERS.filter((number) => typeof number === 'number'));
  return random.chance(0.2) ? String(value) : value;
};
const interval =
  (make: Make): Make =>
  (random) => {
    const bounds = [make(random), make(random)];
    return random.chance(0.3)
      ? { gte: bounds[0]! }
      : random.chance(0.3)
        ? { lt: bounds[0]! }
        : { gte: bounds[0]!, lte: bounds[0]! };
  };

/** How a document gets a value for each field. */
const MAKERS: Readonly<Record<string, Make>> = {
  kw: word, short: word, lower: word, nil: word, text: word, name: word, from: word, both: word,
  long: whole(-Infinity, Infinity), int: whole(-2147483648, 2147483647), short_n: whole(-32768, 32767), byte: whole(-128, 127),
  double: fraction, float: fraction, half: (random) => random.pick([0, 1, 1.5, -0.5, 0.1, 100, 443, 2049]),
  lax: (random) => (random.chance(0.5) ? 'many' : 5),
  flag: (random) => random.pick<JsonValue>([true, false, 'true', 'false', '']),
  date: (random) => random.pick<JsonValue>([...DATES, 1718446830123]),
  day: (random) => random.pick(['2024/06/15', '2024/01/01', '1718446830', '1718446830.5']),
  nanos: (random) => random.pick(['2024-06-15T10:20:30.123456789Z', '2024-06-15T10:20:30.123456788Z', '2024-01-01', '1970-01-01T00:00:00Z']),
  ip: (random) => random.pick(ADDRESSES), version: (random) => random.pick(VERSIONS),
  flat: (random) => ({ k1: word(random), k2: { deep: random.chance(0.3) ? [word(random), 5] : word(random) }, ...(random.chance(0.3) ? { 'x.y': true } : {}) }),
  ips: (random) => (random.chance(0.5) ? random.pick(BLOCKS) : { gte: '10.0.0.1', lte: '10.0.0.255' }),
  longs: interval(whole(-1000, 100000)), dates: interval((random) => random.pick(['2024-01-01', '2024-06-15T10:20:30Z', '2024'])),
  doubles: interval(fraction),
  obj: (random) => ({ ...(random.chance(0.7) ? { a: many(random, word) } : {}), ...(random.chance(0.6) ? { b: { c: whole(0, 1000)(random) } } : {}) }),
  nest: (random) => ({ a: word(random), n: whole(0, 50)(random), ...(random.chance(0.5) ? { t: word(random) } : {}) }),
}; // prettier-ignore

/** One value, several, none, or an explicit null. */
function many(random: Random, make: Make): JsonValue {
  const kind = random.whole(10);
  if (kind === 0) return null;
  if (kind === 1) return [];
  if (kind === 2) return [make(random), null, make(random)];
  if (kind === 3) return [make(random), make(random)];
  return make(random);
}

function document(random: Random): JsonObject {
  const entries = Object.entries(MAKERS).filter(() => random.chance(0.45));
  return Object.fromEntries(entries.map(([name, make]) => [name, many(random, make)]));
}

/** Changes a value into one that nearly matches, or into another spelling of the same. */
function variant(random: Random, value: JsonValue): JsonValue {
  if (typeof value !== 'string') return random.chance(0.3) ? scalarText(value) : value;
  switch (random.whole(6)) {
    case 0:
      return value.toUpperCase();
    case 1:
      return value.toLowerCase();
    case 2:
      return value.slice(0, -1);
    default:
      return value;
  }
}

const STRINGS = ['kw', 'short', 'lower', 'nil', 'text', 'text.kw', 'name', 'name.text', 'name.lower', 'both', 'from', 'alias', 'obj.a', 'flat', 'flat.k1', 'flat.k2.deep', 'version']; // prettier-ignore
const ANY = [...STRINGS, 'long', 'int', 'short_n', 'byte', 'double', 'float', 'half', 'lax', 'flag', 'date', 'day', 'nanos', 'ip', 'ips', 'longs', 'dates', 'doubles', 'obj.b.c', 'nest.a', 'unmapped']; // prettier-ignore

function valueFor(random: Random, field: string): JsonValue {
  const kinds: Readonly<Record<string, Make>> = {
    ...MAKERS, ips: (inner) => inner.pick([...ADDRESSES, ...BLOCKS]), longs: whole(-1000, 100000), dates: MAKERS['date']!, doubles: fraction, ip: (inner) => inner.pick([...ADDRESSES, ...BLOCKS]), 'obj.b.c': whole(0, 1000), version: MAKERS['version']!,
  }; // prettier-ignore
  const make = kinds[field] ?? word;
  const value = STRINGS.includes(field) && field !== 'version' ? word(random) : make(random);
  return variant(random, value);
}

function textFor(random: Random, field: string): string {
  return scalarText(valueFor(random, field));
}

function scalarText(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function bounds(random: Random, field: string): JsonObject {
  const value = (): JsonValue =>
    field.startsWith('date') && random.chance(0.3)
      ? random.pick(DATE_MATH)
      : field === 'ip' || field === 'ips'
        ? random.pick(ADDRESSES)
        : valueFor(random, field);
  const low = random.pick(['gt', 'gte']);
  const high = random.pick(['lt', 'lte']);
  const kind = random.whole(3);
  return { ...(kind === 1 ? {} : { [low]: value() }), ...(kind === 0 ? {} : { [high]: value() }) };
}

function pattern(random: Random): string {
  const text = random.pick(WORDS.filter((item) => !item.includes('🙂')));
  const cut = random.whole(text.length + 1);
  return random.pick([`${text.slice(0, cut)}*`, `*${text.slice(cut)}`, `*${text.slice(cut, cut + 3)}*`, text.replace(/[a-z]/u, '?'), '*', '?*', `${text.slice(0, cut)}*${text.slice(-1)}`]); // prettier-ignore
}

/** Elasticsearch fails (500) on some expressions for version fields, so they are not asked for. */
const REGEXPS = ['alpha', 'al.*', '[a-z]+', '(alpha|Beta).*', '~(alpha)', '<1-50>', 'a.b', '.*\\.exe', '.*\\\\cmd.*', '@', '#', '[^a]*', '\\d+', 'al(pha)?', 'x{3,}', '"a*b"', '.*é.*', '', 'a|b', '(', '[', 'GAMMA&G.*']; // prettier-ignore

type Leaf = (random: Random, field: string, text: string) => JsonObject;

const folding = (random: Random): JsonObject => (random.chance(0.4) ? { case_insensitive: true } : {});

/** Queries on one field (any, or one of strings), each as likely as it is listed. */
const LEAVES: readonly Leaf[] = [
  (random, field) => ({
    term: { [field]: { value: valueFor(random, field), ...(STRINGS.includes(field) ? folding(random) : {}) } },
  }),
  (random, field) => ({ term: { [field]: valueFor(random, field) } }),
  (random, field) => ({ terms: { [field]: [valueFor(random, field), valueFor(random, field)] } }),
  (random, field) => ({ range: { [field]: bounds(random, field) } }),
  (random, field) => ({ range: { [field]: bounds(random, field) } }),
  (random) => ({ exists: { field: random.pick([...ANY, 'obj', 'obj.b', 'nest', 'k*', 'flat.x.y']) } }),
  (random, _, text) => ({ prefix: { [text]: { value: pattern(random).replace(/[*?].*/u, ''), ...folding(random) } } }),
  (random, _, text) => ({ wildcard: { [text]: { value: pattern(random), ...folding(random) } } }),
  (random, _, text) => ({
    regexp: { [text === 'version' ? 'kw' : text]: { value: random.pick(REGEXPS), ...folding(random) } },
  }),
  (random, field) => ({
    match: { [field]: { query: valueFor(random, field), ...(random.chance(0.4) ? { operator: 'and' } : {}) } },
  }),
  (random, field) => ({ match_phrase: { [field]: valueFor(random, field) } }),
  (random, _, text) => ({
    multi_match: {
      query: word(random),
      fields: [text, random.pick(STRINGS)],
      ...(random.chance(0.5) ? { type: 'phrase' } : {}),
    },
  }),
  (random, _, text) => ({
    fuzzy: { [text]: { value: word(random), ...(random.chance(0.3) ? { fuzziness: 1 } : {}) } },
  }),
  (random, _, text) => ({
    simple_query_string: {
      query: simpleText(random),
      fields: [text, random.pick(STRINGS)],
      ...(random.chance(0.3) ? { default_operator: 'and' } : {}),
    },
  }),
  (random) => ({
    nested: {
      path: 'nest',
      query: random.chance(0.5)
        ? { term: { 'nest.a': word(random) } }
        : { bool: { must: [{ range: { 'nest.n': bounds(random, 'obj.b.c') } }, { exists: { field: 'nest.t' } }] } },
    },
  }),
  (random) => ({ ids: { values: [String(random.whole(70)), String(random.whole(70))] } }),
];

function dslLeaf(random: Random): JsonObject {
  return random.pick(LEAVES)(random, random.pick(ANY), random.pick(STRINGS));
}

function simpleText(random: Random): string {
  const part = (): string =>
    random.pick(['alpha', '"quick brown"', 'qui*', '-beta', 'alpha~1', '(alpha | fox)', 'cmd.exe', '+fox']);
  return random.pick([part(), `${part()} ${part()}`, `${part()} + ${part()}`, `${part()} | ${part()} ${part()}`]);
}

function dslQuery(random: Random, depth = 0): JsonObject {
  if (depth > 2 || random.chance(0.6)) return dslLeaf(random);
  const list = (): JsonObject[] => Array.from({ length: 1 + random.whole(2) }, () => dslQuery(random, depth + 1));
  const should = list();
  return {
    bool: {
      ...(random.chance(0.5) ? { must: list() } : {}),
      ...(random.chance(0.3) ? { filter: list() } : {}),
      ...(random.chance(0.6)
        ? { should, ...(random.chance(0.3) ? { minimum_should_match: random.pick<JsonValue>([1, 2, '50%', -1]) } : {}) }
        : {}),
      ...(random.chance(0.4) ? { must_not: list() } : {}),
    },
  };
}

function escapeKql(text: string): string {
  return text
    .replaceAll(/[\\():<>"*{}]/gu, '\\$&')
    .replaceAll(/\b(and|or)\b/giu, '\\$1')
    .replaceAll(/\bnot\b/giu, 'nut');
}

function kqlValue(random: Random, field: string): string {
  const value = textFor(random, field);
  // Prefixes of versions are compared in an encoding of their own.
  if (field !== 'version' && random.chance(0.2))
    return (
      pattern(random)
        .replaceAll(/[\\():<>"{}?]/gu, '\\$&')
        .replace(/\\\?/gu, '?')
        .trim() || '*'
    );
  if (value.trim() === '' || random.chance(0.4)) return `"${value.replaceAll(/[\\"]/gu, '\\$&')}"`;
  return escapeKql(value.trim());
}

function kqlClause(random: Random): string {
  const field = random.pick(ANY);
  switch (random.whole(8)) {
    case 0:
      return `${random.pick([...ANY, 'obj', 'k*'])}: *`;
    case 1:
      return `${field} ${random.pick(['<', '<=', '>', '>='])} ${random.chance(0.5) ? `"${textFor(random, field).replaceAll(/[\\"]/gu, '\\$&')}"` : escapeKql(textFor(random, field).trim() || '0')}`;
    case 2:
      return `${field}: (${kqlValue(random, field)} ${random.pick(['or', 'and', 'OR'])} ${random.chance(0.2) ? 'not ' : ''}${kqlValue(random, field)})`;
    case 3:
      return `nest: { a: ${kqlValue(random, 'kw')} and n > ${random.whole(50)} }`;
    case 4:
      return `obj.*: ${kqlValue(random, 'kw')}`;
    default:
      return `${field}: ${kqlValue(random, field)}`;
  }
}

function kqlQuery(random: Random): string {
  const clause = (): string => (random.chance(0.2) ? 'not ' : '') + kqlClause(random);
  return random.pick([
    clause(),
    clause(),
    `${clause()} and ${clause()}`,
    `${clause()} or ${clause()}`,
    `(${clause()} or ${clause()}) and ${clause()}`,
  ]);
}

function escapeLucene(text: string): string {
  return text.replaceAll(/[-\\+!():^[\]"{}~*?|&/ ]/gu, '\\$&');
}

function luceneClause(random: Random): string {
  const field = random.pick(ANY);
  const value = textFor(random, field);
  const quoted = `"${value.replaceAll(/[\\"]/gu, '\\$&')}"`;
  switch (random.whole(9)) {
    case 0:
      return `_exists_:${field}`;
    case 1:
      return `${field}:${random.pick(['[', '{'])}${quoted} TO ${random.chance(0.3) ? '*' : quoted}${random.pick([']', '}'])}`;
    case 2:
      return `${random.pick(STRINGS)}:${pattern(random).replaceAll(/[-\\+!():^[\]"{}~|&/ ]/gu, '\\$&') || '*'}`;
    case 3:
      return `${random.pick(STRINGS.filter((name) => name !== 'version'))}:/${random.pick(REGEXPS).replaceAll('/', '\\/') || 'a'}/`;
    case 4:
      return `${field}:(${escapeLucene(value) || 'x'} ${random.pick(['', 'AND ', 'OR ', '-', '+'])}${escapeLucene(textFor(random, field)) || 'y'})`;
    case 5:
      return `${random.pick(STRINGS)}:${escapeLucene(random.pick(['alpha', 'quick', 'cmd.exe']))}~${random.pick(['', '1', '2'])}`;
    case 6:
      return `${field}:${quoted}`;
    case 7:
      return `${random.pick(['long', 'int', 'double', 'date'])}:${random.pick(['>', '>=', '<', '<='])}${random.pick(['1', '42', '2024'])}`;
    default:
      return `${field}:${escapeLucene(value) || '*'}`;
  }
}

function luceneQuery(random: Random): string {
  const clause = (): string => random.pick(['', '', '', '-', '+', 'NOT ']) + luceneClause(random);
  return random.pick([
    clause(),
    `${clause()} ${clause()}`,
    `${clause()} AND ${clause()}`,
    `${clause()} OR ${clause()} AND ${clause()}`,
    `(${clause()} OR ${clause()}) AND ${clause()}`,
  ]);
}

/** A script of one index with random documents and queries, without answers. */
export function generateScript(seed: number, documents: number, queries: number): Script {
  const random = seeded(seed);
  const makers: readonly (readonly [SpecQuery['language'], (random: Random) => string])[] = [
    ['dsl', (inner) => printJson(dslQuery(inner))],
    ['kql', kqlQuery],
    ['lucene', luceneQuery],
  ];
  const block = {
    mapping: printJson(MAPPING),
    documents: Array.from({ length: documents }, (_, at) => ({ id: String(at), source: printJson(document(random)) })),
    queries: Array.from({ length: queries }, (_, at): SpecQuery => {
      const [language, make] = makers[at % makers.length]!;
      return { language, text: make(random), line: 0, expected: { ids: [] } };
    }),
  };
  return { blocks: [block] };
}
