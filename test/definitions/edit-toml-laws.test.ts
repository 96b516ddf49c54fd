import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { editToml, rewriteToml } from '../../src/definitions/edit-toml.js';
import { KeyPositions } from '../../src/definitions/locate.js';
import type { KeyPath } from '../../src/definitions/locate.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { isJsonArray, isJsonObject, printJson } from '../../src/values/json.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { pick, seededRandom } from '../seeded-random.js';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

function corpusFiles(): readonly string[] {
  try {
    return readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.toml'));
  } catch {
    return [];
  }
}

const corpus = corpusFiles();
if (corpus.length === 0) console.warn('skipped: ../shared/corpus is not here');

type Random = () => number;

describe('laws on generated files', () => {
  const seeds = Array.from({ length: 150 }, (_, seed) => seed + 1);

  test('an edit that asks for what is there changes nothing', () => {
    for (const seed of seeds) {
      const { text, table } = generate(seededRandom(seed));
      for (const { path, value } of places(table)) {
        expect(editToml(text, [{ kind: 'set', path, value }]), String(seed)).toEqual({ text });
      }
      expect(rewriteToml(text, table), String(seed)).toEqual({ text });
    }
  });

  test('what is edited and edited back is the same byte for byte', () => {
    for (const seed of seeds) {
      const random = seededRandom(seed);
      const { text, table } = generate(random);
      backAndForth(text, table, random, String(seed));
    }
  });

  test('any values can be given to any file', () => {
    for (const seed of seeds) {
      const random = seededRandom(seed);
      const { text } = generate(random);
      const wanted = generate(random).table;
      const { text: edited, problem } = rewriteToml(text, wanted);
      expect(problem, `${seed}\n${text}\n${printJson(wanted)}`).toBeUndefined();
      expect(parseToml('', edited ?? '').table, String(seed)).toEqual(wanted);
    }
  });

  test('any edits in a row give the values that they ask for, and comments of untouched lines stay', () => {
    for (const seed of seeds) {
      const random = seededRandom(seed + 10_000);
      const { text, table } = generate(random);
      const some = places(table);
      const edits = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
        const path = some.length === 0 ? ['a'] : pick(random, some).path;
        const kind = pick(random, ['set', 'set', 'remove', 'insert'] as const);
        if (kind === 'remove') return { kind, path };
        if (kind === 'insert' && typeof path.at(-1) === 'number') return { kind, path, value: someValue(random, 2) };
        return { kind: 'set' as const, path, value: someValue(random, 2) };
      });
      const { problem } = editToml(text, edits);
      // A path that an earlier edit took away is a mistake of the caller; the file itself can always be edited.
      if (problem !== undefined)
        expect(
          problem,
          `${seed}\n${text}\n${edits.map(({ kind, path }) => `${kind} ${path.join('.')}`).join('; ')}`,
        ).toMatch(/is no (table|list)|there is no place/);
    }
  });
});

describe.skipIf(corpus.length === 0)('laws on the files of elastic/detection-rules', () => {
  test('edited and edited back, every fourth is the same byte for byte', { timeout: 120_000 }, () => {
    corpus.forEach((file, at) => {
      if (at % 4 > 0) return;
      const text = readFileSync(CORPUS + file, 'utf8');
      const { table } = parseToml(file, text);
      if (table !== undefined) backAndForth(text, table, seededRandom(at + 1), file);
    });
  });
});

