/** Lines around a change that are shown with it. */
const AROUND = 3;

/** Changed stretches of this many lines are compared line by line; longer ones are shown as taken out and put in. */
const COMPARED = 1500;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** What differs between two texts, as a unified diff: three lines around each change, nothing where they are the same. */
export function lineDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = changes(before.split('\n'), after.split('\n'));
  const shown = lines.map((_, at) =>
    lines.slice(Math.max(at - AROUND, 0), at + AROUND + 1).some(({ sign }) => sign !== ' '),
  );
  let [old, now] = [1, 1];
  const out = [`--- ${name}`, `+++ ${name}`];
  for (let at = 0; at < lines.length; at += 1) {
    if (shown[at] === true && shown[at - 1] !== true) {
      const end = shown.indexOf(false, at);
      const hunk = lines.slice(at, end < 0 ? undefined : end);
      const [less, more] = ['+', '-'].map((other) => hunk.filter(({ sign }) => sign !== other).length);
      out.push(`@@ -${old},${less ?? 0} +${now},${more ?? 0} @@`, ...hunk.map(({ sign, text }) => sign + text));
    }
    if (lines[at]?.sign !== '+') old += 1;
    if (lines[at]?.sign !== '-') now += 1;
  }
  return `${out.join('\n')}\n`;
}

function changes(before: readonly string[], after: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const same = (text: string): Line => ({ sign: ' ', text });
  return [
    ...before.slice(0, start).map(same),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

/** By the longest common subsequence. */
function middle(before: readonly string[], after: readonly string[]): readonly Line[] {
  const out = (text: string): Line => ({ sign: '-', text });
  const put = (text: string): Line => ({ sign: '+', text });
  if (before.length > COMPARED || after.length > COMPARED) return [...before.map(out), ...after.map(put)];
  const common = commonLengths(before, after);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const text = before[i] ?? '';
    if (text === after[j]) {
      lines.push({ sign: ' ', text });
      i += 1;
      j += 1;
    } else if (common(i + 1, j) >= common(i, j + 1)) {
      lines.push(out(text));
      i += 1;
    } else {
      lines.push(put(after[j] ?? ''));
      j += 1;
    }
  }
  return [...lines, ...before.slice(i).map(out), ...after.slice(j).map(put)];
}

/** The length of the longest common subsequence of what is left behind two places. */
export function commonLengths(before: readonly string[], after: readonly string[]): (i: number, j: number) => number {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = before[i] === after[j] ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1));
  }
  return at;
}
