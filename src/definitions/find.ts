import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { compareTexts } from '../values/text-order.js';

/** What {@link findFiles} found: paths relative to the root with `/` on every platform, sorted; and the arguments that name nothing. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly missing: readonly string[];
}

/** Folders that hold other people's files or build output. */
const NEVER = ['**/node_modules/**', '**/dist/**', '**/.git/**', '**/coverage/**'];

/**
 * The TOML files below the given folders, and the given files; links are not followed. What a file defines is decided by its content,
 * not by its folder or name. `exclude` are patterns, relative to the root, of files that are left out unless they are named themselves.
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  root: string,
  exclude: readonly string[] = [],
): Promise<FoundFiles> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const path of paths) {
    const target = resolve(cwd, path);
    const found = await stat(target).catch(() => undefined);
    if (!found) missing.push(path);
    else if (!found.isDirectory()) files.add(fromRoot(target, root));
    else for (const file of await below(fromRoot(target, root), root, exclude)) files.add(file);
  }
  return { files: [...files].sort(compareTexts), missing };
}

/** The files below a folder, both relative to the root. */
function below(folder: string, root: string, exclude: readonly string[]): Promise<readonly string[]> {
  return glob([folder === '' ? '**/*.toml' : `${escapePath(folder)}/**/*.toml`], {
    cwd: root,
    ignore: [...NEVER, ...exclude],
    dot: false,
    followSymbolicLinks: false,
    onlyFiles: true,
    expandDirectories: false,
  });
}

function fromRoot(file: string, root: string): string {
  return relative(root, file).split(sep).join('/');
}
