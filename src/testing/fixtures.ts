import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { isJsonObject, parseJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';

/** Largest fixture file that is read into memory, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/** A fixture that cannot be used: what is wrong with which file. */
export class FixtureError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FixtureError';
  }
}

/** One line of an NDJSON file. */
export interface FixtureLine {
  readonly value: JsonObject;
  /** `<file>:<line>`, the id of the document where it names none. */
  readonly id: string;
}

/**
 * Reads the documents of a fixture file: NDJSON, one object a line. The path counts from the test file and must stay inside `root`,
 * links resolved: definitions come from strangers.
 */
export async function readFixture(path: string, testFile: string, root: string): Promise<readonly FixtureLine[]> {
  const text = await readInside(path, testFile, root);
  const name = basename(path);
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    return [{ value: parseLine(line, `${path}:${at + 1}`), id: `${name}:${at + 1}` }];
  });
}

/** The text of a file that a definition names. */
export async function readInside(path: string, from: string, root: string): Promise<string> {
  const target = resolve(dirname(resolve(root, from)), path);
  if (isAbsolute(path) || !inside(target, resolve(root))) {
    throw new FixtureError(
      `${path} lies outside the repository. Name a file below ${root}, relative to the test file.`,
    );
  }
  try {
    if (!inside(await realpath(target), await realpath(root))) {
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
    return (await readFile(target, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof FixtureError) throw error;
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new FixtureError(
      code === 'ENOENT'
        ? `${path} does not exist. It is looked for beside the test file.`
        : `${path} cannot be read (${code}).`,
    );
  }
}

function inside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function parseLine(line: string, place: string): JsonObject {
  let value: unknown;
  try {
    value = parseJson(line);
  } catch (error) {
    throw new FixtureError(`${place} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isJsonObject(value))
    throw new FixtureError(`${place} is not a JSON object. A fixture holds one document a line.`);
  return value;
}
