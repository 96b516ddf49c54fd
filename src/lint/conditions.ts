import type { Range } from '../diagnostics/diagnostic.js';
import type { EqlExpression, EqlSource } from '../languages/eql/ast.js';
import type { Expression } from '../languages/esql/ast.js';
import { commandsOf } from '../languages/esql/visit.js';
import type { KqlNode, KqlValue } from '../languages/kql/ast.js';
import type { ParsedQuery } from './queries.js';

/**
 * A condition of any query language, as far as its `and`, `or` and `not` go. `shape` is equal for conditions that are written the same but for
 * space, brackets and letter case of keywords; lists of values are `or`s of their values. A chain of `and`s is one node.
 */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[]; readonly shape: string; readonly range: Range }
  | { readonly kind: 'not'; readonly part: Condition; readonly shape: string; readonly range: Range }
  | { readonly kind: 'leaf'; readonly shape: string; readonly range: Range };

/** The conditions of a query that stand apart from each other: one of KQL, one a step of EQL, one a WHERE of ES|QL; none of Lucene. */
export function conditionsOf(query: ParsedQuery): readonly Condition[] {
  if (query.tree === undefined) return [];
  switch (query.language) {
    case 'kuery':
      return [ofKql(query.tree)];
    case 'eql':
      return eqlConditions(query.tree.source).map(ofEql);
    case 'esql':
      return commandsOf(query.tree).flatMap((command) => (command.kind === 'Where' ? [ofEsql(command.condition)] : []));
    case 'lucene':
      return [];
  }
}

/** Every condition inside another, that itself included, outer ones first. */
export function* allConditions(condition: Condition): Generator<Condition, void, undefined> {
  yield condition;
  if (condition.kind === 'not') yield* allConditions(condition.part);
  else if (condition.kind !== 'leaf') for (const part of condition.parts) yield* allConditions(part);
}

function eqlConditions(source: EqlSource): readonly EqlExpression[] {
  if (source.kind === 'EventFilter') return [source.condition];
  const until = source.kind === 'Sequence' && source.until !== null ? [source.until] : [];
  return [...source.steps, ...until].map(({ filter }) => filter.condition);
}

function ofKql(node: KqlNode): Condition {
  switch (node.kind) {
    case 'And':
      return joined('and', node.clauses.map(ofKql), node.range);
    case 'Or':
      return joined('or', node.clauses.map(ofKql), node.range);
    case 'Not':
      return negated(ofKql(node.clause), node.range);
    case 'Match':
      return ofKqlValue(shapeOf(node.field), node.value, node.range);
    default:
      return leaf(shapeOf(node), node.range);
  }
}

function ofKqlValue(field: string, value: KqlValue, range: Range): Condition {
  const ofItem = (item: KqlValue): Condition => ofKqlValue(field, item, item.range);
  switch (value.kind) {
    case 'ValueAnd':
      return joined('and', value.values.map(ofItem), range);
    case 'ValueOr':
      return joined('or', value.values.map(ofItem), range);
    case 'ValueNot':
      return negated(ofItem(value.value), range);
    default:
      return leaf(`${field}:${shapeOf(value)}`, range);
  }
}

function ofEql(node: EqlExpression): Condition {
  switch (node.kind) {
    case 'And':
      return joined('and', node.clauses.map(ofEql), node.range);
    case 'Or':
      return joined('or', node.clauses.map(ofEql), node.range);
    case 'Not':
      return negated(ofEql(node.clause), node.range);
    case 'Match': {
      const left = `${shapeOf(node.value)} ${node.operator} `;
      return listed(left, node.patterns, node.range);
    }
    case 'In': {
      const list = listed(`${shapeOf(node.value)} ${node.insensitive ? 'in~' : '=='} `, node.items, node.range);
      return node.negated ? negated(list, node.range) : list;
    }
    case 'Comparison':
      return leaf(`${shapeOf(node.left)} ${node.operator} ${shapeOf(node.right)}`, node.range);
    default:
      return leaf(shapeOf(node), node.range);
  }
}

function ofEsql(node: Expression): Condition {
  switch (node.kind) {
    case 'Logical':
      return joined(node.operator, node.operands.map(ofEsql), node.range);
    case 'Not':
      return negated(ofEsql(node.operand), node.range);
    case 'In': {
      const list = listed(`${shapeOf(node.operand)} == `, node.items, node.range);
      return node.negated ? negated(list, node.range) : list;
    }
    case 'Like': {
      const list = listed(`${shapeOf(node.operand)} ${node.syntax} `, node.patterns, node.range);
      return node.negated ? negated(list, node.range) : list;
    }
    case 'Comparison':
      return leaf(`${shapeOf(node.left)} ${node.operator} ${shapeOf(node.right)}`, node.range);
    default:
      return leaf(shapeOf(node), node.range);
  }
}

function listed(left: string, items: readonly (object & { readonly range: Range })[], range: Range): Condition {
  const [only, ...more] = items.map((item) => leaf(left + shapeOf(item), item.range));
  return only && more.length === 0 ? leaf(only.shape, range) : joined('or', only ? [only, ...more] : [], range);
}

function joined(kind: 'and' | 'or', items: readonly Condition[], range: Range): Condition {
  const parts = items.flatMap((item) => (item.kind === kind ? item.parts : [item]));
  return { kind, parts, range, shape: `(${parts.map(({ shape }) => shape).join(` ${kind} `)})` };
}

function negated(part: Condition, range: Range): Condition {
  if (part.kind === 'not') return part.part;
  return { kind: 'not', part, range, shape: `not ${part.shape}` };
}

function leaf(shape: string, range: Range): Condition {
  return { kind: 'leaf', shape, range };
}

/** A tree without its places, as a text. */
function shapeOf(node: object): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'range') return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });
}
