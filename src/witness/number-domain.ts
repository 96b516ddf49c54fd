import type { PlainTest } from './condition.js';
import type { PlainDomain } from './domain.js';
import type { Scalar } from './scalar.js';
import { inBound } from './keyword-domain.js';

/** Whole numbers, and the least and the greatest that each type holds. */
export const INTEGERS: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['long', [-(2n ** 63n), 2n ** 63n - 1n]],
  ['integer', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['short', [-(2n ** 15n), 2n ** 15n - 1n]],
  ['byte', [-128n, 127n]],
  ['unsigned_long', [0n, 2n ** 64n - 1n]],
]);

/** Numbers with fractions. */
export const REALS: ReadonlySet<string> = new Set(['double', 'float', 'half_float', 'scaled_float']);

/** Numbers of a type; texts that are not numbers match none. */
export function numbers(type: string): PlainDomain {
  const limits = INTEGERS.get(type);
  const read = limits === undefined ? readReal : (text: string) => readInteger(text, limits);
  const holds = (test: PlainTest, value: Scalar): boolean => {
    if (test.kind === 'Exists') return true;
    const wanted = test.kind === 'Like' ? undefined : read(test.value);
    const given = read(String(value));
    if (wanted === undefined || given === undefined) return false;
    const comparison = given < wanted ? -1 : given > wanted ? 1 : 0;
    return test.kind === 'Bound' ? inBound(test.operator, comparison) : comparison === 0;
  };
  const near = (test: PlainTest, steps: readonly number[]): readonly Scalar[] => {
    const value = test.kind === 'Equals' || test.kind === 'Bound' ? read(test.value) : undefined;
    if (value === undefined) return [];
    return steps.map((step) => plain(typeof value === 'bigint' ? value + BigInt(step) : value + step));
  };
  return {
    candidates: (test) =>
      (test.kind === 'Exists' ? FILLERS : near(test, [0, 1, -1])).filter(
        (value) => read(String(value)) !== undefined && holds(test, value),
      ),
    holds,
    neighbours: (test) => near(test, [1, -1, 0]).filter((value) => read(String(value)) !== undefined),
    hasCase: false,
    fillers: FILLERS,
  };
}

const FILLERS: readonly number[] = [1, 2, 3];

function readInteger(text: string, [least, greatest]: readonly [bigint, bigint]): bigint | undefined {
  if (!/^[+-]?\d{1,30}$/.test(text)) return undefined;
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return value < least || value > greatest ? undefined : value;
}

function readReal(text: string): number | undefined {
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** A number where it can be one without losing digits. */
function plain(value: bigint | number): bigint | number {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
