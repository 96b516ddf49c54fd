import { unreachable } from '../../../values/unreachable.js';
import {
  type Cell,
  Failure,
  type Operand,
  type Scalar,
  TimeSpanValue,
  argumentFailure,
  cellOf,
  isMultiple,
  valuesOf,
} from '../cells.js';
import type { CallSite, Evaluate, GroupingFunction, ScalarFunction } from '../functions/function.js';
import { multiValueFailure } from '../functions/multi-value.js';
import type { Attribute, Call, Connective, NullTest, Resolved, Search } from './plan.js';

/** A row while a query runs: a place for every column that was ever computed; a place never filled is undefined. */
export type Row = (Cell | undefined)[];

/** A compiled expression. */
export type Compiled = (row: Row) => Cell;

/** What compiling needs from the engine. */
export interface CompileContext {
  /** How a column is read. */
  reference(attribute: Attribute): Compiled;
  /** How the conversion of a field of several types is read: each index has its own evaluation. */
  converted(field: Attribute, variants: ReadonlyMap<string, (cell: Cell) => Cell>): Compiled;
  /** How a search function is answered. */
  search(search: Search): Compiled;
  /** Looks at every text and list that a call gives; may throw to end a query whose values grow too large. */
  readonly weigh?: (cell: Cell) => void;
  /** Takes note of a value that could not be computed. */
  warn(
    node: { readonly text: string; readonly range: { readonly start: number } },
    failure: Failure,
    /** What is computed with instead. */
    instead?: 'null' | 'false',
  ): void;
}

/** Compiles an expression into a function from rows to cells. */
export function compileExpression(node: Resolved, context: CompileContext): Compiled {
  switch (node.kind) {
    case 'Constant': {
      const value = cellOfOperand(node.value);
      return () => value;
    }
    case 'Reference':
      return context.reference(node.attribute);
    case 'Connective':
      return compileConnective(node, context);
    case 'NullTest':
      return compileNullTest(node, context);
    case 'Search':
      return context.search(node);
    case 'Call':
      return compileCall(node, context);
    default:
      return unreachable(node);
  }
}

function compileNullTest(node: NullTest, context: CompileContext): Compiled {
  const operand = compileExpression(node.operand, context);
  if (!node.negated) return (row) => operand(row) === null;
  // Elasticsearch takes it that a call without null has no null among its columns.
  const columns = node.operand.kind === 'Call' ? columnsOf(node.operand).map((item) => context.reference(item)) : [];
  return (row) => operand(row) !== null && columns.every((column) => column(row) !== null);
}

/** The columns that a call needs, save inside CASE and COALESCE, which do without. */
function columnsOf(node: Resolved): readonly Attribute[] {
  if (node.kind === 'Reference') return node.attribute.field === undefined ? [] : [node.attribute];
  if (
    node.kind !== 'Call' ||
    node.variants !== undefined ||
    node.function.name === 'CASE' ||
    node.function.name === 'COALESCE'
  )
    return [];
  return node.arguments.flatMap(columnsOf);
}

function cellOfOperand(operand: Operand): Cell {
  // Functions take time spans from the call; the cell only must not be null.
  return operand instanceof TimeSpanValue ? 0 : operand;
}

function compileCall(node: Call, context: CompileContext): Compiled {
  if (node.constant !== undefined) {
    const value = cellOfOperand(node.constant);
    return () => value;
  }
  if (node.variants !== undefined) return compileConversion(node, node.variants, context);
  if (node.function.name === 'CASE') return compileCase(node, context);
  if (node.function.name === 'COALESCE') return compileCoalesce(node, context);
  const operands = node.arguments.map((item) => compileExpression(item, context));
  const evaluate = evaluator(
    node.function,
    node.site,
    (failure) => {
      context.warn(node, failure);
    },
    context.weigh,
  );
  const [first, second] = operands;
  if (operands.length === 1 && first) return (row) => evaluate(first(row));
  if (operands.length === 2 && first && second) return (row) => evaluate(first(row), second(row));
  return (row) => evaluate(...operands.map((operand) => operand(row)));
}

function compileConversion(node: Call, sites: ReadonlyMap<string, CallSite>, context: CompileContext): Compiled {
  const [field] = node.arguments;
  if (field?.kind !== 'Reference') return () => null;
  const warn = (failure: Failure): void => {
    context.warn(node, failure);
  };
  const variants = new Map([...sites].map(([type, site]) => [type, evaluator(node.function, site, warn)] as const));
  return context.converted(field.attribute, variants);
}

const NOT_ONE_TRUTH = argumentFailure('CASE expects a single-valued boolean');

