import yargs from 'yargs';
import type { Argv } from 'yargs';
import { KibanaError } from '../deploy/kibana-error.js';
import { StateError } from '../deploy/state.js';
import { ClusterError } from '../engine/cluster-error.js';
import { printable } from '../diagnostics/printable.js';
import { FixtureError } from '../testing/fixtures.js';
import type { Arguments, Command } from './command.js';
import { explainCall } from './explain-call.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';
import { CallError, UsageError } from './usage-error.js';

interface Entry {
  readonly usage: string;
  readonly summary: string;
  /** Imported only when the command is called: start-up stays short. */
  readonly load?: () => Promise<Command>;
  readonly children?: readonly Entry[];
}

/** Beside the commands, and among those that make fixtures: there it is looked for. */
const CONVERT: Entry = {
  usage: 'convert',
  summary: 'Convert raw logs into ECS documents',
  children: [
    {
      usage: 'cloudtrail [files..]',
      summary: 'Raw CloudTrail into documents of the aws.cloudtrail integration',
      load: async () => (await import('./convert-cloudtrail.js')).convertCloudtrail,
    },
  ],
};

const COMMANDS: readonly Entry[] = [
  {
    usage: 'check [paths..]',
    summary: 'Validate, test and compare the pages: the whole job of CI',
    load: async () => (await import('./check.js')).check,
  },
  {
    usage: 'validate [paths..]',
    summary: 'Check definitions against schemas, languages and ATT&CK',
    load: async () => (await import('./validate.js')).validate,
  },
  {
    usage: 'test [paths..]',
    summary: 'Run the unit tests of rules and hunts, offline or on a cluster',
    load: async () => (await import('./test.js')).test,
    children: [
      {
        usage: 'new <rule>',
        summary: 'Write a first test file for a rule: documents on which it fires, and near misses',
        load: async () => (await import('./test-new.js')).testNew,
      },
    ],
  },
  {
    usage: 'docs',
    summary: 'Render definitions into Markdown pages; print the reference of ES|QL and EQL',
    children: [
      {
        usage: 'build [paths..]',
        summary: 'Write the pages',
        load: async () => (await import('./docs.js')).docsBuild,
      },
      {
        usage: 'check [paths..]',
        summary: 'Fail when a page is missing or stale',
        load: async () => (await import('./docs.js')).docsCheck,
      },
      {
        usage: 'esql [name]',
        summary: 'Print the reference of ES|QL, or of one command or function',
        load: async () => (await import('./docs-language.js')).docsEsql,
      },
      {
        usage: 'eql [name]',
        summary: 'Print the functions of EQL, or one of them',
        load: async () => (await import('./docs-language.js')).docsEql,
      },
    ],
  },
  {
    usage: 'init',
    summary: 'Write a dragnet.toml, from the settings of elastic/detection-rules where there are any',
    load: async () => (await import('./init.js')).init,
  },
  {
    usage: 'new',
    summary: 'Write a definition to start from',
    children: [
      {
        usage: 'rule',
        summary: 'A valid rule of any type, names and pages of ATT&CK filled in, with its first tests',
        load: async () => (await import('./new-rule.js')).newRule,
      },
      {
        usage: 'hunt',
        summary: 'A valid hunt',
        load: async () => (await import('./new-hunt.js')).newHunt,
      },
    ],
  },
  {
    usage: 'fmt [paths..]',
    summary: 'Give definitions one layout; values and comments stay',
    load: async () => (await import('./fmt.js')).fmt,
  },
  {
    usage: 'lock [paths..]',
    summary: 'Give changed rules their next version, in version.lock.json',
    load: async () => (await import('./lock.js')).lock,
    children: [
      {
        usage: 'hash [paths..]',
        summary: 'Print the hashes that the version lock holds for rules',
        load: async () => (await import('./lock-hash.js')).lockHash,
      },
    ],
  },
  {
    usage: 'export [paths..]',
    summary: 'Write rules as NDJSON that Kibana imports',
    load: async () => (await import('./export.js')).exportRules,
  },
  {
    usage: 'import <files..>',
    summary: 'Make definitions of rules that Kibana exported, or of JSON or YAML',
    load: async () => (await import('./import.js')).importRules,
  },
  {
    usage: 'hunt',
    summary: 'Run hunts',
    children: [
      {
        usage: 'run <hunts..>',
        summary: 'Run the queries of hunts against a cluster, and print their rows',
        load: async () => (await import('./hunt-run.js')).huntRun,
      },
    ],
  },
  {
    usage: 'push',
    summary: 'Write rules and hunts where they can be searched and charted',
    children: [
      {
        usage: 'elasticsearch [paths..]',
        summary: 'Rules and hunts as documents of an index: changed ones written, gone ones removed',
        load: async () => (await import('./push-elasticsearch.js')).pushElasticsearch,
      },
    ],
  },
  {
    usage: 'why <rule> [events..]',
    summary: 'Say clause by clause why a rule fires or stays silent on documents',
    load: async () => (await import('./why.js')).why,
  },
  {
    usage: 'search <query> [paths..]',
    summary: 'Find rules and hunts by a KQL query over their own keys',
    load: async () => (await import('./search.js')).search,
  },
  {
    usage: 'edit [paths..]',
    summary: 'Change a key in all rules and hunts that a query finds, layout kept',
    load: async () => (await import('./edit.js')).edit,
  },
  {
    usage: 'query <query> [files..]',
    summary: 'Run a KQL, Lucene, EQL or ES|QL query over NDJSON files',
    load: async () => (await import('./query.js')).query,
  },
  {
    usage: 'explain [code]',
    summary: 'Say what the code of a message means, and what to write instead',
    load: async () => (await import('./explain.js')).explain,
  },
  {
    usage: 'serve',
    summary: 'Run the embedded engine as a server for any Elasticsearch client',
    load: async () => (await import('./serve.js')).serve,
  },
  {
    usage: 'schemas',
    summary: 'Say which fields your indices have',
    children: [
      {
        usage: 'import',
        summary: 'Import fields from a cluster, an integration package or sample documents',
        load: async () => (await import('./schemas-import.js')).schemasImport,
      },
    ],
  },
  {
    usage: 'attack',
    summary: 'Say which version of MITRE ATT&CK counts',
    children: [
      {
        usage: 'import <file>',
        summary: 'Write the data of a version of MITRE ATT&CK from its STIX bundle into the repository',
        load: async () => (await import('./attack-import.js')).attackImport,
      },
    ],
  },
  CONVERT,
  {
    usage: 'fixture',
    summary: 'Make documents for tests',
    children: [
      {
        usage: 'generate <rule>',
        summary: 'The smallest documents on which a rule fires, and one near miss for each clause',
        load: async () => (await import('./fixture-generate.js')).fixtureGenerate,
      },
      {
        usage: 'pull',
        summary: 'Documents of a cluster by a query, with names, addresses, accounts and keys redacted',
        load: async () => (await import('./fixture-pull.js')).fixturePull,
      },
      {
        usage: 'redact [files..]',
        summary: 'Redact documents that are there already',
        load: async () => (await import('./fixture-redact.js')).fixtureRedact,
      },
      CONVERT,
    ],
  },
  {
    usage: 'completion [shell]',
    summary: 'Print a completion script for bash or zsh',
    load: async () => (await import('./completion.js')).completion,
  },
];

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
    await parser(argv, session).parseAsync([...argv], {}, (_error, _args, output) => {
      if (output !== '') terminal.out(`${output}\n`);
    });
    return session.exit;
  } catch (error) {
    // What yargs finds after it has loaded a command comes by this name, past its own handler.
    const isCall = error instanceof Error && error.name === 'YError';
    return report(isCall ? callError(error.message, argv, session) : error, terminal, debug);
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
    if (array === true || !Array.isArray(args[name])) continue;
    const fix = type === 'boolean' ? 'Give it once.' : `It takes one value: keep one of ${args[name].join(', ')}.`;
    throw new CallError(`--${name} is given ${args[name].length} times. ${fix}`);
  }
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
