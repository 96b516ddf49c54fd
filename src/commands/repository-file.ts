import { mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { isBelowRoot } from '../definitions/below-root.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** Which setting names a file, and which command writes it: for messages. */
export interface FileOrigin {
  readonly setting: string;
  readonly command: string;
}

/** The text of a file that the configuration names; it lies below the root, links resolved, and has at most `largest` bytes. */
export async function readRepositoryFile(
  file: string,
  root: string,
  { setting, command }: FileOrigin,
  largest?: number,
): Promise<string> {
  const path = resolve(root, file);
  try {
    if (!isBelowRoot(path, resolve(root)) || !isBelowRoot(await realpath(path), await realpath(root)))
      throw new UsageError(`${setting} names ${file}, which lies outside the repository. Name a file below ${root}.`);
    const found = await stat(path);
    if (!found.isFile()) throw new UsageError(`${setting} names ${file}, which is no file. Write it with ${command}.`);
    if (largest !== undefined && found.size > largest)
      throw new UsageError(
        `${setting} names ${file}, which has more than ${largest} bytes. Write it again with ${command}.`,
      );
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new UsageError(`${setting} names ${file}, which ${reason}. Write it with ${command}.`);
  }
}

/** Writes a `.json` file below the root, its folders included, and returns its path from there, with `/`. `option` is for messages. */
export async function writeRepositoryFile(path: string, root: string, text: string, option: string): Promise<string> {
  const way = relative(root, path).replaceAll('\\', '/');
  const outside = new UsageError(`${option} leads outside the repository. Name a .json file below ${root}.`);
  if (!isBelowRoot(path, root) || !path.endsWith('.json')) throw outside;
  await realFolder(dirname(path)).then(async (folder) => {
    const base = await realpath(root);
    if (folder !== base && !isBelowRoot(folder, base)) throw outside;
  });
  await mkdir(dirname(path), { recursive: true });
  // An existing link could lead anywhere.
  const target = await realpath(path).catch(() => undefined);
  if (target !== undefined && !isBelowRoot(target, await realpath(root))) throw outside;
  await writeWhole(path, text);
  return way;
}

/** The nearest folder above (or at) a path that exists, links resolved. */
export async function realFolder(path: string): Promise<string> {
  return realpath(path).catch(() => (dirname(path) === path ? path : realFolder(dirname(path))));
}
