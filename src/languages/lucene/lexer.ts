import { fail } from './syntax-error.js';

/** Kinds of tokens; `term`, `prefix`, `wildcard` and `bare` are words. */
export type LuceneTokenKind =
  | 'AND'
  | 'OR'
  | 'NOT'
  | '+'
  | '-'
  | '('
  | ')'
  | ':'
  | '*'
  | 'bare'
  | 'term'
  | 'prefix'
  | 'wildcard'
  | 'regexp'
  | 'quoted'
  | 'boost'
  | 'fuzzy'
  | 'range'
  | 'end';

/** A token; `text` is the source text, escapes kept. */
export interface LuceneToken {
  readonly kind: LuceneTokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The bounds, of a token that is a whole range in brackets. */
  readonly bounds?: readonly [RangeBound, RangeBound];
}

/** A bound of a range as written, escapes kept, quotes removed. */
export interface RangeBound {
  readonly text: string;
  readonly quoted: boolean;
}

const SPACES: ReadonlySet<string> = new Set(' \t\n\r\u3000');
/** Characters that no word starts with, unless escaped. */
const SYNTAX: ReadonlySet<string> = new Set('+-!():^[]"{}~*?\\/');
const SINGLE: ReadonlyMap<string, LuceneTokenKind> = new Map([
  ['!', 'NOT'],
  ['+', '+'],
  ['-', '-'],
  ['(', '('],
  [')', ')'],
  [':', ':'],
]);
const OPERATORS: ReadonlyMap<string, LuceneTokenKind> = new Map([
  ['AND', 'AND'],
  ['&&', 'AND'],
  ['OR', 'OR'],
  ['||', 'OR'],
  ['NOT', 'NOT'],
]);

const WHY = 'Elasticsearch refuses the query with "Failed to parse query".';

/** Splits a query into tokens, the last of which is `end`; throws `LuceneSyntaxError`. */
export function luceneTokens(text: string): readonly LuceneToken[] {
  const tokens: LuceneToken[] = [];
  let at = 0;
  for (;;) {
    while (SPACES.has(text.charAt(at))) at++;
    const token = nextToken(text, at);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
    at = token.end;
  }
}

function nextToken(text: string, at: number): LuceneToken {
  const char = text.charAt(at);
  if (char === '') return { kind: 'end', text: '', start: at, end: at };
  const isOperator = char === '+' || char === '-' || char === '!';
  // An operator with white space behind it is a word.
  if (isOperator && SPACES.has(text.charAt(at + 1))) return { kind: 'bare', text: char, start: at, end: at + 2 };
  const single = SINGLE.get(char);
  if (single !== undefined) return { kind: single, text: char, start: at, end: at + 1 };
  if (char === '"') return quotedToken(text, at);
  if (char === '/') return regexpToken(text, at);
  if (char === '~') return slice(text, 'fuzzy', at, endOfWord(text, at + 1, false));
  if (char === '^') return boostToken(text, at);
  if (char === '[' || char === '{') return rangeToken(text, at);
  return wordToken(text, at);
}

function slice(text: string, kind: LuceneTokenKind, start: number, end: number): LuceneToken {
  return { kind, text: text.slice(start, end), start, end };
}

function wordToken(text: string, at: number): LuceneToken {
  const end = endOfWord(text, at, true);
  if (end === at) {
    const char = text.charAt(at);
    if (char === '\\') {
      return fail(
        'bad-escape',
        at,
        at + 1,
        'A backslash ends the query.',
        `A backslash escapes what follows. ${WHY}`,
        'Write \\\\ for a backslash.',
      );
    }
    return fail(
      'unexpected-text',
      at,
      at + 1,
      `Found "${char}" where a clause, an operator or the end of the query has to stand.`,
      WHY,
      `Write \\${char} for the character itself, or add the bracket that it closes.`,
    );
  }
  const word = text.slice(at, end);
  const operator = OPERATORS.get(word);
  if (operator !== undefined) return slice(text, operator, at, end);
  if (word === '*') return slice(text, '*', at, end);
  const wildcards = wildcardsIn(word);
  if (wildcards.length === 0) return slice(text, 'term', at, end);
  const isPrefix = wildcards.length === 1 && wildcards[0] === word.length - 1 && word.endsWith('*');
  return slice(text, isPrefix ? 'prefix' : 'wildcard', at, end);
}

/** Where the word that starts at `at` ends; a word may hold `+` and `-`, but not start with them. */
function endOfWord(text: string, at: number, withWildcards: boolean): number {
  let end = at;
  for (;;) {
    const char = text.charAt(end);
    if (char === '' || SPACES.has(char)) return end;
    if (char === '\\') {
      if (end + 1 >= text.length) return end;
      end += 2;
    } else if (isWordChar(char, end > at || !withWildcards, withWildcards)) end++;
    else return end;
  }
}

