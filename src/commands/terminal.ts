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
  /** Aborts on Ctrl-C; long work stops at the next step and cleans up. */
  readonly interrupted: AbortSignal;
}

/** The terminal of the running process; honours NO_COLOR and FORCE_COLOR, and writes no ANSI codes into pipes. */
export function processTerminal(host: NodeJS.Process): Terminal {
  const interruption = new AbortController();
  host.once('SIGINT', () => {
    interruption.abort();
  });
  host.once('SIGTERM', () => {
    interruption.abort();
  });
  // A reader that goes away (`dragnet … | head`) ends the run quietly.
  host.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') host.exit(0);
    throw error;
  });
  return {
    out: (text) => host.stdout.write(text),
    err: (text) => host.stderr.write(text),
    colour: { out: wantsColour(host.stdout, host), err: wantsColour(host.stderr, host) },
    cwd: host.cwd(),
    env: host.env,
    stdin: () => host.stdin,
    interrupted: interruption.signal,
  };
}

function wantsColour(stream: NodeJS.WriteStream, host: NodeJS.Process): boolean {
  if (host.argv.includes('--no-color')) return false;
  const { NO_COLOR: off, FORCE_COLOR: force } = host.env;
  if (off !== undefined && off !== '') return false;
  if (force !== undefined && force !== '') return force !== '0';
  return stream.isTTY;
}
