import type { Options, PositionalOptions } from 'yargs';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** Parsed arguments as yargs hands them over. */
export type Arguments = Readonly<Record<string, unknown>>;

/** One command: its options for yargs, and what it does. */
export interface Command {
  readonly positionals?: Readonly<Record<string, PositionalOptions>>;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples?: readonly (readonly [string, string])[];
  run(args: Arguments, terminal: Terminal): Promise<ExitCode>;
}
