import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFiles } from '../definitions/find.js';
import type { Repository } from './repository.js';

/**
 * Whether a call works on all rules and hunts of its repository: it names no paths, or such that leave none out. Stops at the first
 * definition that is left out.
 */
export async function coversAll({ isWhole, root, config, texts }: Repository): Promise<boolean> {
  if (isWhole) return true;
  const { files } = await findFiles(config.paths ?? ['.'], root, root, config.exclude);
  for (const file of files) {
    if (texts.has(file)) continue;
    const text = await readFile(join(root, file), 'utf8').catch(() => '');
    if (/^[ \t]*\[[ \t]*(?:rule|hunt)[ \t]*\]/mu.test(text)) return false;
  }
  return true;
}
