import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Tells builds of one version apart, which those who work on dragnet have many of: by the names of the bundle's files, which have a hash of
 * what is in them; where nothing is bundled by how many files there are, their sizes, and when the last of them was written.
 */
export async function buildStamp(): Promise<string> {
  const own = fileURLToPath(import.meta.url);
  if (basename(dirname(own)) === 'program') return (await readdir(dirname(own))).sort().join();
  const at = Math.max(...['dist', 'src'].map((name) => own.lastIndexOf(`${sep}${name}${sep}`)));
  const files = at < 0 ? [own] : await codeIn(own.slice(0, own.indexOf(sep, at + 1)));
  const found = await Promise.all(files.map((file) => stat(file)));
  const bytes = found.reduce((sum, { size }) => sum + size, 0);
  const last = found.reduce((latest, { mtimeMs }) => Math.max(latest, mtimeMs), 0);
  return `${found.length} ${bytes} ${last}`;
}

async function codeIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.js') || name.endsWith('.ts')).map((name) => join(folder, name));
}
