import { type Cell, valuesOf } from '../cells.js';
import { TYPES, isString, type EsqlType } from '../types.js';
import { compareScalars } from './compare.js';
import type { CheckedCall, ScalarFunction } from './function.js';
import { CLAMP_FUNCTIONS } from './clamp.js';
import { commonNumeric } from './numbers.js';
import { ordinal } from './ordinal.js';

/** What all of some types are, `null` aside: text and keyword meet in keyword. */
function sharedType(types: readonly EsqlType[]): EsqlType {
  const known = types.filter((type) => type !== 'null');
  const first = known[0] ?? 'null';
  return known.some((type) => type !== first) || first === 'text' ? (isString(first) ? 'keyword' : first) : first;
}

/** Whether a value of a type can stand beside one of the type that came first: numbers widen to it. */
function fits(type: EsqlType, expected: EsqlType): boolean {
  if (type === expected || (isString(type) && isString(expected))) return true;
  return commonNumeric(type, expected) === expected;
}

function sameTypes(call: CheckedCall, positions: readonly number[]): string | undefined {
  const typed = positions.filter((at) => call.types[at] !== 'null');
  const expected = call.types[typed[0] ?? -1];
  if (expected === undefined) return undefined;
  for (const at of typed) {
    const type = call.types[at];
    if (type === undefined || fits(type, expected)) continue;
    const wanted = expected === 'text' ? 'keyword' : expected;
    return `${ordinal(at)} argument of [${call.text}] must be [${wanted}], found value [${call.argumentTexts[at] ?? ''}] type [${type}]`;
  }
  return undefined;
}

const positionsOfValues = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => at).filter((at) => at % 2 === 1 || (at === count - 1 && count % 2 === 1));

function checkCase(call: CheckedCall): string | undefined {
  const count = call.types.length;
  for (let at = 0; at + 1 < count; at += 2) {
    const type = call.types[at];
    if (type !== 'boolean' && type !== 'null') {
      return `${ordinal(at)} argument of [${call.text}] must be [boolean], found value [${call.argumentTexts[at] ?? ''}] type [${type ?? ''}]`;
    }
  }
  return sameTypes(call, positionsOfValues(count));
}

const caseFunction: ScalarFunction = {
  kind: 'scalar',
  name: 'CASE',
  summary: 'Return the value after the first condition that is true, else the last value (null if there is none).',
  parameters: [
    { name: 'condition', type: { words: 'boolean', types: [...TYPES.any.types] } },
    { name: 'trueValue', type: TYPES.any, variadic: true },
  ],
  returns: (types) => sharedType(positionsOfValues(types.length).map((at) => types[at] ?? 'null')),
  examples: [{ query: 'ROW n = 3 | EVAL y = CASE(n > 5, "many", n > 2, "some", "few")', result: 'some' }],
  check: checkCase,
  evaluateCells:
    () =>
    (...cells) => {
      for (let at = 0; at + 1 < cells.length; at += 2) if (cells[at] === true) return cells[at + 1] ?? null;
      return cells.length % 2 === 1 ? (cells.at(-1) ?? null) : null;
    },
};

const coalesce: ScalarFunction = {
  kind: 'scalar',
  name: 'COALESCE',
  summary: 'Return the first argument that is not null.',
  parameters: [{ name: 'first', type: TYPES.any, variadic: true }],
  returns: sharedType,
  examples: [{ query: 'ROW a = null, b = "b" | EVAL y = COALESCE(a, b)', result: 'b' }],
  check: (call) =>
    sameTypes(
      call,
      call.types.map((_, at) => at),
    ),
  evaluateCells:
    () =>
    (...cells) =>
      cells.find((cell) => cell !== null) ?? null,
};

function extreme(name: 'GREATEST' | 'LEAST', summary: string, sign: number, result: number): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    summary,
    parameters: [{ name: 'first', type: TYPES.any, variadic: true }],
    returns: sharedType,
    examples: [{ query: `ROW a = 10, b = 20 | EVAL y = ${name}(a, b)`, result }],
    check: (call) =>
      call.types.includes('unsigned_long')
        ? `Cannot use [unsigned_long] with function [${name === 'LEAST' ? 'Least' : 'Greatest'}]`
        : sameTypes(
            call,
            call.types.map((_, at) => at),
          ),
    evaluateCells: ({ types }) => {
      const compare = compareScalars(sharedType(types));
      return (...cells: Cell[]) => {
        // A multi-value stands for its own extreme.
        if (cells.includes(null)) return null;
        const values = cells.flatMap(valuesOf);
        return values.length === 0
          ? null
          : values.reduce((best, value) => (compare(value, best) * sign > 0 ? value : best));
      };
    },
  };
}

/** Functions that choose. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/conditional-functions-and-expressions */
export const CONDITIONAL_FUNCTIONS: readonly ScalarFunction[] = [
  caseFunction,
  coalesce,
  extreme('GREATEST', 'Return the greatest of some values; null if one is null.', 1, 20),
  extreme('LEAST', 'Return the least of some values; null if one is null.', -1, 10),
  ...CLAMP_FUNCTIONS,
];
