import type { Range } from '../../diagnostics/diagnostic.js';
import { lex } from './lex.js';
import { fail } from './syntax-error.js';
import type { EqlToken } from './tokens.js';

/** Brackets and operators may nest this deep; a query that needs more is a mistake or an attack. */
const MAX_DEPTH = 200;

/** Walks over the tokens of one query. */
export class TokenStream {
  readonly text: string;
  private readonly tokens: readonly EqlToken[];
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = lex(text);
  }

  /** The token `ahead` places after the next one; the last token repeats. */
  peek(ahead = 0): EqlToken {
    const token = this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
    if (token === undefined) throw new Error('A token list ends with an end token.');
    return token;
  }

  /** Whether the next token is this keyword or operator. */
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'keyword' || token.kind === 'operator');
  }

  next(): EqlToken {
    const token = this.peek();
    if (token.kind !== 'end') this.at++;
    return token;
  }

  /** Takes the keyword or operator if it stands here. */
  take(text: string): EqlToken | undefined {
    return this.is(text) ? this.next() : undefined;
  }

  /** Takes the keyword or operator, or fails. */
  expect(text: string): EqlToken {
    return this.take(text) ?? this.unexpected(`'${text}'`);
  }

  /** The range from a start to the end of the last token taken. */
  from(start: number): Range {
    return { start, end: Math.max(start, this.tokens[this.at - 1]?.range.end ?? start) };
  }

  /** Runs `read` one level deeper. */
  nest<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) this.tooDeep();
    const result = read();
    this.depth--;
    return result;
  }

  /** Checks the height of a chain of operators, each of which is one level of the tree. */
  checkHeight(height: number): void {
    if (height + this.depth > MAX_DEPTH) this.tooDeep();
  }

  /** Fails at the next token; `expected` is a list in words, names in quotes. */
  unexpected(expected: string): never {
    const token = this.peek();
    const found = token.kind === 'end' ? '<EOF>' : token.text;
    return fail(
      token.kind === 'end' ? 'unexpected-end' : 'unexpected-text',
      token.range,
      `mismatched input '${clip(found)}' expecting ${expected}`,
      token.kind === 'end' ? 'The query ends before it is complete.' : 'The query cannot go on with this here.',
      adviceFor(token, expected),
    );
  }

  private tooDeep(): never {
    return fail(
      'too-deep',
      this.peek().range,
      `The query nests more than ${MAX_DEPTH} levels deep.`,
      'Elasticsearch refuses queries that nest so deeply, and reading on could exhaust the stack.',
      'Remove brackets that group nothing, or split the query.',
    );
  }
}

/** What writers of this token usually mean. */
function adviceFor(token: EqlToken, expected: string): string {
  const word = token.text.toLowerCase();
  if (token.text === '=') return 'Write == to compare.';
  if (token.kind === 'identifier' && ['and', 'or', 'not', 'in', 'like', 'where', 'by', 'with'].includes(word)) {
    return `Write ${word}: keywords of EQL are in lower case.`;
  }
  if (token.kind === 'keyword' && expected.includes('field')) {
    return `Put ${token.text} in backquotes if it is a name: \`${token.text}\`.`;
  }
  if (token.kind === 'operator' && token.text === '-') {
    return 'Put names with a hyphen in backquotes: `user-agent`.';
  }
  return `Write ${expected} here, or remove what stands here.`;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
