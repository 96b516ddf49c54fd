import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Options } from 'yargs';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/plural.js';
import { parseBaseline, printBaseline, toBaseline, withoutKnown } from '../lint/baseline.js';
import type { Baseline } from '../lint/baseline.js';
import type { Arguments } from './command.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** The options for known problems. */
export const BASELINE: Readonly<Record<string, Options>> = {
  baseline: {
    type: 'string',
    describe:
      'File of known problems, which are not reported (default: that of dragnet.toml, else dragnet.baseline.json)',
  },
  'update-baseline': { type: 'boolean', default: false, describe: 'Write all problems of now into that file' },
};

/** Where it is when neither the call nor the configuration says so. */
const USUAL = 'dragnet.baseline.json';

/** Takes the known problems out, or writes them down; of entries that are gone it says so. */
export async function applyBaseline(
  diagnostics: readonly Diagnostic[],
  repository: Repository,
  args: Arguments,
  terminal: Terminal,
  isAsked: (file: string) => boolean = () => true,
): Promise<readonly Diagnostic[]> {
  const asked = args['baseline'] as string | undefined;
  const named = asked === undefined ? repository.config.baseline : fromRoot(repository.root, terminal.cwd, asked);
  const update = args['updateBaseline'] === true;
  const file = named ?? USUAL;
  const before = await read(repository.root, file, !update && asked !== undefined);
  // What only a cluster tells is not gone because none was asked.
  const hasCluster = typeof args['cluster'] === 'string';
  const isChecked = (name: string, code: string): boolean =>
    (hasCluster || !code.startsWith('cluster/')) && isAsked(name) && (repository.isWhole || repository.texts.has(name));
  if (!update) {
    if (before === undefined) return diagnostics;
    const { fresh, known, gone } = withoutKnown(diagnostics, repository.texts, before, isChecked);
    if (known > 0) terminal.err(`${file}: ${plural(known, 'known problem')} not reported.\n`);
    return [...fresh, ...gone.map((entry) => outdated(file, entry))];
  }
  const baseline = toBaseline(diagnostics, repository.texts, before, (name, code) => !isChecked(name, code));
  await writeWhole(resolve(repository.root, file), printBaseline(baseline));
  const { fresh } = withoutKnown(diagnostics, repository.texts, baseline, () => false);
  terminal.err(`${file}: ${plural(diagnostics.length - fresh.length, 'problem')} written down.\n`);
  return fresh;
}

function fromRoot(root: string, cwd: string, path: string): string {
  return relative(root, resolve(cwd, path)).split(sep).join('/');
}

async function read(root: string, file: string, isNeeded: boolean): Promise<Baseline | undefined> {
  const text = await readFile(resolve(root, file), 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (isNeeded) throw new UsageError(`${file} cannot be read. Write it with dragnet validate --update-baseline.`);
    return undefined;
  }
  const baseline = parseBaseline(text);
  if (typeof baseline === 'string') throw new UsageError(`${file} is no baseline: ${baseline}.`);
  return baseline;
}

function outdated(
  baseline: string,
  entry: { readonly file: string; readonly code: string; readonly context: string },
): Diagnostic {
  return {
    code: 'config/baseline-outdated',
    severity: 'warning',
    span: { file: baseline, start: 0, end: 0 },
    what: `${entry.file} has no ${entry.code} at ${JSON.stringify(entry.context)} any more.`,
    why: 'The entry would let the problem come back unseen.',
    fix: 'Run dragnet validate --update-baseline.',
  };
}