/** Edits a file in several ways that can be taken back, and takes them back. */
function backAndForth(text: string, table: JsonObject, random: Random, label: string): void {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const positions = new KeyPositions({ file: '', text: plain });
  // Other forms of numbers and dates (0x1F, a date and a space) cannot come back.
  const scalars = places(table).filter(({ path, value }) => {
    const { start, end } = positions.value(path);
    return typeof value === 'string'
      ? /^["']/.test(plain.slice(start, end))
      : plain.slice(start, end) === printJson(value);
  });
  const changes = scalars.length === 0 ? [] : [pick(random, scalars), pick(random, scalars)];
  const there = editToml(
    text,
    changes.map(({ path, value }) => ({ kind: 'set', path, value: otherThan(value) })),
  );
  expect(there.problem, label).toBeUndefined();
  if (changes.length > 0) expect(there.text, label).not.toBe(text);
  const back = editToml(
    there.text ?? '',
    changes.map(({ path, value }) => ({ kind: 'set', path, value })),
  );
  expect(back, label).toEqual({ text });

  for (const path of [
    ['a new key'],
    ['new', 'table', 'key'],
    ...parents(table).map((parent) => [...parent, 'new_key']),
  ]) {
    const more = editToml(text, [{ kind: 'set', path, value: 'x' }]);
    expect(more.problem, `${label} ${path.join('.')}`).toBeUndefined();
    // A table that only longer names define got a header, which stays.
    const isNew = path[0] === 'new' || path.length === 1;
    if (!isNew && lineCount(more.text ?? '') > lineCount(text) + 1) continue;
    const remove = path[0] === 'new' ? path.slice(0, 1) : path;
    expect(editToml(more.text ?? '', [{ kind: 'remove', path: remove }]), `${label} ${path.join('.')}`).toEqual({
      text,
    });
  }
}

function lineCount(text: string): number {
  return text.split('\n').length;
}

/** Another value of the same manner, which leaves the quotes as they are. */
function otherThan(value: JsonValue): JsonValue {
  switch (typeof value) {
    case 'string':
      return `${value} other`;
    case 'number':
      return Number.isNaN(value) || !Number.isFinite(value) ? 1 : value + 1;
    case 'boolean':
      return !value;
    default:
      return 1;
  }
}

function parents(table: JsonObject): readonly KeyPath[] {
  return places(table).flatMap(({ path, value }) =>
    isJsonObject(value) && Object.keys(value).length > 0 ? [path] : [],
  );
}

function places(
  value: JsonValue,
  path: KeyPath = [],
): readonly { readonly path: KeyPath; readonly value: JsonValue }[] {
  const own = path.length === 0 ? [] : [{ path, value }];
  const entries: readonly (readonly [string | number, JsonValue])[] = isJsonArray(value)
    ? value.map((item, at) => [at, item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return [...own, ...entries.flatMap(([key, inner]) => places(inner, [...path, key]))];
}

const NAMES = ['a', 'b', 'c', 'd e', 'constructor'];
const TEXTS = ['', 'x', "it's", 'say "x"', 'c:\\dir', 'two\nlines', 'é🎉', '# no comment', 'tab\tx', "'''", '"""'];

/** A file with tables, lists, comments and white space of many kinds, and its values. */
function generate(random: Random): { readonly text: string; readonly table: JsonObject } {
  const lines = entries(random, 2);
  const seen = new Set<string>(lines.map(({ key }) => key));
  for (let count = Math.floor(random() * 4); count > 0; count -= 1) {
    const left = NAMES.filter((name) => !seen.has(name));
    if (left.length === 0) break;
    const key = pick(random, left);
    seen.add(key);
    const isList = random() < 0.4;
    const header = isList ? `[[${quoted(key)}]]` : `[${quoted(key)}]`;
    for (let times = isList ? 1 + Math.floor(random() * 3) : 1; times > 0; times -= 1) {
      if (random() < 0.5) lines.push({ key: '', text: '' });
      if (random() < 0.3) lines.push({ key: '', text: '# in front' });
      lines.push({ key, text: header + trail(random) }, ...entries(random, 2));
      if (random() < 0.4) lines.push({ key: '', text: `\n[${quoted(key)}.inner]` }, ...entries(random, 1));
    }
  }
  const newline = random() < 0.3 ? '\r\n' : '\n';
  const text = `${random() < 0.2 ? '\uFEFF' : ''}${lines.map((line) => line.text).join('\n')}${random() < 0.8 ? '\n' : ''}`;
  const raw = text.replaceAll('\n', newline);
  const { table } = parseToml('', raw);
  return table === undefined ? generate(random) : { text: raw, table };
}

function entries(random: Random, depth: number): { key: string; text: string }[] {
  const keys = NAMES.filter((name) => name !== 'inner' && random() < 0.4);
  return keys.flatMap((key) => {
    const indent = random() < 0.2 ? '  ' : '';
    const dotted = random() < 0.2 ? '.x' : '';
    const comment = random() < 0.2 ? [{ key: '', text: `${indent}# about` }] : [];
    const text = `${indent}${quoted(key)}${dotted}${pick(random, [' = ', '=', '   = '])}${written(random, depth)}${trail(random)}`;
    return [...comment, { key, text }];
  });
}

function trail(random: Random): string {
  return pick(random, ['', '', '', ' # why', '   ']);
}

function quoted(key: string): string {
  return /^\w+$/.test(key) ? key : `"${key}"`;
}

function written(random: Random, depth: number): string {
  const kind = random();
  if (depth > 0 && kind < 0.2) {
    const items = Array.from({ length: Math.floor(random() * 4) }, () => written(random, depth - 1));
    const trailing = items.length > 0 && random() < 0.5 ? ',' : '';
    if (random() < 0.5) return `[${items.join(', ')}${trailing}]`;
    return `[\n${items.map((item, at) => `    ${item}${at < items.length - 1 ? ',' : trailing}${random() < 0.3 ? ' # it' : ''}\n`).join('')}]`;
  }
  if (depth > 0 && kind < 0.35) {
    const items = NAMES.filter(() => random() < 0.4).map((key) => `${quoted(key)} = ${writtenScalar(random, false)}`);
    return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
  }
  return writtenScalar(random, true);
}

function writtenScalar(random: Random, mayBreak: boolean): string {
  const text = pick(random, TEXTS);
  const forms = [
    JSON.stringify(text),
    ...(/['\n]/.test(text) ? [] : [`'${text}'`]),
    ...(mayBreak && !text.includes("'''") && !text.endsWith("'")
      ? [`'''${text.startsWith('\n') ? '\n' : ''}${text}'''`, `'''\n${text}'''`]
      : []),
    ...(mayBreak && !text.includes('"')
      ? [`"""\n${text.replaceAll('\\', '\\\\')}"""`, `"""\\\n  ${text.replaceAll('\\', '\\\\')}"""`]
      : []),
  ];
  return pick(random, [
    pick(random, forms),
    String(Math.floor(random() * 1000)),
    pick(random, [
      '0x1F',
      '1_000',
      '-7',
      '1.5',
      '1e3',
      '3.0',
      'true',
      'false',
      '9007199254740993',
      '2026-05-01T12:00:00Z',
      '2026-05-01',
      '12:30:00',
    ]),
  ]);
}

function someValue(random: Random, depth: number): JsonValue {
  const kind = random();
  if (depth > 0 && kind < 0.2)
    return Array.from({ length: Math.floor(random() * 3) }, () => someValue(random, depth - 1));
  if (depth > 0 && kind < 0.4) {
    return Object.fromEntries(NAMES.filter(() => random() < 0.4).map((key) => [key, someValue(random, depth - 1)]));
  }
  return pick<JsonValue>(random, [pick(random, TEXTS), 7, 1.5, true, 9007199254740993n, '2026-05-01T12:00:00.000Z']);
}
