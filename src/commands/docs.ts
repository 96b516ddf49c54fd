import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { compareDocs } from '../render/compare-docs.js';
import type { DocsDifference } from '../render/compare-docs.js';
import { renderPages } from '../render/pages.js';
import type { PageSource } from '../render/pages.js';
import { printable } from '../diagnostics/printable.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { brokenDefinitions, openRepository, PATHS } from './repository.js';
import type { Repository } from './repository.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  out: { type: 'string', describe: 'Folder that docs/ lies in (default: the root of the repository)' },
} as const;

/** `dragnet docs build`: writes the pages that are missing or stale. */
export const docsBuild: Command = {
  positionals: PATHS,
  options: OPTIONS,
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const broken = brokenDefinitions(repository, terminal);
    const { pages, out, differences } = await compareWithDisk(repository, args);
    for (const { path, kind } of differences) {
      if (kind === 'extra') continue;
      const target = join(out, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, pages.get(path) ?? '');
      terminal.out(`${path}\n`);
    }
    const written = differences.filter(({ kind }) => kind !== 'extra').length;
    terminal.err(`${count(written, 'page')} written, ${pages.size - written} up to date\n`);
    for (const { path } of differences.filter(({ kind }) => kind === 'extra')) {
      terminal.err(`${path} belongs to no definition any more; delete it if that is right\n`);
    }
    return broken ? EXIT.findings : EXIT.clean;
  },
};

/** `dragnet docs check`: fails when a page is missing, stale or orphaned, and shows the difference. */
export const docsCheck: Command = {
  positionals: PATHS,
  options: OPTIONS,
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const broken = brokenDefinitions(repository, terminal);
    const { pages, differences } = await compareWithDisk(repository, args);
    for (const difference of differences) terminal.out(describeDifference(difference));
    terminal.err(docsSummary(pages.size, differences));
    return broken || differences.length > 0 ? EXIT.findings : EXIT.clean;
  },
};

/** Pages, where they belong, and how what is there differs. */
export interface DocsState {
  readonly pages: ReadonlyMap<string, string>;
  readonly out: string;
  readonly differences: readonly DocsDifference[];
}

/** Renders the repository's definitions and compares the pages with the files. */
export async function compareWithDisk(repository: Repository, args: Arguments): Promise<DocsState> {
  const out = resolve(repository.root, typeof args['out'] === 'string' ? args['out'] : '.');
  const sources: readonly PageSource[] = [
    ...repository.rules.map(({ file, value, version }) => ({
      kind: 'rule' as const,
      file,
      rule: value,
      ...(version === undefined ? {} : { version }),
    })),
    ...repository.hunts.map(({ file, value }) => ({ kind: 'hunt' as const, file, hunt: value })),
  ];
  const { pages, collisions } = renderPages(sources);
  const [collision] = collisions;
  if (collision) {
    throw new UsageError(
      `${collision.files.join(' and ')} would both write ${collision.path}. Give them different names.`,
    );
  }
  const outside = [...pages.keys()].find((path) => relative(out, join(out, path)).startsWith('..'));
  if (outside !== undefined)
    throw new UsageError(`${outside} lies outside ${out}. Name definitions inside the repository.`);
  // The page of a definition that does not load belongs to it all the same.
  const isComplete = repository.isWhole && !repository.diagnostics.some(({ severity }) => severity === 'error');
  const actual = await readPages(out, [...pages.keys()], isComplete);
  return { pages, out, differences: compareDocs(pages, actual) };
}

/** The pages that are there; with all definitions at hand also those beside them, so that orphans are found. */
async function readPages(
  out: string,
  expected: readonly string[],
  withNeighbours: boolean,
): Promise<ReadonlyMap<string, string>> {
  const folders = withNeighbours ? new Set(expected.map((path) => dirname(path))) : [];
  const neighbours = await Promise.all(
    [...folders].map(async (folder) => {
      const names = await readdir(join(out, folder)).catch(() => []);
      return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name).split(sep).join('/'));
    }),
  );
  const actual = new Map<string, string>();
  for (const path of new Set([...expected, ...neighbours.flat()])) {
    const text = await readFile(join(out, path), 'utf8').catch(() => undefined);
    if (text !== undefined) actual.set(path, text);
  }
  return actual;
}

/** A difference for people: what is wrong with the page, and the lines that would change. */
export function describeDifference({ path, kind, diff }: DocsDifference): string {
  const why = {
    missing: 'is missing',
    stale: 'is stale',
    extra: 'belongs to no definition any more',
  }[kind];
  const lines =
    diff === ''
      ? ''
      : `${diff
          .trimEnd()
          .split('\n')
          .map((line) => `    ${printable(line)}`)
          .join('\n')}\n`;
  return `✗ ${path} ${why}\n${lines}`;
}

/** The last line of a comparison: how many pages are as they should be, and the command that mends the rest. */
export function docsSummary(pages: number, differences: readonly DocsDifference[]): string {
  if (differences.length === 0) return `docs: ${count(pages, 'page')} up to date\n`;
  return `docs: ${differences.length} of ${count(pages, 'page')} differ. Run dragnet docs build.\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
