import { resolve } from 'node:path';
import { Backtest } from '../backtest/backtest.js';
import type { RuleOutcome } from '../backtest/backtest.js';
import { LogDocuments, NAMELESS_INDEX } from '../backtest/log-documents.js';
import type { BacktestRule } from '../backtest/planned-rule.js';
import { reportPage } from '../backtest/report-page.js';
import type { Alert } from '../detections/alert.js';
import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import type { Rule } from '../model/rule.js';
import { catalogueOfIndex } from '../schemas/fields/profiles.js';
import { toIndexDefinition } from '../schemas/fields/to-index-definition.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { printJson } from '../values/json.js';
import { compileWildcard } from '../values/patterns/wildcard.js';
import { outcomeHistogram, outcomeJson, outcomeSummary, outcomeTable } from './backtest-report.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { readFailOn } from './fail-on.js';
import type { FailOn } from './fail-on.js';
import { findLogs, LogError } from './log-chunks.js';
import type { LogFile } from './log-chunks.js';
import { maxMemory } from './max-memory.js';
import { Progress } from './progress.js';
import { readLog } from './read-log.js';
import { listsOfRules } from './repository-lists.js';
import { brokenDefinitions, openRepository, type Repository } from './repository.js';
import { SpillStore } from './spill-store.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

const FORMATS = ['table', 'json', 'ndjson', 'alerts'] as const;
type Format = (typeof FORMATS)[number];

/** Problems of a log that are shown one by one. */
const SHOWN = 5;

/** `dragnet backtest`: what the rules would have caught in a log. */
export const backtest: Command = {
  positionals: {
    paths: {
      type: 'string',
      array: true,
      describe: 'Files and folders of rules (default: paths of dragnet.toml, else this folder)',
    },
  },
  options: {
    data: {
      type: 'string',
      array: true,
      nargs: 1,
      demandOption: true,
      describe:
        'Log to read: a file, a folder, or - for standard input; NDJSON, JSON arrays, bulk requests, search responses, raw CloudTrail, plain or gzip',
    },
    index: { type: 'string', describe: 'Index of documents that name none in _index or data_stream' },
    from: { type: 'string', describe: 'No alerts of events before (ISO 8601 or date math); they still are history' },
    to: { type: 'string', describe: 'No events after' },
    rule: { type: 'string', array: true, nargs: 1, describe: 'Only rules of this id or name; * and ? are wildcards' },
    tag: { type: 'string', array: true, nargs: 1, describe: 'Only rules with this tag' },
    schedule: {
      type: 'boolean',
      default: false,
      describe: 'Run every rule at each of its intervals, with max_signals, instead of following the events',
    },
    format: {
      choices: FORMATS,
      default: 'table',
      describe: 'table; json: the same for programs; ndjson: one line an alert; alerts: whole alert documents',
    },
    report: { type: 'string', describe: 'Write the report as one HTML page, too' },
    'fail-on': { type: 'string', describe: "Fail when this holds, such as 'alerts > 100' or 'rule.alerts > 50'" },
    strict: { type: 'boolean', default: false, describe: 'Stop at the first broken line' },
    'profile-rules': { type: 'boolean', default: false, describe: 'Show what each rule cost' },
    'max-memory': {
      type: 'string',
      default: '64mb',
      describe: 'Most memory for documents that are needed again; more go to a temporary file',
    },
  },
  examples: [
    ['$0 backtest --data cloudtrail.ndjson', 'What all rules would have caught'],
    ["$0 backtest rules/aws --data logs/ --from now-30d --fail-on 'alerts > 100'", 'A limit for CI'],
    ['zcat *.gz | $0 backtest --data - --format alerts', 'Alert documents from standard input'],
  ],
  async run(args, terminal) {
    const call = readCall(args);
    const logs = await findLogs(call.data, terminal);
    const repository = await openRepository(args, terminal);
    const failed = brokenDefinitions(repository, terminal);
    const rules = await chosenRules(repository, call, terminal);
    const store = new SpillStore(maxMemory(args));
    try {
      const run = await runBacktest(rules, logs, call, { repository, store, terminal });
      if (call.page !== undefined) await writePage(run, call.page, terminal);
      return report(run, call, failed, terminal);
    } finally {
      store.close();
    }
  },
};

