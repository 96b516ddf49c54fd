import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';
import { builtInAttack, type Attack } from '../schemas/attack.js';
import { type ListedHunt } from './attack-matrix.js';
import { attackPages } from './attack-pages.js';
import {
  huntIndexPage,
  huntPlaceOf,
  upstreamHuntFolders,
  upstreamHuntIndexPage,
  type HuntFolders,
  type HuntSource,
} from './hunt-index.js';
import { printHuntFolders } from './hunt-index-yaml.js';
import { huntPage } from './hunt-page.js';
import { printPage } from './print-page.js';
import { ruleIndexes, type ListedRule } from './rule-indexes.js';
import { rulePage } from './rule-page.js';
import { rulePageAsciidoc } from './rule-page-asciidoc.js';
import type { RuleTests } from './rule-tests.js';
import { slugOf } from './slug.js';

/**
 * A definition to render; `file` is its path below the root of the definitions, with `/`. The page of a hunt that lies elsewhere stands
 * where that of a hunt in `place` would.
 */
export type PageSource =
  RuleSource | { readonly kind: 'hunt'; readonly file: string; readonly hunt: Hunt; readonly place?: string };

/** A rule to render, with its version and its tests where they are known; the source of the tests counts from the root, too. */
export interface RuleSource {
  readonly kind: 'rule';
  readonly file: string;
  readonly rule: Rule;
  readonly version?: number;
  readonly tests?: RuleTests;
}

/** Several definitions that would write the same page. */
export interface PageCollision {
  readonly path: string;
  /** In the order of the definitions; the page is that of the first. What is no definition stands there by name ("the index of hunts"). */
  readonly files: readonly string[];
}

/** Pages by path below the root of the definitions, and what could not have one. */
export interface RenderedPages {
  readonly pages: ReadonlyMap<string, string>;
  /** Those of the pages that are of no single definition: indexes, coverage, layers. */
  readonly indexes: ReadonlySet<string>;
  readonly collisions: readonly PageCollision[];
}

/** The folders that definitions and pages lie below: absolute paths with `/`, without one at the end. */
export interface PageFolders {
  readonly definitions: string;
  readonly pages: string;
}

/**
 * What pages look like. `dragnet`: Markdown; `detection-rules`: the same, but the index of hunts as the generator of elastic/detection-rules
 * writes it, its defects included; `asciidoc`: the pages of rules as in Elastic's book of prebuilt rules, hunts have none.
 */
export type DocsFormat = 'dragnet' | 'detection-rules' | 'asciidoc';

/** What to render beside the page of each definition, and how. */
export interface RenderSettings {
  readonly format?: DocsFormat;
  /** Whether `sources` are all there is, so that indexes can be made of them; without it there are none. */
  readonly indexes?: boolean;
  /** The version of ATT&CK whose coverage is shown; the built-in one by default. */
  readonly attack?: Attack;
  /** What `index.yml` in a folder holds already; only `detection-rules` looks at it. */
  readonly huntFolders?: ReadonlyMap<string, HuntFolders>;
}

const SAME_FOLDER: PageFolders = { definitions: '', pages: '' };

/**
 * The pages of definitions. A rule's page is `docs/rules/<slug>.md`; the page of a hunt in a folder `queries` stands in the folder
 * `docs` beside it (`x/queries/a.toml` → `x/docs/a.md`), that of any other hunt in `docs` at the root. Paths that differ only in
 * case collide, as they do on Windows and macOS. Each page links to its definition: relative to the page, whichever `folders` the two
 * lie below; in the format `detection-rules` pages of hunts link as if page and file lay below one folder, as the originals do.
 */
export function renderPages(
  sources: readonly PageSource[],
  folders: PageFolders = SAME_FOLDER,
  settings: RenderSettings = {},
): RenderedPages {
  const { format = 'dragnet', indexes = false } = settings;
  const shelf = new Shelf();
  for (const source of sources) {
    if (format === 'asciidoc' && source.kind === 'hunt') continue;
    const path = pagePathOf(source, format);
    shelf.put(path, source.file, () => pageOf(source, path, folders, format));
  }
  if (indexes && format !== 'asciidoc') {
    for (const [path, page] of huntIndexes(sources, settings)) shelf.put(path, 'the index of hunts', () => page, true);
    const { rules, hunts } = listed(sources);
    for (const [path, page] of ruleIndexes(rules)) shelf.put(path, 'an index of rules', () => printPage(page), true);
    for (const [path, page] of attackPages(settings.attack ?? builtInAttack(), rules, hunts))
      shelf.put(path, 'the coverage of ATT&CK', () => page, true);
  }
  return shelf.rendered();
}

