import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isBelowRoot } from '../definitions/below-root.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import { FixtureError } from './fixture-error.js';
import { fixtureLines } from './fixture-lines.js';
import type { FixtureLine } from './fixture-lines.js';

export { FixtureError } from './fixture-error.js';
export type { FixtureLine } from './fixture-lines.js';

/** Largest fixture file that is read into memory, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads the documents of a fixture file: NDJSON (one object a line), a JSON array of objects, or the answer of a search (`{"hits": {"hits": […]}}`),
 * each also compressed by gzip; the content says which. The path counts from the test file and must stay inside `root`, links resolved:
 * definitions come from strangers.
 */
export async function readFixture(path: string, testFile: string, root: string): Promise<readonly FixtureLine[]> {
  return fixtureLines(path, await readInside(path, testFile, root));
}

/** The text of a file that a definition names. */
export async function readInside(path: string, from: string, root: string): Promise<string> {
  const target = resolve(dirname(resolve(root, from)), path);
  if (isAbsolute(path) || !isBelowRoot(target, resolve(root))) {
    throw new FixtureError(
      `${path} lies outside the repository. Name a file below ${root}, relative to the test file.`,
    );
  }
  try {
    if (!isBelowRoot(await realpath(target), await realpath(root))) {
      throw new FixtureError(`${path} is a link that leads outside the repository. Put the file itself there.`);
    }
    const found = await stat(target);
    // A pipe or device has no end.
    if (!found.isFile()) throw new FixtureError(`${path} is not a file. Name a file with one document a line.`);
    const { size } = found;
    if (size > LARGEST)
      throw new FixtureError(
        `${path} has ${size} bytes; fixtures may have ${LARGEST}. Keep the events that the test needs.`,
      );
    return textOf(await readFile(target)).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof FixtureError) throw error;
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new FixtureError(
      code === 'ENOENT'
        ? `${path} does not exist. It is looked for beside the test file.${didYouMean(basename(path), await filesOf(dirname(target), root))}`
        : `${path} cannot be read (${code}).`,
    );
  }
}

/** The names in a folder; none where it cannot be read, or a link leads out of the repository. */
async function filesOf(folder: string, root: string): Promise<readonly string[]> {
  try {
    const [real, top] = [await realpath(folder), await realpath(root)];
    return real === top || isBelowRoot(real, top) ? await readdir(real) : [];
  } catch {
    return [];
  }
}

/** UTF-8, gzip taken away: no more than a fixture may have comes out of it. */
function textOf(bytes: Buffer): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes).toString('utf8');
}
