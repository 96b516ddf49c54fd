import picocolors from 'picocolors';
import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import type { DocsProblem, DocsState } from './compare-with-disk.js';

/** A difference for people: what is wrong with the page, what only they can mend, and the lines that would change. */
export function describeDifference(problem: DocsProblem, colour: boolean): string {
  const { red, bold } = picocolors.createColors(colour);
  const lines = problem.diff === '' ? [] : problem.diff.trimEnd().split('\n');
  const head = `${red('✗')} ${bold(printable(problem.path))} ${printable(whatIsWrong(problem))}\n`;
  return head + lines.map((line) => `    ${paint(printable(line), colour)}\n`).join('');
}

function whatIsWrong({ kind, mend, files }: DocsProblem): string {
  const definitions = files.join(' and ');
  switch (kind) {
    case 'missing':
      return 'is missing';
    case 'stale':
      return 'is stale';
    case 'extra':
      return `belongs to no definition any more${mend === 'build' ? '' : '; delete it if that is right'}`;
    case 'foreign':
      return `is not a page of dragnet's, but stands where the page of ${definitions} belongs; move one of the two`;
    case 'collision':
      return `would be written by ${definitions}; give them different names`;
  }
}

function paint(line: string, colour: boolean): string {
  const { red, green, dim } = picocolors.createColors(colour);
  if (line.startsWith('-')) return red(line);
  if (line.startsWith('+')) return green(line);
  return line.startsWith('@@') || line.startsWith('…') ? dim(line) : line;
}

/** The last line of a comparison: how many pages are as they should be, and what mends the rest. Indexes are counted where they differ. */
export function docsSummary({ pages, indexes, differences, build }: DocsState): string {
  const orphans = differences.filter(({ kind }) => kind === 'extra').length;
  const wrongIndexes = differences.filter(({ path }) => indexes.has(path)).length;
  const wrong = differences.length - orphans - wrongIndexes;
  const total = pages.size - indexes.size;
  const counts = [
    wrong === 0
      ? `${plural(total, 'page')} up to date`
      : `${wrong} of ${plural(total, 'page')} ${wrong === 1 ? 'differs' : 'differ'}`,
    ...(wrongIndexes === 0
      ? []
      : [`${wrongIndexes} of ${pluralOf(indexes.size)} ${wrongIndexes === 1 ? 'differs' : 'differ'}`]),
    ...(orphans === 0 ? [] : [`${plural(orphans, 'page')} without a definition`]),
  ];
  const built = differences.filter(({ mend }) => mend === 'build').length;
  const byHand = differences.length - built;
  const advice = [
    ...(built === 0 ? [] : [`Run ${printable(build)}.`]),
    ...(byHand === 0 ? [] : [`Mend ${plural(byHand, 'page')} by hand.`]),
  ];
  return `docs: ${counts.join(', ')}${advice.length === 0 ? '' : `. ${advice.join(' ')}`}\n`;
}

/** `1 index`, `2 indexes`. */
export function pluralOf(indexes: number): string {
  return `${indexes} ${indexes === 1 ? 'index' : 'indexes'}`;
}

/** The docs part of a JSON report: how many pages the definitions give, how many indexes there are beside, and each one that is not so. */
export function docsJson({ pages, indexes, differences }: DocsState): {
  readonly pages: number;
  readonly indexes: number;
  readonly differences: readonly DocsProblem[];
} {
  return { pages: pages.size - indexes.size, indexes: indexes.size, differences };
}
