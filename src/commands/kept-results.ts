import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { buildStamp } from './build-stamp.js';
import { packageVersion } from './package-version.js';

/** Bytes of the largest file that is read. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Results of earlier runs in a file of the repository's cache (`node_modules/.cache/dragnet` where the repository has `node_modules` of its
 * own, else `.dragnet/cache`, which git is told to ignore). They count for one version and build of dragnet only; what cannot be read or
 * written counts as not there, and links are not followed.
 */
export class KeptResults {
  readonly #root: string;
  readonly #folders: readonly string[];
  readonly #file: string;
  readonly #key: string;
  readonly #stored: ReadonlyMap<string, JsonValue>;
  readonly #used = new Map<string, JsonValue>();
  #isNew = false;

  private constructor(
    root: string,
    folders: readonly string[],
    file: string,
    key: string,
    stored: ReadonlyMap<string, JsonValue>,
  ) {
    this.#root = root;
    this.#folders = folders;
    this.#file = file;
    this.#key = key;
    this.#stored = stored;
  }

  /** Opens `file`; its results count where they were kept with the same `settings`. */
  static async open(root: string, file: string, settings: string): Promise<KeptResults> {
    const key = hashOf([packageVersion(), await buildStamp(), settings].join('\0'));
    const folders = (await isFolder(join(root, 'node_modules')))
      ? ['node_modules', '.cache', 'dragnet']
      : ['.dragnet', 'cache'];
    return new KeptResults(root, folders, file, key, await readStored(root, [...folders, file], key));
  }

  /** The result that was kept under an id. */
  recall(id: string): JsonValue | undefined {
    const result = this.#stored.get(id);
    if (result !== undefined) this.#used.set(id, result);
    return result;
  }

  keep(id: string, result: JsonValue): void {
    this.#used.set(id, result);
    this.#isNew = true;
  }

  /** Writes what the next run may want; where this one looked at all (`isWhole`), what it did not want goes. */
  async save(isWhole: boolean): Promise<void> {
    if (!this.#isNew && (!isWhole || this.#used.size === this.#stored.size)) return;
    const kept = isWhole ? this.#used : new Map([...this.#stored, ...this.#used]);
    const text = JSON.stringify({ key: this.#key, results: Object.fromEntries(kept) });
    if (text.length <= LARGEST) await this.#write(text);
  }

  async #write(text: string): Promise<void> {
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
      const own = join(folder, `${this.#file}.${process.pid}.tmp`);
      await writeFile(own, text, { flag: 'wx' });
      draft = own;
      await rename(own, join(folder, this.#file));
    } catch {
      if (draft !== undefined) await rm(draft, { force: true }).catch(() => undefined);
    }
  }
}

/** A short name of a text that no other text has. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

async function readStored(
  root: string,
  steps: readonly string[],
  key: string,
): Promise<ReadonlyMap<string, JsonValue>> {
  try {
    for (let depth = 1; depth < steps.length; depth += 1) {
      if (!(await isFolder(join(root, ...steps.slice(0, depth))))) return new Map();
    }
    const path = join(root, ...steps);
    const found = await lstat(path);
    if (!found.isFile() || found.size > LARGEST) return new Map();
    const stored = JSON.parse(await readFile(path, 'utf8')) as JsonValue;
    if (!isJsonObject(stored) || stored['key'] !== key) return new Map();
    const { results } = stored;
    return new Map(isJsonObject(results) ? Object.entries(results) : []);
  } catch {
    return new Map();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
