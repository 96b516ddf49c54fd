import type { Range } from '../../../diagnostics/diagnostic.js';

/** How the text is cut: names of indices, of columns with wildcards, or expressions. */
export type LexMode = 'expression' | 'source' | 'pattern' | 'policy';

/** What a token is; keywords are words, punctuation is its own text. */
export type TokenType =
  'word' | 'quoted' | 'string' | 'integer' | 'decimal' | 'parameter' | 'symbol' | 'source' | 'pattern' | 'end' | 'bad';

/** One token; `value` is its meaning (the text without quotes and escapes). */
export interface Token extends Range {
  readonly type: TokenType;
  readonly text: string;
  readonly value: string;
}

const SYMBOLS = ['::', '==', '=~', '!=', '<=', '>=', ...Array.from('|(),.[]{}:=<>+-*/%;')];
const ESCAPES = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['"', '"'],
  ['\\', '\\'],
]);
const LETTER = /[a-z]/i;
const WORD_PART = /[a-z0-9_]/i;
const DIGIT = /[0-9]/;
/** What ends an unquoted index name; a `/` only where it starts a comment. */
const SOURCE_END = new Set(Array.from(':"=|,[]() \t\r\n;'));
const POLICY_END = new Set(Array.from('\\/?"<>| ,#\t\r\n:;'));

/** Cuts a text into tokens on demand; it never throws and always moves on. */
export class Scanner {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The token at or after `offset`; whitespace and comments are skipped. */
  next(offset: number, mode: LexMode): Token {
    const start = this.skipBlanks(offset);
    if (start >= this.text.length) return this.token('end', this.text.length, this.text.length, '<EOF>');
    const char = this.text.charAt(start);
    if (char === '"') return this.string(start);
    if (mode === 'source' && !this.endsSource(start)) return this.source(start);
    if (mode === 'policy' && !POLICY_END.has(char)) return this.policy(start);
    if (mode === 'pattern' && (char === '`' || this.startsPattern(start))) return this.pattern(start);
    if (char === '`') return this.quotedName(start);
    return this.plain(start, char);
  }