/** Where the page of a definition belongs, below the root of the definitions. */
export function pagePathOf(source: PageSource, format: DocsFormat = 'dragnet'): string {
  if (source.kind === 'rule') {
    const name = slugOf(source.rule.name) || slugOf(source.rule.ruleId) || 'rule';
    return `docs/rules/${name}.${format === 'asciidoc' ? 'asciidoc' : 'md'}`;
  }
  const folders = placeOf(source).split('/');
  const name = (folders.pop() ?? '').replace(/\.toml$/i, '');
  const queries = folders.lastIndexOf('queries');
  if (queries === -1) return `docs/${name}.md`;
  folders[queries] = 'docs';
  return [...folders, `${name}.md`].join('/');
}

/** The files `index.yml` that the indexes of hunts go by, in the form of elastic/detection-rules. */
export function huntFolderFiles(sources: readonly PageSource[]): readonly string[] {
  return [...huntsByBase(sources).keys()].map((base) => below(base, 'index.yml'));
}

/** Pages by path; the first to take a path keeps it. */
class Shelf {
  readonly #pages = new Map<string, string>();
  readonly #indexes = new Set<string>();
  readonly #takers = new Map<string, { readonly path: string; readonly files: string[] }>();

  put(path: string, file: string, page: () => string, isIndex = false): void {
    const taken = this.#takers.get(path.toLowerCase());
    if (taken !== undefined) {
      taken.files.push(file);
      return;
    }
    this.#takers.set(path.toLowerCase(), { path, files: [file] });
    this.#pages.set(path, page());
    if (isIndex) this.#indexes.add(path);
  }

  rendered(): RenderedPages {
    return {
      pages: this.#pages,
      indexes: this.#indexes,
      collisions: [...this.#takers.values()].filter(({ files }) => files.length > 1),
    };
  }
}

function pageOf(source: PageSource, path: string, folders: PageFolders, format: DocsFormat): string {
  const link = pathFrom(`${folders.pages}/${path}`, `${folders.definitions}/${source.file}`);
  if (source.kind === 'hunt') {
    // The original links to the file beside the page, wherever the page goes.
    const beside = pathFrom(`/${path}`, `/${placeOf(source)}`);
    return huntPage(source.hunt, format === 'detection-rules' ? beside : link);
  }
  if (format === 'asciidoc') return rulePageAsciidoc(source.rule, source.version ?? source.rule.version);
  const { rule, version, tests } = source;
  const testFile = tests?.source;
  return rulePage(rule, {
    source: link,
    ...(version === undefined ? {} : { version }),
    ...(tests === undefined
      ? {}
      : {
          tests: {
            ...tests,
            ...(testFile === undefined
              ? {}
              : { source: pathFrom(`${folders.pages}/${path}`, `${folders.definitions}/${testFile}`) }),
          },
        }),
  });
}

function huntIndexes(
  sources: readonly PageSource[],
  { format, huntFolders }: RenderSettings,
): readonly (readonly [path: string, page: string])[] {
  return [...huntsByBase(sources)].flatMap(([base, hunts]): (readonly [string, string])[] => {
    if (format !== 'detection-rules') {
      const page = huntIndexPage(base, hunts, (hunt) => pagePathOf({ kind: 'hunt', ...hunt }));
      return [[base === 'docs' ? 'docs/hunts.md' : below(base, 'index.md'), page]];
    }
    const file = below(base, 'index.yml');
    const entries = upstreamHuntFolders(huntFolders?.get(file) ?? new Map(), hunts, base);
    return [
      [below(base, 'index.md'), upstreamHuntIndexPage(entries)],
      [file, printHuntFolders(entries)],
    ];
  });
}

function listed(sources: readonly PageSource[]): {
  readonly rules: readonly ListedRule[];
  readonly hunts: readonly ListedHunt[];
} {
  const rules: ListedRule[] = [];
  const hunts: ListedHunt[] = [];
  for (const source of sources) {
    const path = pagePathOf(source);
    if (source.kind === 'hunt') hunts.push({ hunt: source.hunt, path });
    else rules.push({ rule: source.rule, path, isTested: (source.tests?.tests.length ?? 0) > 0 });
  }
  return { rules, hunts };
}

function huntsByBase(sources: readonly PageSource[]): ReadonlyMap<string, readonly HuntSource[]> {
  const bases = new Map<string, HuntSource[]>();
  for (const source of sources) {
    if (source.kind === 'rule') continue;
    const placed = { file: placeOf(source), hunt: source.hunt };
    const { base } = huntPlaceOf(placed.file);
    const known = bases.get(base);
    if (known === undefined) bases.set(base, [placed]);
    else known.push(placed);
  }
  return bases;
}

function placeOf({ file, place = file }: Extract<PageSource, { readonly kind: 'hunt' }>): string {
  return place;
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** `target` seen from the file `from`; both absolute. */
function pathFrom(from: string, target: string): string {
  const here = from.split('/').slice(0, -1);
  const there = target.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
