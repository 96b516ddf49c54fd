import type { JsonObject } from '../../values/json.js';
import { compileWildcard } from '../../values/patterns/wildcard.js';
import type { KqlToken, KqlTokenKind } from './elasticsearch-tokens.js';
import { elasticsearchKqlTokens } from './elasticsearch-tokens.js';
import type { KqlFields } from './known-fields.js';
import { queryStringText } from './query-string-text.js';
import { fail } from './syntax-error.js';

/** The parameters of the `kql` query, and the fields of the index. */
export interface ElasticsearchKqlOptions {
  /** The searchable fields of the index. */
  readonly fields: KqlFields;
  /** `case_insensitive`; default false. */
  readonly caseInsensitive?: boolean;
  /** `time_zone`; without it dates are in UTC. */
  readonly timeZone?: string;
  /** `default_field`: the field, or the pattern of fields, that values without a field are looked for in. */
  readonly defaultField?: string;
}

/** Brackets may nest this deep. */
const MAX_DEPTH = 200;

/** Reads a query in Elasticsearch's own KQL, and translates it on the way; throws `KqlSyntaxError`. */
export class ElasticsearchKqlParser {
  private readonly tokens: readonly KqlToken[];
  private readonly options: ElasticsearchKqlOptions;
  private at = 0;
  private depth = 0;
  /** The nested object whose group is being read. */
  private path: string | undefined;

  constructor(text: string, options: ElasticsearchKqlOptions) {
    this.tokens = elasticsearchKqlTokens(text);
    this.options = options;
  }

  query(): JsonObject {
    if (this.peek() === 'end') return { match_all: {} };
    const query = this.boolean();
    if (this.peek() !== 'end') this.unexpected();
    return query;
  }

  /** One clause, or several; operators of both kinds bind to the right. */
  private boolean(): JsonObject {
    // Read in a row and joined from the end, so that long queries need no deep recursion.
    const clauses = [this.clause()];
    const operators: KqlTokenKind[] = [];
    while (this.peek() === 'and' || this.peek() === 'or') {
      operators.push(this.next().kind);
      clauses.push(this.clause());
    }
    let right = clauses.pop() ?? { match_all: {} };
    let last: KqlTokenKind | undefined;
    let group: JsonObject[] = [];
    while (operators.length > 0) {
      const operator = operators.pop();
      if (operator === last) group = [clauses.pop() ?? right, ...group];
      else group = [clauses.pop() ?? right, right];
      right = operator === 'and' ? { bool: { must: group } } : anyOf(group);
      last = operator;
    }
    return right;
  }

  private clause(): JsonObject {
    const token = this.token();
    if (token.kind === 'not' && this.isNegation()) {
      this.at++;
      return this.deeper(token, () => ({ bool: { must_not: this.clause() } }));
    }
    if (token.kind === '(') {
      this.at++;
      const query = this.deeper(token, () => this.boolean());
      this.expect(')');
      return query;
    }
    const isField = token.kind === 'word' || token.kind === 'quoted' || token.kind === 'star';
    if (isField && this.peek(1) === ':') return this.fieldClause();
    const range = isField ? RANGES.get(this.peek(1)) : undefined;
    if (range !== undefined) return this.rangeClause(range);
    if (this.isLoneStar()) {
      this.at++;
      return { match_all: {} };
    }
    return this.freeText();
  }

  /** Before another operator "not" is a word, unless that operator is a word itself. */
  private isNegation(): boolean {
    const next = this.peek(1);
    if (next !== 'and' && next !== 'or') return NEGATABLE.has(next);
    let after = 2;
    while (WORDS.has(this.peek(after))) after++;
    return VALUE_ENDS.has(this.peek(after));
  }

  private fieldClause(): JsonObject {
    const field = this.next();
    this.at++;
    const first = this.token();
    if (first.kind === '{') return this.nestedClause(field);
    if (this.isLoneStar()) {
      this.at++;
      if (field.kind === 'star') return { match_all: {} };
      return this.onFields(field, (name) => ({ exists: { field: name } }));
    }
    const isBracketed = this.peek() === '(';
    if (isBracketed) this.at++;
    const value = this.value();
    if (isBracketed) this.expect(')');
    return this.onFields(field, (name, type) => this.matching(name, type, value));
  }

