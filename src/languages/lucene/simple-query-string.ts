import type { LuceneBuilder } from './fold.js';

/** The operators of the `simple_query_string` query, by the names of its `flags`. */
export type SimpleFlag =
  'AND' | 'ESCAPE' | 'FUZZY' | 'NEAR' | 'NOT' | 'OR' | 'PHRASE' | 'PRECEDENCE' | 'PREFIX' | 'WHITESPACE';

/** All flags: the default of the query. */
export const ALL_SIMPLE_FLAGS: ReadonlySet<SimpleFlag> = new Set<SimpleFlag>([
  'AND',
  'ESCAPE',
  'FUZZY',
  'NEAR',
  'NOT',
  'OR',
  'PHRASE',
  'PRECEDENCE',
  'PREFIX',
  'WHITESPACE',
]);

/** The parameters of the `simple_query_string` query that decide what a text means. */
export interface SimpleMeaning {
  readonly defaultOperator?: 'AND' | 'OR';
  readonly flags?: ReadonlySet<SimpleFlag>;
}

/** Brackets may nest this deep; what is deeper is left out, as this syntax knows no errors. */
const MAX_DEPTH = 200;

/**
 * Turns a text of the `simple_query_string` syntax into the query of an engine: `+` and, `|` or, `-` not, `"phrase"~2`, `word~1`,
 * `prefix*`, brackets. There are no errors: what makes no sense is left out. Operators of one kind in a row form one boolean query; a
 * change of kind takes all before it as its first clause. Leaves name no field. Undefined: nothing is left, which matches nothing.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-simple-query-string-query.html
 */
export function foldSimpleQueryString<Query>(
  text: string,
  builder: LuceneBuilder<Query>,
  meaning: SimpleMeaning = {},
): Query | undefined {
  if (text.trim() === '*') return builder.leaf({ kind: 'All' });
  return new SimpleParser(text, builder, meaning).group(0, text.length, 0);
}

/** The clauses of one kind that have been read so far. */
interface Chain<Query> {
  top: Query | undefined;
  kind: 'and' | 'or' | undefined;
  members: Query[];
  next: 'and' | 'or' | undefined;
}

class SimpleParser<Query> {
  private readonly text: string;
  private readonly builder: LuceneBuilder<Query>;
  private readonly flags: ReadonlySet<SimpleFlag>;
  private readonly defaultKind: 'and' | 'or';
  /** The bracket that closes each opening one. */
  private readonly closing: ReadonlyMap<number, number>;
  private at = 0;
  private end = 0;

  constructor(text: string, builder: LuceneBuilder<Query>, { flags, defaultOperator }: SimpleMeaning) {
    this.text = text;
    this.builder = builder;
    this.flags = flags ?? ALL_SIMPLE_FLAGS;
    this.defaultKind = defaultOperator === 'AND' ? 'and' : 'or';
    this.closing = closingBrackets(text, this.flags.has('ESCAPE'));
  }

  group(start: number, end: number, depth: number): Query | undefined {
    const outerEnd = this.end;
    this.at = start;
    this.end = end;
    const chain: Chain<Query> = { top: undefined, kind: undefined, members: [], next: undefined };
    let negations = 0;
    while (this.at < this.end) {
      if (this.is('-', 'NOT')) {
        negations++;
        this.at++;
        continue;
      }
      this.item(chain, negations % 2 === 1, depth);
      negations = 0;
    }
    this.end = outerEnd;
    return this.topOf(chain);
  }

  private item(chain: Chain<Query>, isNegated: boolean, depth: number): void {
    if (this.is('(', 'PRECEDENCE')) this.bracket(chain, isNegated, depth);
    else if (this.is('"', 'PHRASE')) this.phrase(chain, isNegated);
    else if (this.is(')', 'PRECEDENCE') || this.isSpace()) this.at++;
    else if (this.is('+', 'AND')) this.operator(chain, 'and');
    else if (this.is('|', 'OR')) this.operator(chain, 'or');
    else this.word(chain, isNegated);
  }

  private operator(chain: Chain<Query>, kind: 'and' | 'or'): void {
    if (chain.top !== undefined) chain.next ??= kind;
    this.at++;
  }

