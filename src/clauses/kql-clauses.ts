import type { Range } from '../diagnostics/diagnostic.js';
import { isLoneWildcard, termText } from '../languages/kql/ast.js';
import type { KqlMatch, KqlNode, KqlTerm, KqlValue } from '../languages/kql/ast.js';
import type { ClauseDraft } from './clause.js';
import { fieldsOfDrafts } from './number-clauses.js';

/** The clauses of a KQL tree; undefined for the empty query, which every document satisfies. */
export function kqlClauses(tree: KqlNode, text: string): ClauseDraft | undefined {
  return tree.kind === 'MatchAll' ? undefined : new KqlClauses(text, undefined, (node) => node).clause(tree);
}

/** Makes the clauses below one nested path; `around` puts a clause into the groups that it stands in. */
class KqlClauses {
  private readonly text: string;
  private readonly path: string | undefined;
  private readonly around: (node: KqlNode) => KqlNode;

  constructor(text: string, path: string | undefined, around: (node: KqlNode) => KqlNode) {
    this.text = text;
    this.path = path;
    this.around = around;
  }

  clause(node: KqlNode): ClauseDraft {
    switch (node.kind) {
      case 'And':
      case 'Or':
        return this.inner(
          node,
          node.kind === 'And' ? 'and' : 'or',
          node.clauses.map((clause) => this.clause(clause)),
        );
      case 'Not':
        return this.inner(node, 'not', [this.clause(node.clause)]);
      case 'Nested': {
        const { path } = node;
        const below = new KqlClauses(this.text, this.name(path), (clause) =>
          this.around({ kind: 'Nested', path, clause, range: clause.range }),
        );
        return this.inner(node, 'nested', [below.clause(node.clause)]);
      }
      case 'Match':
        return this.match(node, node.value, node.range);
      case 'Range':
        return this.test(node, node.range, node.field, `${SYMBOLS[node.operator]} ${termText(node.value)}`);
      case 'Exists':
        return this.test(node, node.range, node.field, ANY_VALUE);
      case 'FreeText':
        return this.test(node, node.range, undefined, termText(node.value));
      case 'MatchAll':
        return this.test(node, node.range, undefined, undefined);
    }
  }

  /** `field: value`; of a list the values are clauses of their own, whose text is the value alone. */
  private match(node: KqlMatch, value: KqlValue, range: Range): ClauseDraft {
    const own: KqlMatch = { ...node, value };
    switch (value.kind) {
      case 'ValueAnd':
      case 'ValueOr':
        return this.inner(
          own,
          value.kind === 'ValueAnd' ? 'and' : 'or',
          value.values.map((item) => this.match(node, item, item.range)),
          range,
        );
      case 'ValueNot':
        return this.inner(own, 'not', [this.match(node, value.value, value.value.range)], range);
      default:
        return this.test(own, range, node.field, isLoneWildcard(value) ? ANY_VALUE : termText(value));
    }
  }

  private inner(
    node: KqlNode,
    kind: 'and' | 'or' | 'not' | 'nested',
    children: readonly ClauseDraft[],
    range: Range = node.range,
  ): ClauseDraft {
    return {
      kind,
      text: this.text.slice(range.start, range.end),
      range,
      fields: fieldsOfDrafts(children),
      ask: { kind: 'kql', node: this.around(node) },
      children,
    };
  }

  private test(node: KqlNode, range: Range, field: KqlTerm | undefined, wanted: string | undefined): ClauseDraft {
    return {
      kind: 'test',
      text: this.text.slice(range.start, range.end),
      range,
      fields: field === undefined || isLoneWildcard(field) ? [] : [this.name(field)],
      ...(wanted === undefined ? {} : { wanted }),
      ask: { kind: 'kql', node: this.around(node) },
      children: [],
    };
  }

  private name(term: KqlTerm): string {
    return this.path === undefined ? termText(term) : `${this.path}.${termText(term)}`;
  }
}

/** What a test wants that only asks whether there is a value. */
export const ANY_VALUE = 'any value';

const SYMBOLS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
