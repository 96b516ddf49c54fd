import type { EqlFilter } from './filter.js';

/** A filter, or null for a condition that is null whatever the event. */
export type Translated = EqlFilter | null;

/** Finds every event. */
export const ALL: EqlFilter = { kind: 'All' };

/** Finds no event. */
export const NONE: EqlFilter = { kind: 'None' };

/** `and`: false decides, null spreads, true drops out. */
export function conjunction(clauses: readonly Translated[]): Translated {
  if (clauses.some((clause) => clause?.kind === 'None')) return NONE;
  const rest: EqlFilter[] = [];
  for (const clause of clauses) {
    if (clause === null) return null;
    if (clause.kind !== 'All') rest.push(clause);
  }
  const [only = ALL] = rest;
  return rest.length < 2 ? only : { kind: 'And', clauses: rest };
}

/** `or`: true decides, null and false drop out; null is what is left if nothing else is. */
export function disjunction(clauses: readonly Translated[]): Translated {
  const rest: EqlFilter[] = [];
  for (const clause of clauses) {
    if (clause?.kind === 'All') return ALL;
    if (clause !== null && clause.kind !== 'None') rest.push(clause);
  }
  const [only] = rest;
  if (only === undefined) return clauses.includes(null) ? null : NONE;
  return rest.length === 1 ? only : { kind: 'Or', clauses: rest };
}

/** `not`: null stays null. */
export function negation(clause: Translated): Translated {
  if (clause === null) return null;
  if (clause.kind === 'All') return NONE;
  if (clause.kind === 'None') return ALL;
  return clause.kind === 'Not' ? clause.clause : { kind: 'Not', clause };
}
