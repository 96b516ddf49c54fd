import {
  type Failure,
  type Scalar,
  arithmeticFailure,
  fitsInteger,
  isMultiple,
  longOrFailure,
  wholeNumber,
  Refusal,
} from '../cells.js';
import { type EsqlType, TYPES, isDate } from '../types.js';
import type { ScalarFunction } from './function.js';
import { big, finite } from './numbers.js';
import { multiValueFailure } from './multi-value.js';

type Real = (value: number) => number | Failure;

/** A function of one number that gives a double. */
function real(
  name: string,
  summary: string,
  apply: Real,
  example: readonly [string, unknown],
  since?: string,
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    ...(since !== undefined && { since }),
    summary,
    parameters: [{ name: 'number', type: TYPES.numeric }],
    returns: 'double',
    examples: [{ query: `ROW x = ${example[0]} | EVAL y = ${name}(x)`, result: example[1] }],
    evaluate: () => (value) => apply(Number(value)),
  };
}

function within(low: number, high: number, apply: (value: number) => number, name: string): Real {
  return (value) => (value < low || value > high ? arithmeticFailure(`${name} input out of range`) : apply(value));
}

function positive(apply: (value: number) => number): Real {
  return (value) => (value <= 0 ? arithmeticFailure('Log of non-positive number') : apply(value));
}

function bounded(name: string, apply: (value: number) => number): Real {
  return (value) => {
    const result = apply(value);
    return Number.isFinite(result) || !Number.isFinite(value) ? result : arithmeticFailure(`${name} overflow`);
  };
}

const REAL_FUNCTIONS: readonly ScalarFunction[] = [
  real('ACOS', 'Return the arccosine of a number as an angle in radians.', within(-1, 1, Math.acos, 'Acos'), [
    '1.0',
    0,
  ]),
  real(
    'ACOSH',
    'Return the inverse hyperbolic cosine of a number.',
    within(1, Infinity, Math.acosh, 'Acosh'),
    ['1.0', 0],
    '9.4',
  ),
  real('ASINH', 'Return the inverse hyperbolic sine of a number.', Math.asinh, ['0.0', 0], '9.4'),
  real(
    'ATANH',
    'Return the inverse hyperbolic tangent of a number.',
    within(-1, 1, Math.atanh, 'Atanh'),
    ['0.0', 0],
    '9.4',
  ),
  real('ASIN', 'Return the arcsine of a number as an angle in radians.', within(-1, 1, Math.asin, 'Asin'), ['0.0', 0]),
  real('ATAN', 'Return the arctangent of a number as an angle in radians.', Math.atan, ['0.0', 0]),
  real('CBRT', 'Return the cube root of a number.', Math.cbrt, ['27.0', 3]),
  real('COS', 'Return the cosine of an angle in radians.', Math.cos, ['0.0', 1]),
  real('COSH', 'Return the hyperbolic cosine of a number.', bounded('cosh', Math.cosh), ['0.0', 1]),
  real('EXP', 'Return e raised to the power of a number.', Math.exp, ['0.0', 1]),
  real('LOG10', 'Return the logarithm of a number to base 10.', positive(Math.log10), ['1000', 3]),
  real('SIGNUM', 'Return the sign of a number: -1.0, 0.0 or 1.0.', Math.sign, ['-7', -1]),
  real('SIN', 'Return the sine of an angle in radians.', Math.sin, ['0.0', 0]),
  real('SINH', 'Return the hyperbolic sine of a number.', bounded('sinh', Math.sinh), ['0.0', 0]),
  real(
    'SQRT',
    'Return the square root of a number; of a negative number it is null.',
    (value) => (value < 0 ? arithmeticFailure('Square root of negative') : Math.sqrt(value)),
    ['16', 4],
  ),
  real('TAN', 'Return the tangent of an angle in radians.', Math.tan, ['0.0', 0]),
  real('TANH', 'Return the hyperbolic tangent of a number.', Math.tanh, ['0.0', 0]),
];

/** Computes doubles; whole numbers, multi-values too, pass as they are. */
function ofDoubles(apply: (value: number) => number): Pick<ScalarFunction, 'evaluateCells'> {
  return {
    evaluateCells:
      ({ types: [type] }) =>
      (cell = null) => {
        if (type !== 'double' || cell === null) return cell;
        return isMultiple(cell) ? multiValueFailure() : apply(cell as number);
      },
  };
}

function wholeOr(
  name: 'CEIL' | 'FLOOR',
  summary: string,
  apply: (value: number) => number,
  result: number,
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    summary,
    parameters: [{ name: 'number', type: TYPES.numeric }],
    returns: ([type = 'double']) => type,
    examples: [{ query: `ROW x = 1.5 | EVAL y = ${name}(x)`, result }],
    ...ofDoubles((value) => apply(value)),
  };
}

function constant(name: string, summary: string, value: number): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    summary,
    parameters: [],
    returns: 'double',
    examples: [{ query: `ROW y = ${name}()`, result: value }],
    evaluate: () => () => value,
  };
}

