import type { CharSet } from './regex-syntax.js';

/** The set of one code point; `fold` makes it match both cases. */
export function single(code: number, fold: boolean): CharSet {
  if (!fold) return { has: (other) => other === code };
  const folded = foldCase(code);
  return { has: (other) => other === code || foldCase(other) === folded };
}

/** The code points from one to another. */
export function interval(from: number, to: number, fold: boolean): CharSet {
  const within = (code: number): boolean => code >= from && code <= to;
  if (!fold) return { has: within };
  return { has: (code) => within(code) || within(foldCase(code)) || within(upperCase(code)) };
}

function foldCase(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function upperCase(code: number): number {
  return code >= 97 && code <= 122 ? code - 32 : code;
}

/** All code points but those of a set. */
export function complement(set: CharSet): CharSet {
  return { has: (code) => !set.has(code) };
}

/** The code points of any of some sets. */
export function union(sets: readonly CharSet[]): CharSet {
  const [only] = sets;
  if (sets.length === 1 && only) return only;
  return { has: (code) => sets.some((set) => set.has(code)) };
}

/** The code points of both sets. */
export function intersection(left: CharSet, right: CharSet): CharSet {
  return { has: (code) => left.has(code) && right.has(code) };
}

const NEWLINES = new Set([0x0a, 0x0d, 0x85, 0x2028, 0x2029]);

/** `.`: everything, or everything but line ends. */
export function dot(all: boolean, newlineOnly: boolean): CharSet {
  if (all) return { has: () => true };
  return newlineOnly ? { has: (code) => code !== 0x0a } : { has: (code) => !NEWLINES.has(code) };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isBlank = (code: number): boolean => code === 32 || code === 9;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const isPunctuation = (code: number): boolean =>
  (code >= 33 && code <= 47) ||
  (code >= 58 && code <= 64) ||
  (code >= 91 && code <= 96) ||
  (code >= 123 && code <= 126);

/** Whether a code point belongs to words: ASCII letters, digits and the underscore. */
export function isWordCode(code: number): boolean {
  return isDigit(code) || isLower(code) || isUpper(code) || code === 95;
}

const isHex = (code: number): boolean => isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

const ESCAPES: ReadonlyMap<string, (code: number) => boolean> = new Map([
  ['d', isDigit],
  ['w', isWordCode],
  ['s', isSpace],
  ['h', isBlank],
]);

/** The set of `\d`, `\w`, `\s`, `\h` and their capitals; `\h` is hexadecimal digits in Oniguruma. */
export function escapeSet(letter: string, oniguruma: boolean): CharSet | undefined {
  const lower = letter.toLowerCase();
  const has = lower === 'h' && oniguruma ? isHex : ESCAPES.get(lower);
  if (has === undefined) return undefined;
  return letter === lower ? { has } : { has: (code) => !has(code) };
}

const CLASSES: ReadonlyMap<string, (code: number) => boolean> = new Map([
  ['alnum', (code: number) => isDigit(code) || isLower(code) || isUpper(code)],
  ['alpha', (code: number) => isLower(code) || isUpper(code)],
  ['ascii', (code: number) => code < 128],
  ['blank', isBlank],
  ['cntrl', (code: number) => code < 32 || code === 127],
  ['digit', isDigit],
  ['graph', (code: number) => code > 32 && code < 127],
  ['lower', isLower],
  ['print', (code: number) => code >= 32 && code < 127],
  ['punct', isPunctuation],
  ['space', isSpace],
  ['upper', isUpper],
  ['word', isWordCode],
  ['xdigit', isHex],
]);

const PROPERTIES: ReadonlyMap<string, RegExp> = new Map([
  ['l', /^\p{L}$/u],
  ['lu', /^\p{Lu}$/u],
  ['ll', /^\p{Ll}$/u],
  ['m', /^\p{M}$/u],
  ['n', /^\p{N}$/u],
  ['nd', /^\p{Nd}$/u],
  ['p', /^\p{P}$/u],
  ['s', /^\p{S}$/u],
  ['z', /^\p{Z}$/u],
  ['isalphabetic', /^\p{Alphabetic}$/u],
  ['isdigit', /^\p{Nd}$/u],
  ['isletter', /^\p{L}$/u],
  ['isuppercase', /^\p{Uppercase}$/u],
  ['islowercase', /^\p{Lowercase}$/u],
  ['iswhite_space', /^\p{White_Space}$/u],
]);

/** The set that `[:name:]` or `\p{name}` means; undefined if there is none. */
export function namedSet(name: string): CharSet | undefined {
  const key = name.toLowerCase();
  const has = CLASSES.get(key);
  if (has !== undefined) return { has };
  const property = PROPERTIES.get(key) ?? PROPERTIES.get(key.replace(/^is/, ''));
  return property && { has: (code) => property.test(String.fromCodePoint(code)) };
}
