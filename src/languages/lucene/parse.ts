import type { Checked, Finding, Range } from '../../diagnostics/diagnostic.js';
import type { LuceneClause, LuceneField, LuceneGroup, LuceneNode, LuceneRange } from './ast.js';
import type { LuceneToken, LuceneTokenKind, RangeBound } from './lexer.js';
import { luceneTokens } from './lexer.js';
import { misreadOperators } from './misread.js';
import { fail, LuceneSyntaxError } from './syntax-error.js';
import { unescapeLucene } from './unescape.js';

/** Brackets may nest this deep; a query that needs more is a mistake or an attack. */
const MAX_DEPTH = 200;

/**
 * Reads a query in Lucene's classic syntax as the `query_string` query of Elasticsearch 8.19 does. Never throws; on a syntax error there
 * is one finding and no value; operators in small letters are warned about. What the operators mean is not decided here: see `foldLucene`.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-query-string-query.html#query-string-syntax
 */
export function parseLucene(text: string): Checked<LuceneGroup, Finding> {
  try {
    const value = new LuceneParser(text).query();
    return { value, diagnostics: misreadOperators(value) };
  } catch (error) {
    if (error instanceof LuceneSyntaxError) return { diagnostics: [error.finding] };
    throw error;
  }
}

class LuceneParser {
  private readonly text: string;
  private readonly tokens: readonly LuceneToken[];
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = luceneTokens(text);
  }

  query(): LuceneGroup {
    const range = { start: 0, end: this.text.length };
    if (this.peek().kind === 'end') return { kind: 'Group', clauses: [], range };
    const clauses = this.clauses();
    if (this.peek().kind !== 'end') this.unexpected('an operator, a clause or the end of the query');
    return { kind: 'Group', clauses, range };
  }

  private clauses(): readonly LuceneClause[] {
    const clauses = [this.clause(true)];
    while (this.isNext(CLAUSE_STARTS)) clauses.push(this.clause(false));
    return clauses;
  }

  private clause(isFirst: boolean): LuceneClause {
    const { start } = this.peek();
    const words = this.words();
    if (words !== undefined) return { node: words, range: words.range };
    const conjunction = isFirst ? undefined : (this.take('AND') ?? this.take('OR'));
    const modifier = this.take('+') ?? this.take('-') ?? this.take('NOT');
    const node = this.fielded();
    return {
      ...(conjunction === undefined ? {} : { conjunction: conjunction.kind === 'AND' ? 'AND' : 'OR' }),
      ...(modifier === undefined ? {} : { modifier: modifier.kind === '+' ? 'required' : 'prohibited' }),
      node,
      range: { start, end: node.range.end },
    };
  }

  /** Two or more words in a row go to the analysis as one text; a word stays out if an operator, a field or a weight needs it. */
  private words(): LuceneNode | undefined {
    const words: LuceneToken[] = [];
    while (this.peek().kind === 'term' && (words.length === 0 || !WORD_OWNERS.has(this.peek(1).kind)))
      words.push(this.next());
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (words.length === 1) {
      this.at--;
      return undefined;
    }
    return {
      kind: 'Words',
      words: words.map((word) => this.unescape(word)),
      range: { start: first.start, end: last.end },
    };
  }

  private fielded(): LuceneNode {
    const { start } = this.peek();
    const field = this.field();
    const node = this.peek().kind === '(' ? this.group() : this.leaf();
    return field === undefined ? node : { ...node, field, range: { start, end: node.range.end } };
  }

  private field(): LuceneField | undefined {
    const token = this.peek();
    if (this.peek(1).kind !== ':' || (token.kind !== 'term' && token.kind !== '*')) return undefined;
    this.at += 2;
    return { name: this.unescape(token), range: { start: token.start, end: token.end } };
  }

  private group(): LuceneGroup {
    const open = this.next();
    if (++this.depth > MAX_DEPTH) {
      fail(
        'too-deep',
        open.start,
        open.end,
        `Brackets are nested more than ${MAX_DEPTH} deep.`,
        'Elasticsearch refuses queries that nest so deeply, and reading on could exhaust the stack.',
        'Remove brackets that group nothing, or split the query.',
      );
    }
    const clauses = this.clauses();
    this.depth--;
    if (this.peek().kind === 'end') {
      fail(
        'unclosed-bracket',
        open.start,
        open.end,
        'Expected an operator, a clause or ")" but the query ends.',
        `The bracket is not closed. ${WHY}`,
        'Add the closing ")", or write \\( for the character.',
      );
    }
    if (this.take(')') === undefined) this.unexpected('an operator, a clause or ")"');
    const boost = this.boost();
    return { kind: 'Group', clauses, ...boost, range: { start: open.start, end: this.endOfLast() } };
  }

  private leaf(): LuceneNode {
    const token = this.next();
    if (token.kind === 'range') {
      const boost = this.boost();
      return { ...this.rangeOf(token), ...boost, range: this.from(token) };
    }
    if (!LEAVES.has(token.kind)) {
      this.at--;
      return this.missing();
    }
    const before = this.boost();
    const fuzzy = this.take('fuzzy');
    const boost = before.boost === undefined ? this.boost() : before;
    const common = { ...boost, range: this.from(token) };
    if (token.kind === 'quoted') {
      const slop = fuzzy === undefined ? Number.NaN : Number.parseFloat(fuzzy.text.slice(1));
      const text = this.unescape(token, 1, 1);
      return { kind: 'Phrase', text, ...(Number.isNaN(slop) ? {} : { slop: Math.trunc(slop) }), ...common };
    }
    // Lucene unescapes patterns too, if only to throw the result away.
    const text = this.unescape(token);
    if (token.kind === 'prefix') return { kind: 'Prefix', text: this.unescape(token, 0, 1), ...common };
    if (token.kind === 'regexp') return { kind: 'Regexp', pattern: token.text.slice(1, -1), ...common };
    if (token.kind === '*' || token.kind === 'wildcard') return { kind: 'Wildcard', pattern: token.text, ...common };
    if (fuzzy !== undefined) return { kind: 'Fuzzy', text, fuzziness: this.unescape(fuzzy, 1), ...common };
    return { kind: 'Words', words: [text], ...common };
  }

  private rangeOf(token: LuceneToken): Omit<LuceneRange, 'range'> {
    const [from, to] = token.bounds ?? [];
    const lower = this.bound(from, token);
    const upper = this.bound(to, token);
    return {
      kind: 'Range',
      ...(lower === undefined ? {} : { from: lower }),
      ...(upper === undefined ? {} : { to: upper }),
      includeFrom: token.text.startsWith('['),
      includeTo: token.text.endsWith(']'),
    };
  }

  /** A bound; undefined if it is `*`, also in quotes or escaped, which is how Elasticsearch reads it. */
  private bound(bound: RangeBound | undefined, token: LuceneToken): string | undefined {
    if (bound === undefined) return undefined;
    const text = unescapeLucene(bound.text) ?? this.badEscape(token);
    return text === '*' ? undefined : text;
  }

  private boost(): { readonly boost?: number } {
    const token = this.take('boost');
    return token === undefined ? {} : { boost: Number(token.text.slice(1)) };
  }

  private unescape(token: LuceneToken, from = 0, dropped = 0): string {
    return unescapeLucene(token.text.slice(from, token.text.length - dropped)) ?? this.badEscape(token);
  }

  private badEscape(token: LuceneToken): never {
    return fail(
      'bad-escape',
      token.start,
      token.end,
      'The word has an escape that is cut short, or \\u without four hexadecimal digits.',
      WHY,
      'Write \\\\ for a backslash.',
    );
  }

  private missing(): never {
    const before = this.tokens[this.at - 1];
    const operator = before !== undefined && OPERATORS.has(before.kind) ? before.text : undefined;
    const { start, end } = this.peek();
    return fail(
      'missing-clause',
      start,
      Math.max(end, start + 1),
      `Expected a clause but found ${this.found()}.`,
      WHY,
      operator === undefined
        ? 'Write a clause such as field:value, or a backslash before an operator that is meant as text.'
        : `Write what "${operator}" applies to, or remove it.`,
    );
  }

  private unexpected(expected: string): never {
    const { kind, start, end } = this.peek();
    const fix =
      kind === ')'
        ? 'Remove the ")", or add the bracket that it closes.'
        : kind === ':'
          ? 'Write \\: for a colon inside a word, or put the value in quotes.'
          : 'Write a backslash before a character that is meant as text.';
    return fail(
      'unexpected-text',
      start,
      Math.max(end, start + 1),
      `Expected ${expected} but found ${this.found()}.`,
      WHY,
      fix,
    );
  }

  private found(): string {
    const { kind, text } = this.peek();
    return kind === 'end' ? 'the end of the query' : `"${text}"`;
  }

  private from(token: LuceneToken): Range {
    return { start: token.start, end: this.endOfLast() };
  }

  private endOfLast(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }

  private peek(ahead = 0): LuceneToken {
    const token = this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
    if (token === undefined) throw new Error('There is always an end token.');
    return token;
  }

  private isNext(kinds: ReadonlySet<LuceneTokenKind>): boolean {
    return kinds.has(this.peek().kind);
  }

  private next(): LuceneToken {
    const token = this.peek();
    this.at++;
    return token;
  }

  private take(kind: LuceneTokenKind): LuceneToken | undefined {
    return this.peek().kind === kind ? this.next() : undefined;
  }
}

const WHY = 'Elasticsearch refuses the query with "Failed to parse query".';
const OPERATORS: ReadonlySet<LuceneTokenKind> = new Set(['AND', 'OR', 'NOT', '+', '-']);
/** What keeps the word before it from joining the words before that. */
const WORD_OWNERS: ReadonlySet<LuceneTokenKind> = new Set([':', '*', 'fuzzy', 'boost', 'AND', 'OR']);
const LEAVES: ReadonlySet<LuceneTokenKind> = new Set(['term', '*', 'prefix', 'wildcard', 'regexp', 'bare', 'quoted']);
const CLAUSE_STARTS: ReadonlySet<LuceneTokenKind> = new Set([...OPERATORS, ...LEAVES, '(', 'range']);
