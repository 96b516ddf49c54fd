import { findOperator } from '../functions/registry.js';
import { folded } from './adjust-calls.js';
import { constantOf } from './fold.js';
import { hasNull } from './null-values.js';
import type { Call, Connective, Resolved } from './plan.js';

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
const FLIPPED: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);
const INVERSES: ReadonlyMap<string, string> = new Map([
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
]);

/**
 * `x + 1 == 8` becomes `x == 7`, as in Elasticsearch, for whole numbers: where the sum would overflow, the comparison still has a value.
 */
export function simplified(call: Call): Call {
  let current = call;
  for (let next = moved(current); next !== undefined; next = moved(current)) current = next;
  return current;
}

/** One operation less on the side that is not constant; undefined if there is none that can move. */
function moved(call: Call): Call | undefined {
  const symbol = call.function.name;
  if (!COMPARISONS.has(symbol) || call.constant !== undefined) return undefined;
  const [left, right] = call.arguments;
  if (left === undefined || right === undefined) return undefined;
  if (isWholeConstant(left)) return compared(call, FLIPPED.get(symbol) ?? symbol, [right, left]);
  if (left.kind !== 'Call') return undefined;
  if (left.function.name === 'neg') return negated(call, left, right);
  if (!isWholeConstant(right)) return undefined;
  const operands = operandsOf(left);
  if (operands === undefined) return undefined;
  const [variable, factor] = operands;
  const rest = remaining(left, factor, right);
  if (rest === undefined) return undefined;
  const flips = left.function.name === '*' && Number(constantOf(factor)) < 0;
  return compared(call, flips ? (FLIPPED.get(symbol) ?? symbol) : symbol, [variable, rest]);
}

/** `-x == -7` is `x == 7`; undefined where the constant cannot be negated. */
function negated(call: Call, { arguments: [variable], site }: Call, right: Resolved): Call | undefined {
  const value = constantOf(right);
  if (variable === undefined || (typeof value !== 'number' && typeof value !== 'bigint')) return undefined;
  if (right.type === 'unsigned_long') return undefined;
  const entry = findOperator('neg');
  const types = { types: [right.type], constants: [value] };
  const negative = folded({
    ...call,
    type: right.type,
    function: entry,
    arguments: [right],
    site: { ...site, ...types },
  });
  if (typeof negative.constant !== 'number' && typeof negative.constant !== 'bigint') return undefined;
  return compared(call, FLIPPED.get(call.function.name) ?? call.function.name, [variable, negative]);
}

function isWholeConstant(node: Resolved): boolean {
  const value = constantOf(node);
  return (node.type === 'integer' || node.type === 'long') && (typeof value === 'number' || typeof value === 'bigint');
}

/** The variable and the constant of an operation on whole numbers that can be undone. */
function operandsOf(operation: Call): readonly [Resolved, Resolved] | undefined {
  const { name } = operation.function;
  const [left, right] = operation.arguments;
  if (left === undefined || right === undefined || !INVERSES.has(name)) return undefined;
  if (operation.type !== 'integer' && operation.type !== 'long') return undefined;
  if (isWholeConstant(right)) return [left, right];
  return name !== '-' && isWholeConstant(left) ? [right, left] : undefined;
}

/** The constant on the other side after undoing an operation; undefined if that leaves the whole numbers. */
function remaining(operation: Call, factor: Resolved, right: Resolved): Resolved | undefined {
  const inverse = INVERSES.get(operation.function.name) ?? '';
  const [by, value] = [BigInt(constantOf(factor) as number | bigint), BigInt(constantOf(right) as number | bigint)];
  if (inverse === '/' && (by === 0n || value % by !== 0n)) return undefined;
  const entry = findOperator(inverse);
  const type = operation.type === 'long' || right.type === 'long' || factor.type === 'long' ? 'long' : 'integer';
  const site = {
    ...operation.site,
    types: [right.type, factor.type],
    constants: [constantOf(right), constantOf(factor)],
  };
  const call = folded({ ...operation, type, function: entry, arguments: [right, factor], site });
  return call.constant === undefined || call.constant === null ? undefined : call;
}

function compared(call: Call, symbol: string, operands: readonly Resolved[]): Call {
  const site = { ...call.site, types: operands.map((item) => item.type), constants: operands.map(constantOf) };
  return { ...call, function: findOperator(symbol), arguments: operands, site };
}

/**
 * What a condition comes to before any row is read: `NOT NOT x`, `x AND x`, `x AND true` and `x OR false` of a column are x, its several
 * values included; `x AND false` and `NOT` of a constant are constants. Undefined where it stays as it is.
 */
export function simplifiedTruth(node: Connective): Resolved | undefined {
  const { operator, operands } = node;
  const [only] = operands;
  if (operator === 'not') return only && simplifiedNot(node, only);
  const decisive = operator === 'or';
  if (operands.some((item) => constantOf(item) === decisive)) return constantTruth(node, decisive);
  const open = operands.filter((item) => constantOf(item) !== !decisive);
  const [first] = open;
  if (first === undefined) return constantTruth(node, !decisive);
  const ids = open.map((item) => (item.kind === 'Reference' ? item.attribute.id : undefined));
  if (open.length === 1 || (ids[0] !== undefined && ids.every((id) => id === ids[0]))) return first;
  return open.length < operands.length ? { ...node, operands: open } : undefined;
}

function simplifiedNot(node: Connective, operand: Resolved): Resolved | undefined {
  if (operand.kind === 'Connective' && operand.operator === 'not') return operand.operands[0];
  const value = constantOf(operand);
  if (typeof value === 'boolean') return constantTruth(node, !value);
  return hasNull(operand) ? constantTruth(node, null) : undefined;
}

function constantTruth({ range, text }: Connective, value: boolean | null): Resolved {
  return { kind: 'Constant', type: 'boolean', range, text, value };
}
