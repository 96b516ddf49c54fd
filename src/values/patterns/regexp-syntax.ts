import type { CodePointRange } from './build-automaton.js';
import { otherAsciiCase } from './ascii-case.js';
import { MAX_CODE_POINT } from './automaton.js';

/** A Lucene regular expression, read. */
export type RegexpNode =
  | { readonly kind: 'Union' | 'Concatenation' | 'Intersection'; readonly parts: readonly RegexpNode[] }
  | { readonly kind: 'Optional' | 'Repeat' | 'Complement'; readonly part: RegexpNode }
  | { readonly kind: 'RepeatAtLeast'; readonly part: RegexpNode; readonly min: number }
  | { readonly kind: 'RepeatBetween'; readonly part: RegexpNode; readonly min: number; readonly max: number }
  | RegexpLeaf;

/** A part without parts. `Text` is a row of code points, each with its forms (two where case is ignored). */
export type RegexpLeaf =
  | { readonly kind: 'Text'; readonly forms: readonly (readonly CodePointRange[])[] }
  | { readonly kind: 'Class'; readonly ranges: readonly CodePointRange[]; readonly negated: boolean }
  | { readonly kind: 'Interval'; readonly min: number; readonly max: number; readonly digits: number }
  | { readonly kind: 'Named'; readonly name: string; readonly at: number }
  | { readonly kind: 'Nothing' | 'AnyText' };

/** The optional operators of Lucene's dialect, by the names of the `flags` of the `regexp` query. */
export type RegexpFlag = 'ANYSTRING' | 'AUTOMATON' | 'COMPLEMENT' | 'EMPTY' | 'INTERSECTION' | 'INTERVAL';

/** All flags: the default of the `regexp` query. */
export const ALL_REGEXP_FLAGS: ReadonlySet<RegexpFlag> = new Set<RegexpFlag>([
  'ANYSTRING',
  'AUTOMATON',
  'COMPLEMENT',
  'EMPTY',
  'INTERSECTION',
  'INTERVAL',
]);

/** A pattern that cannot be read; `type` is Elasticsearch's error type, `at` a UTF-16 offset. */
export class RegexpSyntaxError extends Error {
  readonly type: 'illegal_argument_exception' | 'number_format_exception';
  readonly at: number;

  constructor(message: string, at: number, type: RegexpSyntaxError['type'] = 'illegal_argument_exception') {
    super(message);
    this.name = 'RegexpSyntaxError';
    this.type = type;
    this.at = at;
  }
}

/** Operators may nest this deep. */
const MAX_DEPTH = 400;

/** Greatest number that a repetition or an interval may name: that of a 32-bit integer. */
const MAX_INT = 2_147_483_647;

/** Reads a pattern; throws {@link RegexpSyntaxError} with Lucene's message. */
export function parseRegexp(pattern: string, flags: ReadonlySet<RegexpFlag>, caseInsensitive: boolean): RegexpNode {
  if (pattern === '') return { kind: 'Text', forms: [] };
  return new RegexpParser(pattern, flags, caseInsensitive).whole();
}

class RegexpParser {
  private at = 0;
  private depth = 0;
  private readonly text: string;
  private readonly flags: ReadonlySet<RegexpFlag>;
  private readonly caseInsensitive: boolean;

  constructor(text: string, flags: ReadonlySet<RegexpFlag>, caseInsensitive: boolean) {
    this.text = text;
    this.flags = flags;
    this.caseInsensitive = caseInsensitive;
  }

  whole(): RegexpNode {
    const node = this.union();
    if (this.more()) this.fail(`end-of-string expected at position ${this.at}`);
    return node;
  }

  private union(): RegexpNode {
    return this.deeper(() => {
      const parts = [this.intersection()];
      while (this.take('|')) parts.push(this.intersection());
      return single(parts) ?? { kind: 'Union', parts };
    });
  }

  private intersection(): RegexpNode {
    const parts = [this.concatenation()];
    while (this.flags.has('INTERSECTION') && this.take('&')) parts.push(this.concatenation());
    return single(parts) ?? { kind: 'Intersection', parts };
  }

