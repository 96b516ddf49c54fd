import type { Range } from '../diagnostics/diagnostic.js';
import type { ConditionClause } from './condition.js';

/** A clause of a rule as coverage looks at it. */
export interface JudgedClause extends ConditionClause {
  /** The same in every condition that the clause is part of (a filter is part of every step). */
  readonly key: string;
  /** What it is a part of, for people: `query`, `filter 1`, `step 2`, `until`, `threshold`, `new terms`, `mapping`, `indicator`, `anomaly`. */
  readonly part: string;
  readonly text: string;
  /** Where it stands in the text of the query, if it does (UTF-16 units). */
  readonly range?: Range;
  /** The key of the rule's file that it comes from. */
  readonly path: readonly (string | number)[];
  /** What it wants of its fields, for hints. */
  readonly wanted?: string;
  /** The clause of {@link clausesOf} that it is; absent for those that the engine is not asked about. */
  readonly origin?: number;
  /** Whether it is neither true nor false where one of its fields has no value (ES|QL). */
  readonly isStrict?: boolean;
  /** Whether it has to be covered; the others only complete the condition. */
  readonly counts: boolean;
}
