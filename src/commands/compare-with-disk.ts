import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { compareDocs } from '../render/compare-docs.js';
import type { DocsDifference } from '../render/compare-docs.js';
import { pagePathOf, renderPages } from '../render/pages.js';
import type { PageSource } from '../render/pages.js';
import type { Arguments } from './command.js';
import type { Repository } from './repository.js';
import { UsageError } from './usage-error.js';

/** A page that is not as it should be, and the definitions that it is of (none any more for `extra`). */
export interface DocsProblem extends DocsDifference {
  readonly files: readonly string[];
}

/** Pages, where they belong, and how what is there differs. */
export interface DocsState {
  readonly pages: ReadonlyMap<string, string>;
  /** The folder that the pages' paths count from, absolute. */
  readonly out: string;
  readonly differences: readonly DocsProblem[];
  /** The call that writes these pages. */
  readonly build: string;
}

/** Where pages of rules stand; looked at for orphans even when no rule is left. */
const RULE_PAGES = 'docs/rules';

/** Renders the repository's definitions and compares the pages with the files. */
export async function compareWithDisk(repository: Repository, args: Arguments): Promise<DocsState> {
  const folder = outOption(args);
  const out = resolve(repository.root, folder ?? '.');
  const sources = sourcesOf(repository);
  const { pages, collisions } = renderPages(sources, { definitions: slashed(repository.root), pages: slashed(out) });
  const outside = [...pages.keys()].find((path) => relative(out, join(out, path)).startsWith('..'));
  if (outside !== undefined)
    throw new UsageError(`${outside} lies outside ${out}. Name definitions inside the repository.`);
  // The page of a definition that does not load belongs to it all the same.
  const isComplete = repository.isWhole && !repository.diagnostics.some(({ severity }) => severity === 'error');
  const actual = await readPages(out, [...pages.keys()], isComplete);
  const files = new Map([
    ...sources.map((source) => [pagePathOf(source), [source.file]] as const),
    ...collisions.map((collision) => [collision.path, collision.files] as const),
  ]);
  const differences = compareDocs(pages, actual, collisions).map((difference) => ({
    ...difference,
    files: files.get(difference.path) ?? [],
  }));
  return { pages, out, differences, build: `dragnet docs build${folder === undefined ? '' : ` --out ${folder}`}` };
}

/** The value of `--out`; yargs takes the bare option for an empty text, and the repeated one for a list. */
function outOption({ out }: Arguments): string | undefined {
  if (out === undefined) return undefined;
  if (typeof out === 'string' && out !== '') return out;
  throw new UsageError('--out needs one folder. Name the folder that docs/ shall lie in, as in --out site.');
}

function sourcesOf({ rules, hunts }: Repository): readonly PageSource[] {
  return [
    ...rules.map(({ file, value, version }) => ({
      kind: 'rule' as const,
      file,
      rule: value,
      ...(version === undefined ? {} : { version }),
    })),
    ...hunts.map(({ file, value }) => ({ kind: 'hunt' as const, file, hunt: value })),
  ];
}

function slashed(folder: string): string {
  return folder.split(sep).join('/').replace(/\/$/, '');
}

/** The pages that are there; with all definitions at hand also those beside them, so that orphans are found. */
async function readPages(
  out: string,
  expected: readonly string[],
  withNeighbours: boolean,
): Promise<ReadonlyMap<string, string>> {
  const folders = withNeighbours ? new Set([RULE_PAGES, ...expected.map((path) => dirname(path))]) : [];
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