/** Elasticsearch does not catch what Java throws here, so that the query fails. */
function noAbsolute(type: 'Integer' | 'Long'): Refusal {
  return new Refusal('arithmetic_exception', `Overflow to represent absolute value of ${type}.MIN_VALUE`);
}

const abs: ScalarFunction = {
  kind: 'scalar',
  name: 'ABS',
  summary: 'Return the absolute value of a number.',
  parameters: [{ name: 'number', type: TYPES.numeric }],
  returns: ([type = 'double']) => type,
  examples: [{ query: 'ROW x = -3 | EVAL y = ABS(x)', result: 3 }],
  evaluateCells:
    ({ types: [type] }) =>
    (value = null) => {
      if (value === null || type === 'unsigned_long') return value;
      if (isMultiple(value)) return multiValueFailure();
      if (type === 'double') return Math.abs(value as number);
      if (type === 'integer') return value === -2_147_483_648 ? noAbsolute('Integer') : Math.abs(value as number);
      const size = big(value) < 0n ? -big(value) : big(value);
      return size === 2n ** 63n ? noAbsolute('Long') : wholeNumber(size);
    },
};

const atan2: ScalarFunction = {
  kind: 'scalar',
  name: 'ATAN2',
  summary: 'Return the angle between the positive x axis and the ray to the point (x, y).',
  parameters: [
    { name: 'y_coordinate', type: TYPES.numeric },
    { name: 'x_coordinate', type: TYPES.numeric },
  ],
  returns: 'double',
  examples: [{ query: 'ROW y = 0.0, x = 1.0 | EVAL z = ATAN2(y, x)', result: 0 }],
  evaluate: () => (y, x) => Math.atan2(Number(y), Number(x)),
};

/** As exact as Java's, save where squares leave the range of doubles. */
function hypotenuse(left: number, right: number): number {
  const length = Math.sqrt(left * left + right * right);
  return length > 1e-150 && length < 1e150 ? length : Math.hypot(left, right);
}

const hypot: ScalarFunction = {
  kind: 'scalar',
  name: 'HYPOT',
  summary: 'Return the length of the hypotenuse of a right triangle with two given sides.',
  parameters: [
    { name: 'number1', type: TYPES.numeric },
    { name: 'number2', type: TYPES.numeric },
  ],
  returns: 'double',
  examples: [{ query: 'ROW a = 3.0, b = 4.0 | EVAL c = HYPOT(a, b)', result: 5 }],
  evaluate: () => (left, right) => hypotenuse(Number(left), Number(right)),
};

const pow: ScalarFunction = {
  kind: 'scalar',
  name: 'POW',
  summary: 'Return a base raised to an exponent, as a double; null if that is too large.',
  parameters: [
    { name: 'base', type: TYPES.numeric },
    { name: 'exponent', type: TYPES.numeric },
  ],
  returns: 'double',
  examples: [{ query: 'ROW b = 2.0, e = 10 | EVAL p = POW(b, e)', result: 1024 }],
  evaluate: () => (base, exponent) => finite(Number(base) ** Number(exponent)),
};

const log: ScalarFunction = {
  kind: 'scalar',
  name: 'LOG',
  summary: 'Return the logarithm of a number to a base, by default e; null for what is not positive.',
  parameters: [
    { name: 'base', type: TYPES.numeric },
    { name: 'number', type: TYPES.numeric, optional: true },
  ],
  returns: 'double',
  examples: [{ query: 'ROW x = 8.0 | EVAL y = LOG(2.0, x)', result: 3 }],
  evaluate: () => (first, second?: Scalar) => {
    const value = Number(second ?? first);
    if (value <= 0 || Number(first) <= 0) return arithmeticFailure('Log of non-positive number');
    if (second === undefined) return Math.log(value);
    return Number(first) === 1 ? arithmeticFailure('Log of base 1') : Math.log10(value) / Math.log10(Number(first));
  },
};

/** Rounds half away from zero; negative decimals round before the point. */
function roundDouble(value: number, decimals: number): number {
  if (Number.isNaN(value)) return 0;
  const scale = 10 ** decimals;
  if (scale === 0 || value === 0) return 0;
  if (!Number.isFinite(value * scale)) return value;
  const scaled = value * scale;
  return (Math.round(Math.abs(scaled)) / scale) * (scaled > 0 ? 1 : -1);
}

function roundWhole(value: bigint, decimals: number): bigint {
  if (decimals >= 0) return value;
  const size = value < 0n ? -value : value;
  // As in Elasticsearch, a number of no more digits than are rounded away is 0: ROUND(7, -1) too.
  if (-decimals >= size.toString().length) return 0n;
  const unit = 10n ** BigInt(-decimals);
  const rounded = ((size + unit / 2n) / unit) * unit;
  return value < 0n ? -rounded : rounded;
}

