import type { Options } from 'yargs';
import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { changedBetween, snapshotOf } from './folder-snapshot.js';
import { FolderWatcher } from './folder-watcher.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The option of the watch mode. */
export const WATCH_OPTION: Readonly<Record<string, Options>> = {
  watch: {
    alias: 'w',
    type: 'boolean',
    default: false,
    describe: 'Run again what a change of a file touches, until Ctrl-C (on a terminal also: Enter runs all, q ends)',
  },
};

/** Files that are named when they change. */
const NAMED = 5;

/**
 * Runs tests, and again those that each change of files below `root` touches, until it is interrupted (130) or told to end (the last run's
 * code). `run` gets the changed files; without them it runs everything. A mistake in the configuration is shown, and the next change waited for.
 */
export async function watchTests(
  root: string,
  terminal: Terminal,
  run: (changed?: ReadonlySet<string>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const watcher = new FolderWatcher(root);
  const { interrupted } = terminal;
  const isOver = (): boolean => interrupted.aborted;
  interrupted.addEventListener('abort', watcher.wake);
  const keys = new Keys(terminal, watcher.wake);
  let before = await snapshotOf(root);
  watcher.watch(before.folders);
  try {
    let code = await attempt(run, terminal);
    while (!isOver()) {
      terminal.err(`watching ${plural(before.files.size, 'file')}; ${keys.hint}\n`);
      let changed: ReadonlySet<string> = new Set();
      while (changed.size === 0 && !keys.all && !keys.quit && !isOver()) {
        await watcher.next();
        const after = await snapshotOf(root);
        watcher.watch(after.folders);
        changed = changedBetween(before, after);
        before = after;
      }
      if (isOver()) break;
      if (keys.quit) return code;
      const everything = keys.takeAll();
      terminal.err(everything ? '\nall tests\n' : `\nchanged: ${named(changed)}\n`);
      code = await attempt(() => run(everything ? undefined : changed), terminal);
    }
    return EXIT.interrupted;
  } finally {
    interrupted.removeEventListener('abort', watcher.wake);
    watcher.close();
    keys.close();
  }
}

/** A run whose mistakes of configuration are told, not the end. */
async function attempt(run: () => Promise<ExitCode>, terminal: Terminal): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`dragnet: ${error.message.split('\n').map(printable).join('\n')}\n`);
    return EXIT.usage;
  }
}

function named(files: ReadonlySet<string>): string {
  const shown = [...files].slice(0, NAMED).map(printable).join(', ');
  return files.size > NAMED ? `${shown} and ${files.size - NAMED} more` : shown;
}

/** What somebody types at a terminal: Enter asks for all tests, q for the end. */
class Keys {
  all = false;
  quit = false;
  readonly hint: string;
  readonly #stdin: ReturnType<Terminal['stdin']> | undefined;

  constructor(terminal: Terminal, wake: () => void) {
    this.#stdin = terminal.stdinIsTerminal ? terminal.stdin() : undefined;
    this.hint = this.#stdin ? 'Enter runs all tests, q and Enter ends' : 'Ctrl-C ends';
    if (this.#stdin) void this.#read(this.#stdin, wake);
  }

  takeAll(): boolean {
    const { all } = this;
    this.all = false;
    return all;
  }

  /** Lets go of standard input, which would keep the process alive. */
  close(): void {
    const stream = this.#stdin as { destroy?: () => void } | undefined;
    stream?.destroy?.();
  }

  async #read(stdin: AsyncIterable<Uint8Array | string>, wake: () => void): Promise<void> {
    try {
      for await (const chunk of stdin) {
        if (Buffer.from(chunk).toString('utf8').trim().toLowerCase().startsWith('q')) this.quit = true;
        else this.all = true;
        wake();
      }
    } catch {
      // Closed, by us or by the terminal: there is nobody left to type.
    }
  }
}
