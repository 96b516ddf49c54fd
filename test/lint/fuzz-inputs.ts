import { pick, seededRandom } from '../seeded-random.js';

/** What breaks readers: keys of every object, numbers beyond 64 bits, dates that are none, brackets, quotes, marks of other encodings. */
const HOSTILE: readonly string[] = [
  '__proto__ = 1\n',
  '[__proto__]\npolluted = true\n',
  '[constructor.prototype]\npolluted = true\n',
  '"__proto__" = { polluted = true }\n',
  'toString = "x"\n',
  'hasOwnProperty = 1\n',
  '[[rule]]\n',
  '[rule.rule.rule]\n',
  '[rule]\n',
  '"" = ""\n',
  '9999999999999999999999999999',
  '-1e400',
  '0x7fffffffffffffffffff',
  'nan',
  'inf',
  '1979-05-27T07:32:00Z',
  '2026-02-31',
  '25:61:61',
  '[[[[[[[[[[',
  ']]]]]]]]',
  '{ a = { a = { a = 1 } } }',
  '"""',
  "'''",
  '"\\uD800"',
  '"\\U00110000"',
  '\\x',
  '\u0000',
  '\u001b[2J',
  '\uFEFF',
  '\u2028',
  '\r',
  '\r\n',
  '\t',
  '=',
  ',',
  '#',
  '.',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '\\',
  '*',
  '?',
  ' and ',
  ' or not ',
  ' | where ',
  ' | stats count(*) by ',
  'sequence by ',
  '$',
  '`',
  '~',
  '😀',
  'é',
];

/** One input after another, the same for the same seed: bytes, since what is not UTF-8 is among them. */
export function* fuzzInputs(seeds: readonly string[], count: number, seed: number): Generator<Buffer, void, undefined> {
  const random = seededRandom(seed);
  const integer = (limit: number): number => Math.floor(random() * limit);
  for (let made = 0; made < count; made += 1) {
    const base = pick(random, seeds);
    yield Buffer.from(WAYS[integer(WAYS.length)]?.(base, random, integer, seeds) ?? base);
  }
}

type Way = (
  base: string,
  random: () => number,
  integer: (limit: number) => number,
  seeds: readonly string[],
) => string | Buffer;

/** Cut off, at any place. */
const truncated: Way = (base, _, integer) => base.slice(0, integer(base.length));

/** Something hostile put in, several times. */
const spoilt: Way = (base, random, integer) => {
  let text = base;
  for (let times = 1 + integer(4); times > 0; times -= 1) {
    const at = integer(text.length);
    text = text.slice(0, at) + pick(random, HOSTILE) + text.slice(at + integer(3));
  }
  return text;
};

/** Characters taken away, doubled or changed for others of the file. */
const mistyped: Way = (base, _, integer) => {
  let text = base;
  for (let times = 1 + integer(6); times > 0; times -= 1) {
    const at = integer(text.length);
    const other = text[integer(text.length)] ?? '';
    const put = ['', other, (text[at] ?? '') + other][integer(3)] ?? '';
    text = text.slice(0, at) + put + text.slice(at + 1);
  }
  return text;
};

/** Lines changed about, doubled and lost. */
const shuffled: Way = (base, _, integer) => {
  const lines = base.split('\n');
  for (let times = 1 + integer(4); times > 0; times -= 1) {
    const [line = ''] = lines.splice(integer(lines.length), integer(3) === 0 ? 0 : 1);
    lines.splice(integer(lines.length), integer(4) === 0 ? 1 : 0, line);
  }
  return lines.join('\n');
};

/** A value of one line put behind a key of another: of the wrong type as a rule. */
const revalued: Way = (base, random, integer) => {
  const lines = base.split('\n');
  const places = lines.flatMap((line, at) => (line.includes(' = ') ? [at] : []));
  if (places.length === 0) return base;
  const at = pick(random, places);
  const key = (lines[at] ?? '').split(' = ')[0] ?? '';
  const value = integer(2) === 0 ? pick(random, HOSTILE) : (lines[pick(random, places)] ?? '').split(' = ')[1];
  lines[at] = `${key} = ${value ?? ''}`;
  return lines.join('\n');
};

/** Two files in one. */
const joined: Way = (base, random, integer, seeds) =>
  base.slice(0, integer(base.length)) + pick(random, seeds).slice(integer(60));

/** Nested as deep as can be written, closed or not. */
const nested: Way = (base, random, integer) => {
  const [open, close] = pick(random, [
    ['[', ']'],
    ['{ a = ', ' }'],
    ['(', ')'],
    ['not ', ''],
    ['a.', ''],
    ['{ a: ', '}'],
  ] as const);
  const times = 10 ** (1 + integer(4));
  const at = integer(base.length);
  return base.slice(0, at) + open.repeat(times) + (integer(2) === 0 ? close.repeat(times) : '') + base.slice(at);
};

/** Line ends of three systems, a mark of byte order in front. */
const reended: Way = (base, random, integer) =>
  (integer(2) === 0 ? '\uFEFF' : '') +
  base
    .split('\n')
    .map((line) => line + pick(random, ['\n', '\r\n', '\r', '\n\n']))
    .join('');

/** Bytes that are not UTF-8, or the whole in another encoding. */
const reencoded: Way = (base, _, integer) => {
  if (integer(8) === 0) return Buffer.from(`\uFEFF${base}`, 'utf16le');
  const bytes = Buffer.from(base);
  for (let times = 1 + integer(3); times > 0; times -= 1) bytes[integer(bytes.length)] = 128 + integer(128);
  return bytes;
};

/** No file at all. */
const noise: Way = (_, random, integer) => {
  if (integer(2) === 0) return Buffer.from(Array.from({ length: integer(200) }, () => integer(256)));
  return Array.from({ length: integer(40) }, () => pick(random, HOSTILE)).join(pick(random, ['', ' ', '\n']));
};

const WAYS: readonly Way[] = [
  truncated,
  spoilt,
  spoilt,
  mistyped,
  mistyped,
  shuffled,
  revalued,
  revalued,
  joined,
  nested,
  reended,
  reencoded,
  noise,
];