interface Call {
  readonly data: readonly string[];
  readonly index: string | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly isScheduled: boolean;
  readonly format: Format;
  readonly failOn: FailOn | undefined;
  readonly isStrict: boolean;
  readonly showsCosts: boolean;
  /** Where the page goes. */
  readonly page: string | undefined;
}

function readCall(args: Arguments): Call {
  const failOn = args['failOn'] as string | undefined;
  return {
    data: args['data'] as readonly string[],
    index: args['index'] as string | undefined,
    from: timeOf('from', args),
    to: timeOf('to', args),
    names: (args['rule'] as readonly string[] | undefined) ?? [],
    tags: (args['tag'] as readonly string[] | undefined) ?? [],
    isScheduled: args['schedule'] === true,
    format: args['format'] as Format,
    failOn: failOn === undefined ? undefined : readFailOn(failOn),
    isStrict: args['strict'] === true,
    showsCosts: args['profileRules'] === true,
    page: args['report'] as string | undefined,
  };
}

function timeOf(name: 'from' | 'to', args: Arguments): number | undefined {
  const text = args[name] as string | undefined;
  if (text === undefined) return undefined;
  const time = absoluteTime(text, new Date(), { roundUp: name === 'to' });
  if (time === undefined)
    throw new UsageError(`--${name} ${text} is not a time. Write it like 2026-05-01T12:00:00Z or now-30d.`);
  return Date.parse(time);
}

/** The rules that the call means, with their lists; deprecated rules only where they are named. */
async function chosenRules(
  repository: Repository,
  { names, tags }: Call,
  terminal: Terminal,
): Promise<readonly BacktestRule[]> {
  const tests = names.map((name) => compileWildcard(name, { caseInsensitive: true }));
  const rules = repository.rules
    .map(({ value, version }): Rule => (version === undefined ? value : { ...value, version }))
    .filter((rule) => tests.length === 0 || tests.some((test) => test(rule.ruleId) || test(rule.name)))
    .filter((rule) => tags.length === 0 || tags.some((tag) => rule.tags?.includes(tag) === true))
    .filter((rule) => tests.length > 0 || rule.metadata.maturity !== 'deprecated');
  if (rules.length === 0) {
    const asked = [...names.map((name) => `--rule ${name}`), ...tags.map((tag) => `--tag ${tag}`)].join(' ');
    throw new UsageError(asked === '' ? 'No rules found there.' : `No rule is meant by ${asked}.`);
  }
  const listsOf = await listsOfRules(repository, rules, 'the backtest runs without it. Import it.', terminal);
  return rules.map((rule) => ({ rule, ...listsOf(rule) }));
}

interface Run {
  readonly backtest: Backtest;
  readonly outcomes: readonly RuleOutcome[];
  readonly problems: number;
  readonly errors: readonly string[];
  readonly nameless: number;
  readonly isInterrupted: boolean;
  readonly spilled: number;
}

interface Surroundings {
  readonly repository: Repository;
  readonly store: SpillStore;
  readonly terminal: Terminal;
}

