import type { EqlArithmeticOperator } from '../ast.js';
import type { EqlValue } from '../value.js';
import { EqlEvaluationError, isNumeric } from '../value.js';
import type { EqlFunction } from './function.js';

const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

/**
 * `left operator right`; null if either is. Whole numbers stay whole: division truncates towards zero, the remainder has the sign of the
 * dividend. Throws an `EqlEvaluationError` for division of whole numbers by zero and for results beyond 64 bits.
 */
export function calculate(operator: EqlArithmeticOperator, left: EqlValue, right: EqlValue): EqlValue {
  if (left === null || right === null) return null;
  if (!isNumeric(left) || !isNumeric(right))
    throw new EqlEvaluationError(`A number is required; received [${String(isNumeric(left) ? right : left)}]`);
  if (typeof left === 'bigint' && typeof right === 'bigint') return whole(operator, left, right);
  return double(operator, Number(left), Number(right));
}

/** `-value`; null of null. */
export function negate(value: EqlValue): EqlValue {
  if (value === null) return null;
  if (!isNumeric(value)) throw new EqlEvaluationError(`A number is required; received [${String(value)}]`);
  return typeof value === 'bigint' ? within(-value) : -value;
}

function whole(operator: EqlArithmeticOperator, left: bigint, right: bigint): bigint {
  if (right === 0n && (operator === '/' || operator === '%')) throw new EqlEvaluationError('/ by zero');
  switch (operator) {
    case '+':
      return within(left + right);
    case '-':
      return within(left - right);
    case '*':
      return within(left * right);
    case '/':
      return within(left / right);
    case '%':
      return left % right;
  }
}

function double(operator: EqlArithmeticOperator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function within(value: bigint): bigint {
  if (value > MAX_LONG || value < MIN_LONG) throw new EqlEvaluationError('long overflow');
  return value;
}

function binary(name: string, left: string, right: string, operator: EqlArithmeticOperator): EqlFunction {
  return {
    name,
    parameters: [
      { name: left, type: 'numeric' },
      { name: right, type: 'numeric' },
    ],
    returns: 'numeric',
    evaluate: ([one = null, two = null]) => calculate(operator, one, two),
  };
}

/** `add`, `divide`, `modulo`, `multiply`, `subtract`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-function-ref.html */
export const ARITHMETIC_FUNCTIONS: readonly EqlFunction[] = [
  binary('add', 'addend', 'addend', '+'),
  binary('divide', 'dividend', 'divisor', '/'),
  binary('modulo', 'dividend', 'divisor', '%'),
  binary('multiply', 'factor', 'factor', '*'),
  binary('subtract', 'minuend', 'subtrahend', '-'),
];