const round: ScalarFunction = {
  kind: 'scalar',
  name: 'ROUND',
  summary: 'Round a number to some decimal places, by default none; halves go away from zero.',
  parameters: [
    { name: 'number', type: TYPES.numeric },
    {
      name: 'decimals',
      type: { ...TYPES.whole, words: 'whole number except unsigned_long or counter types' },
      optional: true,
    },
  ],
  returns: ([type = 'double']) => type,
  examples: [{ query: 'ROW x = -123.5 | EVAL y = ROUND(x)', result: -124 }],
  evaluateCells:
    ({ types: [type, second] }) =>
    (cell = null, decimals = second === undefined ? 0 : null) => {
      if (cell === null || decimals === null) return null;
      if (type !== 'double' && second === undefined) return cell;
      if (type === 'unsigned_long' && !isMultiple(cell) && Number(decimals) >= 0) return cell;
      if (isMultiple(cell) || isMultiple(decimals)) return multiValueFailure();
      if (type === 'double') return roundDouble(cell as number, Number(decimals));
      const rounded = roundWhole(big(cell), Number(decimals));
      return type === 'integer' ? Number(BigInt.asIntN(32, rounded)) : wholeNumber(BigInt.asIntN(64, rounded));
    },
};

/** Types of numbers that ROUND_TO mixes, the widest first. */
const WIDTHS: readonly EsqlType[] = ['double', 'long', 'integer'];

const roundTo: ScalarFunction = {
  kind: 'scalar',
  name: 'ROUND_TO',
  since: '8.19',
  summary: 'Round down to the greatest of some constant points that is not above the value, or to the least of them.',
  parameters: [
    { name: 'field', type: TYPES.any },
    { name: 'points', type: TYPES.any, variadic: true, constant: true },
  ],
  returns: (types) => {
    const known: readonly EsqlType[] = types.filter((type) => type !== 'null');
    return WIDTHS.find((type) => known.includes(type)) ?? known[0] ?? 'null';
  },
  examples: [{ query: 'ROW x = 7 | EVAL y = ROUND_TO(x, 0, 5, 10)', result: 5 }],
  check: ({ types }) => {
    const known: readonly EsqlType[] = types.filter((type) => type !== 'null');
    const alike: readonly EsqlType[] = WIDTHS.includes(known[0] ?? 'double')
      ? WIDTHS
      : known.slice(0, 1).filter(isDate);
    return known.length > 0 && known.every((type) => alike.includes(type))
      ? undefined
      : 'all arguments must be numeric, date, or data_nanos';
  },
  evaluate:
    () =>
    (value = 0, ...points) => {
      const sorted = points.sort((left, right) => (left < right ? -1 : 1));
      let found: Scalar = sorted[0] ?? value;
      for (const point of sorted) if (point <= value) found = point;
      return found;
    },
};

const scalb: ScalarFunction = {
  kind: 'scalar',
  name: 'SCALB',
  summary: 'Return a number times two to the power of a scale factor.',
  parameters: [
    { name: 'd', type: TYPES.numeric },
    { name: 'scaleFactor', type: TYPES.whole },
  ],
  returns: 'double',
  examples: [{ query: 'ROW x = 3.0, s = 10 | EVAL y = SCALB(x, s)', result: 3072 }],
  evaluate: () => (value, scale) =>
    fitsInteger(scale as number | bigint)
      ? finite(Number(value) * 2 ** Number(scale))
      : arithmeticFailure('integer overflow'),
};

const copySign: ScalarFunction = {
  kind: 'scalar',
  name: 'COPY_SIGN',
  since: '9.1',
  summary: 'Return the size of one number with the sign of another.',
  parameters: [
    { name: 'magnitude', type: TYPES.numericNotUnsigned },
    { name: 'sign', type: TYPES.numericNotUnsigned },
  ],
  returns: ([type = 'double']) => type,
  examples: [{ query: 'ROW m = 3.5, s = -1 | EVAL y = COPY_SIGN(m, s)', result: -3.5 }],
  evaluate:
    ({ types: [type] }) =>
    (magnitude = 0, sign = 0) => {
      const negative = Number(sign) < 0 || Object.is(sign, -0);
      if (type === 'double') return negative ? -Math.abs(magnitude as number) : Math.abs(magnitude as number);
      const size = big(magnitude) < 0n ? -big(magnitude) : big(magnitude);
      const signed = negative ? -size : size;
      return type === 'integer' ? Number(BigInt.asIntN(32, signed)) : longOrFailure(BigInt.asIntN(64, signed));
    },
};

/** Mathematical functions. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/math-functions */
export const MATH_FUNCTIONS: readonly ScalarFunction[] = [
  abs,
  ...REAL_FUNCTIONS,
  atan2,
  wholeOr('CEIL', 'Round a number up to a whole number.', Math.ceil, 2),
  wholeOr('FLOOR', 'Round a number down to a whole number.', Math.floor, 1),
  constant('E', 'Return Euler’s number.', Math.E),
  constant('PI', 'Return the ratio of the circumference of a circle to its diameter.', Math.PI),
  constant('TAU', 'Return the ratio of the circumference of a circle to its radius.', 2 * Math.PI),
  hypot,
  pow,
  log,
  round,
  roundTo,
  scalb,
  copySign,
];