  private concatenation(): RegexpNode {
    const parts: RegexpNode[] = [];
    do {
      const part = this.repetition();
      const last = parts.at(-1);
      if (part.kind === 'Text' && last?.kind === 'Text') {
        parts[parts.length - 1] = { kind: 'Text', forms: [...last.forms, ...part.forms] };
      } else parts.push(part);
    } while (this.more() && !this.peek(')|') && !(this.flags.has('INTERSECTION') && this.peek('&')));
    return single(parts) ?? { kind: 'Concatenation', parts };
  }

  private repetition(): RegexpNode {
    const depth = this.depth;
    let part = this.complement();
    for (;;) {
      if (this.take('?')) part = { kind: 'Optional', part };
      else if (this.take('*')) part = { kind: 'Repeat', part };
      else if (this.take('+')) part = { kind: 'RepeatAtLeast', part, min: 1 };
      else if (this.take('{')) part = this.counted(part);
      else break;
      this.checkDepth(++this.depth);
    }
    this.depth = depth;
    return part;
  }

  private counted(part: RegexpNode): RegexpNode {
    const min = this.integer();
    if (min === undefined) return this.fail(`integer expected at position ${this.at}`);
    const isRange = this.take(',');
    const max = isRange ? this.integer() : min;
    if (!this.take('}')) return this.fail(`expected '}' at position ${this.at}`);
    if (max === undefined) return { kind: 'RepeatAtLeast', part, min };
    if (min > max) return this.fail(`invalid repetition range(out of order): ${min}..${max}`);
    return { kind: 'RepeatBetween', part, min, max };
  }

  private integer(): number | undefined {
    const start = this.at;
    while (this.peek('0123456789')) this.at++;
    return this.at === start ? undefined : this.toInteger(this.text.slice(start, this.at));
  }

  private toInteger(digits: string): number {
    const value = Number(digits);
    if (value <= MAX_INT) return value;
    throw new RegexpSyntaxError(`For input string: "${digits}"`, this.at, 'number_format_exception');
  }

  private complement(): RegexpNode {
    if (!this.flags.has('COMPLEMENT') || !this.take('~')) return this.bracketClass();
    return this.deeper(() => ({ kind: 'Complement', part: this.complement() }));
  }

  private bracketClass(): RegexpNode {
    if (!this.take('[')) return this.simple();
    const negated = this.take('^');
    const ranges: CodePointRange[] = [];
    do ranges.push(...this.classMember());
    while (this.more() && !this.peek(']'));
    if (!this.take(']')) this.fail(`expected ']' at position ${this.at}`);
    return { kind: 'Class', ranges, negated };
  }

  private classMember(): readonly CodePointRange[] {
    const predefined = this.predefined();
    if (predefined !== undefined) return predefined;
    const from = this.character();
    if (!this.take('-')) return this.forms(from);
    const to = this.character();
    if (from > to) this.fail(`invalid range: from (${from}) cannot be > to (${to})`);
    return [[from, to]];
  }

  /** Takes a backslash; a class such as `\d` as well, or the second of two backslashes. */
  private predefined(): readonly CodePointRange[] | undefined {
    if (!this.take('\\')) return undefined;
    const letter = this.text.charAt(this.at);
    const ranges = CLASSES.get(letter);
    if (ranges !== undefined || letter === '\\') {
      this.at++;
      return ranges ?? [[0x5c, 0x5c]];
    }
    if (isAsciiLetter(letter)) this.fail(`invalid character class \\${letter.charCodeAt(0)}`);
    return undefined;
  }

  private simple(): RegexpNode {
    if (this.take('.')) return { kind: 'Class', ranges: [[0, MAX_CODE_POINT]], negated: false };
    if (this.flags.has('EMPTY') && this.take('#')) return { kind: 'Nothing' };
    if (this.flags.has('ANYSTRING') && this.take('@')) return { kind: 'AnyText' };
    if (this.take('"')) return this.quoted();
    if (this.take('(')) return this.group();
    if ((this.flags.has('AUTOMATON') || this.flags.has('INTERVAL')) && this.take('<')) return this.angled();
    return this.bare();
  }

