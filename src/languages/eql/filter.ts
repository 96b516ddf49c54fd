import type { JsonObject } from '../../values/json.js';
import type { EqlExpression } from './ast.js';

/**
 * What Elasticsearch makes of an event filter: Query DSL, and scripts for what Query DSL cannot say. Two-valued: an event is found or not.
 */
export type EqlFilter =
  EqlFilterAll | EqlFilterNone | EqlFilterAnd | EqlFilterOr | EqlFilterNot | EqlFilterDsl | EqlFilterScript;

/** Every event. */
export interface EqlFilterAll {
  readonly kind: 'All';
}

/** No event. */
export interface EqlFilterNone {
  readonly kind: 'None';
}

/** All clauses hold. */
export interface EqlFilterAnd {
  readonly kind: 'And';
  readonly clauses: readonly EqlFilter[];
}

/** At least one clause holds. */
export interface EqlFilterOr {
  readonly kind: 'Or';
  readonly clauses: readonly EqlFilter[];
}

/** The clause does not hold: `must_not`, true for events that lack the field. */
export interface EqlFilterNot {
  readonly kind: 'Not';
  readonly clause: EqlFilter;
}

/** A query of the Query DSL. */
export interface EqlFilterDsl {
  readonly kind: 'Dsl';
  readonly query: JsonObject;
}

/**
 * A script. It holds if the condition is true for any choice of one value for each use of a field (no value: null); null counts as false.
 * Fields that are not mapped are null literals already, and text fields stand under the name of their keyword.
 */
export interface EqlFilterScript {
  readonly kind: 'Script';
  readonly condition: EqlExpression;
}
