import type { Range } from '../diagnostics/diagnostic.js';
import type { EqlEventFilter, EqlExpression, EqlQuery } from '../languages/eql/ast.js';
import { fieldsOfExpression } from '../languages/eql/fields.js';
import { printExpression } from '../languages/eql/print.js';
import type { ClauseDraft, DraftPart } from './clause.js';
import { fieldsOfDrafts } from './number-clauses.js';

/** The clauses of an EQL query: those of its events, or of each step and of `until`. The category is a clause before the condition. */
export function eqlClauses({ source }: EqlQuery, text: string, eventCategoryField?: string): readonly DraftPart[] {
  const of = (filter: EqlEventFilter): ClauseDraft => new EqlClauses(text, eventCategoryField).filter(filter);
  if (source.kind === 'EventFilter') return [{ part: { kind: 'query' }, root: of(source) }];
  const steps = source.steps.map(({ filter, missing }, at) => ({
    part: { kind: 'step', at: at + 1, missing } as const,
    root: of(filter),
  }));
  const until = source.kind === 'Sequence' ? source.until : null;
  return until === null ? steps : [...steps, { part: { kind: 'until' }, root: of(until.filter) }];
}

class EqlClauses {
  private readonly text: string;
  private readonly categoryField: string | undefined;

  constructor(text: string, categoryField: string | undefined) {
    this.text = text;
    this.categoryField = categoryField;
  }

  filter(filter: EqlEventFilter): ClauseDraft {
    const { category, condition, range } = filter;
    const inner = this.condition(condition);
    if (category === null) return inner;
    const place = { start: range.start, end: this.endOfCategory(range.start) };
    const own: ClauseDraft = {
      kind: 'test',
      text: this.slice(place),
      range: place,
      fields: [this.categoryField ?? 'event.category'],
      wanted: category,
      ask: this.ask({ ...filter, condition: { kind: 'Boolean', value: true, range: place } }),
      children: [],
    };
    // `where true` says nothing more.
    if (condition.kind === 'Boolean' && condition.value) return own;
    // The parts of an `and` stand beside the category.
    const children = inner.kind === 'and' ? [own, ...inner.children] : [own, inner];
    return {
      kind: 'and',
      text: this.slice(range),
      range,
      fields: fieldsOfDrafts(children),
      ask: this.ask(filter),
      children,
    };
  }

  private condition(node: EqlExpression): ClauseDraft {
    switch (node.kind) {
      case 'And':
      case 'Or':
        return this.inner(
          node,
          node.kind === 'And' ? 'and' : 'or',
          node.clauses.map((clause) => this.condition(clause)),
        );
      case 'Not':
        return this.inner(node, 'not', [this.condition(node.clause)]);
      case 'In':
        if (node.negated) return this.inner(node, 'not', [this.condition({ ...node, negated: false })]);
        return this.list(
          node,
          node.items.map((item) => ({ node: { ...node, items: [item] }, item })),
        );
      case 'Match':
        return this.list(
          node,
          node.patterns.map((item) => ({ node: { ...node, patterns: [item] }, item })),
        );
      default:
        return this.test(node, node.range);
    }
  }

  /** A list of one value is a test like any other. */
  private list(
    node: EqlExpression,
    values: readonly { readonly node: EqlExpression; readonly item: EqlExpression }[],
  ): ClauseDraft {
    if (values.length < 2) return this.test(node, node.range);
    return this.inner(
      node,
      'or',
      values.map((value) => this.test(value.node, value.item.range)),
    );
  }

  private inner(node: EqlExpression, kind: 'and' | 'or' | 'not', children: readonly ClauseDraft[]): ClauseDraft {
    return {
      kind,
      text: this.slice(node.range),
      range: node.range,
      fields: fieldsOfDrafts(children),
      ask: this.any(node),
      children,
    };
  }

  private test(node: EqlExpression, range: Range): ClauseDraft {
    const wanted = wantedBy(node);
    return {
      kind: 'test',
      text: this.slice(range),
      range,
      fields: [...new Set(fieldsOfExpression(node).map(({ name }) => name))],
      ...(wanted === undefined ? {} : { wanted }),
      ask: this.any(node),
      children: [],
    };
  }

  private any(condition: EqlExpression): ClauseDraft['ask'] {
    return this.ask({ kind: 'EventFilter', category: null, condition, range: condition.range });
  }

  private ask(filter: EqlEventFilter): ClauseDraft['ask'] {
    return {
      kind: 'eql',
      filter,
      ...(this.categoryField === undefined ? {} : { eventCategoryField: this.categoryField }),
    };
  }

  /** The category is a name or a text in quotes: it ends where `where` begins, white space aside. */
  private endOfCategory(start: number): number {
    const quote = this.text[start];
    if (quote === '"') {
      let at = start + 1;
      while (at < this.text.length && this.text[at] !== '"') at += this.text[at] === '\\' ? 2 : 1;
      return Math.min(at + 1, this.text.length);
    }
    let at = start;
    while (at < this.text.length && /[\p{L}\p{N}_@]/u.test(this.text[at] ?? '')) at += 1;
    return at;
  }

  private slice({ start, end }: Range): string {
    return this.text.slice(start, end);
  }
}

function wantedBy(node: EqlExpression): string | undefined {
  switch (node.kind) {
    case 'Field':
      return 'true';
    case 'Comparison': {
      const { operator, left, right } = node;
      if (left.kind !== 'Field') return undefined;
      const value = plain(right);
      if (right.kind === 'Null') return operator === '==' ? 'no value' : 'any value';
      return operator === '==' ? value : `${operator} ${value}`;
    }
    case 'In':
      return node.items.map(plain).join(', ');
    case 'Match':
      return node.patterns.map(plain).join(', ');
    default:
      return undefined;
  }
}

function plain(node: EqlExpression): string {
  return node.kind === 'String' ? node.value : printExpression(node);
}
