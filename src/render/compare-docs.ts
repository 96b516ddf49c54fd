import { lineDiff, printDiff } from './line-diff.js';
import { isGeneratedPage } from './generated-page.js';

/** A page that is not what the definitions say. */
export interface DocsDifference {
  readonly path: string;
  /** `missing`: not there; `stale`: there with other text; `extra`: written by dragnet for a definition that is gone. */
  readonly kind: 'missing' | 'stale' | 'extra';
  /** What would change, as `printDiff` prints it; empty for `missing` and `extra`. */
  readonly diff: string;
}

const LONGEST_DIFF = 40;

/**
 * How the pages that are there (`actual`) differ from those that the definitions give (`expected`); path → text, both. Pages in `actual`
 * that nobody expects count only if dragnet wrote them: a page written by hand is nobody's business. Line breaks may be CRLF in
 * `actual`, as git on Windows checks files out. Sorted by path.
 */
export function compareDocs(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): DocsDifference[] {
  const differences: DocsDifference[] = [];
  for (const [path, text] of expected) {
    const there = actual.get(path)?.replaceAll('\r\n', '\n');
    if (there === undefined) differences.push({ path, kind: 'missing', diff: '' });
    else if (there !== text)
      differences.push({ path, kind: 'stale', diff: printDiff(lineDiff(there, text), LONGEST_DIFF) });
  }
  for (const [path, text] of actual) {
    if (!expected.has(path) && isGeneratedPage(text.replaceAll('\r\n', '\n'))) {
      differences.push({ path, kind: 'extra', diff: '' });
    }
  }
  return differences.sort((left, right) => (left.path < right.path ? -1 : 1));
}
