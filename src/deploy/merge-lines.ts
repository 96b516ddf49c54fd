import { commonLengths } from '../diagnostics/line-diff.js';

/** A stretch of a three-way merge: settled, or changed by both sides in different ways. */
export type MergedPart =
  | { readonly kind: 'settled'; readonly pieces: readonly string[] }
  | { readonly kind: 'conflict'; readonly git: readonly string[]; readonly live: readonly string[] };

/** Stretches of more pieces are taken as changed as a whole. */
const COMPARED = 2000;

/**
 * Merges two successors of a sequence of pieces (lines, or several that belong together): what one side alone changed is taken from it, what both changed
 * alike once, and what they changed differently is a conflict. Changes that touch each other count as one, as in git.
 */
export function mergeLines(
  base: readonly string[],
  git: readonly string[],
  live: readonly string[],
): readonly MergedPart[] {
  const [inGit, inLive] = [matches(base, git), matches(base, live)];
  const parts: MergedPart[] = [];
  let [b, g, l] = [0, 0, 0];
  for (let at = 0; at <= base.length; at += 1) {
    const [toGit, toLive] = at === base.length ? [git.length, live.length] : [inGit.get(at), inLive.get(at)];
    if (toGit === undefined || toLive === undefined) continue;
    const part = merged(base.slice(b, at), git.slice(g, toGit), live.slice(l, toLive));
    if (part.kind === 'conflict' || part.pieces.length > 0) parts.push(part);
    if (at < base.length) parts.push({ kind: 'settled', pieces: [base[at] ?? ''] });
    [b, g, l] = [at + 1, toGit + 1, toLive + 1];
  }
  return parts;
}

function merged(base: readonly string[], git: readonly string[], live: readonly string[]): MergedPart {
  if (isSame(git, live) || isSame(live, base)) return { kind: 'settled', pieces: git };
  return isSame(git, base) ? { kind: 'settled', pieces: live } : { kind: 'conflict', git, live };
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((piece, at) => piece === right[at]);
}

/** Places of `before` → places of `after` that hold the same, both ascending: a longest common subsequence. */
function matches(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) {
    found.set(start, start);
    start += 1;
  }
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
    found.set(before.length - end, after.length - end);
  }
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (old.length > COMPARED || now.length > COMPARED) return found;
  const common = commonLengths(old, now);
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      found.set(start + i, start + j);
      i += 1;
      j += 1;
    } else if (common(i + 1, j) >= common(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
