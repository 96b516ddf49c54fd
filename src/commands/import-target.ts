import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { rewriteToml } from '../definitions/edit-toml.js';
import { parseToml } from '../definitions/parse-toml.js';
import { printToml } from '../definitions/print-toml.js';
import { equalJson } from '../values/equal-json.js';
import type { JsonObject } from '../values/json.js';
import { exists } from './file-exists.js';
import type { TableFile } from './rule-tables.js';
import { writeWhole } from './write-whole.js';

/** What is to be written. */
export interface PlannedFile {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
}

/** Where an import writes: the files that are there, and those that it adds. */
export class ImportTarget {
  readonly #root: string;
  /** Names in lower case: some file systems know no other difference. */
  readonly #taken: Set<string>;
  readonly #planned: PlannedFile[] = [];

  constructor(root: string, files: readonly string[]) {
    this.#root = root;
    this.#taken = new Set(files.map((file) => file.toLowerCase()));
  }

  /** Everything that is to be written, in the order of the import. */
  get planned(): readonly PlannedFile[] {
    return this.#planned;
  }

  /** Plans a new file; a name that is taken gets a number. Returns its name, or a sentence why TOML cannot hold the tables. */
  async add(
    folder: string,
    stem: string,
    tables: JsonObject,
  ): Promise<{ readonly file: string } | { readonly problem: string }> {
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
      this.#planned.push({ file, text });
      return { file };
    }
  }

  /** Plans other values for a file that is there; what they do not concern stays as it is written. */
  async change(toml: TableFile, edit: (table: JsonObject) => JsonObject): Promise<{ readonly problem?: string }> {
    const earlier = this.#planned.findIndex(({ file }) => file === toml.file);
    const raw = this.#planned[earlier]?.text ?? (await readFile(resolve(this.#root, toml.file), 'utf8'));
    const edited = rewriteToml(raw, edit(earlier < 0 ? toml.table : (parseToml(toml.file, raw).table ?? toml.table)));
    if (edited.problem !== undefined) return { problem: edited.problem };
    if (earlier >= 0) this.#planned.splice(earlier, 1);
    this.#planned.push({ file: toml.file, text: edited.text });
    return {};
  }

  /** Writes what was planned, each file as a whole. */
  async write(): Promise<void> {
    for (const { file, text } of this.#planned) await writeWhole(resolve(this.#root, file), text);
  }
}

/** A folder that the call names, relative to the root. */
export function fromRoot(root: string, cwd: string, folder: string): string {
  return relative(root, resolve(cwd, folder)).split(sep).join('/');
}
