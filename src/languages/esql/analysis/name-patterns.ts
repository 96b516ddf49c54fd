import type { NamePattern } from '../ast.js';
import type { Attribute } from './plan.js';

/** Whether a name fits a pattern; greedy matching of the parts suffices, since `*` is any text. */
export function fitsPattern(pattern: NamePattern, name: string): boolean {
  const [first = '', ...rest] = pattern.parts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}

/** How a pattern ranks in KEEP: a full name before a pattern, a pattern before `*`. */
function rank(pattern: NamePattern): number {
  if (pattern.parts.length === 1) return 0;
  return pattern.parts.every((part) => part === '') ? 2 : 1;
}

/** The columns that KEEP keeps, in its order: each stands where its best pattern stands, the last of equal ones. */
export function keepColumns(patterns: readonly NamePattern[], columns: readonly Attribute[]): Attribute[] {
  const places = new Map<Attribute, { rank: number }>();
  for (const pattern of patterns) {
    const own = rank(pattern);
    for (const column of columns) {
      if (!fitsPattern(pattern, column.name)) continue;
      const place = places.get(column);
      if (place !== undefined && place.rank < own) continue;
      places.delete(column);
      places.set(column, { rank: own });
    }
  }
  return [...places.keys()];
}
