import type { Range } from '../diagnostics/diagnostic.js';
import type { Expression } from '../languages/esql/ast.js';
import { printExpression } from '../languages/esql/print-expression.js';
import { operandsOf } from '../languages/esql/visit.js';
import type { Clause, ClauseDraft } from './clause.js';
import { fieldsOfDrafts, numberClauses } from './number-clauses.js';

/** The clauses of the condition of one `WHERE`; they ask rows, not documents: `expression` of each is what a row is asked. */
export function esqlClauses(
  condition: Expression,
  text: string,
): { readonly clauses: readonly Clause[]; readonly expressions: readonly Expression[] } {
  const expressions: Expression[] = [];
  const root = new EsqlClauses(text).clause(condition);
  const clauses = numberClauses([{ part: { kind: 'pipe' }, root }]);
  for (const { ask } of clauses) if (ask.kind === 'row') expressions.push(ask.expression);
  return { clauses, expressions };
}

class EsqlClauses {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  clause(node: Expression): ClauseDraft {
    switch (node.kind) {
      case 'Logical':
        return this.inner(
          node,
          node.operator,
          node.operands.map((operand) => this.clause(operand)),
        );
      case 'Not':
        return this.inner(node, 'not', [this.clause(node.operand)]);
      case 'In':
        if (node.negated) return this.inner(node, 'not', [this.clause({ ...node, negated: false })]);
        return this.list(
          node,
          node.items.map((item) => ({ node: { ...node, items: [item] }, range: item.range })),
        );
      case 'Like':
        if (node.negated) return this.inner(node, 'not', [this.clause({ ...node, negated: false })]);
        return this.list(
          node,
          node.patterns.map((item) => ({ node: { ...node, patterns: [item], list: false }, range: item.range })),
        );
      default:
        return this.test(node, node.range);
    }
  }

  private list(node: Expression, values: readonly { readonly node: Expression; readonly range: Range }[]): ClauseDraft {
    if (values.length < 2) return this.test(node, node.range);
    return this.inner(
      node,
      'or',
      values.map((value) => this.test(value.node, value.range)),
    );
  }

  private inner(node: Expression, kind: 'and' | 'or' | 'not', children: readonly ClauseDraft[]): ClauseDraft {
    return { ...this.shape(node, node.range), kind, fields: fieldsOfDrafts(children), children };
  }

  private test(node: Expression, range: Range): ClauseDraft {
    const wanted = wantedBy(node);
    return {
      ...this.shape(node, range),
      kind: 'test',
      fields: columnsIn(node),
      ...(wanted === undefined ? {} : { wanted }),
      children: [],
    };
  }

  private shape(node: Expression, range: Range): Pick<ClauseDraft, 'text' | 'range' | 'ask'> {
    return { text: this.text.slice(range.start, range.end), range, ask: { kind: 'row', expression: node } };
  }
}

/** The names of the columns in an expression, each once. */
export function columnsIn(node: Expression): readonly string[] {
  if (node.kind === 'Column') return [node.name];
  return [...new Set(operandsOf(node).flatMap(columnsIn))];
}

function wantedBy(node: Expression): string | undefined {
  switch (node.kind) {
    case 'Comparison': {
      if (node.left.kind !== 'Column') return undefined;
      const value = plain(node.right);
      return node.operator === '==' ? value : `${node.operator} ${value}`;
    }
    case 'In':
      return node.operand.kind === 'Column' ? node.items.map(plain).join(', ') : undefined;
    case 'Like':
      return node.operand.kind === 'Column' ? node.patterns.map(plain).join(', ') : undefined;
    case 'IsNull':
      return node.operand.kind !== 'Column' ? undefined : node.negated ? 'any value' : 'no value';
    case 'Column':
      return 'true';
    default:
      return undefined;
  }
}

function plain(node: Expression): string {
  return node.kind === 'String' ? node.value : printExpression(node);
}
