import type { Column, Expression, ProcessingCommand } from '../languages/esql/ast.js';
import { operandsOf } from '../languages/esql/visit.js';

/** Functions that give null for null, and for several values, of their first argument, and else a text made of it. */
const TEXT_OF: ReadonlySet<string> = new Set(['to_lower', 'to_upper', 'trim', 'ltrim', 'rtrim']);

/** Conditions in the form of a function, which are null where their first argument is null or has several values. */
const CONDITIONS: ReadonlySet<string> = new Set(['starts_with', 'ends_with', 'cidr_match']);

/** Functions that may give a value for null; of all others null makes null. */
const NULL_AWARE: ReadonlySet<string> = new Set(
  'case coalesce greatest least kql match match_phrase mv_append mv_contains mv_union qstr'.split(' '),
);

/** A place where a query compares a column: the comparison or the function, and the column. */
export interface ColumnTest {
  readonly node: Expression;
  readonly column: Column;
}

/** The columns that one expression tests, not those inside it: an operator or a function that cannot look into several values. */
export function testedColumns(node: Expression): readonly Column[] {
  switch (node.kind) {
    case 'Comparison':
      return [node.left, node.right].flatMap(columnBehind);
    case 'In':
    case 'Like':
      return columnBehind(node.operand);
    case 'Call':
      return CONDITIONS.has(node.name.toLowerCase()) ? node.arguments.slice(0, 1).flatMap(columnBehind) : [];
    default:
      return [];
  }
}

function columnBehind(node: Expression): readonly Column[] {
  if (node.kind === 'Column') return [node];
  if (node.kind === 'Call' && TEXT_OF.has(node.name.toLowerCase()))
    return node.arguments.slice(0, 1).flatMap(columnBehind);
  return [];
}

/** The columns without which an expression is null. */
export function neededColumns(node: Expression): readonly string[] {
  switch (node.kind) {
    case 'Column':
      return [node.name];
    case 'Call':
      return NULL_AWARE.has(node.name.toLowerCase()) ? [] : node.arguments.flatMap(neededColumns);
    case 'Comparison':
    case 'Arithmetic':
      return [node.left, node.right].flatMap(neededColumns);
    case 'In':
    case 'Like':
    case 'Negate':
    case 'Cast':
      return neededColumns(node.operand);
    default:
      return [];
  }
}

/** The expressions of one command, without those of FORK's branches. */
export function expressionsOf(command: ProcessingCommand): readonly Expression[] {
  switch (command.kind) {
    case 'Where':
      return [command.condition];
    case 'Eval':
      return command.fields.map(({ expression }) => expression);
    case 'Stats':
      return [
        ...command.aggregates.flatMap(({ field, filter }) => [field.expression, ...(filter ? [filter] : [])]),
        ...command.groupings.map(({ expression }) => expression),
      ];
    case 'Sort':
      return command.keys.map(({ expression }) => expression);
    case 'Dissect':
    case 'Grok':
    case 'TakeApart':
      return [command.input];
    case 'LookupJoin':
      return command.on;
    case 'Completion':
      return [command.prompt];
    default:
      return [];
  }
}

/** An expression and all inside it, outer ones first. */
export function* withInner(node: Expression): Generator<Expression, void, undefined> {
  yield node;
  for (const part of operandsOf(node)) yield* withInner(part);
}

/** The parts of a condition that all must hold. */
export function conjuncts(node: Expression): readonly Expression[] {
  return node.kind === 'Logical' && node.operator === 'and' ? node.operands.flatMap(conjuncts) : [node];
}

/** The columns that are certainly not null where a condition is true. */
export function requiredColumns(node: Expression): ReadonlySet<string> {
  switch (node.kind) {
    case 'Logical': {
      const [first = new Set<string>(), ...rest] = node.operands.map(requiredColumns);
      if (node.operator === 'and') return new Set([first, ...rest].flatMap((names) => [...names]));
      return new Set([...first].filter((name) => rest.every((names) => names.has(name))));
    }
    case 'IsNull':
      return new Set(node.negated ? neededColumns(node.operand) : []);
    case 'Not':
      return new Set(
        node.operand.kind === 'IsNull' && !node.operand.negated ? neededColumns(node.operand.operand) : [],
      );
    case 'Match':
      return new Set(neededColumns(node.field));
    default:
      return new Set(isNegative(node) ? [] : neededColumns(node));
  }
}

/** The tests of a condition that leave a row out because the column is null, although what they say is that it is not something. */
export function* negativeTests(node: Expression, negated = false): Generator<ColumnTest, void, undefined> {
  if (node.kind === 'Not') {
    for (const test of negativeTests(node.operand, !negated)) {
      yield test.node === node.operand ? { ...test, node } : test;
    }
  } else if (node.kind === 'Logical') {
    const isAlternative = (node.operator === 'or') !== negated;
    const excused = new Set(node.operands.flatMap((part) => excusedBy(part, isAlternative, negated)));
    for (const part of node.operands) {
      for (const test of negativeTests(part, negated)) if (!excused.has(test.column.name)) yield test;
    }
  } else if (isNegative(node) !== negated && !fitsEverything(node)) {
    const [column, ...more] = testedColumns(node);
    // Two fields that differ: both have to be there for anybody to say so.
    if (column && more.length === 0) yield { node, column };
  }
}

/** Columns whose null makes the whole condition true: `x is null or x != 1`, and its negation. */
function excusedBy(part: Expression, isAlternative: boolean, negated: boolean): readonly string[] {
  if (!isAlternative || part.kind !== 'IsNull' || part.negated !== negated) return [];
  return columnBehind(part.operand).map(({ name }) => name);
}

function isNegative(node: Expression): boolean {
  if (node.kind === 'Comparison') return node.operator === '!=';
  return (node.kind === 'In' || node.kind === 'Like') && node.negated;
}

/** Patterns that fit every text: Elasticsearch then keeps null too. */
function fitsEverything(node: Expression): boolean {
  if (node.kind !== 'Like') return false;
  const all = node.syntax === 'like' ? '*' : '.*';
  return node.patterns.some((pattern) => pattern.kind === 'String' && pattern.value === all);
}
