import { printJson } from '../values/json.js';
import type { Clause, Condition } from './condition.js';
import { clausesOf, positiveTests } from './condition.js';
import type { Draft } from './draft.js';
import { toDocument } from './draft.js';
import type { Fields } from './field-index.js';
import type { Goal } from './goal.js';
import { goalsThrough } from './goal.js';
import { satisfies } from './satisfies.js';
import type { SolveOptions } from './solve.js';
import { solve } from './solve.js';
import type { VariantKind } from './variants.js';
import { variantsOf } from './variants.js';

/** Why a document was made: to match, to fail one clause only, or as a match with one field changed. */
export type Purpose = 'match' | 'near-miss' | VariantKind;

/** A document in the making, with the claim whether it satisfies the condition. */
export interface FoundDraft {
  readonly draft: Draft;
  readonly matches: boolean;
  readonly purpose: Purpose;
  /** Of a near miss: the clause that it fails (UTF-16 offsets into the query). */
  readonly clause?: { readonly start: number; readonly end: number };
  /** Of a variant: the field that differs. */
  readonly field?: string;
}

/** What a search for drafts starts from. */
export interface DraftOptions extends SolveOptions {
  /** How many matching documents there may be, each for another alternative of the condition; default 25. */
  readonly matches?: number;
  /** What has to hold beside the condition in every document but the variants. */
  readonly beside?: readonly Goal[];
}

/**
 * The smallest document that satisfies a condition, further ones for its other alternatives, one near miss for each clause, and the smallest
 * one with each field changed in turn. No two are equal; the order is fixed.
 */
export function findDrafts(condition: Condition, fields: Fields, options: DraftOptions = {}): readonly FoundDraft[] {
  const { matches = 25, beside = [] } = options;
  const found = new Map<string, FoundDraft>();
  const add = (draft: Draft | undefined, rest: Omit<FoundDraft, 'draft' | 'matches'>): void => {
    if (draft === undefined) return;
    const key = keyOf(draft);
    if (!found.has(key)) found.set(key, { draft, matches: satisfies(draft, condition, fields), ...rest });
  };
  const smallest = solve([...beside, { condition, holds: true }], fields, options);
  add(smallest, { purpose: 'match' });
  for (const test of positiveTests(condition)) {
    if (found.size >= matches) break;
    const goals = goalsThrough(condition, test, true, false) ?? [];
    add(solve([...beside, ...goals], fields, options), { purpose: 'match' });
  }
  for (const clause of clausesOf(condition)) {
    const draft = nearMiss(condition, clause, fields, options);
    add(draft, { purpose: 'near-miss', clause: { start: clause.start, end: clause.end } });
  }
  for (const { kind, field, draft } of smallest === undefined ? [] : variantsOf(smallest, fields)) {
    add(draft, { purpose: kind, field });
  }
  return [...found.values()];
}

/** A text that is the same for equal documents, whatever the order of their fields. */
function keyOf({ values, nested }: Draft): string {
  const sorted = [...values].sort(([left], [right]) => (left < right ? -1 : 1));
  return printJson(toDocument({ values: new Map(sorted), nested }));
}

/** A document that fails the condition, and would not if only this clause were other than it is; with a value in its field, if possible. */
export function nearMiss(
  condition: Condition,
  clause: Clause,
  fields: Fields,
  options: DraftOptions = {},
): Draft | undefined {
  const failed: Goal = { condition, holds: false };
  const [test] = positiveTests(clause.part);
  const present: readonly Goal[] =
    test?.kind === 'Field' ? [{ condition: { ...test, test: { kind: 'Exists' } }, holds: true }] : [];
  for (const there of present.length === 0 ? [[]] : [present, []]) {
    const goals = goalsThrough(condition, clause, false, true, there);
    if (goals === undefined) continue;
    const all = [...(options.beside ?? []), ...goals];
    const draft = solve(all, fields, options);
    if (draft === undefined) continue;
    // The clause may stand in the query a second time, with the opposite meaning.
    const missed = satisfies(draft, condition, fields) ? solve([...all, failed], fields, options) : draft;
    if (missed !== undefined) return missed;
  }
  return undefined;
}
