import { dirname, join, relative, resolve, sep } from 'node:path';
import { compareDocs } from '../render/compare-docs.js';
import type { DocsDifference } from '../render/compare-docs.js';
import { huntFolderFiles, pagePathOf, renderPages } from '../render/pages.js';
import type { PageSource } from '../render/pages.js';
import type { HuntFolders } from '../render/hunt-index.js';
import { readWrittenPages, WRITTEN_PAGES } from '../render/written-pages.js';
import { coversAll } from './covers-all.js';
import type { DocsRequest } from './docs-options.js';
import { readHuntFolders } from './hunt-folders.js';
import { PageFiles } from './page-files.js';
import type { PageTests } from './page-tests.js';
import type { Repository } from './repository.js';
import { UsageError } from './usage-error.js';

/** A page that is not as it should be, and the definitions that it is of (none any more for `extra`). */
export interface DocsProblem extends DocsDifference {
  readonly files: readonly string[];
}

/** Pages, where they belong, and how what is there differs. */
export interface DocsState {
  readonly pages: ReadonlyMap<string, string>;
  /** Those of the pages that are of no single definition. */
  readonly indexes: ReadonlySet<string>;
  /** The folder that the pages' paths count from. */
  readonly files: PageFiles;
  readonly differences: readonly DocsProblem[];
  /** Pages that dragnet has noted to have written. */
  readonly written: ReadonlySet<string>;
  /** The call that writes these pages. */
  readonly build: string;
  /** Definitions without a page in the format asked for. */
  readonly leftOut: number;
}

/** Where pages of rules stand; looked at for orphans even when no rule is left. */
const RULE_PAGES = 'docs/rules';

/** Renders the repository's definitions and compares the pages with the files. */
export async function compareWithDisk(
  repository: Repository,
  request: DocsRequest,
  tests: PageTests,
): Promise<DocsState> {
  const { format } = request;
  const out = resolve(repository.root, request.out ?? '.');
  const files = new PageFiles(out);
  const sources = sourcesOf(repository, request, tests);
  // The page of a definition that does not load belongs to it all the same.
  const isSound = !repository.diagnostics.some(({ severity }) => severity === 'error');
  const isComplete = isSound && repository.isWhole;
  const withIndexes = isSound && (request.hasOwnFolder || (await coversAll(repository)));
  const folders = { definitions: slashed(repository.root), pages: slashed(out) };
  const settings = {
    format,
    indexes: withIndexes,
    ...(repository.attack ? { attack: repository.attack } : {}),
    huntFolders: format === 'detection-rules' ? readIndexes(sources, files, repository.root) : new Map(),
  };
  const { pages, indexes, collisions } = renderPages(sources, folders, settings);
  const outside = [...pages.keys()].find((path) => relative(out, join(out, path)).startsWith('..'));
  if (outside !== undefined)
    throw new UsageError(`${outside} lies outside ${out}. Name definitions inside the repository.`);
  const written = readWrittenPages(files.read(WRITTEN_PAGES) ?? '');
  const actual = readPages(files, [...pages.keys()], isComplete ? written : undefined);
  const owners = new Map([
    ...sources.map((source) => [pagePathOf(source, format), [source.file]] as const),
    ...collisions.map((collision) => [collision.path, collision.files] as const),
  ]);
  const differences = compareDocs(pages, actual, collisions, written).map((difference) => ({
    ...difference,
    files: owners.get(difference.path) ?? [],
  }));
  const leftOut = format === 'asciidoc' ? repository.hunts.length : 0;
  return { pages, indexes, files, differences, written, build: request.build, leftOut };
}

function sourcesOf(
  { rules, hunts }: Repository,
  { lock, hasOwnFolder }: DocsRequest,
  tests: PageTests,
): readonly PageSource[] {
  return [
    ...rules.map(({ file, value, version }) => {
      const known = lock?.get(value.ruleId) ?? version;
      const locked = known === undefined ? {} : { version: known };
      return { kind: 'rule' as const, file, rule: value, tests: tests.of(file), ...locked };
    }),
    ...placedHunts(hunts, hasOwnFolder).map(({ file, value, place }) => ({
      kind: 'hunt' as const,
      file,
      hunt: value,
      ...(place === undefined ? {} : { place }),
    })),
  ];
}

/**
 * Hunts with the places that their pages go by. Hunts outside of the repository have pages only below a folder of their own; these stand as
 * if the folder that such hunts share were the root.
 */
function placedHunts(
  hunts: Repository['hunts'],
  hasOwnFolder: boolean,
): readonly (Repository['hunts'][number] & { readonly place?: string })[] {
  const outside = hasOwnFolder ? hunts.filter(({ file }) => file.startsWith('../')) : [];
  const [first] = outside;
  if (first === undefined) return hunts;
  let shared = first.file.split('/').slice(0, -1);
  for (const { file } of outside) {
    const steps = file.split('/');
    const end = shared.findIndex((step, at) => step !== steps[at]);
    if (end !== -1) shared = shared.slice(0, end);
  }
  // `x/queries/a.toml` needs its x, for its page to be x/docs/a.md.
  const queries = shared.lastIndexOf('queries');
  const root = queries === -1 ? shared : shared.slice(0, Math.max(0, queries - 1));
  const isOutside = new Set(outside);
  return hunts.map((hunt) =>
    isOutside.has(hunt) ? { ...hunt, place: hunt.file.split('/').slice(root.length).join('/') } : hunt,
  );
}

function slashed(folder: string): string {
  return folder.split(sep).join('/').replace(/\/$/, '');
}

/** What the files `index.yml` hold: those among the pages, else those beside the hunts. */
function readIndexes(sources: readonly PageSource[], files: PageFiles, root: string): ReadonlyMap<string, HuntFolders> {
  const beside = new PageFiles(root);
  return new Map(
    huntFolderFiles(sources).flatMap((path): (readonly [string, HuntFolders])[] => {
      const known = readHuntFolders(files.read(path) ?? beside.read(path) ?? '');
      return known === undefined ? [] : [[path, known]];
    }),
  );
}

/** The pages that are there; where `written` says what was written once, also those and their neighbours, so that orphans are found. */
function readPages(
  files: PageFiles,
  expected: readonly string[],
  written: ReadonlySet<string> | undefined,
): ReadonlyMap<string, string> {
  const extensions = new Set(expected.map(extensionOf));
  const folders = written === undefined ? [] : new Set([RULE_PAGES, ...expected.map((path) => dirname(path))]);
  const neighbours = [...folders].flatMap((folder) => files.list(folder)).concat(...(written ?? []));
  const actual = new Map<string, string>();
  for (const path of new Set([...expected, ...neighbours.filter((found) => extensions.has(extensionOf(found)))])) {
    const text = files.read(path);
    if (text !== undefined) actual.set(path, text);
  }
  return actual;
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