function constantValue(node: Resolved): Operand | undefined {
  if (node.kind === 'Constant') return node.value;
  return node.kind === 'Call' ? node.constant : undefined;
}

/** CASE computes no more than it needs: a later branch may fail. A multi-valued condition counts as false. */
function compileCase(node: Call, context: CompileContext): Compiled {
  const operands = node.arguments.map((item) => compileExpression(item, context));
  const count = operands.length;
  // Of a condition that is constant Elasticsearch decides beforehand, and warns only where all of the call is constant.
  const isConstant = node.arguments.map((item) => constantValue(item) !== undefined);
  const warns = isConstant.map((constant) => !constant || isConstant.every(Boolean));
  return (row) => {
    for (let at = 0; at + 1 < count; at += 2) {
      const condition = operands[at]?.(row) ?? null;
      if (isMultiple(condition) && warns[at] === true) context.warn(node.arguments[at] ?? node, NOT_ONE_TRUTH, 'false');
      if (condition === true) return operands[at + 1]?.(row) ?? null;
    }
    return count % 2 === 1 ? (operands[count - 1]?.(row) ?? null) : null;
  };
}

function compileCoalesce(node: Call, context: CompileContext): Compiled {
  const operands = node.arguments.map((item) => compileExpression(item, context));
  return (row) => {
    for (const operand of operands) {
      const cell = operand(row);
      if (cell !== null) return cell;
    }
    return null;
  };
}

function compileConnective(node: Connective, context: CompileContext): Compiled {
  const operands = node.operands.map((item) => compileExpression(item, context));
  const [first, ...rest] = operands;
  if (first === undefined) return () => null;
  if (node.operator === 'not') {
    return (row) => {
      const value = first(row);
      if (isMultiple(value)) context.warn(node, multiValueFailure());
      return value === null || isMultiple(value) ? null : !value;
    };
  }
  const decisive = node.operator === 'or';
  return (row) => {
    let value = first(row);
    for (const operand of rest) {
      // A side that decides makes the other one unneeded, save that a multi-value there gives null.
      const other = operand(row);
      if (isMultiple(value) || isMultiple(other)) value = null;
      else if (value === decisive || other === decisive) value = decisive;
      else value = value === null || other === null ? null : !decisive;
    }
    return value;
  };
}

/** The evaluation of a function on cells, by the rule for nulls and multi-values that its entry names. */
export function evaluator(
  entry: ScalarFunction | GroupingFunction,
  site: CallSite,
  warn: (failure: Failure) => void,
  weigh?: (cell: Cell) => void,
): (...cells: Cell[]) => Cell {
  const settle = (result: Cell | Failure): Cell => {
    if (result instanceof Failure) {
      warn(result);
      return null;
    }
    if (weigh !== undefined && (typeof result === 'string' || typeof result === 'object')) weigh(result);
    return result;
  };
  if (entry.kind === 'grouping') return grouping(entry.evaluate(site), settle);
  if (entry.evaluateCells) {
    const evaluate = entry.evaluateCells(site);
    return (...cells) => settle(evaluate(...cells));
  }
  if (entry.convert) return converting(entry.convert(site), warn);
  const evaluate = entry.evaluate?.(site);
  if (evaluate === undefined) return () => null;
  return single(evaluate, settle);
}

type Settle = (result: Cell | Failure) => Cell;

function single(evaluate: Evaluate, settle: Settle): (...cells: Cell[]) => Cell {
  return (...cells) => {
    let multiple = false;
    for (const cell of cells) {
      if (cell === null) return null;
      if (typeof cell === 'object') multiple = true;
    }
    return settle(multiple ? multiValueFailure() : evaluate(...(cells as Scalar[])));
  };
}

/** A grouping function works on each value, since a row belongs to the group of each. */
function grouping(evaluate: Evaluate, settle: Settle): (...cells: Cell[]) => Cell {
  return (cell = null, ...rest) => {
    if (cell === null) return null;
    return settle(isMultiple(cell) ? multiValueFailure() : evaluate(cell, ...(rest as Scalar[])));
  };
}

/** Each value on its own; those that fail are left out. */
function converting(
  convert: (value: Scalar) => Scalar | Failure,
  warn: (failure: Failure) => void,
): (...cells: Cell[]) => Cell {
  return (cell = null) => {
    if (cell === null) return null;
    const converted: Scalar[] = [];
    for (const value of valuesOf(cell)) {
      const result = convert(value);
      if (result instanceof Failure) warn(result);
      else converted.push(result);
    }
    return cellOf(converted);
  };
}
