import type { Expression } from '../ast.js';
import { likeProblem } from '../functions/operators.js';
import type { Problems } from './scope.js';

const WHY = 'Elasticsearch refuses the query.';

/** Notes a cast to a type that is none, as Elasticsearch's parser does. */
export function noteUnknownType({ type, range }: Extract<Expression, { kind: 'Cast' }>, problems: Problems): void {
  const place = { start: range.end - type.length, end: range.end };
  const fix = 'Cast to integer, long, double, string, boolean, datetime, ip or version.';
  problems.addSyntax(place, 'esql/unknown-type', `Unknown data type named [${type}]`, WHY, fix);
}

/** Notes the wrong pattern of a LIKE without a list, as Elasticsearch's parser does; false where nothing is wrong. */
export function noteWrongLike(node: Extract<Expression, { kind: 'Like' }>, problems: Problems): boolean {
  const [only] = node.patterns;
  const problem = node.syntax === 'like' && !node.list && only?.kind === 'String' ? likeProblem(only.value) : undefined;
  if (problem === undefined) return false;
  problems.addSyntax(node.range, 'esql/argument', problem, WHY, 'Write two backslashes for one.');
  return true;
}
