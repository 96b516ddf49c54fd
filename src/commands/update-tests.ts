import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Options } from 'yargs';
import { isBelowRoot } from '../definitions/below-root.js';
import { editToml } from '../definitions/edit-toml.js';
import type { TomlEdit } from '../definitions/edit-toml.js';
import { plainText } from '../definitions/splice-toml.js';
import { printable } from '../diagnostics/printable.js';
import type { TestResult } from '../testing/run-tests.js';
import type { Arguments } from './command.js';
import { isCi } from './is-ci.js';
import { paintedDiff } from './painted-diff.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import type { TestedFile } from './tested-file.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** The options of `--update`. */
export const UPDATE_OPTIONS: Readonly<Record<string, Options>> = {
  update: {
    alias: 'u',
    type: 'boolean',
    default: false,
    describe:
      'Write what really came into the expectations of failed tests, layout and comments kept, and show the changes',
  },
  'dry-run': { type: 'boolean', default: false, describe: 'With --update: show the changes, write nothing' },
  yes: { type: 'boolean', default: false, describe: 'With --update: write even in CI' },
};

/** What to do about expectations that do not hold: nothing, show what would be written, or write it. */
export type UpdateMode = 'none' | 'show' | 'write';

/** Lines of a diff that are shown of one file. */
const MOST_LINES = 400;

/** Reads the options; an update in CI that nobody confirmed is a {@link UsageError}, for there nobody reads the diff. */
export function updateMode(args: Arguments, terminal: Terminal): UpdateMode {
  const { update, dryRun, yes } = args as {
    readonly update?: boolean;
    readonly dryRun?: boolean;
    readonly yes?: boolean;
  };
  if (update !== true) {
    if (dryRun === true || yes === true)
      throw new UsageError(`--${dryRun === true ? 'dry-run' : 'yes'} belongs to --update.`);
    return 'none';
  }
  if (dryRun === true) return 'show';
  if (isCi(terminal) && yes !== true) {
    throw new UsageError(
      'This is CI (the environment has CI): expectations are not rewritten where nobody reads the diff. Use --update on your machine, --update --dry-run here, or --update --yes.',
    );
  }
  return 'write';
}

/** The file's results after its expectations were brought up to date: tests that hold now have passed. Prints what changes, as a diff. */
export async function updateTests(
  tested: TestedFile,
  { root, texts }: Repository,
  mode: UpdateMode,
  terminal: Terminal,
): Promise<TestedFile> {
  const changed = tested.results.filter(({ update }) => update !== undefined);
  if (changed.length === 0 || mode === 'none') return tested;
  const path = join(root, tested.file);
  const raw = await readFile(path, 'utf8');
  const refuse = (why: string): TestedFile => {
    terminal.err(`${printable(tested.file)} is not updated: ${printable(why)}\n`);
    return tested;
  };
  if (await leadsOutside(path, root)) return refuse('a link of a folder leads out of the repository to it.');
  if (plainText(raw) !== texts.get(tested.file)) return refuse('it changed while its tests ran. Run them again.');
  const { text, problem } = editToml(raw, changed.flatMap(editsOf));
  if (text === undefined) return refuse(problem);
  const diff = paintedDiff(raw, text, terminal.colour.out, MOST_LINES);
  terminal.out(`${printable(tested.file)}\n${diff}\n`);
  if (mode === 'show') return tested;
  await writeWhole(path, text);
  return { ...tested, results: tested.results.map(settled) };
}

/** Whether a path below the root is in truth somewhere else: links of files are refused when they are read, those of folders are followed. */
async function leadsOutside(path: string, root: string): Promise<boolean> {
  return isBelowRoot(path, root) && !isBelowRoot(await realpath(path), await realpath(root));
}

function editsOf({ position, update = {} }: TestResult): readonly TomlEdit[] {
  return Object.entries(update).map(([key, value]) => ({
    kind: 'set',
    path: ['test', position, 'expect', key],
    value,
  }));
}

/** A test as it stands after its expectations were written. */
function settled(result: TestResult): TestResult {
  const { update, unsettled = [] } = result;
  if (update === undefined) return result;
  return unsettled.length === 0 ? { ...result, status: 'passed', failures: [] } : { ...result, failures: unsettled };
}
