import type { KqlTerm } from './ast.js';
import { fail } from './syntax-error.js';

/** Reads the terms of one query text; `at` is the position of the next character. */
export class KqlScanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next character; undefined at the end. */
  peek(): string | undefined {
    return this.text[this.at];
  }

  /** Skips white space; true if there was any. */
  skipSpace(): boolean {
    const start = this.at;
    while (isSpace(this.text[this.at])) this.at++;
    return this.at > start;
  }

  /** Takes `token` if it stands here. */
  take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  /** Takes ` and ` or ` or `: white space is required on both sides. */
  takeConjunction(word: 'and' | 'or'): boolean {
    const start = this.at;
    if (this.skipSpace() && this.takeWord(word)) return true;
    this.at = start;
    return false;
  }

  /** Takes `not `. */
  takeNot(): boolean {
    return this.takeWord('not');
  }

  /** A quoted or an unquoted term; undefined if none starts here. */
  term(): KqlTerm | undefined {
    return this.text[this.at] === '"' ? this.quoted() : this.unquoted();
  }

  private takeWord(word: string): boolean {
    if (!startsWithWord(this.text, this.at, word) || !isSpace(this.text[this.at + word.length])) return false;
    this.at += word.length;
    this.skipSpace();
    return true;
  }

  private quoted(): KqlTerm {
    const start = this.at++;
    let value = '';
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined) {
        return fail(
          'unclosed-quote',
          start,
          this.text.length,
          'The quoted value has no closing quote.',
          'Kibana reads a quoted value up to the next " that has no backslash before it.',
          'Add the closing ", or write \\\\ for a backslash at the end of the value.',
        );
      }
      this.at++;
      if (char === '"') return { kind: 'Literal', value, quoted: true, range: { start, end: this.at } };
      value += char === '\\' ? this.quotedEscape() : char;
    }
  }

  /** After a backslash in quotes: an escape, or else the backslash itself. */
  private quotedEscape(): string {
    const char = this.text[this.at];
    if (char === '\\' || char === '"') {
      this.at++;
      return char;
    }
    return this.sharedEscape() ?? '\\';
  }

  private unquoted(): KqlTerm | undefined {
    const start = this.at;
    let current = '';
    const parts: string[] = [];
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined || (SPECIAL.has(char) && char !== '*' && char !== '\\')) break;
      if (keywordAt(this.text, this.at)) break;
      this.at++;
      if (char === '*') {
        parts.push(current);
        current = '';
      } else current += char === '\\' ? this.unquotedEscape() : char;
    }
    if (this.at === start) return undefined;
    const range = { start, end: start + this.text.slice(start, this.at).trimEnd().length };
    if (parts.length > 0) {
      return { kind: 'Wildcard', parts: [(parts[0] ?? '').trimStart(), ...parts.slice(1), current.trimEnd()], range };
    }
    return { kind: 'Literal', value: constant(current.trim()), quoted: false, range };
  }

  private unquotedEscape(): string {
    const shared = this.sharedEscape();
    if (shared !== undefined) return shared;
    const char = this.text[this.at];
    if (char !== undefined && SPECIAL.has(char)) {
      this.at++;
      return char;
    }
    const word = ['or', 'and', 'not'].find((keyword) => startsWithWord(this.text, this.at, keyword));
    if (word !== undefined) {
      this.at += word.length;
      return this.text.slice(this.at - word.length, this.at);
    }
    return fail(
      'bad-escape',
      this.at - 1,
      Math.min(this.at + 1, this.text.length),
      `"\\${char ?? ''}" is not an escape of KQL.`,
      'Outside quotes a backslash may stand only before \\ ( ) : < > " * { }, before t, r, n, uXXXX, or before and, or, not.',
      'Write \\\\ for a backslash, or put the value in quotes (wildcards have no effect there).',
    );
  }

  private sharedEscape(): string | undefined {
    const char = this.text[this.at];
    const control = char === undefined ? undefined : CONTROL.get(char);
    if (control !== undefined) {
      this.at++;
      return control;
    }
    const digits = this.text.slice(this.at + 1, this.at + 5);
    if (char !== 'u' || digits.length < 4 || !Array.from(digits).every(isHexDigit)) return undefined;
    this.at += 5;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
}

const CONTROL: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['r', '\r'],
  ['n', '\n'],
]);

/** The characters that need a backslash in an unquoted term. */
export const SPECIAL: ReadonlySet<string> = new Set('\\():<>"*{}');

/** White space of KQL: blank, tab, line ends and the no-break space. */
export function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\n' || char === '\u00a0';
}

/** Where an unquoted term ends although no special character stands there: before ` and `, ` or `, and before any `not `. */
export function keywordAt(text: string, at: number): boolean {
  if (isSpace(text[at])) {
    return ['or', 'and'].some((word) => startsWithWord(text, at + 1, word) && isSpace(text[at + 1 + word.length]));
  }
  return startsWithWord(text, at, 'not') && isSpace(text[at + 3]);
}

function startsWithWord(text: string, at: number, word: string): boolean {
  return text.slice(at, at + word.length).toLowerCase() === word;
}

function isHexDigit(char: string): boolean {
  return (char >= '0' && char <= '9') || (char >= 'a' && char <= 'f') || (char >= 'A' && char <= 'F');
}

function constant(text: string): string | boolean | null {
  if (text === 'null') return null;
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}
