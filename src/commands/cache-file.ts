import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildStamp } from './build-stamp.js';
import { packageVersion } from './package-version.js';

/** Bytes of the largest file that is read or written: results of 100,000 files with some findings. */
const LARGEST = 64 * 1024 * 1024;

/**
 * A file of the repository's cache: in `node_modules/.cache/dragnet` where the repository has `node_modules` of its own, else in `.dragnet/cache`, which git
 * is told to ignore. Nothing depends on it: what cannot be read counts as not there, what cannot be written is left, and links are not followed.
 */
export class CacheFile {
  readonly #root: string;
  readonly #folders: readonly string[];
  readonly #name: string;

  private constructor(root: string, folders: readonly string[], name: string) {
    this.#root = root;
    this.#folders = folders;
    this.#name = name;
  }

  static async of(root: string, name: string): Promise<CacheFile> {
    const isOfNode = await isFolder(join(root, 'node_modules'));
    return new CacheFile(root, isOfNode ? ['node_modules', '.cache', 'dragnet'] : ['.dragnet', 'cache'], name);
  }

  /** Its text; undefined where there is none. */
  async read(): Promise<string | undefined> {
    try {
      for (let depth = 1; depth <= this.#folders.length; depth += 1) {
        if (!(await isFolder(join(this.#root, ...this.#folders.slice(0, depth))))) return undefined;
      }
      const path = join(this.#root, ...this.#folders, this.#name);
      const found = await lstat(path);
      return found.isFile() && found.size <= LARGEST ? await readFile(path, 'utf8') : undefined;
    } catch {
      return undefined;
    }
  }

  async write(text: string): Promise<void> {
    if (text.length > LARGEST) return;
    let folder = this.#root;
    let draft: string | undefined;
    try {
      for (const name of this.#folders) {
        folder = join(folder, name);
        await mkdir(folder).catch(() => undefined);
        // A link may lead anywhere.
        if (!(await isFolder(folder))) return;
      }
      if (this.#folders[0] === '.dragnet')
        await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
      const own = join(folder, `${this.#name}.${process.pid}.tmp`);
      await writeFile(own, text, { flag: 'wx' });
      draft = own;
      await rename(own, join(folder, this.#name));
    } catch {
      if (draft !== undefined) await rm(draft, { force: true }).catch(() => undefined);
    }
  }
}

/** What results are kept for: one version and build of dragnet, and the settings that they depend on. */
export async function cacheKey(settings: string): Promise<string> {
  return hashOf([packageVersion(), await buildStamp(), settings].join('\0'));
}

/** A short name of a text that no other text has. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
