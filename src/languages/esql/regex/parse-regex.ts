import { complement, dot, escapeSet, intersection, interval, namedSet, single, union } from './char-sets.js';
import { type CharSet, type ParsedRegex, type RegexNode, RegexSyntaxError } from './regex-syntax.js';

/** Which dialect a pattern is in. */
export interface RegexOptions {
  /** Oniguruma (GROK) instead of Java (REPLACE): `.` stops at `\n` only, `^` and `$` match at every line. */
  readonly oniguruma?: boolean;
}

interface Flags {
  readonly fold: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly extended: boolean;
}

const MAX_DEPTH = 200;
const MAX_REPEAT = 100_000;
const CONTROL: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['r', 13],
  ['f', 12],
  ['a', 7],
  ['e', 27],
  ['v', 11],
]);

/** Parses a pattern; throws a `RegexSyntaxError` for what is none, or what this dialect leaves out. */
export function parseRegex(pattern: string, options: RegexOptions = {}): ParsedRegex {
  return new RegexParser(pattern, options.oniguruma ?? false).parse();
}

class RegexParser {
  private readonly pattern: string;
  private readonly oniguruma: boolean;
  private at = 0;
  private groups = 0;
  private depth = 0;
  private numbered = false;
  private readonly names: { name: string; index: number }[] = [];
  private flags: Flags;

  constructor(pattern: string, oniguruma: boolean) {
    this.pattern = pattern;
    this.oniguruma = oniguruma;
    this.flags = { fold: false, dotAll: false, multiline: oniguruma, extended: false };
  }

  parse(): ParsedRegex {
    const node = this.choice();
    if (this.at < this.pattern.length) this.fail('Unmatched closing )', 'unmatched close parenthesis');
    if (this.numbered && this.oniguruma && this.names.length > 0) {
      this.fail('', 'numbered backref/call is not allowed. (use name)');
    }
    return { node, groups: this.groups, names: this.names };
  }

  private fail(message: string, inOniguruma = message): never {
    const text = this.oniguruma ? inOniguruma : `${message} near index ${Math.max(this.at - 1, 0)}`;
    throw new RegexSyntaxError(text, this.at);
  }

