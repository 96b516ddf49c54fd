/** One step from a list to another: an item stays (perhaps changed), goes, or comes. */
export type Step =
  | { readonly kind: 'keep'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly from: number }
  | { readonly kind: 'add'; readonly to: number };

/** Lists whose lengths multiply to more are compared place by place. */
const LARGEST_TABLE = 1_000_000;

/**
 * How one list becomes another, in order: as many items as possible that are the same stay, between them items are changed in order, and what
 * is left over goes or comes.
 */
export function alignLists(from: number, to: number, isSame: (from: number, to: number) => boolean): readonly Step[] {
  let start = 0;
  while (start < from && start < to && isSame(start, start)) start += 1;
  let end = 0;
  while (end < from - start && end < to - start && isSame(from - 1 - end, to - 1 - end)) end += 1;
  const pairs = [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...longestCommon([start, from - end], [start, to - end], isSame),
    ...Array.from({ length: end }, (_, at): Pair => [from - end + at, to - end + at]),
    [from, to] as const,
  ];
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  for (const [nextFrom, nextTo] of pairs) {
    for (; i < nextFrom && j < nextTo; i += 1, j += 1) steps.push({ kind: 'keep', from: i, to: j });
    for (; i < nextFrom; i += 1) steps.push({ kind: 'remove', from: i });
    for (; j < nextTo; j += 1) steps.push({ kind: 'add', to: j });
    if (nextFrom < from) steps.push({ kind: 'keep', from: i, to: j });
    i += 1;
    j += 1;
  }
  return steps;
}

type Pair = readonly [number, number];

/** The pairs of a longest common subsequence of two ranges. */
function longestCommon(
  [fromStart, fromEnd]: Pair,
  [toStart, toEnd]: Pair,
  isSame: (from: number, to: number) => boolean,
): readonly Pair[] {
  const [rows, columns] = [fromEnd - fromStart, toEnd - toStart];
  if (rows * columns > LARGEST_TABLE) return [];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const same = new Uint8Array(rows * columns);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const equal = isSame(fromStart + i, toStart + j);
      same[i * columns + j] = equal ? 1 : 0;
      lengths[i * width + j] = equal
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (same[i * columns + j] === 1) {
      pairs.push([fromStart + i, toStart + j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
