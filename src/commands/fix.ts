import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Options } from 'yargs';
import { repairToml } from '../definitions/repair-toml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { lineDiff } from '../diagnostics/line-diff.js';
import { plural } from '../diagnostics/plural.js';
import type { Arguments } from './command.js';
import { openRepository } from './repository.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** The options that mend what can be mended. */
export const FIX: Readonly<Record<string, Options>> = {
  fix: { type: 'boolean', default: false, describe: 'Mend what can be mended without a doubt' },
  'unsafe-fixes': { type: 'boolean', default: false, describe: 'Mend also what may be meant in another way' },
  diff: { type: 'boolean', default: false, describe: 'With --fix: show the changes, and write nothing' },
};

/** A repair may uncover another problem; what is not settled after so many turns goes round in circles. */
const TURNS = 20;

/** The files that repairs change: their texts as they are, and as they should be. */
export interface Fixed {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly count: number;
  /** What is there afterwards. */
  readonly repository: Repository;
}

/** Mends the files of a repository in memory, until nothing is left that can be; `validate` says what is wrong with them. */
export async function fixed(
  args: Arguments,
  terminal: Terminal,
  opened: Repository,
  validate: (repository: Repository) => Promise<readonly Diagnostic[]>,
): Promise<Fixed> {
  const isUnsafe = args['unsafeFixes'] === true;
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  let repository = opened;
  let count = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    let changed = false;
    for (const [file, found] of byFile(await validate(repository))) {
      const raw = after.get(file) ?? (await readFile(resolve(repository.root, file), 'utf8'));
      if (!before.has(file)) before.set(file, raw);
      const repaired = repairToml(raw, found, isUnsafe);
      if (repaired.count === 0) continue;
      after.set(file, repaired.text);
      count += repaired.count;
      changed = true;
    }
    if (!changed) break;
    repository = await openRepository(args, terminal, { edited: after });
  }
  return { before, after, count, repository };
}

/** Writes the changes, or shows them. */
export async function writeFixes(
  { before, after, count, repository }: Fixed,
  args: Arguments,
  terminal: Terminal,
): Promise<void> {
  const isDiff = args['diff'] === true;
  for (const [file, text] of after) {
    if (isDiff) terminal.out(lineDiff(file, before.get(file) ?? '', text));
    else await writeWhole(resolve(repository.root, file), text);
  }
  const done = isDiff ? 'to mend' : 'mended';
  terminal.err(`${plural(count, 'problem')} ${done} in ${plural(after.size, 'file')}\n`);
}

/** Whether the call asks for repairs; throws a {@link UsageError} where it asks for a diff of nothing. */
export function wantsFixes(args: Arguments): boolean {
  const wants = args['fix'] === true || args['unsafeFixes'] === true;
  if (args['diff'] === true && !wants)
    throw new UsageError('--diff shows what --fix would change: give --fix as well.');
  return wants;
}

/** A sentence on how much could be mended; empty where nothing could. */
export function fixableText(diagnostics: readonly Diagnostic[]): string {
  const repairs = diagnostics.flatMap(({ repair }) => (repair === undefined ? [] : [repair]));
  const safe = repairs.filter(({ isSafe }) => isSafe).length;
  const unsafe = repairs.length - safe;
  const parts = [
    ...(safe > 0 ? [`${safe} by --fix`] : []),
    ...(unsafe > 0 ? [`${unsafe}${safe > 0 ? ' more' : ''} by --unsafe-fixes`] : []),
  ];
  return parts.length === 0 ? '' : `can be mended: ${parts.join(', ')}\n`;
}

function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.repair === undefined) continue;
    const { file } = diagnostic.span;
    const others = files.get(file);
    if (others) others.push(diagnostic);
    else files.set(file, [diagnostic]);
  }
  return files;
}
