import { readString } from './read-string.js';
import { fail } from './syntax-error.js';
import type { EqlToken, EqlTokenKind } from './tokens.js';
import { KEYWORDS, OPERATORS, TILDE_KEYWORDS } from './tokens.js';

/** The tokens of a query, without comments and white space; the last one is `end`. */
export function lex(text: string): readonly EqlToken[] {
  const tokens: EqlToken[] = [];
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipBlanks(text, token.range.end);
  }
  tokens.push(make('end', '', { start: text.length, end: text.length }));
  return tokens;
}

function tokenAt(text: string, start: number): EqlToken {
  const char = text.charAt(start);
  if (char === '"' || char === "'" || (char === '?' && isQuote(text[start + 1]))) {
    const { value, end } = readString(text, start);
    return make('string', text.slice(start, end), { start, end }, value);
  }
  if (char === '`') return quotedName(text, start);
  if (isLetter(char) || char === '_' || char === '@') return word(text, start);
  if (isDigit(char) || (char === '.' && isDigit(text[start + 1]))) return number(text, start);
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, start));
  if (operator !== undefined) return make('operator', operator, { start, end: start + operator.length });
  const symbol = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return fail(
    'unexpected-character',
    { start, end: start + symbol.length },
    `token recognition error at: '${symbol}'`,
    'EQL has no such character outside strings, comments and backquoted names.',
    'Remove it, or put the text in double quotes; a field name with unusual characters goes in backquotes (`).',
  );
}

function word(text: string, start: number): EqlToken {
  let end = start + 1;
  while (isLetter(text[end]) || isDigit(text[end]) || text[end] === '_') end++;
  const name = text.slice(start, end);
  if (text[end] === '~') {
    const withTilde = `${name}~`;
    const range = { start, end: end + 1 };
    if (TILDE_KEYWORDS.has(withTilde)) return make('keyword', withTilde, range);
    return make('tilde', withTilde, range, name);
  }
  return make(KEYWORDS.has(name) ? 'keyword' : 'identifier', name, { start, end });
}

/** Two backquotes in a backquoted name mean one. */
function quotedName(text: string, start: number): EqlToken {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '`') value += text.charAt(at);
    else if (text[at + 1] === '`') {
      value += '`';
      at++;
    } else return make('quoted', text.slice(start, at + 1), { start, end: at + 1 }, value);
  }
  return fail(
    'unclosed-name',
    { start, end: text.length },
    'The backquoted name has no closing backquote.',
    'Everything up to the end of the query would be one name.',
    'Add the closing `; write `` for a backquote inside the name.',
  );
}

function number(text: string, start: number): EqlToken {
  let end = digits(text, start);
  let kind: EqlTokenKind = 'integer';
  if (text[end] === '.') {
    kind = 'decimal';
    end = digits(text, end + 1);
  }
  if (text[end] === 'e' || text[end] === 'E') {
    const sign = text[end + 1] === '+' || text[end + 1] === '-' ? 1 : 0;
    if (isDigit(text[end + 1 + sign])) {
      kind = 'decimal';
      end = digits(text, end + 1 + sign);
    }
  }
  return make(kind, text.slice(start, end), { start, end });
}

function digits(text: string, start: number): number {
  let at = start;
  while (isDigit(text[at])) at++;
  return at;
}

/** The position after white space and comments; block comments nest. */
function skipBlanks(text: string, start: number): number {
  let at = start;
  for (;;) {
    if (isSpace(text[at])) at++;
    else if (text.startsWith('//', at)) {
      while (at < text.length && text[at] !== '\n') at++;
    } else if (text.startsWith('/*', at)) at = skipComment(text, at);
    else return at;
  }
}

function skipComment(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (text.startsWith('*/', at)) {
      at++;
      if (--depth === 0) return at + 1;
    }
  }
  // An inner `/*` without its own end is plain text to Elasticsearch, whose comments then run to the last end there is.
  const last = text.lastIndexOf('*/');
  if (last >= start + 2) return last + 2;
  return fail(
    'unclosed-comment',
    { start, end: text.length },
    'The comment has no end.',
    'Everything after /* would be ignored.',
    'Add the closing */.',
  );
}

function make(kind: EqlTokenKind, text: string, range: EqlToken['range'], value: string = text): EqlToken {
  return { kind, text, value, range };
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\n';
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'";
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'));
}
