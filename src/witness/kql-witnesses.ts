import type { KqlNode } from '../languages/kql/ast.js';
import type { FieldCatalogue } from '../schemas/fields/catalogue.js';
import type { JsonObject } from '../values/json.js';
import { toDocument } from './draft.js';
import { FieldIndex } from './field-index.js';
import type { Purpose } from './find-drafts.js';
import { findDrafts } from './find-drafts.js';
import { kqlCondition } from './kql-condition.js';

/** A document made for a query, with the claim whether it satisfies the query. */
export interface Witness {
  readonly document: JsonObject;
  readonly matches: boolean;
  /** Why the document was made: to match, to fail one clause only, or as a match with one field changed. */
  readonly purpose: Purpose;
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

/** What `now` means where nobody says it: the same query gives the same documents every day. */
export const DEFAULT_NOW: Date = new Date('2024-01-01T00:00:00Z');

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
  const { now = DEFAULT_NOW, matches = 25 } = options;
  const fields = new FieldIndex(catalogue, now);
  const found = findDrafts(kqlCondition(tree, fields), fields, { matches });
  return found.map(({ draft, ...rest }) => ({ document: toDocument(draft), ...rest }));
}
