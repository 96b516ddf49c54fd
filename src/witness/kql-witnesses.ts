import type { KqlNode } from '../languages/kql/ast.js';
import type { FieldCatalogue } from '../schemas/fields/catalogue.js';
import type { JsonObject } from '../values/json.js';
import type { Clause, Condition } from './condition.js';
import { clausesOf, positiveTests } from './condition.js';
import type { Draft } from './draft.js';
import { toDocument } from './draft.js';
import { FieldIndex } from './field-index.js';
import { kqlCondition } from './kql-condition.js';
import { satisfies } from './satisfies.js';
import type { Goal } from './goal.js';
import { goalsThrough } from './goal.js';
import { solve } from './solve.js';
import type { VariantKind } from './variants.js';
import { variantsOf } from './variants.js';

/** A document made for a query, with the claim whether it satisfies the query. */
export interface Witness {
  readonly document: JsonObject;
  readonly matches: boolean;
  /** Why the document was made: to match, to fail one clause only, or as a match with one field changed. */
  readonly purpose: 'match' | 'near-miss' | VariantKind;
  /** Of a near miss: where the clause that it fails stands in the query (UTF-16 offsets). */
  readonly clause?: { readonly start: number; readonly end: number };
  /** Of a variant: the field that differs. */
  readonly field?: string;
}

/** How {@link kqlWitnesses} works. */
export interface WitnessOptions {
  /** What `now` in dates means; default 2024-01-01T00:00:00Z, so that the same query gives the same documents every day. */
  readonly now?: Date;
  /** How many matching documents there may be, each for another alternative of the query; default 25. */
  readonly matches?: number;
}

/**
 * The smallest document that satisfies a KQL query, further ones for its other alternatives, one near miss for each clause (it satisfies
 * the query but for that clause), and the smallest one with each field changed in turn: missing, with a value more, in the other case,
 * in another JSON type. No two are equal; the order is fixed, and the same input gives the same output. Fields that the catalogue lacks
 * count as keywords. Nothing is found for what no document can satisfy, such as text in a number, and for queries beyond some thousand
 * parts. The claims are those of this module, made without an engine, so that engines can be tested by them.
 */
export function kqlWitnesses(
  tree: KqlNode,
  catalogue: FieldCatalogue,
  options: WitnessOptions = {},
): readonly Witness[] {
  const { now = new Date('2024-01-01T00:00:00Z'), matches = 25 } = options;
  const fields = new FieldIndex(catalogue, now);
  const query = kqlCondition(tree, fields);
  const found = new Map<string, Witness>();
  const add = (draft: Draft, rest: Omit<Witness, 'document' | 'matches'>): void => {
    const document = toDocument(draft);
    const key = JSON.stringify(document, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    if (!found.has(key)) found.set(key, { document, matches: satisfies(draft, query, fields), ...rest });
  };
  const smallest = solve([{ condition: query, holds: true }], fields);
  if (smallest !== undefined) add(smallest, { purpose: 'match' });
  for (const test of positiveTests(query)) {
    if (found.size >= matches) break;
    const draft = solve(goalsThrough(query, test, true, false) ?? [], fields);
    if (draft !== undefined) add(draft, { purpose: 'match' });
  }
  for (const clause of clausesOf(query)) {
    const draft = nearMiss(query, clause, fields);
    if (draft !== undefined) add(draft, { purpose: 'near-miss', clause: { start: clause.start, end: clause.end } });
  }
  for (const { kind, field, draft } of smallest === undefined ? [] : variantsOf(smallest, fields)) {
    add(draft, { purpose: kind, field });
  }
  return [...found.values()];
}

/** A document that fails the query, and would not if only this clause were other than it is; with a value in its field, if possible. */
function nearMiss(query: Condition, clause: Clause, fields: FieldIndex): Draft | undefined {
  const failed: Goal = { condition: query, holds: false };
  const [test] = positiveTests(clause.part);
  const present: readonly Goal[] =
    test?.kind === 'Field' ? [{ condition: { ...test, test: { kind: 'Exists' } }, holds: true }] : [];
  for (const beside of present.length === 0 ? [[]] : [present, []]) {
    const goals = goalsThrough(query, clause, false, true, beside);
    const draft = goals === undefined ? undefined : solve([...goals, failed], fields);
    if (draft !== undefined) return draft;
  }
  return undefined;
}
