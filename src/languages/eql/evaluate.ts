import { ORDER_TESTS } from '../../values/order-tests.js';
import type { EqlComparison, EqlExpression, EqlField, EqlIn, EqlMatch } from './ast.js';
import { calculate, negate } from './functions/arithmetic.js';
import { eqlFunction } from './functions/functions.js';
import { likeMatcher, regexpMatcher } from './functions/predicates.js';
import { foldAsciiCase } from '../../values/patterns/ascii-case.js';
import { compareValues, EqlEvaluationError } from './value.js';
import { string } from './functions/strings.js';
import type { EqlValue } from './value.js';

/** The values of the fields of one event, by the place of their use in the expression. */
export type EqlRow = readonly EqlValue[];

/** An expression made ready to run on many rows. Throws an `EqlEvaluationError` where Elasticsearch fails. */
export type EqlProgram = (row: EqlRow) => EqlValue;

/**
 * Compiles an expression; `slot` gives the place of a field's value in the rows. Conditions are three-valued: a comparison with null is
 * null, unless it is written `== null` or `!= null`; `and`, `or` and `not` treat null as unknown.
 */
export function compileExpression(node: EqlExpression, slot: (field: EqlField) => number): EqlProgram {
  const compile = (part: EqlExpression): EqlProgram => compileExpression(part, slot);
  switch (node.kind) {
    case 'And':
      return connective(node.clauses.map(compile), false);
    case 'Or':
      return connective(node.clauses.map(compile), true);
    case 'Not': {
      const clause = compile(node.clause);
      return (row) => invert(clause(row));
    }
    case 'Comparison':
      return comparison(node, compile);
    case 'In':
      return membership(node, compile);
    case 'Match':
      return pattern(node, compile);
    case 'Arithmetic': {
      const [left, right] = [compile(node.left), compile(node.right)];
      return (row) => calculate(node.operator, left(row), right(row));
    }
    case 'Negation': {
      const value = compile(node.value);
      return (row) => negate(value(row));
    }
    case 'Call':
      return call(node, compile);
    case 'Field': {
      const place = slot(node);
      return (row) => row[place] ?? null;
    }
    case 'Null':
      return () => null;
    default:
      return () => node.value;
  }
}

/** The value of an expression that depends on no field; undefined if it depends on one, or if Elasticsearch could not tell either. */
export function constantValue(node: EqlExpression): EqlValue | undefined {
  if (!isConstant(node)) return undefined;
  try {
    return compileExpression(node, () => 0)([]);
  } catch (error) {
    if (error instanceof EqlEvaluationError) return undefined;
    throw error;
  }
}

function isConstant(node: EqlExpression): boolean {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.every(isConstant);
    case 'Not':
      return isConstant(node.clause);
    case 'Comparison':
    case 'Arithmetic':
      return isConstant(node.left) && isConstant(node.right);
    case 'In':
      return isConstant(node.value) && node.items.every(isConstant);
    case 'Match':
    case 'Negation':
      return isConstant(node.value);
    case 'Call':
      return node.arguments.every(isConstant);
    case 'Field':
      return false;
    default:
      return true;
  }
}

type Compile = (part: EqlExpression) => EqlProgram;

function connective(clauses: readonly EqlProgram[], decisive: boolean): EqlProgram {
  return (row) => {
    let result: EqlValue = !decisive;
    for (const clause of clauses) {
      const value = clause(row);
      if (value === decisive) return decisive;
      if (value === null) result = null;
    }
    return result;
  };
}

function invert(value: EqlValue): EqlValue {
  return value === null ? null : value !== true;
}

function comparison({ operator, left, right }: EqlComparison, compile: Compile): EqlProgram {
  const [one, two] = [compile(left), compile(right)];
  if (operator === '==' || operator === '!=') {
    const tested = isNull(right) ? one : isNull(left) ? two : undefined;
    if (tested !== undefined) return (row) => (tested(row) === null) === (operator === '==');
  }
  const test = ORDER_TESTS[operator];
  return (row) => {
    const order = compareValues(one(row), two(row));
    return order === null ? null : test(order);
  };
}

/** Whether the expression is null whatever the event: a comparison with it asks whether there is a value. */
function isNull(node: EqlExpression): boolean {
  return node.kind === 'Null' || constantValue(node) === null;
}

function membership({ value, items, insensitive, negated }: EqlIn, compile: Compile): EqlProgram {
  const needle = compile(value);
  const members = items.map(compile);
  return (row) => {
    const sought = needle(row);
    let result: EqlValue = sought === null ? null : false;
    for (const member of members) {
      const found = insensitive ? sameText(sought, member(row)) : equal(sought, member(row));
      if (found === true) return !negated;
      if (found === null) result = null;
    }
    return negated ? invert(result) : result;
  };
}

function equal(left: EqlValue, right: EqlValue): boolean | null {
  const order = compareValues(left, right);
  return order === null ? null : order === 0;
}

function sameText(left: EqlValue, right: EqlValue): boolean | null {
  if (left === null || right === null) return null;
  return matchesExactly(string(left), string(right));
}

/** Equality that ignores the case of ASCII letters. */
function matchesExactly(left: string, right: string): boolean {
  return left.length === right.length && foldAsciiCase(left) === foldAsciiCase(right);
}

function pattern({ operator, value, patterns }: EqlMatch, compile: Compile): EqlProgram {
  const text = compile(value);
  const texts = patterns.map((item) => (item.kind === 'Null' ? null : String(item.value)));
  const known = texts.filter((item) => item !== null);
  const insensitive = operator === ':' || operator.endsWith('~');
  const matches = operator.startsWith('regex') ? regexpMatcher(known, insensitive) : likeMatcher(known, insensitive);
  return (row) => {
    const found = text(row);
    if (found === null) return null;
    return matches(string(found)) || (known.length === texts.length ? false : null);
  };
}

function call(node: Extract<EqlExpression, { kind: 'Call' }>, compile: Compile): EqlProgram {
  const definition = eqlFunction(node.name);
  const parts = node.arguments.map(compile);
  if (definition === undefined) {
    return () => {
      throw new EqlEvaluationError(`Unknown function [${node.name}]`);
    };
  }
  return (row) =>
    definition.evaluate(
      parts.map((part) => part(row)),
      node.insensitive,
    );
}