  private bare(): RegexpNode {
    const ranges = this.predefined();
    if (ranges === undefined) return { kind: 'Text', forms: [this.forms(this.character())] };
    const [only] = ranges;
    if (ranges.length === 1 && only?.[0] === only?.[1]) return { kind: 'Text', forms: [ranges] };
    return { kind: 'Class', ranges, negated: false };
  }

  private group(): RegexpNode {
    if (this.take(')')) return { kind: 'Text', forms: [] };
    const node = this.union();
    if (!this.take(')')) this.fail(`expected ')' at position ${this.at}`);
    return node;
  }

  private quoted(): RegexpNode {
    const end = this.text.indexOf('"', this.at);
    if (end < 0) return this.fail(`expected '"' at position ${this.text.length}`);
    const text = this.text.slice(this.at, end);
    this.at = end + 1;
    return { kind: 'Text', forms: Array.from(text, (char) => this.forms(char.codePointAt(0) ?? 0)) };
  }

  private angled(): RegexpNode {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) return this.fail(`expected '>' at position ${this.text.length}`);
    const text = this.text.slice(this.at, end);
    this.at = end + 1;
    if (!text.includes('-')) {
      if (!this.flags.has('AUTOMATON')) this.fail(`interval syntax error at position ${end}`);
      return { kind: 'Named', name: text, at: end };
    }
    if (!this.flags.has('INTERVAL')) this.fail(`illegal identifier at position ${end}`);
    const numbers = /^(\d+)-(\d+)$/.exec(text);
    const [from = '', to = ''] = numbers?.slice(1) ?? [];
    if (numbers === null || Number(from) > MAX_INT || Number(to) > MAX_INT) {
      return this.fail(`interval syntax error at position ${end}`);
    }
    const [min, max] = Number(from) <= Number(to) ? [Number(from), Number(to)] : [Number(to), Number(from)];
    return { kind: 'Interval', min, max, digits: from.length === to.length ? from.length : 0 };
  }

  /** One character, with or without a backslash before it. */
  private character(): number {
    this.take('\\');
    const codePoint = this.text.codePointAt(this.at);
    if (codePoint === undefined) return this.fail('unexpected end-of-string');
    this.at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  private forms(codePoint: number): readonly CodePointRange[] {
    const other = this.caseInsensitive ? otherAsciiCase(codePoint) : codePoint;
    return other === codePoint
      ? [[codePoint, codePoint]]
      : [
          [codePoint, codePoint],
          [other, other],
        ];
  }

  private more(): boolean {
    return this.at < this.text.length;
  }

  private peek(chars: string): boolean {
    return this.more() && chars.includes(this.text.charAt(this.at));
  }

  private take(char: string): boolean {
    if (this.text.charAt(this.at) !== char) return false;
    this.at++;
    return true;
  }

  private deeper(read: () => RegexpNode): RegexpNode {
    this.checkDepth(++this.depth);
    const node = read();
    this.depth--;
    return node;
  }

  private checkDepth(depth: number): void {
    if (depth > MAX_DEPTH) this.fail(`operators nested more than ${MAX_DEPTH} deep at position ${this.at}`);
  }

  private fail(message: string): never {
    throw new RegexpSyntaxError(message, this.at);
  }
}

function single(parts: readonly RegexpNode[]): RegexpNode | undefined {
  return parts.length === 1 ? parts[0] : undefined;
}

function isAsciiLetter(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

/** The complement of sorted, disjoint ranges. */
export function negatedRanges(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const result: CodePointRange[] = [];
  let from = 0;
  for (const [min, max] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (min > from) result.push([from, min - 1]);
    from = Math.max(from, max + 1);
  }
  if (from <= MAX_CODE_POINT) result.push([from, MAX_CODE_POINT]);
  return result;
}

const DIGITS: readonly CodePointRange[] = [[0x30, 0x39]];
const SPACES: readonly CodePointRange[] = [
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x20],
];
const WORD: readonly CodePointRange[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const CLASSES: ReadonlyMap<string, readonly CodePointRange[]> = new Map([
  ['d', DIGITS],
  ['D', negatedRanges(DIGITS)],
  ['s', SPACES],
  ['S', negatedRanges(SPACES)],
  ['w', WORD],
  ['W', negatedRanges(WORD)],
]);
