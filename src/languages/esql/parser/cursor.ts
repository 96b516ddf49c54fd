import type { Finding, Range } from '../../../diagnostics/diagnostic.js';
import type { ProcessingCommand, Subquery } from '../ast.js';
import type { LexMode, Token } from './scanner.js';
import { Scanner } from './scanner.js';
import type { EsqlParameters } from './parameters.js';

/** Ends a parse at its first error; caught in `parseEsql`, never seen outside. */
export class ParseFailure extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.what);
    this.finding = finding;
  }
}

/** The rules that stand above expressions and commands; handed down, so that modules form no cycle. */
export interface Grammar {
  subquery(cursor: Cursor): Subquery;
  command(cursor: Cursor): ProcessingCommand;
}

/** Nesting that Elasticsearch allows: https://www.elastic.co/docs/reference/query-languages/esql/limitations */
const MAX_DEPTH = 400;

/** Reads tokens one after the other; the caller says how the text is cut at each place. */
export class Cursor {
  readonly text: string;
  readonly grammar: Grammar;
  readonly parameters: EsqlParameters | undefined;
  /** Where the last accepted token ended. */
  end = 0;
  private readonly scanner: Scanner;
  private depth = 0;
  private cached: { mode: LexMode; from: number; token: Token } | undefined;
  private positional = 0;

  constructor(text: string, grammar: Grammar, parameters: EsqlParameters | undefined) {
    this.text = text;
    this.grammar = grammar;
    this.scanner = new Scanner(text);
    this.parameters = parameters;
  }

  /** The next token, not accepted yet. */
  peek(mode: LexMode = 'expression'): Token {
    if (this.cached?.mode === mode && this.cached.from === this.end) return this.cached.token;
    const token = this.scanner.next(this.end, mode);
    this.cached = { mode, from: this.end, token };
    return token;
  }

  /** The token after the next one. */
  peekSecond(mode: LexMode = 'expression'): Token {
    return this.scanner.next(this.peek(mode).end, mode);
  }

  take(mode: LexMode = 'expression'): Token {
    const token = this.peek(mode);
    this.end = token.end;
    return token;
  }

  /** Goes back to a place that {@link end} gave. */
  reset(end: number): void {
    this.end = end;
  }

  isSymbol(symbol: string, mode: LexMode = 'expression'): boolean {
    const token = this.peek(mode);
    return token.type === 'symbol' && token.text === symbol;
  }

  isWord(word: string): boolean {
    const token = this.peek();
    return token.type === 'word' && token.text.toLowerCase() === word;
  }

  acceptSymbol(symbol: string, mode: LexMode = 'expression'): boolean {
    if (!this.isSymbol(symbol, mode)) return false;
    this.take(mode);
    return true;
  }

  acceptWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.take();
    return true;
  }

  expectSymbol(symbol: string, mode: LexMode = 'expression'): Token {
    if (!this.isSymbol(symbol, mode)) this.unexpected(`'${symbol}'`, mode);
    return this.take(mode);
  }

  expectWord(word: string): Token {
    if (!this.isWord(word)) this.unexpected(`'${word}'`);
    return this.take();
  }

  expectString(): Token {
    if (this.peek().type !== 'string') this.unexpected('QUOTED_STRING');
    return this.take();
  }

  rangeFrom(start: number): Range {
    return { start, end: this.end };
  }

  /** Runs `body` one level deeper; refuses what is nested beyond Elasticsearch's own limit. */
  nested<T>(body: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      this.fail(
        this.peek(),
        'esql/too-deep',
        `ESQL statement exceeded the maximum expression depth allowed (${MAX_DEPTH})`,
        'Elasticsearch refuses the query.',
        'Split the expression over several EVAL or WHERE commands.',
      );
    }
    const result = body();
    this.depth -= 1;
    return result;
  }

  nextPositional(): number {
    this.positional += 1;
    return this.positional;
  }

  /** Refuses the next token, in the words of Elasticsearch; the fix names the word that was meant, where there is one. */
  unexpected(expecting: string, mode: LexMode = 'expression', meant?: string): never {
    const token = this.peek(mode);
    if (token.type === 'bad') {
      this.fail(
        token,
        'esql/bad-token',
        `token recognition error at: '${token.text}'`,
        'The text cannot be read as ES|QL from here on, so the query does not run.',
        token.text.startsWith('"')
          ? 'Close the string with a quote, and write \\\\ for a backslash or use """ around the text.'
          : 'Remove the character, or put the name in backticks.',
      );
    }
    this.fail(
      token,
      'esql/syntax',
      `mismatched input '${token.text}' expecting ${expecting}`,
      'The query does not parse, so it cannot run.',
      meant !== undefined
        ? `Did you mean ${meant}?`
        : token.type === 'end'
          ? `Complete the query: ${expecting} is missing.`
          : repairOf(token, expecting),
    );
  }

  fail(range: Range, code: Finding['code'], what: string, why: string, fix: string): never {
    throw new ParseFailure({
      code,
      severity: 'error',
      what,
      why,
      fix,
      range: { start: range.start, end: range.end },
    });
  }
}

/** What to write in place of a token that cannot stand there. */
function repairOf(token: Token, expecting: string): string {
  if (token.text === '=') return 'Write == to compare.';
  if (expecting.includes("'from'")) return 'Begin the query with FROM and its indices.';
  if (expecting.startsWith('{<EOF>')) return `Remove '${token.text}', or begin the next command with |.`;
  return expecting.startsWith('{') ? `Write one of ${expecting.slice(1, -1)} here.` : `Write ${expecting} here.`;
}
