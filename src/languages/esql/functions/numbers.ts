import {
  type Failure,
  type Scalar,
  arithmeticFailure,
  fitsInteger,
  longOrFailure,
  unsignedOrFailure,
} from '../cells.js';
import { type EsqlType, isNumeric } from '../types.js';

/** A double, or the failure of an operation without a finite result. */
export function finite(value: number): number | Failure {
  return Number.isFinite(value) ? value : arithmeticFailure(`not a finite double number: ${printDouble(value)}`);
}

/** An integer, or the failure of an operation that leaves its range. */
export function integerOrFailure(value: number): number | Failure {
  return fitsInteger(value) ? value : arithmeticFailure('integer overflow');
}

/** A double as Java prints it: `1.0`, `1.0E10`, `1.0E-5`. */
export function printDouble(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (Object.is(value, -0)) return '-0.0';
  if (size === 0) return '0.0';
  if (size >= 1e-3 && size < 1e7) {
    const text = value.toString();
    return text.includes('.') ? text : `${text}.0`;
  }
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}

/** The type that two numeric types meet in; undefined if they do not (unsigned_long meets only itself). */
export function commonNumeric(left: EsqlType, right: EsqlType): EsqlType | undefined {
  if (!isNumeric(left) || !isNumeric(right)) return undefined;
  if (left === right) return left;
  if (left === 'unsigned_long' || right === 'unsigned_long') return undefined;
  if (left === 'double' || right === 'double') return 'double';
  return left === 'long' || right === 'long' ? 'long' : 'integer';
}

/** A whole number that is certainly a bigint. */
export function big(value: Scalar): bigint {
  return typeof value === 'bigint' ? value : BigInt(value);
}

type Binary = (left: Scalar, right: Scalar) => Scalar | Failure;

/** An operation on whole numbers: fast on numbers that stay exact, by bigints beyond. */
function whole(
  fast: (left: number, right: number) => number,
  slow: (left: bigint, right: bigint) => bigint,
  fit: (value: bigint) => number | bigint | Failure,
): Binary {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') {
      const value = fast(left, right);
      if (Number.isSafeInteger(value) && (value >= 0 || fit === longOrFailure)) return value + 0;
    }
    return fit(slow(big(left), big(right)));
  };
}

function divide(left: number, right: number): number {
  return right === 0 ? Number.NaN : Math.trunc(left / right);
}

const ZERO_DIVISION = (): Failure => arithmeticFailure('/ by zero');

function guarded(operation: Binary): Binary {
  return (left, right) => (right === 0 ? ZERO_DIVISION() : operation(left, right));
}

function finiteQuotient(value: number): number | Failure {
  return Number.isFinite(value) ? value : ZERO_DIVISION();
}

const DOUBLE: Readonly<Record<string, (left: number, right: number) => number | Failure>> = {
  '+': (left, right) => finite(left + right),
  '-': (left, right) => finite(left - right),
  '*': (left, right) => finite(left * right),
  '/': (left, right) => finiteQuotient(left / right),
  '%': (left, right) => finiteQuotient(left % right),
};

const INTEGER: Readonly<Record<string, (left: number, right: number) => number | Failure>> = {
  '+': (left, right) => integerOrFailure(left + right),
  '-': (left, right) => integerOrFailure(left - right),
  '*': (left, right) => integerOrFailure(left * right + 0),
  '/': (left, right) => (right === 0 ? ZERO_DIVISION() : integerOrFailure(Math.trunc(left / right) + 0)),
  '%': (left, right) => (right === 0 ? ZERO_DIVISION() : (left % right) + 0),
};

function wholeOperator(operator: string, fit: (value: bigint) => number | bigint | Failure): Binary {
  switch (operator) {
    case '+':
      return whole(
        (left, right) => left + right,
        (left, right) => left + right,
        fit,
      );
    case '-':
      return whole(
        (left, right) => left - right,
        (left, right) => left - right,
        fit,
      );
    case '*':
      return whole(
        (left, right) => left * right,
        (left, right) => left * right,
        fit,
      );
    case '/':
      return guarded(whole(divide, (left, right) => left / right, fit));
    default:
      return guarded(
        whole(
          (left, right) => left % right,
          (left, right) => left % right,
          fit,
        ),
      );
  }
}

/** `+ - * / %` on two numbers of one type: integers divide truncating; overflow and division by zero fail. */
export function numericOperator(operator: string, type: EsqlType): Binary {
  if (type === 'double') {
    const operation = DOUBLE[operator];
    return (left, right) => operation?.(Number(left), Number(right)) ?? ZERO_DIVISION();
  }
  if (type === 'integer') {
    const operation = INTEGER[operator];
    return (left, right) => operation?.(left as number, right as number) ?? ZERO_DIVISION();
  }
  return wholeOperator(operator, type === 'unsigned_long' ? unsignedOrFailure : longOrFailure);
}
