/**
 * The number with the fewest digits that single precision cannot tell from `value`: what Java prints for a `float`
 * (0.1 where the double next to it is 0.10000000149011612; Java 17 now and then prints a digit more than it needs). Infinite values and minus zero stay as they are.
 */
export function shortestFloat(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 24) return value;
  const single = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === single) return candidate;
  }
  return Number.isFinite(single) ? Number(single.toPrecision(9)) : value;
}
