import { askOn } from './ask.js';
import type { Ask } from './ask.js';
import { EXIT } from './exit-codes.js';

/** Where a command writes and what surrounds it; passed in, so that tests can look at it. */
export interface Terminal {
  /** Data: what a pipe wants. */
  readonly out: (text: string) => void;
  /** Everything else: progress, summaries, errors. */
  readonly err: (text: string) => void;
  readonly colour: { readonly out: boolean; readonly err: boolean };
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: () => AsyncIterable<Uint8Array | string>;
  /** Whether somebody types standard input. */
  readonly stdinIsTerminal: boolean;
  /** Whether somebody sees standard error as it comes. */
  readonly errIsTerminal?: boolean;
  /** Asks who sits there; absent where nobody does. */
  readonly ask?: Ask | undefined;
  /** How many columns the terminal has that standard output goes to; undefined where it goes elsewhere. */
  readonly outColumns?: number | undefined;
  /** Aborts on Ctrl-C; long work stops at the next step and cleans up. A command that never looks at it simply ends. */
  readonly interrupted: AbortSignal;
  /** Temporary indices that stand on a cluster now: named when an interruption waits for them, or leaves them. */
  readonly held: Set<string>;
}

/** The terminal of the running process; honours NO_COLOR and FORCE_COLOR, and writes no ANSI codes into pipes. */
export function processTerminal(host: NodeJS.Process): Terminal {
  let interruption: AbortController | undefined;
  const held = new Set<string>();
  let broken = false;
  // A reader that goes away (`dragnet … | head`) ends the run quietly, any other failure with a sentence; what must be cleaned up still is.
  const failed = (error: NodeJS.ErrnoException): void => {
    if (broken) return;
    broken = true;
    const { code = error.message } = error;
    const isGone = READER_GONE.has(code);
    if (!isGone) {
      host.stderr.write(`dragnet: the output cannot be written (${code}). Make room, or write it elsewhere.\n`);
      host.once('exit', () => {
        host.exitCode = EXIT.findings;
      });
    }
    if (interruption) interruption.abort();
    else host.exit(isGone ? EXIT.clean : EXIT.findings);
  };
  host.stdout.on('error', failed);
  host.stderr.on('error', failed);
  return {
    out: (text) => host.stdout.write(text),
    err: (text) => host.stderr.write(text),
    colour: { out: wantsColour(host.stdout, host), err: wantsColour(host.stderr, host) },
    cwd: host.cwd(),
    env: host.env,
    stdin: () => host.stdin,
    get stdinIsTerminal(): boolean {
      return host.stdin.isTTY;
    },
    get outColumns(): number | undefined {
      return host.stdout.isTTY ? host.stdout.columns : undefined;
    },
    get errIsTerminal(): boolean {
      return host.stderr.isTTY;
    },
    get ask(): Ask | undefined {
      return host.stdin.isTTY && host.stderr.isTTY ? askOn(host) : undefined;
    },
    held,
    // Made when it is asked for: nothing listens for Ctrl-C in a command that has nothing to clean up.
    get interrupted(): AbortSignal {
      interruption ??= interruptionOf(host, held);
      return interruption.signal;
    },
  };
}

/** How a write fails when nobody reads any more: a pipe that was closed, a terminal that was. */
const READER_GONE: ReadonlySet<string> = new Set(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED']);

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Time after a signal within which others are taken for the same one: npm hands Ctrl-C on to a child that got it already. */
const SAME_SIGNAL_MS = 1000;

/**
 * Aborts on the first signal. While indices must be deleted, a second one says so and waits, and a third ends the process and names
 * those that stay; with nothing to delete the second ends it.
 */
function interruptionOf(host: NodeJS.Process, held: ReadonlySet<string>): AbortController {
  const interruption = new AbortController();
  let [count, last] = [0, -Infinity];
  const names = (): string => [...held].join(', ');
  const onSignal = (): void => {
    const now = performance.now();
    if (now - last <= SAME_SIGNAL_MS) return;
    last = now;
    count += 1;
    if (count === 1) {
      if (held.size > 0) host.stderr.write(`interrupted: deleting the temporary indices ${names()}\n`);
      interruption.abort();
    } else if (held.size === 0) host.exit(EXIT.interrupted);
    else if (count === 2) {
      host.stderr.write(`still deleting the temporary indices ${names()}; interrupt once more to leave them\n`);
    } else {
      host.stderr.write(`these temporary indices stay; delete them by hand: ${names()}\n`);
      host.exit(EXIT.interrupted);
    }
  };
  for (const signal of SIGNALS) host.on(signal, onSignal);
  return interruption;
}

function wantsColour(stream: NodeJS.WriteStream, host: NodeJS.Process): boolean {
  if (host.argv.includes('--no-color')) return false;
  const { NO_COLOR: off, FORCE_COLOR: force } = host.env;
  if (off !== undefined && off !== '') return false;
  if (force !== undefined && force !== '') return force !== '0';
  return stream.isTTY;
}
