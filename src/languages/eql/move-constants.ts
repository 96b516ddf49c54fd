import type { EqlArithmeticOperator, EqlComparisonOperator, EqlExpression } from './ast.js';
import { dataTypeOf, isWholeType } from './data-type.js';
import { constantValue } from './evaluate.js';
import type { EqlFields } from './field-info.js';
import { calculate, negate } from './functions/arithmetic.js';
import { eqlFunction } from './functions/functions.js';
import type { EqlValue } from './value.js';
import { EqlEvaluationError } from './value.js';

/** A comparison with a constant on the right. */
export interface ConstantComparison {
  readonly left: EqlExpression;
  readonly operator: EqlComparisonOperator;
  readonly value: EqlValue;
}

/** The operator after both sides are swapped, or negated. */
export const MIRRORED: Readonly<Record<EqlComparisonOperator, EqlComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * Moves whole constants to the right, as Elasticsearch does: `n + 1 != 2` becomes `n != 1`, which a query can answer, and which holds for
 * events without `n` where the sum would be null. Divisions, remainders and numbers with a fraction stay.
 */
export function moveConstants(comparison: ConstantComparison, fields: EqlFields): ConstantComparison {
  let moved = comparison;
  for (;;) {
    const next = step(moved, fields);
    if (next === undefined) return moved;
    moved = next;
  }
}

function step({ left, operator, value }: ConstantComparison, fields: EqlFields): ConstantComparison | undefined {
  if (left.kind === 'Negation') {
    if (typeof value !== 'bigint' && typeof value !== 'number') return undefined;
    const negated = attempt(() => negate(value));
    return negated === undefined ? undefined : { left: left.value, operator: MIRRORED[operator], value: negated };
  }
  const operation = operationOf(left);
  if (operation === undefined || typeof value !== 'bigint') return undefined;
  const [one, two] = [constantValue(operation.left), constantValue(operation.right)];
  const isFirst = two === undefined;
  const [constant, rest] = isFirst ? [one, operation.right] : [two, operation.left];
  if (typeof constant !== 'bigint' || !isWhole(rest, fields)) return undefined;
  const result = attempt(() => inverse(operation.operator, value, constant, isFirst));
  if (typeof result !== 'bigint') return undefined;
  const turns = operation.operator === '-' ? isFirst : operation.operator === '*' && constant < 0n;
  return { left: rest, operator: turns ? MIRRORED[operator] : operator, value: result };
}

/** What the rest of the operation has to be compared with; undefined if that cannot be said. */
function inverse(
  operator: EqlArithmeticOperator,
  value: bigint,
  constant: bigint,
  isFirst: boolean,
): EqlValue | undefined {
  switch (operator) {
    case '+':
      return calculate('-', value, constant);
    case '-':
      return isFirst ? calculate('-', constant, value) : calculate('+', value, constant);
    case '*':
      return constant === 0n || value % constant !== 0n ? undefined : calculate('/', value, constant);
    default:
      return undefined;
  }
}

interface Operation {
  readonly operator: EqlArithmeticOperator;
  readonly left: EqlExpression;
  readonly right: EqlExpression;
}

const NAMED: ReadonlyMap<string, EqlArithmeticOperator> = new Map([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
]);

function operationOf(node: EqlExpression): Operation | undefined {
  if (node.kind === 'Arithmetic') return node;
  if (node.kind !== 'Call') return undefined;
  const operator = NAMED.get(node.name.toLowerCase());
  const [left, right] = node.arguments;
  return operator === undefined || left === undefined || right === undefined ? undefined : { operator, left, right };
}

/** Whether the values of an expression are whole numbers. */
function isWhole(node: EqlExpression, fields: EqlFields): boolean {
  if (node.kind === 'Integer') return true;
  if (node.kind === 'Negation') return isWhole(node.value, fields);
  if (node.kind === 'Field') {
    const info = fields.get(node.name);
    const type = info && dataTypeOf(info);
    return type !== undefined && isWholeType(type);
  }
  if (node.kind === 'Arithmetic') return isWhole(node.left, fields) && isWhole(node.right, fields);
  if (node.kind !== 'Call') return false;
  const returns = eqlFunction(node.name)?.returns;
  if (returns === 'integer') return true;
  return operationOf(node) !== undefined && node.arguments.every((argument) => isWhole(argument, fields));
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof EqlEvaluationError) return undefined;
    throw error;
  }
}
