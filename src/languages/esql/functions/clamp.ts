import type { Scalar } from '../cells.js';
import { TYPES, type EsqlType, isNumeric, isString } from '../types.js';
import { compareScalars } from './compare.js';
import { ordinal } from './ordinal.js';
import type { CheckedCall, Parameter, ScalarFunction } from './function.js';
import { commonNumeric } from './numbers.js';

/** Whether a bound can limit values of a type: numbers limit numbers, the rest only its own type. */
function fits(bound: EsqlType, field: EsqlType): boolean {
  if (bound === 'null') return true;
  if (isNumeric(bound)) return isNumeric(field);
  return bound === field || (isString(bound) && isString(field));
}

function checkBounds({ types: [field = 'null', ...bounds], text, argumentTexts }: CheckedCall): string | undefined {
  if (field === 'null') return "'field' must not be null in clamp()";
  const at = bounds.findIndex((bound) => !fits(bound, field));
  if (at < 0) return undefined;
  return `${ordinal(at + 1)} argument of [${text}] must be [${field}], found value [${argumentTexts[at + 1] ?? ''}] type [${bounds[at] ?? ''}]`;
}

/** The type that the value and its bounds meet in. */
function meeting(types: readonly EsqlType[]): EsqlType {
  const [first = 'null', ...rest] = types.filter((type) => type !== 'null');
  if (isString(first)) return 'keyword';
  return rest.reduce<EsqlType>((type, next) => commonNumeric(type, next) ?? type, first);
}

const CLAMPED: Parameter['type'] = {
  words: TYPES.any.words,
  types: TYPES.any.types,
};

type Limit = (compare: (left: Scalar, right: Scalar) => number, value: Scalar, bounds: readonly Scalar[]) => Scalar;

const atLeast: Limit = (compare, value, [least = value]) => (compare(value, least) < 0 ? least : value);
const atMost: Limit = (compare, value, [most = value]) => (compare(value, most) > 0 ? most : value);

function clamping(
  name: string,
  summary: string,
  bounds: readonly string[],
  limit: Limit,
  example: readonly [string, number],
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    since: '9.3',
    summary,
    parameters: ['field', ...bounds].map((parameter) => ({ name: parameter, type: CLAMPED })),
    returns: meeting,
    examples: [
      {
        query: `ROW n = ${example[0]} | EVAL y = ${name}(n, ${bounds.map((_, at) => 5 + at * 5).join(', ')})`,
        result: example[1],
      },
    ],
    check: checkBounds,
    evaluate: ({ types }) => {
      const compare = compareScalars(meeting(types));
      return (value = false, ...limits) => limit(compare, value, limits);
    },
  };
}

/** Functions that keep a value between bounds. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/conditional-functions-and-expressions */
export const CLAMP_FUNCTIONS: readonly ScalarFunction[] = [
  clamping('CLAMP', 'Return a value, or the bound that it lies beyond.', ['min', 'max'], (compare, value, [least = value, most = value]) => atMost(compare, atLeast(compare, value, [least]), [most]), ['12', 10]),
  clamping('CLAMP_MIN', 'Return a value, or the bound that it lies below.', ['min'], atLeast, ['3', 5]),
  clamping('CLAMP_MAX', 'Return a value, or the bound that it lies above.', ['max'], atMost, ['12', 5]),
]; // prettier-ignore
