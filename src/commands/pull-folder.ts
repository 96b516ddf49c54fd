import { dirname, join, resolve, sep } from 'node:path';
import { readFile, realpath, rm } from 'node:fs/promises';
import { isBelowRoot } from '../definitions/below-root.js';
import { parseToml } from '../definitions/parse-toml.js';
import { printToml } from '../definitions/print-toml.js';
import { equalJson } from '../values/equal-json.js';
import type { JsonObject } from '../values/json.js';
import { exists } from './file-exists.js';
import { realFolder } from './repository-file.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** Says what is about to be written: the text before and after. */
export type OnWrite = (file: string, before: string, after: string) => void;

/** The files of a repository as a pull writes them: nothing outside of the root, links resolved; nothing at all in a dry run. */
export class PullFolder {
  readonly #root: string;
  readonly #isDry: boolean;
  readonly #onWrite: OnWrite;
  /** Names in lower case: some file systems know no other difference. */
  readonly #taken: Set<string>;

  constructor(root: string, files: Iterable<string>, isDry: boolean, onWrite: OnWrite) {
    this.#root = root;
    this.#isDry = isDry;
    this.#onWrite = onWrite;
    this.#taken = new Set([...files].map((file) => file.toLowerCase()));
  }

  /** Writes a new file; a name that is taken gets a number. Its name and text, or a sentence why TOML cannot hold the tables. */
  async add(
    folder: string,
    stem: string,
    tables: JsonObject,
  ): Promise<{ readonly file: string; readonly text: string } | { readonly problem: string }> {
    const text = printToml(tables);
    const read = parseToml('', text);
    if (read.table === undefined) return { problem: read.diagnostics[0]?.what ?? 'TOML cannot hold it.' };
    if (!equalJson(read.table, tables)) return { problem: 'TOML cannot hold it without changing a value.' };
    for (let number = 1; ; number += 1) {
      const file = join(folder, `${stem}${number === 1 ? '' : `_${number}`}.toml`)
        .split(sep)
        .join('/');
      if (this.#taken.has(file.toLowerCase()) || (await exists(resolve(this.#root, file)))) continue;
      this.#taken.add(file.toLowerCase());
      await this.write(file, '', text);
      return { file, text };
    }
  }

  /** The text of a file as it is on disk. */
  async read(file: string): Promise<string> {
    return readFile(await this.#inside(file), 'utf8');
  }

  async write(file: string, before: string, after: string): Promise<void> {
    const path = await this.#inside(file);
    this.#onWrite(file, before, after);
    if (!this.#isDry) await writeWhole(path, after);
  }

  /** Deletes a file. */
  async remove(file: string): Promise<void> {
    const path = await this.#inside(file);
    this.#onWrite(file, await readFile(path, 'utf8'), '');
    if (!this.#isDry) await rm(path);
  }

  /** The path of a file, which lies below the root also where a link leads there. */
  async #inside(file: string): Promise<string> {
    const path = resolve(this.#root, file);
    const root = await realpath(this.#root);
    const folder = await realFolder(dirname(path));
    const target = await realpath(path).catch(() => undefined);
    const isInside =
      isBelowRoot(path, resolve(this.#root)) &&
      (folder === root || isBelowRoot(folder, root)) &&
      (target === undefined || isBelowRoot(target, root));
    if (isInside) return path;
    throw new UsageError(`${file} leads outside of the repository (${this.#root}): it is not written.`);
  }
}