async function runBacktest(
  rules: readonly BacktestRule[],
  logs: readonly LogFile[],
  call: Call,
  { repository, store, terminal }: Surroundings,
): Promise<Run> {
  const { catalogues } = repository;
  const run = await Backtest.of(rules, {
    definitionOf: (index) => toIndexDefinition(catalogueOfIndex(index, catalogues)),
    store,
    now: new Date(),
    mode: call.isScheduled ? 'schedule' : 'sliding',
    ...(call.from === undefined ? {} : { from: call.from }),
    ...(call.to === undefined ? {} : { to: call.to }),
    ...alertWriter(call.format, terminal),
  });
  const reading = new Reading(logs, call, terminal);
  const errors: string[] = [];
  try {
    await reading.into(run);
  } catch (error) {
    errors.push(messageOf(error));
  }
  const progress = new Progress(terminal);
  try {
    await run.finish((done, all) => {
      progress.report(() => `looking at several events together: rule ${done + 1} of ${all}`);
      return !terminal.interrupted.aborted;
    });
  } catch (error) {
    errors.push(messageOf(error));
  }
  progress.done();
  return {
    backtest: run,
    outcomes: run.outcomes,
    problems: reading.problems,
    errors,
    nameless: reading.nameless,
    isInterrupted: terminal.interrupted.aborted,
    spilled: store.spilled,
  };
}

