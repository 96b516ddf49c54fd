import type { JsonValue } from '../../../values/json.js';
import type { RangeBounds } from './field.js';

/** The test of a range query: `read` makes a value of each bound that is given, `compare` orders values; null is no bound. */
export function withinBounds<V>(
  { gt, gte, lt, lte }: RangeBounds,
  read: (bound: JsonValue) => V,
  compare: (left: V, right: V) => number,
): (value: V) => boolean {
  const given = (bound: JsonValue | undefined): V | undefined =>
    bound === undefined || bound === null ? undefined : read(bound);
  const [above, from, below, to] = [given(gt), given(gte), given(lt), given(lte)];
  return (value) =>
    (above === undefined || compare(value, above) > 0) &&
    (from === undefined || compare(value, from) >= 0) &&
    (below === undefined || compare(value, below) < 0) &&
    (to === undefined || compare(value, to) <= 0);
}