  private rangeClause(bound: string): JsonObject {
    const field = this.next();
    this.at++;
    const value = this.peek() === 'quoted' ? this.next().text : this.words();
    const { timeZone } = this.options;
    const zone: JsonObject = timeZone === undefined ? {} : { time_zone: timeZone };
    return this.onFields(field, (name) => ({ range: { [name]: { [bound]: value, ...zone } } }));
  }

  private nestedClause(field: KqlToken): JsonObject {
    const open = this.next();
    const outer = this.path;
    this.path = this.fullName(field.text);
    const query = this.deeper(open, () => this.boolean());
    const path = this.path;
    this.path = outer;
    this.expect('}');
    return { nested: { path, query, score_mode: 'none' } };
  }

  private freeText(): JsonObject {
    // A nested object has fields; text without one has no place in it.
    if (this.path !== undefined) this.unexpected();
    const { text, isQuoted, hasWildcard } = this.value();
    const { defaultField, fields } = this.options;
    if (hasWildcard) {
      const where: JsonObject = defaultField === undefined ? {} : { default_field: defaultField };
      return { query_string: { query: queryStringText(text), ...where } };
    }
    const names = defaultField === undefined ? [] : namesMatching(fields, defaultField);
    const where: JsonObject = names.length === 0 ? {} : { fields: names };
    return { multi_match: { query: text, type: isQuoted ? 'phrase' : 'best_fields', lenient: true, ...where } };
  }

  private matching(name: string, type: string, value: KqlTextValue): JsonObject {
    const { caseInsensitive = false, timeZone } = this.options;
    const { text } = value;
    const isKeyword = KEYWORD_TYPES.has(type);
    if (value.hasWildcard) {
      return isKeyword
        ? { wildcard: { [name]: { value: text, case_insensitive: caseInsensitive } } }
        : { query_string: { query: queryStringText(text), fields: [name] } };
    }
    if (type === 'date' || type === 'date_nanos') {
      const zone: JsonObject = timeZone === undefined ? {} : { time_zone: timeZone };
      return { range: { [name]: { gte: text, lte: text, ...zone } } };
    }
    if (isKeyword) return { term: { [name]: { value: text, case_insensitive: caseInsensitive } } };
    return { [value.isQuoted ? 'match_phrase' : 'match']: { [name]: text } };
  }

  /** A quoted text, or words in a row; an operator counts as a word at the end, and where no clause can follow it. */
  private value(): KqlTextValue {
    const first = this.token();
    if (first.kind === 'quoted') {
      this.at++;
      return { text: first.text, isQuoted: true, hasWildcard: false };
    }
    const start = this.at;
    if (KEYWORDS.has(first.kind)) this.at++;
    while (WORDS.has(this.peek())) this.at++;
    if (KEYWORDS.has(this.peek()) && this.at > start && this.isLastWord()) this.at++;
    if (this.at === start) this.unexpected();
    const words = this.tokens.slice(start, this.at);
    return {
      text: words.map((word) => word.text).join(' '),
      isQuoted: false,
      hasWildcard: words.some((word) => word.kind === 'star' || word.hasWildcard),
    };
  }

  /** Whether a star stands here on its own, and not as a word among others. */
  private isLoneStar(): boolean {
    if (this.peek() !== 'star' || WORDS.has(this.peek(1))) return false;
    const after = this.peek(2);
    return !KEYWORDS.has(this.peek(1)) || (after !== 'end' && after !== ')' && after !== '}');
  }

  private isLastWord(): boolean {
    const next = this.peek(1);
    if (next === 'end' || next === ')' || next === '}') return true;
    return (next === 'and' || next === 'or') && CLAUSE_STARTS.has(this.peek(2));
  }

