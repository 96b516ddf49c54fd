import type { JsonObject } from '../../../values/json.js';
import type { Found } from './found.js';

/** What an aggregation gets besides its own body. */
export interface AggregationContext {
  readonly name: string;
  readonly now: Date;
  /** Runs the aggregations inside a bucket. */
  readonly inside: (found: readonly Found[]) => JsonObject;
}
