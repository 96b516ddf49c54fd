/** A line that stands in both texts, only in the old one or only in the new one. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

// Above so many cells the table of common lines costs more than a shorter diff is worth; the changed middle is then shown whole.
const LARGEST_TABLE = 4_000_000;
const CONTEXT = 3;

/** What turns `before` into `after`, line by line, as few changes as possible (for very long changed parts: all of that part). */
export function lineDiff(before: string, after: string): DiffLine[] {
  const old = before.split('\n');
  const young = after.split('\n');
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < young.length - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  return [
    ...lines('same', old.slice(0, start)),
    ...middle(old.slice(start, old.length - end), young.slice(start, young.length - end)),
    ...lines('same', old.slice(old.length - end)),
  ];
}

/**
 * A diff as text: `-` and `+` lines with three lines around them, `@@ 12 @@` (line of the old text) before each group; at most
 * `limit` lines, the rest counted. Empty when nothing changes.
 */
export function printDiff(diff: readonly DiffLine[], limit: number): string {
  const shown = diff.map((_, index) =>
    diff.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  );
  const printed: string[] = [];
  let oldLine = 1;
  for (const [index, { kind, text }] of diff.entries()) {
    if (shown[index] === true) {
      if (shown[index - 1] !== true) printed.push(`@@ ${oldLine} @@`);
      printed.push(`${kind === 'same' ? ' ' : kind === 'removed' ? '-' : '+'}${text}`);
    }
    if (kind !== 'added') oldLine += 1;
  }
  if (printed.length <= limit) return printed.join('\n');
  return [...printed.slice(0, limit), `… ${printed.length - limit} more lines`].join('\n');
}

function lines(kind: DiffLine['kind'], texts: readonly string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

function middle(old: readonly string[], young: readonly string[]): DiffLine[] {
  if (old.length * young.length > LARGEST_TABLE) return [...lines('removed', old), ...lines('added', young)];
  const width = young.length + 1;
  const common = commonLengths(old, young, width);
  const diff: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < young.length) {
    const [left, right] = [old[i], young[j]];
    if (left !== undefined && left === right) {
      diff.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || at(common, (i + 1) * width + j) >= at(common, i * width + j + 1))
    ) {
      diff.push({ kind: 'removed', text: left });
      i += 1;
    } else {
      diff.push({ kind: 'added', text: right ?? '' });
      j += 1;
    }
  }
  return diff;
}

/** Cell (i, j): how many lines the rest of `old` from i and the rest of `young` from j have in common, in order. */
function commonLengths(old: readonly string[], young: readonly string[], width: number): Uint32Array {
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        old[i] === young[j]
          ? at(common, (i + 1) * width + j + 1) + 1
          : Math.max(at(common, (i + 1) * width + j), at(common, i * width + j + 1));
    }
  }
  return common;
}

function at(table: Uint32Array, index: number): number {
  return table[index] ?? 0;
}
