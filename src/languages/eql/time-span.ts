import type { EqlTimeSpan, EqlTimeUnit } from './ast.js';

const UNIT_MS: Readonly<Record<EqlTimeUnit, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The length of a span of EQL in milliseconds. https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax#eql-with-maxspan-keywords */
export function spanMilliseconds({ count, unit }: EqlTimeSpan): number {
  return count * UNIT_MS[unit];
}
