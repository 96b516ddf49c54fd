import { compareTexts } from '../values/text-order.js';

/** Where the list of written pages stands, below the root of the pages. */
export const WRITTEN_PAGES = 'docs/.dragnet-pages';

const HEAD = '# The pages that `dragnet docs build` wrote: what it may remove when their definitions are gone.\n';

/**
 * The paths in a list of written pages. Lines that lead anywhere but below the folder (`..`, absolute paths, backslashes) are left out, as
 * whoever changed them was not dragnet.
 */
export function readWrittenPages(text: string): ReadonlySet<string> {
  return new Set(text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#') && isBelow(line)));
}

/** The list of written pages as text, sorted. */
export function printWrittenPages(paths: Iterable<string>): string {
  return `${HEAD}${[...paths]
    .sort(compareTexts)
    .map((path) => `${path}\n`)
    .join('')}`;
}

function isBelow(path: string): boolean {
  return (
    !/[\\\0]|^[A-Za-z]:/.test(path) && path.split('/').every((step) => step !== '' && step !== '.' && step !== '..')
  );
}