  private plain(start: number, char: string): Token {
    if (char === '?') return this.parameter(start);
    if (this.startsNumber(start)) return this.number(start);
    if (this.startsWord(start)) return this.word(start);
    if (this.text.startsWith('/*', start)) return this.token('bad', start, this.text.length);
    const symbol = SYMBOLS.find((known) => this.text.startsWith(known, start));
    if (symbol !== undefined) return this.token('symbol', start, start + symbol.length, symbol);
    const width = (this.text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
    return this.token('bad', start, start + width);
  }

  private skipBlanks(offset: number): number {
    let at = offset;
    for (;;) {
      const char = this.text.charAt(at);
      if (char === ' ' || char === '\t' || char === '\n' || char === '\r') at += 1;
      else if (this.text.startsWith('//', at)) at = this.lineEnd(at);
      else if (this.text.startsWith('/*', at)) {
        const end = this.commentEnd(at);
        if (end < 0) return at;
        at = end;
      } else return at;
    }
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  /** Comments nest; -1 if one never ends. */
  private commentEnd(start: number): number {
    let depth = 0;
    let at = start;
    while (at < this.text.length) {
      if (this.text.startsWith('/*', at)) {
        depth += 1;
        at += 2;
      } else if (this.text.startsWith('*/', at)) {
        depth -= 1;
        at += 2;
        if (depth === 0) return at;
      } else at += 1;
    }
    return -1;
  }

  private string(start: number): Token {
    if (this.text.startsWith('"""', start)) {
      const token = this.rawString(start);
      if (token !== undefined) return token;
    }
    let value = '';
    let at = start + 1;
    while (at < this.text.length) {
      const char = this.text.charAt(at);
      if (char === '"') return this.token('string', start, at + 1, value);
      if (char === '\n' || char === '\r') break;
      if (char === '\\') {
        const escaped = ESCAPES.get(this.text.charAt(at + 1));
        if (escaped === undefined) return this.token('bad', start, Math.min(at + 2, this.text.length));
        value += escaped;
        at += 2;
      } else {
        value += char;
        at += 1;
      }
    }
    return this.token('bad', start, at);
  }

  /** Three quotes: no escapes, no line breaks; up to two further quotes at the end belong to the text. */
  private rawString(start: number): Token | undefined {
    const close = this.text.indexOf('"""', start + 3);
    if (close < 0 || /[\r\n]/.test(this.text.slice(start + 3, close))) return undefined;
    let end = close + 3;
    while (end < close + 5 && this.text.charAt(end) === '"') end += 1;
    return this.token('string', start, end, this.text.slice(start + 3, end - 3));
  }

  private quotedName(start: number): Token {
    let value = '';
    let at = start + 1;
    while (at < this.text.length) {
      if (this.text.startsWith('``', at)) {
        value += '`';
        at += 2;
      } else if (this.text.charAt(at) === '`') {
        return value === '' ? this.token('bad', start, at + 1) : this.token('quoted', start, at + 1, value);
      } else {
        value += this.text.charAt(at);
        at += 1;
      }
    }
    return this.token('bad', start, at);
  }

  private parameter(start: number): Token {
    let at = start + 1;
    if (this.text.charAt(at) === '?') at += 1;
    while (WORD_PART.test(this.text.charAt(at))) at += 1;
    return this.token('parameter', start, at);
  }

  private startsNumber(at: number): boolean {
    const char = this.text.charAt(at);
    return DIGIT.test(char) || (char === '.' && DIGIT.test(this.text.charAt(at + 1)));
  }

  private number(start: number): Token {
    let at = this.digits(start);
    let decimal = false;
    if (this.text.charAt(at) === '.') {
      decimal = true;
      at = this.digits(at + 1);
    }
    const exponent = /^e[+-]?[0-9]/i.exec(this.text.slice(at, at + 3));
    if (exponent) {
      decimal = true;
      at = this.digits(at + exponent[0].length);
    }
    return this.token(decimal ? 'decimal' : 'integer', start, at);
  }

  private digits(from: number): number {
    let at = from;
    while (DIGIT.test(this.text.charAt(at))) at += 1;
    return at;
  }

  private startsWord(at: number): boolean {
    const char = this.text.charAt(at);
    return LETTER.test(char) || ((char === '_' || char === '@') && WORD_PART.test(this.text.charAt(at + 1)));
  }

  private word(start: number): Token {
    let at = start + 1;
    while (WORD_PART.test(this.text.charAt(at))) at += 1;
    return this.token('word', start, at);
  }

  private startsPattern(at: number): boolean {
    return this.text.charAt(at) === '*' || this.startsWord(at) || /^[_@]\*/.test(this.text.slice(at, at + 2));
  }

  /** Quoted and unquoted pieces without a blank between them make one pattern; its parts are read by the parser. */
  private pattern(start: number): Token {
    let at = start;
    while (at < this.text.length) {
      const char = this.text.charAt(at);
      if (char === '`') {
        const quoted = this.quotedName(at);
        if (quoted.type === 'bad') return quoted;
        at = quoted.end;
      } else if (char === '*' || WORD_PART.test(char) || (at === start && char === '@')) at += 1;
      else break;
    }
    return this.token('pattern', start, at);
  }

  private endsSource(at: number): boolean {
    const char = this.text.charAt(at);
    if (char === '/') return this.text.startsWith('//', at) || this.text.startsWith('/*', at);
    return SOURCE_END.has(char);
  }

  private source(start: number): Token {
    let at = start;
    while (at < this.text.length && !this.endsSource(at)) at += 1;
    return this.token('source', start, at);
  }

  private policy(start: number): Token {
    let at = start;
    while (at < this.text.length && !POLICY_END.has(this.text.charAt(at))) at += 1;
    return this.token('source', start, at);
  }

  private token(type: TokenType, start: number, end: number, value?: string): Token {
    const text = this.text.slice(start, end);
    return { type, start, end, text: text === '' ? '<EOF>' : text, value: value ?? text };
  }
}
