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
  /** Aborts on Ctrl-C; long work stops at the next step and cleans up. A command that never looks at it simply ends. */
  readonly interrupted: AbortSignal;
}

/** The terminal of the running process; honours NO_COLOR and FORCE_COLOR, and writes no ANSI codes into pipes. */
export function processTerminal(host: NodeJS.Process): Terminal {
  let interruption: AbortController | undefined;
  // A reader that goes away (`dragnet … | head`) ends the run quietly; what must be cleaned up still is.
  const readerGone = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    if (interruption) interruption.abort();
    else host.exit(0);
  };
  host.stdout.on('error', readerGone);
  host.stderr.on('error', readerGone);
  return {
    out: (text) => host.stdout.write(text),
    err: (text) => host.stderr.write(text),
    colour: { out: wantsColour(host.stdout, host), err: wantsColour(host.stderr, host) },
    cwd: host.cwd(),
    env: host.env,
    stdin: () => host.stdin,
    // Made when it is asked for: nothing listens for Ctrl-C in a command that has nothing to clean up.
    get interrupted(): AbortSignal {
      interruption ??= interruptionOf(host);
      return interruption.signal;
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Time after the first signal within which others are taken for the same one: npm hands Ctrl-C on to a child that got it already. */
const SAME_SIGNAL_MS = 1000;

/** Aborts on the first signal; a second one, when the clean-up takes too long, ends the process. */
function interruptionOf(host: NodeJS.Process): AbortController {
  const interruption = new AbortController();
  let first: number | undefined;
  for (const signal of SIGNALS) {
    host.on(signal, () => {
      const now = performance.now();
      first ??= now;
      if (now - first > SAME_SIGNAL_MS) host.exit(EXIT.interrupted);
      interruption.abort();
    });
  }
  return interruption;
}

function wantsColour(stream: NodeJS.WriteStream, host: NodeJS.Process): boolean {
  if (host.argv.includes('--no-color')) return false;
  const { NO_COLOR: off, FORCE_COLOR: force } = host.env;
  if (off !== undefined && off !== '') return false;
  if (force !== undefined && force !== '') return force !== '0';
  return stream.isTTY;
}
