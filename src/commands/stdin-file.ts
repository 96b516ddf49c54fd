import { relative, resolve, sep } from 'node:path';
import type { Options } from 'yargs';
import type { Arguments } from './command.js';
import { openConfig } from './repository.js';
import type { OpenOptions } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The option of editors, which have a text that is not on disk yet. */
export const STDIN_FILE: Readonly<Record<string, Options>> = {
  'stdin-filename': {
    type: 'string',
    describe: 'Read this file from standard input, the others from disk, and report what is wrong with it alone',
  },
};

/** The largest text, in bytes, unless the configuration says otherwise. */
const LARGEST = 1024 * 1024;

/** The file that stands for standard input, relative to the root, and how to open a repository with it; undefined without the option. */
export async function readStdinFile(
  args: Arguments,
  terminal: Terminal,
): Promise<{ readonly file: string; readonly options: OpenOptions } | undefined> {
  const name = args['stdinFilename'] as string | undefined;
  if (name === undefined) return undefined;
  const { root, config } = await openConfig(terminal);
  const file = relative(root, resolve(terminal.cwd, name)).split(sep).join('/');
  if (file.startsWith('../')) throw new UsageError(`--stdin-filename ${name} lies outside ${root}.`);
  const most = config.max_file_size ?? LARGEST;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of terminal.stdin()) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) throw new UsageError(`Standard input has more than ${most} bytes (max_file_size).`);
    chunks.push(bytes);
  }
  const edited = new Map([[file, Buffer.concat(chunks).toString('utf8')]]);
  const narrow = (files: readonly string[]): Promise<readonly string[]> =>
    Promise.resolve([...new Set([...files, file])].sort());
  return { file, options: { edited, narrow } };
}