/** What stops the reading; a bug is thrown on. */
function messageOf(error: unknown): string {
  if (error instanceof LogError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC')
    return 'The temporary folder is full. Make room there, name another one in TMPDIR, or raise --max-memory.';
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return `The log or a temporary file cannot be used: ${message}.`;
  throw error;
}

/** Writes alerts as they come, in the formats that have them one by one. */
function alertWriter(format: Format, terminal: Terminal): { readonly onAlert?: (alert: Alert, rule: Rule) => void } {
  if (format === 'alerts')
    return {
      onAlert: ({ id, document }) => {
        terminal.out(`${printJson({ _id: id, _source: document })}\n`);
      },
    };
  if (format !== 'ndjson') return {};
  return {
    onAlert: ({ id, sources, document }, rule) => {
      const line = {
        rule: { id: rule.ruleId, name: rule.name, type: rule.type },
        severity: document['kibana.alert.severity'] ?? rule.severity,
        risk_score: document['kibana.alert.risk_score'] ?? rule.riskScore,
        '@timestamp': document['kibana.alert.original_time'] ?? document['@timestamp'] ?? null,
        id,
        sources: sources.map(({ index, id: source }) => ({ _index: index, _id: source })),
        reason: document['kibana.alert.reason'] ?? null,
      };
      terminal.out(`${printJson(line)}\n`);
    },
  };
}

/** Reads logs into a backtest, and tells how far it is. */
class Reading {
  problems = 0;
  nameless = 0;
  readonly #logs: readonly LogFile[];
  readonly #call: Call;
  readonly #terminal: Terminal;
  readonly #progress: Progress;
  readonly #start = performance.now();
  #bytes = 0;

  constructor(logs: readonly LogFile[], call: Call, terminal: Terminal) {
    this.#logs = logs;
    this.#call = call;
    this.#terminal = terminal;
    this.#progress = new Progress(terminal);
  }

  async into(run: Backtest): Promise<void> {
    const { interrupted } = this.#terminal;
    for (const log of this.#logs) {
      if (interrupted.aborted) break;
      await this.#read(log, run, interrupted);
    }
    this.#progress.done();
  }

  async #read(log: LogFile, run: Backtest, interrupted: AbortSignal): Promise<void> {
    const documents = new LogDocuments({ file: log.name, index: this.#call.index });
    const options = {
      index: this.#call.index,
      onProblem: ({ line, what }: { readonly line: number; readonly what: string }) => {
        this.#problem(`${log.name}:${line}`, what);
      },
      onBytes: (bytes: number) => (this.#bytes += bytes),
    };
    try {
      for await (const batch of readLog(log, this.#terminal, options, documents)) {
        for (const document of batch) run.add(document, document.value);
        if (interrupted.aborted) break;
        this.#progress.report(() => this.#told(run));
      }
    } finally {
      this.#progress.done();
      this.nameless += documents.nameless;
    }
  }

  #problem(place: string, what: string): void {
    this.problems++;
    if (this.#call.isStrict) throw new LogError(`${place} ${what} (--strict stops at the first broken line.)`);
    if (this.problems <= SHOWN) this.#terminal.err(`${printable(`${place} ${what}`)} Left out.\n`);
  }

  #told(run: Backtest): string {
    const seconds = (performance.now() - this.#start) / 1000;
    const size = this.#logs.reduce((sum, log) => sum + log.size, 0);
    const rate = this.#bytes / seconds;
    const left = size > this.#bytes ? `, ${Math.ceil((size - this.#bytes) / rate)} s left` : '';
    const { documents } = run.counts;
    return `${documents} documents, ${Math.round(documents / seconds)}/s, ${Math.round(rate / 1e6)} MB/s${left}`;
  }
}

async function writePage(run: Run, page: string, terminal: Terminal): Promise<void> {
  const notes = [
    ...run.errors.map((error) => `${error} The report covers what was read before.`),
    ...(run.isInterrupted ? ['Interrupted: the report covers what was read before.'] : []),
    ...(run.problems > 0 ? [`${plural(run.problems, 'broken line')} left out.`] : []),
  ];
  const { documents } = run.backtest.counts;
  await writeWhole(resolve(terminal.cwd, page), reportPage(run.outcomes, { documents, notes }));
}

function report(run: Run, call: Call, failed: boolean, terminal: Terminal): ExitCode {
  const { outcomes, backtest: pass } = run;
  const { documents } = pass.counts;
  if (call.format === 'json') {
    const { candidates, hits, atoms } = pass.counts;
    const counts = { documents, candidates, hits, atoms };
    const whole = { counts, problems: run.problems, errors: run.errors, rules: outcomes.map(outcomeJson) };
    terminal.out(`${printJson(whole, 2)}\n`);
  } else if (call.format === 'table') {
    const table = outcomeTable(outcomes);
    if (table !== '') terminal.out(`${table}\n${outcomeHistogram(outcomes)}`);
  }
  tellRules(outcomes, terminal);
  if (call.showsCosts) tellCosts(outcomes, terminal);
  if (run.problems > SHOWN) terminal.err(`… and ${run.problems - SHOWN} more broken lines left out\n`);
  if (pass.rejected > 0)
    terminal.err(
      `${plural(pass.rejected, 'document')} that a rule looks for would be rejected by Elasticsearch, and count not.\n`,
    );
  if (run.nameless > 0)
    terminal.err(
      `${plural(run.nameless, 'document')} name no index, and are taken as of ${NAMELESS_INDEX}; --index says otherwise.\n`,
    );
  for (const error of run.errors) terminal.err(`error: ${printable(error)} The report covers what was read before.\n`);
  terminal.err(`${outcomeSummary(outcomes, documents)}\n`);
  if (run.isInterrupted) {
    terminal.err('interrupted: the report covers what was read before\n');
    return EXIT.interrupted;
  }
  if (call.failOn?.holds(outcomes) === true) {
    terminal.err(`failed: ${call.failOn.text}\n`);
    return EXIT.findings;
  }
  return failed || run.errors.length > 0 ? EXIT.findings : EXIT.clean;
}

function tellRules(outcomes: readonly RuleOutcome[], terminal: Terminal): void {
  for (const { rule, warnings, errors } of outcomes) {
    for (const error of errors) terminal.err(`${printable(`error: ${rule.name}: ${error}`)}\n`);
    for (const warning of warnings) terminal.err(`${printable(`warning: ${rule.name}: ${warning}`)}\n`);
  }
}

/** Rules by the number of documents that they had to look at. */
function tellCosts(outcomes: readonly RuleOutcome[], terminal: Terminal): void {
  const dearest = [...outcomes].sort((a, b) => b.candidates + b.kept - a.candidates - a.kept).slice(0, 20);
  for (const { rule, candidates, kept, tally } of dearest) {
    terminal.err(
      `${String(candidates).padStart(10)} looked at  ${String(kept).padStart(8)} kept  ${String(tally.alerts).padStart(8)} alerts  ${printable(rule.name)}\n`,
    );
  }
}
