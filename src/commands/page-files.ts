import { closeSync, constants, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { UsageError } from './usage-error.js';

// Where a system has no such flag (Windows), links need rights that few have.
const READ = constants.O_RDONLY | ((constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0);

/** The text that stands for a page that is a link: nothing that dragnet would write. */
const LINK = '\0';

/**
 * The folder that pages lie below. Links are no way out of it: folders whose real place is elsewhere are refused, pages that are links
 * themselves are never read, written or removed.
 */
export class PageFiles {
  readonly out: string;
  /** Folders that are known to lie inside. */
  readonly #inside = new Set<string>();

  constructor(out: string) {
    this.out = out;
  }

  /** The text of a page; undefined where there is none, a text of no page for a link or what cannot be read. */
  read(path: string): string | undefined {
    const file = join(this.out, path);
    try {
      this.#check(dirname(file));
      return readOpen(file);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : LINK;
    }
  }

  /** Names of the files in a folder, as paths from `out` with `/`; none where there is no such folder. */
  list(folder: string): readonly string[] {
    try {
      return readdirSync(join(this.out, folder)).map((name) => join(folder, name).split(sep).join('/'));
    } catch {
      return [];
    }
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.out, path);
    this.#check(dirname(file));
    await mkdir(dirname(file), { recursive: true });
    this.#check(dirname(file));
    if (this.read(path) === LINK)
      throw new UsageError(`${path} is a link or no file. Take it away; nothing was written there.`);
    await writeFile(file, text);
  }

  async remove(path: string): Promise<void> {
    this.#check(dirname(join(this.out, path)));
    await rm(join(this.out, path));
  }

  #check(folder: string): void {
    if (this.#inside.has(folder)) return;
    const real = realPlace(folder);
    // What is not there cannot lead anywhere yet, and is looked at again once it has been made.
    if (real === undefined) return;
    const way = relative(realPlace(this.out) ?? this.out, real);
    if (way === '..' || way.startsWith(`..${sep}`) || way.startsWith(sep) || /^[A-Za-z]:/u.test(way))
      throw new UsageError(`${folder} leads outside ${this.out} by a link. Pages are written inside it only.`);
    this.#inside.add(folder);
  }
}

function readOpen(file: string): string {
  const opened = openSync(file, READ);
  try {
    return readFileSync(opened, 'utf8');
  } finally {
    closeSync(opened);
  }
}

function realPlace(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}
