import { lineDiff, printDiff } from './line-diff.js';
import { isGeneratedPage, isMarkedPage } from './generated-page.js';
import type { PageCollision } from './pages.js';

/** A page that is not what the definitions say. */
export interface DocsDifference {
  readonly path: string;
  /**
   * `missing`: not there; `stale`: there with other text; `extra`: written by dragnet for a definition that is gone; `foreign`: the place
   * of a page is taken by a file that dragnet did not write; `collision`: several definitions would write it.
   */
  readonly kind: 'missing' | 'stale' | 'extra' | 'foreign' | 'collision';
  /** `build`: writing the pages mends it; `hand`: only a person can decide, and nothing there may be overwritten or deleted. */
  readonly mend: 'build' | 'hand';
  /** What would change, as `printDiff` prints it; empty for all kinds but `stale`. */
  readonly diff: string;
}

const LONGEST_DIFF = 40;

/**
 * How the pages that are there (`actual`) differ from those that the definitions give (`expected`); path → text, both. Pages in `actual`
 * that nobody expects count only if dragnet wrote them: a page written by hand is nobody's business. Line breaks may be CRLF in
 * `actual`, as git on Windows checks files out. What lies at the path of a collision is not compared. Sorted by path.
 *
 * An `extra` page is for `build` to delete only if it carries `GENERATED_MARK`, or if it has the form of a page and dragnet has noted that it
 * wrote one there (`written`): the form of a hunt's page is not proof enough.
 */
export function compareDocs(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
  collisions: readonly PageCollision[] = [],
  written: ReadonlySet<string> = new Set(),
): DocsDifference[] {
  const disputed = new Set(collisions.map(({ path }) => path.toLowerCase()));
  const differences: DocsDifference[] = collisions.map(({ path }) => difference(path, 'collision', 'hand'));
  for (const [path, text] of expected) {
    if (disputed.has(path.toLowerCase())) continue;
    const found = compareWith(path, text, actual.get(path)?.replaceAll('\r\n', '\n'));
    if (found !== undefined) differences.push(found);
  }
  // On a file system that ignores case a page of the same name in other letters is the expected page itself: never deleted.
  const names = new Set([...expected.keys()].map((path) => path.toLowerCase()));
  for (const [path, text] of actual) {
    if (expected.has(path) || disputed.has(path.toLowerCase())) continue;
    if (!isGeneratedPage(text.replaceAll('\r\n', '\n'))) continue;
    const isOurs = isMarkedPage(text) || written.has(path);
    differences.push(difference(path, 'extra', isOurs && !names.has(path.toLowerCase()) ? 'build' : 'hand'));
  }
  return differences.sort((left, right) => (left.path < right.path ? -1 : 1));
}

function compareWith(path: string, expected: string, actual: string | undefined): DocsDifference | undefined {
  if (actual === undefined) return difference(path, 'missing', 'build');
  if (actual === expected) return undefined;
  // An empty file holds nothing that could be lost.
  if (actual.trim() !== '' && !isGeneratedPage(actual)) return difference(path, 'foreign', 'hand');
  return difference(path, 'stale', 'build', printDiff(lineDiff(actual, expected), LONGEST_DIFF));
}

function difference(
  path: string,
  kind: DocsDifference['kind'],
  mend: DocsDifference['mend'],
  diff = '',
): DocsDifference {
  return { path, kind, mend, diff };
}
