import yargs from 'yargs';
import type { Argv } from 'yargs';
import { KibanaError } from '../deploy/kibana-error.js';
import { StateError } from '../deploy/state.js';
import { ClusterError } from '../engine/cluster-error.js';
import { printable } from '../diagnostics/printable.js';
import { FixtureError } from '../testing/fixtures.js';
import { COMMANDS } from './command-table.js';
import type { Entry } from './command-table.js';
import type { Arguments, Command } from './command.js';
import { explainCall } from './explain-call.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { isDetailedExit } from './plan-options.js';
import type { Terminal } from './terminal.js';
import { CallError, UsageError } from './usage-error.js';

/** Parses the arguments, runs one command, and returns the exit code; never throws. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const session: Session = {
    terminal,
    exit: EXIT.clean,
    asksForHelp: argv.some((word) => /^(?:--help(?:=.*)?|--get-yargs-completions|-[a-zA-Z]*h[a-zA-Z]*)$/u.test(word)),
    known: new Set(['debug', 'color', 'no-color', 'help', 'version']),
    usage: undefined,
  };
  const debug = argv.includes('--debug');
  try {
    // With a callback yargs hands over what it would print (help, completions).
    await parser(argv, session).parseAsync(withDashValues(argv), {}, (_error, _args, output) => {
      if (output !== '') terminal.out(`${output}\n`);
    });
    return session.exit;
  } catch (error) {
    // What yargs finds after it has loaded a command comes by this name, past its own handler.
    const isCall = error instanceof Error && error.name === 'YError';
    const code = report(isCall ? callError(error.message, argv, session) : error, terminal, debug);
    return isDetailedExit(argv) ? EXIT.findings : code;
  }
}

interface Session {
  readonly terminal: Terminal;
  exit: ExitCode;
  /** Or for completions. Yargs lays out its help before every command, which takes longer than many a command: where nobody reads it, it is empty. */
  readonly asksForHelp: boolean;
  readonly known: Set<string>;
  /** Usage of the command that was recognised. */
  usage: string | undefined;
}

function parser(argv: readonly string[], session: Session): Argv {
  const { terminal } = session;
  const root = yargs([...argv])
    .scriptName('dragnet')
    .usage('$0 <command>\n\nDetection rules as code for Elastic.')
    .locale('en')
    .parserConfiguration({
      'boolean-negation': true,
      'strip-dashed': true,
      'parse-positional-numbers': false,
    })
    .exitProcess(false)
    .strict()
    .demandCommand(1, 'Name a command.')
    .option('debug', {
      type: 'boolean',
      describe: 'Show stack traces of internal errors',
      global: true,
      hidden: !session.asksForHelp,
    })
    .option('color', {
      type: 'boolean',
      describe: 'Colour the output (default: on a terminal)',
      global: true,
      hidden: !session.asksForHelp,
    })
    .help()
    .alias('help', 'h')
    .version(false)
    .wrap(Math.min(100, Number(terminal.env['COLUMNS'] ?? 100)))
    .epilogue(
      'Exit codes: 0 clean, 1 findings or failed tests, 2 usage or configuration, 3 remote system, 70 a bug of dragnet, 130 interrupted. Data goes to stdout, the rest to stderr.',
    )
    .fail((message: string | null, error: Error | undefined) => {
      // What yargs refuses comes with a message, what a command throws without one.
      throw message === null && error !== undefined ? error : callError(message ?? '', argv, session);
    });
  let all: Argv = root;
  for (const entry of COMMANDS) all = add(all, entry, session);
  return all;
}

function add(program: Argv, entry: Entry, session: Session, path: readonly string[] = []): Argv {
  const { load, children } = entry;
  const shared = { command: entry.usage, describe: session.asksForHelp ? entry.summary : (false as const) };
  if (children && !load) {
    return program.command({
      ...shared,
      builder: (sub) => {
        const inner = children.reduce((all, child) => add(all, child, session, [...path, entry.usage]), sub);
        return inner.demandCommand(1, 'Name a subcommand.');
      },
      handler: () => undefined,
    });
  }
  if (!load) throw new Error(`${entry.usage} has neither a loader nor children`);
  return program.command({
    ...shared,
    builder: async (sub) => {
      const command = await load();
      session.usage = [...path, entry.usage].join(' ');
      describe(sub, command, session);
      return (children ?? []).reduce((all, child) => add(all, child, session, [...path, entry.usage]), sub);
    },
    handler: async (args: Arguments) => {
      const command = await load();
      refuseRepeated(args, command);
      refuseOtherChoices(args, command);
      session.exit = await command.run(withAfterDashes(args, entry, path), session.terminal);
    },
  });
}