  private bracket(chain: Chain<Query>, isNegated: boolean, depth: number): void {
    const start = this.at + 1;
    const close = this.closing.get(this.at);
    if (close === undefined || close >= this.end) this.at = start;
    else if (close === start) {
      chain.next = undefined;
      this.at = close + 1;
    } else {
      const inner = depth < MAX_DEPTH ? this.group(start, close, depth + 1) : undefined;
      this.add(chain, inner, isNegated);
      this.at = close + 1;
    }
  }

  private phrase(chain: Chain<Query>, isNegated: boolean): void {
    const start = this.at + 1;
    let text = '';
    let at = start;
    while (at < this.end && this.text.charAt(at) !== '"') {
      if (this.text.charAt(at) === '\\' && this.flags.has('ESCAPE')) at++;
      if (at < this.end) text += this.text.charAt(at++);
    }
    if (at >= this.end) {
      this.at = start;
      return;
    }
    if (at === start) {
      chain.next = undefined;
      this.at = at + 1;
      return;
    }
    this.at = at + 1;
    let slop = 0;
    if (this.is('~', 'NEAR')) {
      this.at++;
      if (this.at < this.end) slop = this.distance();
    }
    this.add(chain, this.builder.leaf({ kind: 'Phrase', text, slop }), isNegated);
  }

  private word(chain: Chain<Query>, isNegated: boolean): void {
    let text = '';
    let isPrefix = false;
    while (this.at < this.end) {
      const isEscaped = this.is('\\', 'ESCAPE');
      if (isEscaped) this.at++;
      else if (this.isWordEnd() || (text !== '' && this.is('~', 'FUZZY'))) break;
      isPrefix = !isEscaped && text !== '' && this.is('*', 'PREFIX');
      if (this.at < this.end) text += this.text.charAt(this.at++);
    }
    if (text === '') return;
    if (this.is('~', 'FUZZY')) {
      this.at++;
      const edits = Math.min(2, this.distance());
      const leaf =
        edits === 0 ? ({ kind: 'Text', text } as const) : ({ kind: 'Fuzzy', text, fuzziness: String(edits) } as const);
      this.add(chain, this.builder.leaf(leaf), isNegated);
    } else if (isPrefix) this.add(chain, this.builder.leaf({ kind: 'Prefix', text: text.slice(0, -1) }), isNegated);
    else this.add(chain, this.builder.leaf({ kind: 'Text', text }), isNegated);
  }

  /** The number after a tilde: 2 if there is none, 0 if it is not one. */
  private distance(): number {
    const start = this.at;
    while (this.at < this.end && !this.isWordEnd()) this.at++;
    const digits = this.text.slice(start, this.at);
    if (digits === '') return 2;
    return /^[+-]?\d+$/.test(digits) ? Math.max(0, Number(digits)) : 0;
  }

  private add(chain: Chain<Query>, query: Query | undefined, isNegated: boolean): void {
    if (query === undefined) return;
    const member = isNegated ? this.builder.bool({ must: [], should: [], mustNot: [query] }) : query;
    const kind = chain.next ?? this.defaultKind;
    if (chain.top === undefined) chain.top = member;
    else if (chain.kind === kind) chain.members.push(member);
    else {
      chain.members = [this.topOf(chain) ?? chain.top, member];
      chain.kind = kind;
    }
    chain.next = undefined;
  }

  private topOf({ top, kind, members }: Chain<Query>): Query | undefined {
    if (kind === undefined) return top;
    return this.builder.bool({
      must: kind === 'and' ? members : [],
      should: kind === 'or' ? members : [],
      mustNot: [],
    });
  }

  private isWordEnd(): boolean {
    return (
      this.is('"', 'PHRASE') ||
      this.is('|', 'OR') ||
      this.is('+', 'AND') ||
      this.is('(', 'PRECEDENCE') ||
      this.is(')', 'PRECEDENCE') ||
      this.isSpace()
    );
  }

  private isSpace(): boolean {
    const char = this.text.charAt(this.at);
    return this.flags.has('WHITESPACE') && (char === ' ' || char === '\t' || char === '\n' || char === '\r');
  }

  private is(char: string, flag: SimpleFlag): boolean {
    return this.at < this.end && this.text.charAt(this.at) === char && this.flags.has(flag);
  }
}

function closingBrackets(text: string, hasEscapes: boolean): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && hasEscapes) at++;
    else if (char === '(') open.push(at);
    else if (char === ')') {
      const start = open.pop();
      if (start !== undefined) found.set(start, at);
    }
  }
  return found;
}