  private choice(): RegexNode {
    if ((this.depth += 1) > MAX_DEPTH) this.fail('Pattern is nested too deep');
    const flags = this.flags;
    const options = [this.sequence()];
    while (this.accept('|')) options.push(this.sequence());
    this.flags = flags;
    this.depth -= 1;
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'Choice', options };
  }

  private sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (this.at < this.pattern.length && !this.looking('|') && !this.looking(')')) {
      const item = this.quantified();
      if (item.kind !== 'Empty') items.push(item);
    }
    const [only] = items;
    return items.length === 1 && only ? only : { kind: 'Sequence', items };
  }

  private quantified(): RegexNode {
    let item = this.atom();
    for (;;) {
      const counts = this.quantifier();
      if (counts === undefined) return item;
      const [least, most] = counts;
      const mode = this.accept('?') ? 'lazy' : this.accept('+') ? 'possessive' : 'greedy';
      item = { kind: 'Repeat', item, least, most, mode };
    }
  }

  private quantifier(): [number, number] | undefined {
    if (this.accept('*')) return [0, Infinity];
    if (this.accept('+')) return [1, Infinity];
    if (this.accept('?')) return [0, 1];
    const counted = /^\{(\d{0,6})(,)?(\d{0,6})\}/.exec(this.pattern.slice(this.at, this.at + 20));
    if (!counted || (counted[1] === '' && (counted[3] === '' || !this.oniguruma))) return undefined;
    this.at += counted[0].length;
    const least = Number(counted[1]);
    const most = counted[2] === undefined ? least : counted[3] === '' ? Infinity : Number(counted[3]);
    if (most < least || least > MAX_REPEAT)
      this.fail('Illegal repetition range', 'upper is smaller than lower in repeat range');
    return [least, most];
  }

  private atom(): RegexNode {
    const char = this.next();
    switch (char) {
      case '(':
        return this.group();
      case '[':
        return { kind: 'Set', set: this.bracket() };
      case '.':
        return { kind: 'Set', set: dot(this.flags.dotAll, this.oniguruma) };
      case '^':
        return { kind: 'Anchor', anchor: this.flags.multiline ? 'lineStart' : 'start' };
      case '$':
        return { kind: 'Anchor', anchor: this.flags.multiline ? 'lineEnd' : 'last' };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        return this.fail(`Dangling meta character '${char}'`, 'target of repeat operator is not specified');
      default:
        return this.literal(char);
    }
  }

  private literal(char: string): RegexNode {
    if (char === '{' && !this.oniguruma) this.fail('Illegal repetition');
    if (this.flags.extended && /\s/.test(char)) return { kind: 'Empty' };
    if (this.flags.extended && char === '#') {
      while (this.at < this.pattern.length && this.next() !== '\n');
      return { kind: 'Empty' };
    }
    return { kind: 'Set', set: single(char.codePointAt(0) ?? 0, this.flags.fold) };
  }

  private group(): RegexNode {
    if (!this.accept('?')) return this.capture();
    const start = this.at;
    if (this.accept(':')) return this.closed();
    if (this.accept('>')) return { kind: 'Atomic', item: this.closed() };
    for (const [text, ahead, negated] of LOOKS) {
      if (this.accept(text)) return { kind: 'Look', item: this.closed(), ahead, negated };
    }
    if (this.accept('#')) {
      while (!this.accept(')')) this.next();
      return { kind: 'Empty' };
    }
    const named = /^(?:<([^>]+)>|'([^']+)')/.exec(this.pattern.slice(start));
    if (named) {
      this.at += named[0].length;
      const name = named[1] ?? named[2] ?? '';
      const valid = this.oniguruma ? /^[\p{L}\p{M}_]/u : /^[A-Za-z][A-Za-z0-9]*$/;
      if (!valid.test(name)) this.fail('Invalid group name', `invalid group name <${name}>`);
      return this.capture(name);
    }
    return this.inlineFlags();
  }

  private inlineFlags(): RegexNode {
    const letters = this.oniguruma ? /^([imx]*)(?:-([imx]+))?([:)])/ : /^([imsxu]*)(?:-([imsxu]+))?([:)])/;
    const match = letters.exec(this.pattern.slice(this.at));
    if (!match) this.fail('Unknown inline modifier', 'undefined group option');
    this.at += match[0].length;
    const before = this.flags;
    this.flags = this.switched(match[1] ?? '', true, this.switched(match[2] ?? '', false, this.flags));
    if (match[3] === ')') return { kind: 'Empty' };
    const item = this.closed();
    this.flags = before;
    return item;
  }

  private switched(letters: string, on: boolean, flags: Flags): Flags {
    const has = (letter: string): boolean => letters.includes(letter);
    // In Oniguruma's Ruby syntax `m` is what Java calls `s`.
    const dotAll = this.oniguruma ? has('m') : has('s');
    return {
      fold: has('i') ? on : flags.fold,
      dotAll: dotAll ? on : flags.dotAll,
      multiline: !this.oniguruma && has('m') ? on : flags.multiline,
      extended: has('x') ? on : flags.extended,
    };
  }

  private capture(name?: string): RegexNode {
    const index = (this.groups += 1);
    if (name !== undefined) this.names.push({ name, index });
    return { kind: 'Group', index, item: this.closed() };
  }

  private closed(): RegexNode {
    const item = this.choice();
    if (!this.accept(')')) this.fail('Unclosed group', 'end pattern with unmatched parenthesis');
    return item;
  }

  private escape(): RegexNode {
    const start = this.at;
    const char = this.next();
    const anchor = ANCHORS.get(char);
    if (anchor) return { kind: 'Anchor', anchor };
    if (char === 'Q' && !this.oniguruma) return this.quoted();
    if (char === 'R') return this.lineBreak();
    // Keeps what was matched so far out of the match, which no group sees.
    if (char === 'K' && this.oniguruma) return { kind: 'Empty' };
    const back = /^[1-9]\d{0,2}/.exec(this.pattern.slice(start));
    if (back) {
      this.numbered = true;
      this.at = start + back[0].length;
      return { kind: 'Back', index: Number(back[0]) };
    }
    if (char === 'k') return this.namedBack();
    this.at = start;
    return { kind: 'Set', set: this.escapedSet() };
  }

  private lineBreak(): RegexNode {
    const set = (code: number): RegexNode => ({ kind: 'Set', set: single(code, false) });
    return { kind: 'Choice', options: [{ kind: 'Sequence', items: [set(13), set(10)] }, set(10), set(13)] };
  }

  private namedBack(): RegexNode {
    const match = /^<([^>]+)>/.exec(this.pattern.slice(this.at));
    const found = this.names.find((item) => item.name === match?.[1]);
    if (!match || !found)
      this.fail('\\k is not followed by the name of a group', `undefined name <${match?.[1] ?? ''}> reference`);
    this.at += match[0].length;
    return { kind: 'Back', index: found.index };
  }

  private quoted(): RegexNode {
    const end = this.pattern.indexOf('\\E', this.at);
    const text = this.pattern.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.pattern.length : end + 2;
    const items = Array.from(text, (char) => this.literalSet(char));
    return { kind: 'Sequence', items };
  }

  private literalSet(char: string): RegexNode {
    return { kind: 'Set', set: single(char.codePointAt(0) ?? 0, this.flags.fold) };
  }

  /** What follows a backslash, inside and outside of brackets. */
  private escapedSet(): CharSet {
    const char = this.next();
    const set = escapeSet(char, this.oniguruma);
    if (set) return set;
    if (char === 'p' || char === 'P') return this.property(char === 'P');
    const code = this.codeEscape(char);
    if (code !== undefined) return single(code, this.flags.fold);
    if (/[a-z]/i.test(char) && !this.oniguruma) this.fail('Illegal/unsupported escape sequence');
    return single(char.codePointAt(0) ?? 0, this.flags.fold);
  }

  private codeEscape(char: string): number | undefined {
    const control = CONTROL.get(char);
    if (control !== undefined) return control;
    const rest = this.pattern.slice(this.at, this.at + 8);
    const forms = { x: /^(?:([0-9a-f]{2})|\{([0-9a-f]{1,6})\})/i, u: /^([0-9a-f]{4})/i, 0: /^([0-7]{1,3})/ };
    const isForm = char === 'x' || char === '0' || (char === 'u' && !this.oniguruma);
    const form = isForm ? forms[char] : undefined;
    const match = form?.exec(rest);
    if (!match) return undefined;
    this.at += match[0].length;
    return Number.parseInt(match[1] ?? match[2] ?? '', char === '0' ? 8 : 16);
  }

  private property(negated: boolean): CharSet {
    const match = /^(?:\{(\^?)([^}]+)\}|([A-Z]))/.exec(this.pattern.slice(this.at));
    const set = match && namedSet(match[2] ?? match[3] ?? '');
    if (!match || !set)
      this.fail('Unknown character property', `invalid character property name {${match?.[2] ?? ''}}`);
    this.at += match[0].length;
    return negated !== (match[1] === '^') ? complement(set) : set;
  }

  private bracket(): CharSet {
    if ((this.depth += 1) > MAX_DEPTH) this.fail('Pattern is nested too deep');
    const negated = this.accept('^');
    const sets: CharSet[] = [];
    let left: CharSet | undefined;
    let first = true;
    while (first || !this.looking(']')) {
      if (this.at >= this.pattern.length) this.fail('Unclosed character class', 'premature end of char-class');
      first = false;
      if (this.accept('&&')) {
        left = left ? intersection(left, union(sets.splice(0))) : union(sets.splice(0));
      } else sets.push(this.bracketItem());
    }
    this.at += 1;
    this.depth -= 1;
    const set = left ? intersection(left, union(sets)) : union(sets);
    return negated ? complement(set) : set;
  }

  private bracketItem(): CharSet {
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(this.pattern.slice(this.at, this.at + 14));
    if (posix && this.oniguruma) {
      const set = namedSet(posix[2] ?? '');
      if (!set) this.fail('Unknown character class');
      this.at += posix[0].length;
      return posix[1] === '^' ? complement(set) : set;
    }
    if (this.accept('[')) return this.bracket();
    const from = this.bracketChar();
    if (typeof from !== 'number') return from;
    if (!this.looking('-') || this.pattern.charAt(this.at + 1) === ']' || this.at + 1 >= this.pattern.length) {
      return single(from, this.flags.fold);
    }
    this.at += 1;
    const to = this.bracketChar();
    if (typeof to !== 'number') return union([single(from, this.flags.fold), single(45, false), to]);
    if (to < from) this.fail('Illegal character range', 'empty range in char class');
    return interval(from, to, this.flags.fold);
  }

  private bracketChar(): number | CharSet {
    const char = this.next();
    if (char !== '\\') return char.codePointAt(0) ?? 0;
    const escaped = this.next();
    const set = escapeSet(escaped, this.oniguruma);
    if (set) return set;
    if (escaped === 'p' || escaped === 'P') return this.property(escaped === 'P');
    return this.codeEscape(escaped) ?? (escaped === 'b' ? 8 : (escaped.codePointAt(0) ?? 0));
  }

  private looking(text: string): boolean {
    return this.pattern.startsWith(text, this.at);
  }

  private accept(text: string): boolean {
    if (!this.looking(text)) return false;
    this.at += text.length;
    return true;
  }

  private next(): string {
    const code = this.pattern.codePointAt(this.at);
    if (code === undefined) this.fail('Unexpected end of pattern', 'end pattern at escape');
    const char = String.fromCodePoint(code);
    this.at += char.length;
    return char;
  }
}

const LOOKS: readonly (readonly [string, boolean, boolean])[] = [
  ['=', true, false],
  ['!', true, true],
  ['<=', false, false],
  ['<!', false, true],
];

const ANCHORS: ReadonlyMap<string, 'start' | 'end' | 'word' | 'notWord' | 'last'> = new Map([
  ['A', 'start'],
  ['z', 'end'],
  ['Z', 'last'],
  ['b', 'word'],
  ['B', 'notWord'],
] as const);
