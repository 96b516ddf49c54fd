import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/commands/main.js';
import type { Terminal } from '../../src/commands/terminal.js';

/** What a run of the command line printed, and its exit code. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** How to run: standard input, environment, colour, an interruption. */
export interface CliOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly colour?: boolean;
  readonly interrupted?: AbortSignal;
  /** Whether somebody types standard input. */
  readonly stdinIsTerminal?: boolean;
  /** What somebody who sits there answers. */
  readonly ask?: Terminal['ask'];
}

/** Runs the command line in this process, in a folder. */
export async function runCli(cwd: string, args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const written = { out: '', err: '' };
  const {
    stdin = '',
    env = {},
    colour = false,
    interrupted = new AbortController().signal,
    stdinIsTerminal = false,
    ask,
  } = options;
  const terminal: Terminal = {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    colour: { out: colour, err: colour },
    cwd,
    env,
    // eslint-disable-next-line @typescript-eslint/require-await -- standard input is a stream, here of one chunk
    stdin: async function* () {
      yield Buffer.from(stdin);
    },
    stdinIsTerminal,
    ask,
    interrupted,
    held: new Set(),
  };
  const code = await main(args, terminal);
  return { code, ...written };
}

/** A folder with the given files, and what takes it away again. */
export interface Workspace {
  readonly root: string;
  run(args: readonly string[], options?: CliOptions): Promise<CliRun>;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  remove(): Promise<void>;
}

/** Makes a folder outside the repository. */
export async function workspace(files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const root = await mkdtemp(join(tmpdir(), 'dragnet-cli-'));
  const made: Workspace = {
    root,
    run: (args, options) => runCli(root, args, options),
    write: async (more) => {
      for (const [path, text] of Object.entries(more)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
  await made.write(files);
  return made;
}

/** A rule of our own, as a team would keep it. */
export const RULE = `[metadata]
creation_date = "2026/05/01"
maturity = "production"
updated_date = "2026/05/02"

[rule]
author = ["The team"]
description = "A program that nobody should start was started."
from = "now-9m"
index = ["logs-endpoint.events.*"]
language = "kuery"
license = "Apache-2.0"
name = "Forbidden Program Started"
query = '''
event.category: process and event.type: start and process.name: (mimikatz.exe or "psexec.exe")
'''
risk_score = 47
rule_id = "0f616aee-8161-4120-857e-742366f5eeb3"
severity = "medium"
type = "query"
`;

/** Its tests. */
export const RULE_TESTS = `[defaults]
now = 2026-05-01T12:00:00Z

[[test]]
name = "fires on the program"
expect = { alerts = 1, matched = ["bad"] }

[[test.event]]
_id = "bad"
"@timestamp" = "now-5m"
event = { category = ["process"], type = ["start"] }
process = { name = "mimikatz.exe" }

[[test.event]]
_id = "good"
"@timestamp" = "now-5m"
event = { category = ["process"], type = ["start"] }
process = { name = "notepad.exe" }
`;
