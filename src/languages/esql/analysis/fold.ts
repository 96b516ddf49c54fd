import { type Failure, type Operand, TimeSpanValue } from '../cells.js';
import { parseSpan } from '../functions/conversions.js';
import { foldSpans } from '../functions/operators.js';
import { isTimeSpan } from '../types.js';
import { evaluator } from './compile.js';
import type { Call, Resolved } from './plan.js';

/** The value of an expression that does not depend on the row; undefined if it does. */
export function constantOf(node: Resolved | undefined): Operand | undefined {
  if (node?.kind === 'Constant') return node.value;
  return node?.kind === 'Call' ? node.constant : undefined;
}

/** Computes a call whose arguments are all constant; a failure is left to the run, which warns. */
export function fold(call: Call): Operand | undefined {
  const values = call.arguments.map(constantOf);
  if (values.some((value) => value === undefined)) return undefined;
  if (call.function.kind !== 'scalar') return undefined;
  if (call.function.name === 'CASE' && hasSeveralTruths(values)) return undefined;
  if (isTimeSpan(call.type)) return foldSpan(call, values as Operand[]);
  const failures: Failure[] = [];
  const evaluate = evaluator(call.function, call.site, (failure) => {
    failures.push(failure);
  });
  const cells = values.map((value) => (value instanceof TimeSpanValue ? null : (value ?? null)));
  const usesSpan = values.some((value) => value instanceof TimeSpanValue);
  // A time span is no cell: the evaluation takes it from the site, and must not see a null in its place.
  const value = evaluate(
    ...(usesSpan ? cells.map((cell, at) => (values[at] instanceof TimeSpanValue ? 0 : cell)) : cells),
  );
  return failures.length > 0 ? undefined : value;
}

/** Whether a condition of CASE has several values, of which the run warns. */
function hasSeveralTruths(values: readonly (Operand | undefined)[]): boolean {
  return values.some((value, at) => at % 2 === 0 && at + 1 < values.length && Array.isArray(value));
}

function foldSpan(call: Call, [left = null, right = null]: readonly Operand[]): Operand | undefined {
  if (call.function.name === 'neg') return left instanceof TimeSpanValue ? left.negate() : undefined;
  if (typeof left === 'string') return parseSpan(left, call.type);
  return call.function.name.startsWith('TO_') ? left : foldSpans(call.function.name, left, right);
}

/** Elasticsearch 8.19 leaves doubles of an index as they are where it should turn angles; constants it turns. */
export function keptAngle({ name }: { readonly name: string }, [angle]: readonly Resolved[]): Resolved | undefined {
  const isAngle = name === 'TO_DEGREES' || name === 'TO_RADIANS';
  const isField = angle?.kind === 'Reference' && angle.attribute.field !== undefined;
  return isAngle && isField && angle.type === 'double' ? angle : undefined;
}
