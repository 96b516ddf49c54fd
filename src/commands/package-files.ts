import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { UsageError } from './usage-error.js';

/** Path inside the package, with `/` → its text. */
export type PackageFiles = ReadonlyMap<string, string>;

const MEBIBYTE = 1024 * 1024;
/** What a package may have; the largest of Elastic's stay far below. */
const LIMITS = { zip: 256 * MEBIBYTE, entries: 50_000, file: 4 * MEBIBYTE, total: 64 * MEBIBYTE };

/** The files of a package that tell of its fields. Nothing else is read, or unpacked. */
const WANTED = /^(?:manifest\.yml|data_stream\/[^/]+\/(?:manifest\.yml|fields\/[^/]+\.yml))$/;

/**
 * Reads the manifests and field files of an integration package: its folder, or a zip file with the package in it or in one folder of it.
 * Nothing is written; links are not followed; what is larger than a package is refused.
 */
export async function readPackageFiles(path: string, cwd: string): Promise<PackageFiles> {
  const target = resolve(cwd, path);
  const kind = await stat(target).catch((error: unknown) => {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read (${code}).`);
  });
  const budget = new Budget(path);
  const files = kind.isDirectory() ? await readFolder(target, budget) : await readZip(target, kind.size, budget);
  if (!files.has('manifest.yml')) {
    throw new UsageError(
      `${path} is no integration package: it has no manifest.yml. Name its folder, or its zip file.`,
    );
  }
  return files;
}

/** Counts what is read against the limits. */
class Budget {
  readonly #path: string;
  #total = 0;
  #entries = 0;

  constructor(path: string) {
    this.#path = path;
  }

  entry(): void {
    this.#entries += 1;
    if (this.#entries > LIMITS.entries) throw this.tooLarge(`more than ${LIMITS.entries} files`);
  }

  file(name: string, size: number): void {
    if (size > LIMITS.file) throw this.tooLarge(`more than ${LIMITS.file} bytes in ${basename(name)}`);
    this.#total += size;
    if (this.#total > LIMITS.total) throw this.tooLarge(`more than ${LIMITS.total} bytes of field files`);
  }

  tooLarge(what: string): UsageError {
    return new UsageError(`${this.#path} has ${what}; no integration package has.`);
  }

  unreadable(reason: string): UsageError {
    return new UsageError(`${this.#path} is not a zip file that can be read (${reason}).`);
  }
}

async function readFolder(root: string, budget: Budget): Promise<PackageFiles> {
  const files = new Map<string, string>();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    // A link is neither a file nor a directory here: none leads outside.
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      budget.entry();
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && /^data_stream(?:\/[^/]+(?:\/fields)?)?$/.test(path)) folders.push(path);
      if (!entry.isFile() || !WANTED.test(path)) continue;
      budget.file(path, (await stat(join(root, path))).size);
      files.set(path, await readFile(join(root, path), 'utf8'));
    }
  }
  return files;
}

async function readZip(path: string, size: number, budget: Budget): Promise<PackageFiles> {
  if (size > LIMITS.zip) throw budget.tooLarge(`${size} bytes`);
  const data = new Uint8Array(await readFile(path));
  let unpacked: Readonly<Record<string, Uint8Array>>;
  try {
    unpacked = unzipSync(data, {
      filter: ({ name, originalSize }) => {
        budget.entry();
        if (!WANTED.test(withoutRoot(name))) return false;
        // The output has exactly the size that the archive states: a false one cuts the text off.
        budget.file(name, originalSize);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw budget.unreadable(error instanceof Error ? error.message : String(error));
  }
  const decoder = new TextDecoder();
  return new Map(Object.entries(unpacked).map(([name, bytes]) => [withoutRoot(name), decoder.decode(bytes)]));
}

/** Packages are zipped in a folder `<name>-<version>`. */
function withoutRoot(name: string): string {
  return /^(?:manifest\.yml|data_stream\/)/.test(name) ? name : name.replace(/^[^/]+\//, '');
}
