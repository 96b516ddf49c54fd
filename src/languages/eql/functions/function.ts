import type { EqlValue } from '../value.js';

/** What an argument may be; `exact` is any type but text without a keyword. */
export type EqlParameterType = 'string' | 'numeric' | 'integer' | 'boolean' | 'ip' | 'exact';

/** Types of results. */
export type EqlReturnType = 'boolean' | 'string' | 'integer' | 'numeric';

/** One argument; `constant` arguments must not depend on the event. */
export interface EqlParameter {
  readonly name: string;
  readonly type: EqlParameterType;
  readonly optional?: boolean;
  readonly constant?: boolean;
}

/** A function of EQL: what it takes, what it gives, and how it works. */
export interface EqlFunction {
  /** As the reference page writes it; names are found in any case. */
  readonly name: string;
  readonly parameters: readonly EqlParameter[];
  /** The last parameter may be given any number of times. */
  readonly variadic?: boolean;
  readonly returns: EqlReturnType;
  /** Whether `name~` is allowed, which ignores case. */
  readonly caseAware?: boolean;
  /** Set where Elasticsearch has taken the function away, and says what to write instead; the embedded engine still knows it. */
  readonly removed?: { readonly version: string; readonly instead: string };
  evaluate(values: readonly EqlValue[], insensitive: boolean): EqlValue;
}
