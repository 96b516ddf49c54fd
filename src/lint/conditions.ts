import type { EqlExpression, EqlSource } from '../languages/eql/ast.js';
import type { Expression } from '../languages/esql/ast.js';
import { commandsOf } from '../languages/esql/visit.js';
import type { KqlNode, KqlValue } from '../languages/kql/ast.js';
import type { Range } from '../diagnostics/diagnostic.js';
import { ConditionBuilder, treeText } from './condition.js';
import type { Condition } from './condition.js';
import type { ParsedQuery } from './queries.js';

const built = new WeakMap<ParsedQuery, readonly Condition[]>();

/** The conditions of a query that stand apart from each other: one of KQL, one a step of EQL, one a WHERE of ES|QL; none of Lucene. */
export function conditionsOf(query: ParsedQuery): readonly Condition[] {
  const known = built.get(query);
  if (known) return known;
  const conditions = build(query);
  built.set(query, conditions);
  return conditions;
}

function build(query: ParsedQuery): readonly Condition[] {
  if (query.tree === undefined) return [];
  const builder = new ConditionBuilder();
  switch (query.language) {
    case 'kuery':
      return [ofKql(query.tree, builder)];
    case 'eql':
      return eqlConditions(query.tree.source).map((condition) => ofEql(condition, builder));
    case 'esql':
      return commandsOf(query.tree).flatMap((command) =>
        command.kind === 'Where' ? [ofEsql(command.condition, builder)] : [],
      );
    case 'lucene':
      return [];
  }
}

function eqlConditions(source: EqlSource): readonly EqlExpression[] {
  if (source.kind === 'EventFilter') return [source.condition];
  const until = source.kind === 'Sequence' && source.until !== null ? [source.until] : [];
  return [...source.steps, ...until].map(({ filter }) => filter.condition);
}

function ofKql(node: KqlNode, builder: ConditionBuilder): Condition {
  const all = (nodes: readonly KqlNode[]): readonly Condition[] => nodes.map((clause) => ofKql(clause, builder));
  switch (node.kind) {
    case 'And':
      return builder.joined('and', all(node.clauses), node.range);
    case 'Or':
      return builder.joined('or', all(node.clauses), node.range);
    case 'Not':
      return builder.negated(ofKql(node.clause, builder), node.range);
    case 'Match':
      return ofKqlValue(treeText(node.field), node.value, node.range, builder);
    default:
      return builder.leaf(treeText(node), node.range);
  }
}

function ofKqlValue(field: string, value: KqlValue, range: Range, builder: ConditionBuilder): Condition {
  const ofItem = (item: KqlValue): Condition => ofKqlValue(field, item, item.range, builder);
  switch (value.kind) {
    case 'ValueAnd':
      return builder.joined('and', value.values.map(ofItem), range);
    case 'ValueOr':
      return builder.joined('or', value.values.map(ofItem), range);
    case 'ValueNot':
      return builder.negated(ofItem(value.value), range);
    default:
      return builder.leaf(`${field}:${treeText(value)}`, range);
  }
}

function ofEql(node: EqlExpression, builder: ConditionBuilder): Condition {
  const all = (nodes: readonly EqlExpression[]): readonly Condition[] => nodes.map((clause) => ofEql(clause, builder));
  switch (node.kind) {
    case 'And':
      return builder.joined('and', all(node.clauses), node.range);
    case 'Or':
      return builder.joined('or', all(node.clauses), node.range);
    case 'Not':
      return builder.negated(ofEql(node.clause, builder), node.range);
    case 'Match':
      return builder.listed(`${treeText(node.value)} ${node.operator} `, node.patterns, node.range);
    case 'In': {
      const left = `${treeText(node.value)} ${node.insensitive ? 'in~' : '=='} `;
      const list = builder.listed(left, node.items, node.range);
      return node.negated ? builder.negated(list, node.range) : list;
    }
    case 'Comparison':
      return builder.leaf(`${treeText(node.left)} ${node.operator} ${treeText(node.right)}`, node.range);
    default:
      return builder.leaf(treeText(node), node.range);
  }
}

function ofEsql(node: Expression, builder: ConditionBuilder): Condition {
  switch (node.kind) {
    case 'Logical': {
      const parts = node.operands.map((operand) => ofEsql(operand, builder));
      return builder.joined(node.operator, parts, node.range);
    }
    case 'Not':
      return builder.negated(ofEsql(node.operand, builder), node.range);
    case 'In': {
      const list = builder.listed(`${treeText(node.operand)} == `, node.items, node.range);
      return node.negated ? builder.negated(list, node.range) : list;
    }
    case 'Like': {
      const list = builder.listed(`${treeText(node.operand)} ${node.syntax} `, node.patterns, node.range);
      return node.negated ? builder.negated(list, node.range) : list;
    }
    case 'Comparison':
      return builder.leaf(`${treeText(node.left)} ${node.operator} ${treeText(node.right)}`, node.range);
    default:
      return builder.leaf(treeText(node), node.range);
  }
}
