import { fail } from './syntax-error.js';

/** Tokens of Elasticsearch's own KQL. */
export type KqlTokenKind =
  'and' | 'or' | 'not' | ':' | '<' | '<=' | '>' | '>=' | '(' | ')' | '{' | '}' | 'word' | 'star' | 'quoted' | 'end';

/** A token; `text` is what it stands for, escapes resolved. */
export interface KqlToken {
  readonly kind: KqlTokenKind;
  readonly text: string;
  /** Whether a word counts as a pattern: a star stands before its first backslash. */
  readonly hasWildcard: boolean;
  readonly start: number;
  readonly end: number;
}

const SPACES: ReadonlySet<string> = new Set(' \t\n\r\u3000');
const SPECIAL: ReadonlySet<string> = new Set('\\():<>"*{}');
const OPERATORS: readonly KqlTokenKind[] = ['<=', '>=', '<', '>', ':', '(', ')', '{', '}'];
const CONTROL: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
]);

/** Splits a query into tokens, the last of which is `end`; throws `KqlSyntaxError`. */
export function elasticsearchKqlTokens(text: string): readonly KqlToken[] {
  const tokens: KqlToken[] = [];
  for (let at = 0; ; at = tokens.at(-1)?.end ?? at) {
    while (SPACES.has(text.charAt(at))) at++;
    const token = tokenAt(text, at);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
  }
}

function tokenAt(text: string, start: number): KqlToken {
  const plain = (kind: KqlTokenKind, end: number): KqlToken => ({
    kind,
    text: text.slice(start, end),
    hasWildcard: false,
    start,
    end,
  });
  if (start >= text.length) return plain('end', start);
  const operator = OPERATORS.find((symbol) => text.startsWith(symbol, start));
  if (operator !== undefined) return plain(operator, start + operator.length);
  if (text.charAt(start) === '"') return quotedAt(text, start);
  const end = endOfWord(text, start);
  const word = text.slice(start, end);
  const keyword = word.toLowerCase();
  if (keyword === 'and' || keyword === 'or' || keyword === 'not') return plain(keyword, end);
  if (word === '*') return plain('star', end);
  return { kind: 'word', text: unescapeWord(word), hasWildcard: hasWildcard(word), start, end };
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !SPACES.has(text.charAt(at))) {
    const char = text.charAt(at);
    if (char === '\\') at += escapeLength(text, at);
    else if (char !== '*' && SPECIAL.has(char)) break;
    else at++;
  }
  return at;
}

function escapeLength(text: string, at: number): number {
  const next = text.charAt(at + 1);
  if (next !== '' && (SPECIAL.has(next) || next === ' ' || 'trnTRN'.includes(next))) return 2;
  if (/^u[0-9a-f]{4}/i.test(text.slice(at + 1, at + 6))) return 6;
  const keyword = /^(?:and|or|not)/i.exec(text.slice(at + 1, at + 4))?.[0];
  if (keyword !== undefined) return 1 + keyword.length;
  return fail(
    'bad-escape',
    at,
    at + 1,
    `"\\${next}" is not an escape of KQL.`,
    'Elasticsearch refuses the query.',
    'Write \\\\ for a backslash, or put the value in quotes.',
  );
}

function hasWildcard(word: string): boolean {
  const star = word.indexOf('*');
  const backslash = word.indexOf('\\');
  return star >= 0 && (backslash < 0 || star < backslash);
}

function quotedAt(text: string, start: number): KqlToken {
  let end: number | undefined;
  // A quote after a backslash goes on with the text, unless no other quote follows.
  for (let found = text.indexOf('"', start + 1); found >= 0; found = text.indexOf('"', found + 1)) {
    end = found + 1;
    if (text.charAt(found - 1) !== '\\' || isEscapedBackslash(text, start + 1, found - 1)) break;
  }
  if (end !== undefined) {
    return { kind: 'quoted', text: unescapeQuoted(text.slice(start + 1, end - 1)), hasWildcard: false, start, end };
  }
  return fail(
    'unclosed-quote',
    start,
    text.length,
    'The quoted value has no closing quote.',
    'Elasticsearch refuses the query.',
    'Add the closing ".',
  );
}

function isEscapedBackslash(text: string, from: number, at: number): boolean {
  let count = 0;
  for (let index = at - 1; index >= from && text.charAt(index) === '\\'; index--) count++;
  return count % 2 === 1;
}

function unescapeQuoted(text: string): string {
  return unescape(text, (next) => (next === '"' || next === '\\' ? next : undefined));
}

function unescapeWord(word: string): string {
  return unescape(word, (next, rest) => {
    const keyword = /^(?:and|or|not)/i.exec(rest)?.[0];
    if (keyword !== undefined) return keyword;
    return SPECIAL.has(next) ? next : undefined;
  });
}

/** Resolves escapes; `literal` gives what a backslash stands for before other characters, undefined to keep it. */
function unescape(text: string, literal: (next: string, rest: string) => string | undefined): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char !== '\\' || next === '') {
      result += char;
      continue;
    }
    const kept = literal(next, text.slice(at + 1, at + 4));
    const hex = /^u([0-9a-f]{4})/i.exec(text.slice(at + 1, at + 6))?.[1];
    if (kept !== undefined) {
      result += kept;
      at += kept.length;
    } else if (CONTROL.has(next)) {
      result += CONTROL.get(next) ?? '';
      at++;
    } else if (hex !== undefined) {
      result += String.fromCharCode(Number.parseInt(hex, 16));
      at += 5;
    } else result += char;
  }
  return result;
}
