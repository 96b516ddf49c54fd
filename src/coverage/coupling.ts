import type { ConditionClause } from './condition.js';

/**
 * Whether two tests may be bound to change together, because one value decides both: they ask about the same field, or one asks about a
 * field of the other's (`process.name` and `process.name.text`), or of columns that a query works out of the same one, or one about anything (free text, names with `*`).
 */
export function areCoupled(one: ConditionClause, other: ConditionClause): boolean {
  const [first, second] = [one.sources ?? one.fields, other.sources ?? other.fields];
  if (first.length === 0 || second.length === 0) return true;
  return first.some((name) => second.some((another) => overlap(name, another)));
}

function overlap(one: string, other: string): boolean {
  if (one.includes('*') || other.includes('*')) return true;
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