  private words(): string {
    const start = this.at;
    while (WORDS.has(this.peek())) this.at++;
    if (this.at === start) this.unexpected();
    const words = this.tokens.slice(start, this.at);
    return words.map((word) => word.text).join(' ');
  }

  private onFields(field: KqlToken, build: (name: string, type: string) => JsonObject): JsonObject {
    const { fields } = this.options;
    const pattern = this.fullName(field.text);
    // A quoted name is literal, and no field has a star in its name.
    const names = field.kind === 'quoted' && pattern.includes('*') ? [] : namesMatching(fields, pattern);
    const queries = names.flatMap((name) => {
      const info = fields.get(name);
      if (info === undefined) return [];
      const query = build(name, info.type);
      return info.nested === undefined || info.nested === this.path
        ? [query]
        : [{ nested: { path: info.nested, query, score_mode: 'none' } }];
    });
    const [only] = queries;
    if (only === undefined) return { match_none: {} };
    return queries.length === 1 ? only : anyOf(queries);
  }

  private fullName(name: string): string {
    return this.path === undefined ? name : `${this.path}.${name}`;
  }

  private deeper<T>(token: KqlToken, read: () => T): T {
    if (++this.depth > MAX_DEPTH) {
      const why = 'Elasticsearch refuses queries that nest so deeply, and reading on could exhaust the stack.';
      fail(
        'too-deep',
        token.start,
        token.end,
        `Clauses are nested more than ${MAX_DEPTH} deep.`,
        why,
        'Split the query.',
      );
    }
    const result = read();
    this.depth--;
    return result;
  }

  private expect(kind: KqlTokenKind): void {
    if (this.peek() !== kind) this.unexpected();
    this.at++;
  }

  private unexpected(): never {
    const { kind, text, start, end } = this.token();
    const found = kind === 'end' ? 'the end of the query' : `"${text}"`;
    return fail(
      'unexpected-text',
      start,
      Math.max(end, start + 1),
      `Elasticsearch's KQL does not expect ${found} here.`,
      'The kql query is refused.',
      'Write field: value clauses, joined by "and" or "or".',
    );
  }

  private token(ahead = 0): KqlToken {
    const token = this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
    if (token === undefined) throw new Error('There is always an end token.');
    return token;
  }

  private peek(ahead = 0): KqlTokenKind {
    return this.token(ahead).kind;
  }

  private next(): KqlToken {
    const token = this.token();
    this.at++;
    return token;
  }
}

interface KqlTextValue {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly hasWildcard: boolean;
}

const KEYWORDS: ReadonlySet<KqlTokenKind> = new Set(['and', 'or', 'not']);
const WORDS: ReadonlySet<KqlTokenKind> = new Set(['word', 'star']);
const NEGATABLE: ReadonlySet<KqlTokenKind> = new Set(['word', 'star', 'quoted', '(', 'not']);
const CLAUSE_STARTS: ReadonlySet<KqlTokenKind> = new Set([...NEGATABLE, 'and', 'or']);
const VALUE_ENDS: ReadonlySet<KqlTokenKind> = new Set(['end', ')', '}', 'and', 'or']);
/** Types whose values are compared as they are. */
const KEYWORD_TYPES: ReadonlySet<string> = new Set(['keyword', 'wildcard', 'constant_keyword']);
const RANGES: ReadonlyMap<KqlTokenKind, string> = new Map([
  ['<', 'lt'],
  ['<=', 'lte'],
  ['>', 'gt'],
  ['>=', 'gte'],
]);

function anyOf(should: readonly JsonObject[]): JsonObject {
  return { bool: { should, minimum_should_match: 1 } };
}

function namesMatching(fields: KqlFields, pattern: string): readonly string[] {
  if (!pattern.includes('*')) return fields.get(pattern) === undefined ? [] : [pattern];
  const matches = compileWildcard(pattern, { escape: false, singleCharacter: false });
  return [...fields.entries()].flatMap(([name]) => (matches(name) ? [name] : []));
}
