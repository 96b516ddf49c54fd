/** What the process exit code says; the one table of them. */
export const EXIT = {
  /** Nothing to report. */
  clean: 0,
  /** The run did its work and found something: errors, failed tests, stale pages. */
  findings: 1,
  /** The call or the configuration is wrong; nothing was done. */
  usage: 2,
  /** There is something to do: of `drift`, and where `--detailed-exitcode` asks for it; every mistake is 1 then. */
  changes: 2,
  /** A remote system refused or could not be reached. */
  remote: 3,
  /** A bug of dragnet's. */
  internal: 70,
  /** Stopped by Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;

/** One of the values of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
