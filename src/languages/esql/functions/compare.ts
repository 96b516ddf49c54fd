import { compareVersions } from '../../../values/version-order.js';
import type { Scalar } from '../cells.js';
import type { EsqlType } from '../types.js';
import { compareText } from './code-points.js';

/** Orders values of a type: false before true, texts by code points, versions by their rules, the rest by size. */
export function compareScalars(type: EsqlType): (left: Scalar, right: Scalar) => number {
  if (type === 'keyword' || type === 'text' || type === '_source' || type === 'unsupported') {
    return (left, right) => compareText(left as string, right as string);
  }
  if (type === 'version') return (left, right) => compareVersions(left as string, right as string);
  if (type === 'double') return compareDoubles;
  return (left, right) => (left < right ? -1 : left > right ? 1 : 0);
}

/** As Java does: -0.0 before 0.0, NaN last. */
function compareDoubles(left: Scalar, right: Scalar): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right) return left === 0 ? Number(Object.is(right, -0)) - Number(Object.is(left, -0)) : 0;
  return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
}
