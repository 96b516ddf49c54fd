import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { parseCatalogueFile } from '../schemas/fields/catalogue-file.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { UsageError } from './usage-error.js';

/** Reads the catalogue files that `[fields] catalogues` names, in its order; all lie below the root, links resolved. */
export async function readCatalogues(files: readonly string[], root: string): Promise<readonly ImportedCatalogue[]> {
  const read = await Promise.all(files.map((file) => readCatalogueFile(file, root)));
  return read.flat();
}

async function readCatalogueFile(file: string, root: string): Promise<readonly ImportedCatalogue[]> {
  const path = resolve(root, file);
  let text: string;
  try {
    if (!isBelow(path, resolve(root)) || !isBelow(await realpath(path), await realpath(root))) {
      throw new UsageError(
        `[fields] catalogues names ${file}, which lies outside the repository. Name a file below ${root}.`,
      );
    }
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new UsageError(`[fields] catalogues names ${file}, which ${reason}. Write it with dragnet schemas import.`);
  }
  const catalogue = parseCatalogueFile(text);
  if (typeof catalogue === 'string') throw new UsageError(`${file} ${catalogue}`);
  return catalogue.catalogues;
}

/** Writes a catalogue file below the root, its folders included, and returns its path from there, with `/`. */
export async function writeCatalogueFile(path: string, root: string, text: string): Promise<string> {
  const way = relative(root, path).replaceAll('\\', '/');
  const outside = new UsageError(`--out leads outside the repository. Name a .json file below ${root}.`);
  if (!isBelow(path, root) || !path.endsWith('.json')) throw outside;
  await realFolder(dirname(path)).then(async (folder) => {
    const base = await realpath(root);
    if (folder !== base && !isBelow(folder, base)) throw outside;
  });
  await mkdir(dirname(path), { recursive: true });
  // An existing link could lead anywhere.
  const target = await realpath(path).catch(() => undefined);
  if (target !== undefined && !isBelow(target, await realpath(root))) throw outside;
  await writeFile(path, text);
  return way;
}

/** The nearest folder above (or at) a path that exists, links resolved. */
async function realFolder(path: string): Promise<string> {
  return realpath(path).catch(() => (dirname(path) === path ? path : realFolder(dirname(path))));
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}
