import { randomUUID } from 'node:crypto';
import { join, relative, resolve, sep } from 'node:path';
import type { Options } from 'yargs';
import { formatToml } from '../definitions/format-toml.js';
import { printToml } from '../definitions/print-toml.js';
import { readToml } from '../definitions/load.js';
import { validateTable } from '../definitions/validate.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { slugOf } from '../render/slug.js';
import type { JsonObject } from '../values/json.js';
import type { Arguments } from './command.js';
import { exists } from './file-exists.js';
import { openConfig } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** What every new definition can be told. */
export const NEW_OPTIONS: Readonly<Record<string, Options>> = {
  name: { type: 'string', demandOption: true, describe: 'Name of the definition; its file is named after it' },
  description: { type: 'string', describe: 'What it finds and why that matters, Markdown' },
  author: { type: 'string', array: true, nargs: 1, describe: 'Who writes it (default: Security Team)' },
  technique: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'Id of a technique of ATT&CK, such as T1059.001; names and pages are filled in',
  },
  index: { type: 'string', array: true, nargs: 1, describe: 'Index pattern that the query runs over' },
  integration: { type: 'string', array: true, nargs: 1, describe: 'Integration whose data it reads' },
  query: { type: 'string', describe: 'The query (default: an example to replace)' },
  into: { type: 'string', describe: 'Folder for the file' },
};

/** A value of an option that can be given several times. */
export function texts(args: Arguments, name: string): readonly string[] {
  return (args[name] as readonly string[] | undefined) ?? [];
}

/** A fresh identity. */
export function newId(): string {
  return randomUUID();
}

/** A new file that nothing stands in the way of. */
export interface NewFile {
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

/** How a new definition is put into a file. */
export interface NewFileInput {
  readonly kind: 'rule' | 'hunt';
  /** Folders to choose from, the first that is there. */
  readonly folders: readonly string[];
  /** In front of the name. */
  readonly prefix: string;
  readonly table: JsonObject;
}

/** The file of a new definition, which its schema accepts; a {@link UsageError} where there is one already. */
export async function newFile(args: Arguments, input: NewFileInput, terminal: Terminal): Promise<NewFile> {
  const { root } = await openConfig(terminal);
  const folder = await folderFor(args, input.folders, root, terminal);
  const stem = slugOf(`${input.prefix} ${String(args['name'])}`).replaceAll('-', '_');
  if (stem === '') throw new UsageError('--name has no letter or digit to name a file after.');
  const path = join(folder, `${stem}.toml`);
  const file = relative(root, path).split(sep).join('/');
  for (const each of [path, path.replace(/\.toml$/, '.test.toml')])
    if (await exists(each)) throw new UsageError(`${each} is there already. Give another --name or --into.`);
  const printed = printToml(input.table);
  const text = formatToml(printed).text ?? printed;
  const toml = readToml(file, Buffer.from(text));
  const { table } = toml;
  const mistakes = table === undefined ? toml.diagnostics : validateTable(input.kind, { ...toml, table });
  if (mistakes.length === 0) return { root, file, path, text };
  terminal.err(`${reportPretty(mistakes, new Map([[file, text]]), { color: terminal.colour.err })}\n`);
  throw new UsageError('The schema refuses what was given; nothing is written.');
}

async function folderFor(
  args: Arguments,
  folders: readonly string[],
  root: string,
  { cwd }: Terminal,
): Promise<string> {
  const into = args['into'] as string | undefined;
  if (into !== undefined) return resolve(cwd, into);
  for (const folder of folders) if (await exists(join(root, folder))) return join(root, folder);
  return cwd;
}

/** Today as detection rules write it, in local time. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}/${two(now.getMonth() + 1)}/${two(now.getDate())}`;
}
