import { constantOf } from './fold.js';
import type { Call, Resolved } from './plan.js';

/** Functions that have a value although an argument is null. */
const DO_WITHOUT: ReadonlySet<string> = new Set(['CASE', 'COALESCE']);

/** Whether an expression is null, or looks so to what reads it in Elasticsearch: an IN with a null in its list does. */
export function hasNull(node: Resolved): boolean {
  if (constantOf(node) === null) return true;
  return (
    node.kind === 'Call' && node.function.name === 'IN' && node.constant === undefined && node.arguments.some(hasNull)
  );
}

/** Whether a call is null before any row is read, as Elasticsearch sees it: nothing of it is computed then, and nothing warns. */
export function isAlwaysNull({ function: entry, arguments: operands }: Call): boolean {
  if (entry.kind !== 'scalar') return false;
  if (entry.name === 'IN') return operands[0] !== undefined && constantOf(operands[0]) === null;
  const needsAll = entry.evaluate !== undefined || entry.convert !== undefined || operands.length === 1;
  return needsAll && !DO_WITHOUT.has(entry.name) && operands.some(hasNull);
}
