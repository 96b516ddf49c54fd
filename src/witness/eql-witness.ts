import type { JsonObject } from '../values/json.js';
import type { Purpose } from './find-drafts.js';

/** Documents made for an EQL query, in the order of their time, with the claim whether it finds anything in them. */
export interface EqlWitness {
  readonly documents: readonly JsonObject[];
  readonly matches: boolean;
  readonly purpose: Purpose;
  /** Of a near miss: what of the query fails (UTF-16 offsets): a clause, a join key, `maxspan`, a step, `until`. */
  readonly clause?: { readonly start: number; readonly end: number };
  /** Of a near miss of several documents: which of them is not as it should be. */
  readonly at?: number;
  /** Of a variant: the field that differs. */
  readonly field?: string;
}
