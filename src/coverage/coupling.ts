import type { ConditionClause } from './condition.js';

/**
 * Whether two tests may be bound to change together, because one value decides both: they ask about the same field, or one asks about a
 * field of the other's (`process.name` and `process.name.text`), or one about anything (free text, names with `*`).
 */
export function areCoupled(one: ConditionClause, other: ConditionClause): boolean {
  if (one.fields.length === 0 || other.fields.length === 0) return true;
  return one.fields.some((name) => other.fields.some((second) => overlap(name, second)));
}

function overlap(one: string, other: string): boolean {
  if (one.includes('*') || other.includes('*')) return true;
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
