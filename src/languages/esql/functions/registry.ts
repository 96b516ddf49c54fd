import { nearest } from '../../../diagnostics/did-you-mean.js';
import { AGGREGATE_FUNCTIONS } from './aggregates.js';
import { CODEC_FUNCTIONS } from './codecs.js';
import { CONDITIONAL_FUNCTIONS } from './conditional.js';
import { CONVERSION_FUNCTIONS } from './conversions.js';
import { DATE_FUNCTIONS } from './dates.js';
import type { EsqlFunction, ScalarFunction } from './function.js';
import { GROUPING_FUNCTIONS } from './grouping.js';
import { IP_FUNCTIONS } from './ips.js';
import { JSON_FUNCTIONS } from './json.js';
import { MATH_FUNCTIONS } from './math.js';
import { MULTIVALUE_FUNCTIONS } from './multivalues.js';
import { OPERATORS } from './operators.js';
import { SEARCH_FUNCTIONS } from './search.js';
import { STRING_FUNCTIONS } from './strings.js';

/** Every function of ES|QL that dragnet knows, once each: the checker, the engine, the reference and the tests read it. */
export const ESQL_FUNCTIONS: readonly EsqlFunction[] = [
  ...AGGREGATE_FUNCTIONS,
  ...GROUPING_FUNCTIONS,
  ...CONDITIONAL_FUNCTIONS,
  ...CONVERSION_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...IP_FUNCTIONS,
  ...JSON_FUNCTIONS,
  ...MATH_FUNCTIONS,
  ...MULTIVALUE_FUNCTIONS,
  ...SEARCH_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...CODEC_FUNCTIONS,
];

/** The operators, by the same kind of entry; their names are their symbols. */
export const ESQL_OPERATORS: readonly ScalarFunction[] = OPERATORS;

const BY_NAME: ReadonlyMap<string, EsqlFunction> = new Map(
  ESQL_FUNCTIONS.flatMap((item) => [item.name, ...(item.aliases ?? [])].map((name) => [name, item] as const)),
);

const OPERATOR_BY_NAME: ReadonlyMap<string, ScalarFunction> = new Map(OPERATORS.map((item) => [item.name, item]));

/** The function of a name, in any case; undefined if there is none. */
export function findFunction(name: string): EsqlFunction | undefined {
  return BY_NAME.get(name.toUpperCase());
}

/** The operator of a symbol; throws for a symbol that is none, which only a bug can ask for. */
export function findOperator(symbol: string): ScalarFunction {
  const found = OPERATOR_BY_NAME.get(symbol);
  if (found === undefined) throw new Error(`No operator ${symbol}`);
  return found;
}

/** Names of functions that a writer of `name` may have meant. */
export function similarFunctions(name: string): string[] {
  return nearest(
    name.toLowerCase(),
    [...BY_NAME.keys()].map((known) => known.toLowerCase()),
  );
}
