import { ARITHMETIC_FUNCTIONS } from './arithmetic.js';
import type { EqlFunction } from './function.js';
import { PREDICATE_FUNCTIONS } from './predicates.js';
import { STRING_FUNCTIONS } from './strings.js';

/** All functions of EQL: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-function-ref.html */
export const EQL_FUNCTIONS: readonly EqlFunction[] = [
  ...ARITHMETIC_FUNCTIONS,
  ...PREDICATE_FUNCTIONS,
  ...STRING_FUNCTIONS,
];

const BY_NAME: ReadonlyMap<string, EqlFunction> = new Map(EQL_FUNCTIONS.map((item) => [item.name.toLowerCase(), item]));

/** The function of this name, in any case; undefined if there is none. */
export function eqlFunction(name: string): EqlFunction | undefined {
  return BY_NAME.get(name.toLowerCase());
}