function isWordChar(char: string, isInside: boolean, withWildcards: boolean): boolean {
  if (!SYNTAX.has(char)) return true;
  if (char === '*' || char === '?') return withWildcards;
  return isInside && (char === '+' || char === '-');
}

function wildcardsIn(word: string): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const char = word.charAt(at);
    if (char === '\\') at++;
    else if (char === '*' || char === '?') found.push(at);
  }
  return found;
}

function quotedToken(text: string, at: number): LuceneToken {
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  if (end < text.length) return slice(text, 'quoted', at, end + 1);
  return fail(
    'unclosed-quote',
    at,
    text.length,
    'The phrase has no closing quote.',
    WHY,
    'Add the closing ", or write \\" for a quote that is part of a word.',
  );
}

function regexpToken(text: string, at: number): LuceneToken {
  const end = longestUpTo(text, at + 1, '/');
  if (end !== undefined) return slice(text, 'regexp', at, end);
  return fail(
    'unclosed-regexp',
    at,
    text.length,
    'The regular expression that starts with "/" does not end.',
    `A slash starts a regular expression, also inside a word. ${WHY}`,
    'Write \\/ for a slash, put a path in quotes, or add the closing "/".',
  );
}

/** The end of the longest text that `closing` ends, where a closing character after a backslash may be part of the text. */
function longestUpTo(text: string, from: number, closing: string): number | undefined {
  let end: number | undefined;
  for (let found = text.indexOf(closing, from); found >= 0; found = text.indexOf(closing, found + 1)) {
    end = found + 1;
    if (found === from || text.charAt(found - 1) !== '\\') break;
  }
  return end;
}

function boostToken(text: string, at: number): LuceneToken {
  let end = at + 1;
  const digits = (): void => {
    while (isDigit(text.charAt(end))) end++;
  };
  digits();
  if (end > at + 1 && text.charAt(end) === '.' && isDigit(text.charAt(end + 1))) {
    end++;
    digits();
  }
  if (end > at + 1) return slice(text, 'boost', at, end);
  return fail(
    'bad-boost',
    at,
    at + 1,
    'There is no number after "^".',
    `"^" gives a weight. ${WHY}`,
    'Write a weight such as ^2, or \\^ for the character.',
  );
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

interface RangePart {
  readonly kind: 'TO' | 'bound' | ']' | '}';
  readonly bound: RangeBound;
  readonly end: number;
}

/** Takes a whole range: bracket, bound, TO, bound, bracket. */
function rangeToken(text: string, start: number): LuceneToken {
  const parts: RangePart[] = [];
  let at = start + 1;
  while (parts.length < 4) {
    while (SPACES.has(text.charAt(at))) at++;
    const part = rangePart(text, at);
    if (part === undefined || !isInPlace(part.kind, parts.length)) return badRange(text, start, at, parts.length);
    parts.push(part);
    at = part.end;
  }
  const [from, , to] = parts;
  if (from === undefined || to === undefined) return badRange(text, start, at, 0);
  return { ...slice(text, 'range', start, at), bounds: [from.bound, to.bound] };
}

function isInPlace(kind: RangePart['kind'], place: number): boolean {
  if (place === 1) return kind === 'TO';
  const isBracket = kind === ']' || kind === '}';
  return place === 3 ? isBracket : !isBracket;
}

function rangePart(text: string, at: number): RangePart | undefined {
  const char = text.charAt(at);
  if (char === '') return undefined;
  if (char === ']' || char === '}') return { kind: char, bound: { text: char, quoted: false }, end: at + 1 };
  let end = at;
  while (end < text.length && !' ]}'.includes(text.charAt(end))) end++;
  const quotedEnd = char === '"' && text.charAt(at + 1) !== '"' ? longestUpTo(text, at + 1, '"') : undefined;
  if (quotedEnd !== undefined && quotedEnd >= end) {
    return { kind: 'bound', bound: { text: text.slice(at + 1, quotedEnd - 1), quoted: true }, end: quotedEnd };
  }
  const word = text.slice(at, end);
  return { kind: word === 'TO' ? 'TO' : 'bound', bound: { text: word, quoted: false }, end };
}

function badRange(text: string, start: number, at: number, place: number): never {
  const expected = ['the lower bound', 'TO', 'the upper bound', '"]" or "}"'][place] ?? 'a range';
  const found = text.charAt(at) === '' ? 'the query ends' : `"${text.charAt(at)}" was found`;
  return fail(
    'bad-range',
    start,
    Math.max(at, start + 1),
    `The range is not complete: ${expected} was expected, but ${found}.`,
    WHY,
    'Write a range as [from TO to], with } or { for a bound that does not belong to it and * for an open end.',
  );
}
