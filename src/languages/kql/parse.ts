import type { Checked, Finding, Range } from '../../diagnostics/diagnostic.js';
import type { KqlNode, KqlRangeOperator, KqlTerm, KqlValue } from './ast.js';
import { isLoneWildcard } from './ast.js';
import { expectedClause, expectedEnd, expectedValue, misreadOperators } from './explain.js';
import { KqlScanner } from './scan.js';
import { fail, KqlSyntaxError } from './syntax-error.js';

/** Brackets may nest this deep; a query that needs more is a mistake or an attack. */
const MAX_DEPTH = 200;

/**
 * Reads KQL as Kibana 8.19 and 9.x do, quirks included: an unquoted value runs to the next special character, ` and `, ` or ` or `not `,
 * inner spaces belong to it; `not` binds tighter than `and`, `and` tighter than `or`. Never throws; on a syntax error there is one finding
 * and no value. https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql
 */
export function parseKql(text: string): Checked<KqlNode, Finding> {
  try {
    const value = new KqlParser(text).query();
    return { value, diagnostics: misreadOperators(value) };
  } catch (error) {
    if (error instanceof KqlSyntaxError) return { diagnostics: [error.finding] };
    throw error;
  }
}

class KqlParser {
  private readonly scanner: KqlScanner;
  private depth = 0;

  constructor(text: string) {
    this.scanner = new KqlScanner(text);
  }

  query(): KqlNode {
    this.scanner.skipSpace();
    if (this.scanner.peek() === undefined)
      return { kind: 'MatchAll', range: { start: 0, end: this.scanner.text.length } };
    const node = this.or();
    this.scanner.skipSpace();
    if (this.scanner.peek() !== undefined) expectedEnd(this.scanner);
    return node;
  }

  private or(): KqlNode {
    return this.joined<KqlNode>(
      'or',
      () => this.and(),
      (clauses, range) => ({ kind: 'Or', clauses, range }),
    );
  }

  private and(): KqlNode {
    return this.joined<KqlNode>(
      'and',
      () => this.not(),
      (clauses, range) => ({ kind: 'And', clauses, range }),
    );
  }

  private not(): KqlNode {
    const start = this.scanner.at;
    if (!this.scanner.takeNot()) return this.clause();
    const clause = this.clause();
    return { kind: 'Not', clause, range: this.from(start, clause) };
  }

  private clause(): KqlNode {
    const { scanner } = this;
    const start = scanner.at;
    if (scanner.take('(')) {
      scanner.skipSpace();
      const inner = this.nest(start, () => this.or());
      this.close(')', start);
      return inner;
    }
    const term = scanner.term();
    if (term === undefined) return expectedClause(scanner);
    const afterTerm = scanner.at;
    scanner.skipSpace();
    if (scanner.take(':')) return this.afterColon(term);
    const operator = this.rangeOperator();
    if (operator !== undefined) return this.afterOperator(term, operator);
    scanner.at = afterTerm;
    return { kind: 'FreeText', value: term, range: term.range };
  }

  private afterColon(field: KqlTerm): KqlNode {
    const { scanner } = this;
    const { start } = field.range;
    scanner.skipSpace();
    const brace = scanner.at;
    if (scanner.take('{')) {
      scanner.skipSpace();
      const clause = this.nest(brace, () => this.or());
      this.close('}', brace);
      return { kind: 'Nested', path: field, clause, range: { start, end: scanner.at } };
    }
    const value = this.values(field);
    const range = this.from(start, value);
    if (value.kind === 'Wildcard' && isLoneWildcard(value)) return { kind: 'Exists', field, range };
    return { kind: 'Match', field, value, range };
  }

  private afterOperator(field: KqlTerm, operator: KqlRangeOperator): KqlNode {
    this.scanner.skipSpace();
    const value = this.scanner.term() ?? expectedValue(this.scanner, field);
    return { kind: 'Range', field, operator, value, range: { start: field.range.start, end: value.range.end } };
  }

  private rangeOperator(): KqlRangeOperator | undefined {
    if (this.scanner.take('<=')) return 'lte';
    if (this.scanner.take('>=')) return 'gte';
    if (this.scanner.take('<')) return 'lt';
    return this.scanner.take('>') ? 'gt' : undefined;
  }

  private values(field: KqlTerm): KqlValue {
    const { scanner } = this;
    const start = scanner.at;
    if (scanner.take('(')) {
      scanner.skipSpace();
      const inner = this.nest(start, () => this.orValues(field));
      this.close(')', start);
      return inner;
    }
    return scanner.term() ?? expectedValue(scanner, field);
  }

  private orValues(field: KqlTerm): KqlValue {
    return this.joined<KqlValue>(
      'or',
      () => this.andValues(field),
      (values, range) => ({ kind: 'ValueOr', values, range }),
    );
  }

  private andValues(field: KqlTerm): KqlValue {
    return this.joined<KqlValue>(
      'and',
      () => this.notValue(field),
      (values, range) => ({ kind: 'ValueAnd', values, range }),
    );
  }

  private notValue(field: KqlTerm): KqlValue {
    const start = this.scanner.at;
    if (!this.scanner.takeNot()) return this.values(field);
    const value = this.values(field);
    return { kind: 'ValueNot', value, range: this.from(start, value) };
  }

  /** Position after the last closing bracket: the end of nodes whose last part stands in brackets. */
  private closedAt = 0;

  private close(bracket: ')' | '}', opened: number): void {
    this.scanner.skipSpace();
    if (!this.scanner.take(bracket)) expectedEnd(this.scanner, { bracket, opened });
    this.closedAt = this.scanner.at;
  }

  private from(start: number, last: { readonly range: Range }): Range {
    return { start, end: Math.max(last.range.end, this.closedAt) };
  }

  /** One item, or several with the same word between them. */
  private joined<T extends { readonly range: Range }>(
    word: 'and' | 'or',
    read: () => T,
    build: (items: readonly T[], range: Range) => T,
  ): T {
    const start = this.scanner.at;
    const first = read();
    const items = [first];
    let last = first;
    while (this.scanner.takeConjunction(word)) items.push((last = read()));
    return items.length === 1 ? first : build(items, this.from(start, last));
  }

  private nest<T>(start: number, read: () => T): T {
    if (++this.depth > MAX_DEPTH) {
      fail(
        'too-deep',
        start,
        start + 1,
        `Brackets are nested more than ${MAX_DEPTH} deep.`,
        'Elasticsearch refuses queries that nest so deeply, and reading on could exhaust the stack.',
        'Remove brackets that group nothing, or split the query.',
      );
    }
    const result = read();
    this.depth--;
    return result;
  }
}
