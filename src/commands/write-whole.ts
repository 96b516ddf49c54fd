import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './usage-error.js';

let drafts = 0;

/**
 * Writes a file as a whole: readers see the old text or the new one, never a part. A file that is there keeps its permissions, a link stays
 * a link to the file that is written. Missing folders are made; a file that cannot be written is a {@link UsageError}.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const number = (drafts += 1);
  let draft: string | undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = await realpath(path).catch(() => path);
    const mode = await stat(target).then(
      (found) => found.mode,
      () => undefined,
    );
    draft = `${target}.${process.pid}.${number}.tmp`;
    // Never through a link that somebody put there: the name can be guessed.
    await writeFile(draft, text, { flag: 'wx' });
    if (mode !== undefined) await chmod(draft, mode & 0o7777);
    await rename(draft, target);
  } catch (error) {
    if (draft !== undefined) await rm(draft, { force: true }).catch(() => undefined);
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`${path} cannot be written (${code}).`);
  }
}
