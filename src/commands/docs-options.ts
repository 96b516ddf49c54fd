import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Options } from 'yargs';
import type { Config } from '../definitions/config.js';
import { parseVersionLock } from '../definitions/version-lock.js';
import type { VersionLock } from '../definitions/version-lock.js';
import type { DocsFormat } from '../render/pages.js';
import type { Arguments } from './command.js';
import { UsageError } from './usage-error.js';

/** The forms that pages come in. */
export const DOCS_FORMATS: readonly DocsFormat[] = ['dragnet', 'detection-rules', 'asciidoc'];

/** Options of `docs build` and `docs check` but for `--format`, which means more to the one than to the other. */
export const DOCS_OPTIONS: Readonly<Record<'out' | 'lock', Options>> = {
  out: {
    type: 'string',
    describe: 'Folder that docs/ lies in (default: out of [docs], else the root of the repository)',
  },
  lock: {
    type: 'string',
    describe: 'File with the versions of rules (default: version_lock of dragnet.toml, else version.lock.json)',
  },
};

/** What pages are to be made, and where. */
export interface DocsRequest {
  readonly format: DocsFormat;
  /** As it was given; absent: the root of the repository. */
  readonly out?: string;
  readonly lock?: VersionLock;
  /** The call that writes these pages. */
  readonly build: string;
  /** Whether the call itself names the folder: then the pages are those of what it names, and so are the indexes. */
  readonly hasOwnFolder: boolean;
}

/** Reads the options, with what the configuration says where they are silent. */
export async function docsRequest(args: Arguments, { docs }: Config, cwd: string): Promise<DocsRequest> {
  const given = outOption(args);
  const out = given ?? docs?.out;
  const asked = DOCS_FORMATS.find((name) => name === args['format']);
  const lock = args['lock'];
  const words = [
    'dragnet docs build',
    ...(given === undefined ? [] : [`--out ${given}`]),
    ...(asked === undefined ? [] : [`--format ${asked}`]),
    ...(typeof lock === 'string' ? [`--lock ${lock}`] : []),
  ];
  return {
    format: asked ?? docs?.format ?? 'dragnet',
    ...(out === undefined ? {} : { out }),
    ...(typeof lock === 'string' ? { lock: await readLock(resolve(cwd, lock), lock) } : {}),
    build: words.join(' '),
    hasOwnFolder: given !== undefined,
  };
}

/** The value of `--out`; yargs takes the bare option for an empty text, and the repeated one for a list. */
function outOption({ out }: Arguments): string | undefined {
  if (out === undefined) return undefined;
  if (typeof out === 'string' && out !== '') return out;
  throw new UsageError('--out needs one folder. Name the folder that docs/ shall lie in, as in --out site.');
}

async function readLock(path: string, given: string): Promise<VersionLock> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`--lock ${given} names no readable file.`);
  const lock = parseVersionLock(text);
  if (typeof lock === 'string') throw new UsageError(`${given}: ${lock}`);
  return lock;
}
