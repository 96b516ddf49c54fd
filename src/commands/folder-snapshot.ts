import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files below a folder as they are at a moment, and its folders; paths are relative, with `/`. */
export interface FolderSnapshot {
  /** Path → what changes when the file does. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
}

/** Folders that hold other people's files or build output. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', 'dist', 'coverage']);

/** Files looked at; a folder with more is not a repository of rules. */
const MOST_FILES = 100_000;

/** Looks at a folder; hidden files and folders are left out, and what goes away meanwhile. Links are not followed. */
export async function snapshotOf(root: string): Promise<FolderSnapshot> {
  const files = new Map<string, string>();
  const folders = [''];
  for (let at = 0; at < folders.length && files.size < MOST_FILES; at += 1) {
    const folder = folders[at] ?? '';
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    const shown = entries.filter(({ name }) => !name.startsWith('.') && !NEVER.has(name));
    const path = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    folders.push(...shown.filter((entry) => entry.isDirectory()).map(({ name }) => path(name)));
    const names = shown.filter((entry) => entry.isFile()).map(({ name }) => path(name));
    const marks = await Promise.all(
      names.map((name) => stat(join(root, name), { bigint: true }).catch(() => undefined)),
    );
    for (const [index, name] of names.entries()) {
      const mark = marks[index];
      if (mark) files.set(name, `${mark.mtimeNs} ${mark.size} ${mark.ino}`);
    }
  }
  return { files, folders };
}

/** The files that came, went or changed between two moments. */
export function changedBetween(before: FolderSnapshot, after: FolderSnapshot): ReadonlySet<string> {
  const changed = [...after.files].filter(([file, mark]) => before.files.get(file) !== mark).map(([file]) => file);
  const gone = [...before.files.keys()].filter((file) => !after.files.has(file));
  return new Set([...changed, ...gone].sort());
}