/** Tells yargs of what a command takes. */
function describe(sub: Argv, command: Command, { known, asksForHelp }: Session): void {
  for (const [name, options] of Object.entries(command.positionals ?? {})) sub.positional(name, options);
  for (const [name, options] of Object.entries(command.options)) {
    known.add(name);
    // One value for one flag where arguments can follow: `--mappings ecs events.ndjson` leaves the file alone.
    const isSingle = options.array === true && command.positionals !== undefined;
    const needs = options.type === 'boolean' ? {} : { requiresArg: true, ...(isSingle ? { nargs: 1 } : {}) };
    sub.option(name, { ...needs, ...options, hidden: !asksForHelp });
  }
  if (asksForHelp) for (const [example, meaning] of command.examples ?? []) sub.example(example, meaning);
}

/** What stands behind `--` are arguments too, also where they look like options; yargs leaves them among the words of the call. */
function withAfterDashes(args: Arguments, { usage }: Entry, path: readonly string[]): Arguments {
  const rest = /[[<](\w+)\.\.[\]>]$/u.exec(usage)?.[1];
  const words = args['_'];
  const after = Array.isArray(words) ? words.slice(path.length + 1).map(String) : [];
  if (after.length === 0) return args;
  if (rest === undefined)
    throw new CallError(
      `dragnet ${[...path, usage].map((part) => part.split(' ')[0]).join(' ')} takes no argument "${after.join(' ')}".`,
    );
  const before = args[rest];
  return { ...args, [rest]: [...(Array.isArray(before) ? (before as readonly unknown[]) : []), ...after] };
}

/** Two values for an option that takes one: neither is what was meant for sure. */
function refuseRepeated(args: Arguments, command: Command): void {
  for (const [name, { array, type }] of Object.entries(command.options)) {
    const given = valueOf(args, name);
    if (array === true || !Array.isArray(given)) continue;
    const fix = type === 'boolean' ? 'Give it once.' : `It takes one value: keep one of ${given.join(', ')}.`;
    throw new CallError(`--${name} is given ${given.length} times. ${fix}`);
  }
}

/** Yargs looks at the choices of options without a dash in their names alone, since the dashed names are stripped. */
function refuseOtherChoices(args: Arguments, command: Command): void {
  for (const [name, { choices }] of Object.entries(command.options)) {
    if (choices === undefined) continue;
    const given = [valueOf(args, name) ?? []].flat();
    const other = given.find((value) => !choices.includes(value as string));
    if (other === undefined) continue;
    throw new CallError(
      `--${name} cannot be ${JSON.stringify(other)}. Choose one of ${choices.map((one) => JSON.stringify(one)).join(', ')}.`,
    );
  }
}

/** The value of an option; of one with dashes it stands under the name without them. */
function valueOf(args: Arguments, name: string): unknown {
  return args[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
}

/** `--data -` as one word, and `fmt -` as an option: yargs takes a lone dash for no value. */
function withDashValues(argv: readonly string[]): string[] {
  return argv.flatMap((word, at) => {
    if (word === '-' && argv[0] === 'fmt') return ['--stdin'];
    if (word === '--data' && argv[at + 1] === '-') return ['--data=-'];
    return word === '-' && argv[at - 1] === '--data' ? [] : [word];
  });
}

/** The names of the commands of the group that a call names, of all where it names none. */
function commandsAt(argv: readonly string[]): readonly string[] {
  let entries: readonly Entry[] = COMMANDS;
  for (const word of argv) {
    const group = entries.find((entry) => nameOf(entry) === word && entry.load === undefined);
    entries = group?.children ?? entries;
  }
  return entries.map(nameOf);
}

function nameOf({ usage }: Entry): string {
  return usage.split(' ', 1)[0] ?? usage;
}

function callError(message: string, argv: readonly string[], { usage, known }: Session): CallError {
  return new CallError(explainCall(message, { usage, known, argv, commands: commandsAt(argv) }));
}

function report(error: unknown, terminal: Terminal, debug: boolean): ExitCode {
  const trace = debug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  if (error instanceof UsageError || error instanceof FixtureError) {
    const help = error instanceof CallError ? 'Run dragnet --help for the commands and options.\n' : '';
    terminal.err(`dragnet: ${shown(error.message)}\n${trace}${help}`);
    return EXIT.usage;
  }
  if (error instanceof ClusterError || error instanceof KibanaError || error instanceof StateError) {
    terminal.err(`dragnet: ${shown(error.message)}\n${trace}`);
    return EXIT.remote;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(`dragnet: internal error: ${shown(message)}\n${trace}`);
  if (!debug) terminal.err('This is a bug of dragnet. Run again with --debug for a stack trace, and report it.\n');
  return EXIT.internal;
}

/** A message as it may be shown: it can hold texts of documents, which were written by strangers. */
function shown(message: string): string {
  return message.split('\n').map(printable).join('\n');
}
