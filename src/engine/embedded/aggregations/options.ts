import { printJson } from '../../../values/json.js';
import type { JsonObject } from '../../../values/json.js';
import { UnsupportedError } from '../../cluster-error.js';
import { parsingError } from '../query/query-error.js';

/** Refuses, by name, the options of an aggregation that are not among those it has. */
export function refuseOthers(type: string, body: JsonObject, known: readonly string[]): void {
  const other = Object.keys(body).find((key) => !known.includes(key));
  if (other !== undefined) throw new UnsupportedError(`the option [${other}] of the aggregation [${type}]`);
}

/** The `field` of an aggregation, which it must have. */
export function fieldOf(type: string, body: JsonObject): string {
  const field = body['field'];
  if (typeof field !== 'string')
    throw parsingError(`Required one of fields [field, script], but none were specified. (${type})`);
  return field;
}

/** A whole number among the options, at least `minimum`. */
export function wholeOption(body: JsonObject, name: string, fallback: number, minimum: number): number {
  const value = body[name] ?? fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < minimum) {
    throw parsingError(`[${name}] must be an integer of at least ${minimum}, found [${printJson(value)}]`);
  }
  return value;
}
