import type { Hunt } from '../model/hunt.js';
import { compareTexts } from '../values/text-order.js';
import { oneLine, relativeTarget } from './markdown.js';
import { safeInline } from './safe-markdown.js';

/** A hunt as an index lists it; the keys below a UUID in `index.yml` of elastic/detection-rules. */
export interface HuntEntry {
  readonly uuid: string;
  readonly name: string;
  /** Seen from the folder of the index: `./aws/queries/x.toml`. */
  readonly path: string;
  readonly mitre: readonly string[];
}

/** Entries by folder, both in the order of the file. */
export type HuntFolders = ReadonlyMap<string, readonly HuntEntry[]>;

/** A hunt and its file, below the root of the definitions. */
export interface HuntSource {
  readonly file: string;
  readonly hunt: Hunt;
}

/** Where a hunt is listed: the page of the index below the root of the pages, and the name of the section. */
export interface HuntPlace {
  /** Folder of the index, without `/` at the end; empty for the root. */
  readonly base: string;
  readonly folder: string;
}

const TITLE = '# List of Available Queries\n\nHere are the queries currently available:\n';

/**
 * Which index lists the hunt in `file`. `x/y/queries/a.toml` belongs to the index in `x`, in the section `y`, as in elastic/detection-rules;
 * hunts in a folder `queries` at the root, and those in no such folder, to the index in `docs`, a section for each folder.
 */
export function huntPlaceOf(file: string): HuntPlace {
  const folders = file.split('/').slice(0, -1);
  const queries = folders.lastIndexOf('queries');
  if (queries > 0) return { base: folders.slice(0, queries - 1).join('/'), folder: folders[queries - 1] ?? '' };
  return { base: 'docs', folder: folders[queries + 1] ?? folders[0] ?? 'hunts' };
}

/**
 * The index page of hunts as a reader wants it: every hunt once, also those that share a UUID, with the languages of its queries; hunts
 * whose file is gone are not listed. `pageOf` is where the page of a hunt stands, below the root; the links are seen from `base`.
 */
export function huntIndexPage(
  base: string,
  sources: readonly HuntSource[],
  pageOf: (source: HuntSource) => string,
): string {
  const folders = new Map<string, ListedHunt[]>();
  for (const source of sources) {
    const { folder } = huntPlaceOf(source.file);
    const listed = folders.get(folder) ?? [];
    folders.set(folder, listed);
    const path = `./${fromFolder(base, pageOf(source))}`;
    listed.push({ name: source.hunt.name, path, languages: source.hunt.language.join(', ') });
  }
  return pageOfFolders(folders);
}

/**
 * The index page as the generator of elastic/detection-rules makes it of `index.yml`, its defects included: every hunt is said to be in
 * ES|QL, and the page of a hunt is named by replacing words in the path of its file.
 */
export function upstreamHuntIndexPage(folders: HuntFolders): string {
  return pageOfFolders(
    new Map(
      [...folders].map(([folder, entries]) => [
        folder,
        entries.map(({ name, path }) => ({
          name,
          path: path.replaceAll('queries', 'docs').replaceAll('.toml', '.md'),
          languages: 'ES|QL',
        })),
      ]),
    ),
  );
}

/**
 * `index.yml` of elastic/detection-rules after its generator has seen `sources`: entries are found by folder and UUID, so that of two hunts
 * with one UUID the later remains; the order of what was there stays, what is new comes last, and nothing ever goes.
 */
export function upstreamHuntFolders(before: HuntFolders, sources: readonly HuntSource[], base: string): HuntFolders {
  const folders = new Map([...before].map(([folder, entries]) => [folder, byUuid(entries)]));
  for (const { file, hunt } of sources) {
    const { folder } = huntPlaceOf(file);
    const entries = folders.get(folder) ?? new Map<string, HuntEntry>();
    folders.set(folder, entries);
    const path = `./${fromFolder(base, file)}`;
    entries.set(hunt.uuid, { uuid: hunt.uuid, name: hunt.name, path, mitre: hunt.mitre ?? [] });
  }
  return new Map([...folders].map(([folder, entries]) => [folder, [...entries.values()]]));
}

/** Whether a page has the form of an index of hunts. */
export function isHuntIndexPage(text: string): boolean {
  return text.startsWith(TITLE);
}

interface ListedHunt {
  readonly name: string;
  readonly path: string;
  readonly languages: string;
}

function byUuid(entries: readonly HuntEntry[]): Map<string, HuntEntry> {
  return new Map(entries.map((entry) => [entry.uuid, entry]));
}

function pageOfFolders(folders: ReadonlyMap<string, readonly ListedHunt[]>): string {
  const sections = [...folders]
    .sort(([left], [right]) => compareTexts(left, right))
    .map(([folder, hunts]) => `\n\n## ${oneLine(folder)}\n${sorted(hunts).map(line).join('')}`);
  return TITLE + sections.join('');
}

function sorted(hunts: readonly ListedHunt[]): readonly ListedHunt[] {
  return [...hunts].sort((left, right) => compareTexts(left.name, right.name));
}

function line({ name, path, languages }: ListedHunt): string {
  const text = safeInline(oneLine(name), 'keep placeholders', 'link');
  return `- [${text}](${relativeTarget(path)}) (${safeInline(oneLine(languages), 'keep placeholders')})\n`;
}

function fromFolder(base: string, path: string): string {
  return base !== '' && path.startsWith(`${base}/`)
    ? path.slice(base.length + 1)
    : `${base === '' ? '' : '../'}${path}`;
}
