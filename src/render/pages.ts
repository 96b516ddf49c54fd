import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';
import { huntPage } from './hunt-page.js';
import { rulePage } from './rule-page.js';
import { slugOf } from './slug.js';

/** A definition to render; `file` is its path below the root of the definitions, with `/`. */
export type PageSource =
  | { readonly kind: 'rule'; readonly file: string; readonly rule: Rule; readonly version?: number }
  | { readonly kind: 'hunt'; readonly file: string; readonly hunt: Hunt };

/** Several definitions that would write the same page. */
export interface PageCollision {
  readonly path: string;
  /** In the order of the definitions; the page is that of the first. */
  readonly files: readonly string[];
}

/** Pages by path below the root of the definitions, and what could not have one. */
export interface RenderedPages {
  readonly pages: ReadonlyMap<string, string>;
  readonly collisions: readonly PageCollision[];
}

/** The folders that definitions and pages lie below: absolute paths with `/`, without one at the end. */
export interface PageFolders {
  readonly definitions: string;
  readonly pages: string;
}

const SAME_FOLDER: PageFolders = { definitions: '', pages: '' };

/**
 * The pages of definitions. A rule's page is `docs/rules/<slug>.md`; the page of a hunt in a folder `queries` stands in the folder
 * `docs` beside it (`x/queries/a.toml` → `x/docs/a.md`), that of any other hunt in `docs` at the root. Paths that differ only in
 * case collide, as they do on Windows and macOS. Each page links to its definition: relative to the page, whichever `folders` the two
 * lie below.
 */
export function renderPages(sources: readonly PageSource[], folders: PageFolders = SAME_FOLDER): RenderedPages {
  const pages = new Map<string, string>();
  const files = new Map<string, { readonly path: string; readonly files: string[] }>();
  for (const source of sources) {
    const path = pagePathOf(source);
    const taken = files.get(path.toLowerCase());
    if (taken !== undefined) {
      taken.files.push(source.file);
      continue;
    }
    files.set(path.toLowerCase(), { path, files: [source.file] });
    pages.set(path, pageOf(source, path, folders));
  }
  return { pages, collisions: [...files.values()].filter((page) => page.files.length > 1) };
}

/** Where the page of a definition belongs, below the root of the definitions. */
export function pagePathOf(source: PageSource): string {
  if (source.kind === 'rule')
    return `docs/rules/${slugOf(source.rule.name) || slugOf(source.rule.ruleId) || 'rule'}.md`;
  const folders = source.file.split('/');
  const name = (folders.pop() ?? '').replace(/\.toml$/i, '');
  const queries = folders.lastIndexOf('queries');
  if (queries === -1) return `docs/${name}.md`;
  folders[queries] = 'docs';
  return [...folders, `${name}.md`].join('/');
}

function pageOf(source: PageSource, path: string, folders: PageFolders): string {
  const link = pathFrom(`${folders.pages}/${path}`, `${folders.definitions}/${source.file}`);
  if (source.kind === 'hunt') return huntPage(source.hunt, link);
  return rulePage(source.rule, { source: link, ...(source.version === undefined ? {} : { version: source.version }) });
}

/** `target` seen from the file `from`; both absolute. */
function pathFrom(from: string, target: string): string {
  const here = from.split('/').slice(0, -1);
  const there = target.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
