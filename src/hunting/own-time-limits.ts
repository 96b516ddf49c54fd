import type { Comparison, EsqlQuery, Expression } from '../languages/esql/ast.js';
import { operandsOf } from '../languages/esql/visit.js';
import type { TimeRange } from './hunt-query.js';

/** A query without limits of its own on the time, and those limits. */
export interface Unlimited {
  readonly text: string;
  readonly replaced: readonly string[];
}

/**
 * The query without its own conditions on `@timestamp` (`WHERE @timestamp > NOW() - 14 days`) on the sides that the range sets: a range of the request
 * can only narrow what such a condition lets through. Only comparisons with constants that stand alone or between ANDs, before `@timestamp` can be another
 * column, are taken out (each becomes `true`).
 */
export function withoutTimeLimits(query: EsqlQuery, range: TimeRange): Unlimited {
  const found: Expression[] = [];
  for (const command of query.commands) {
    if (command.kind === 'Where') collect(command.condition, range, found);
    else if (!KEEPING.has(command.kind)) break;
  }
  let { text } = query;
  for (const { range: place } of [...found].sort((left, right) => right.range.start - left.range.start))
    text = `${text.slice(0, place.start)}true${text.slice(place.end)}`;
  return { text, replaced: found.map(({ range: place }) => query.text.slice(place.start, place.end)) };
}

/** Commands behind which `@timestamp` is the field that it was, or not there. */
const KEEPING: ReadonlySet<string> = new Set(['Keep', 'Drop', 'Sort', 'Sample', 'MvExpand']);

function collect(condition: Expression, range: TimeRange, found: Expression[]): void {
  if (condition.kind === 'Logical' && condition.operator === 'and') {
    for (const operand of condition.operands) collect(operand, range, found);
  } else if (condition.kind === 'Comparison') {
    const side = sideOf(condition);
    if ((side === 'from' && range.from !== undefined) || (side === 'to' && range.to !== undefined))
      found.push(condition);
  } else if (condition.kind === 'Call' && condition.name.toLowerCase() === 'trange' && range.from !== undefined) {
    found.push(condition);
  }
}

/** Which end of the time a comparison sets; undefined where it is no such comparison. */
function sideOf({ operator, left, right }: Comparison): keyof TimeRange | undefined {
  const isFlipped = isTimestamp(right);
  if (!isFlipped && !isTimestamp(left)) return undefined;
  if (!isConstant(isFlipped ? left : right)) return undefined;
  if (operator === '>' || operator === '>=') return isFlipped ? 'to' : 'from';
  if (operator === '<' || operator === '<=') return isFlipped ? 'from' : 'to';
  return undefined;
}

function isTimestamp(node: Expression): boolean {
  return node.kind === 'Column' && node.name === '@timestamp';
}

/** Whether no column is in it; the depth is bounded by the parser. */
function isConstant(node: Expression): boolean {
  return node.kind !== 'Column' && operandsOf(node).every(isConstant);
}
