import { randomBytes } from 'node:crypto';
import type { Options } from 'yargs';
import { KeyPositions } from '../definitions/locate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { ordered } from '../diagnostics/order.js';
import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { SourceText } from '../diagnostics/source-text.js';
import type { Cluster } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { runTestFile } from '../testing/run-tests.js';
import type { EngineChoice, Observe, TestEnvironment, TestResult } from '../testing/run-tests.js';
import type { Rule } from '../model/rule.js';
import type { RuleLists } from '../testing/rule-lists.js';
import { InputFiles } from '../testing/test-inputs.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { KIBANA_OPTIONS } from './kibana-options.js';
import type { KibanaSetting, KibanaTests } from './kibana-tests.js';
import { MAX_MEMORY, maxMemory } from './max-memory.js';
import { countTests, reportTests, tally } from './report-tests.js';
import type { Place, TestCounts } from './report-tests.js';
import { isCi } from './is-ci.js';
import { MIN_TESTS_OPTION, minTests, tooFewTests } from './min-tests.js';
import type { PlannedFile } from './planned-file.js';
import { Progress } from './progress.js';
import { outputOptions, readOutputs, writeReports } from './report-outputs.js';
import type { ReportOutput } from './report-outputs.js';
import { brokenDefinitions, openConfig, openRepository, PATHS } from './repository.js';
import type { Repository } from './repository.js';
import { repositoryLists } from './repository-lists.js';
import { STACK_OPTION } from './stack-option.js';
import { subjectFile } from './subject-file.js';
import type { Terminal } from './terminal.js';
import {
  COVERAGE_OPTIONS,
  coverageRequest,
  coverageSummary,
  coverageText,
  isBelow,
  tooLittleCovered,
  withCoveragePath,
} from './test-coverage.js';
import { allTests, countOf, nothingFound, planTests } from './test-plan.js';
import type { TestPlan } from './test-plan.js';
import { printTests, TEST_FORMATS } from './test-reporters.js';
import type { TestFormat } from './test-reporters.js';
import { bailAfter, narrow, readSelection, SELECTION_OPTIONS } from './test-selection.js';
import type { TestSelection } from './test-selection.js';
import { isFailure } from './tested-file.js';
import type { TestedFile, TestRun } from './tested-file.js';
import { UPDATE_OPTIONS, updateMode, updateTests } from './update-tests.js';
import type { UpdateMode } from './update-tests.js';
import { UsageError } from './usage-error.js';
import { WATCH_OPTION, watchTests } from './watch-tests.js';

const ENGINES = ['embedded', 'elasticsearch', 'both'] as const;

/** Options of `dragnet test` that `dragnet check` has too. */
export const TEST_OPTIONS: Readonly<Record<string, Options>> = {
  cluster: {
    type: 'string',
    describe:
      'URL of an Elasticsearch to test on (default: ELASTICSEARCH_URL; credentials: ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD)',
  },
  engine: {
    choices: ENGINES,
    describe:
      'Where tests run; both reports every difference as a failure (default: embedded, or elasticsearch with --cluster)',
  },
  ...MAX_MEMORY,
  ...STACK_OPTION,
};

/** `dragnet test`: the unit tests beside rules and hunts. */
export const test: Command = {
  positionals: PATHS,
  options: {
    ...SELECTION_OPTIONS,
    ...MIN_TESTS_OPTION,
    ...UPDATE_OPTIONS,
    ...WATCH_OPTION,
    ...TEST_OPTIONS,
    ...outputOptions('reporter', TEST_FORMATS),
    ...KIBANA_OPTIONS,
    ...COVERAGE_OPTIONS,
    verbose: { alias: 'v', type: 'boolean', default: false, describe: 'Name passed tests too' },
  },
  examples: [
    ['$0 test rules/aws', 'Offline, on the embedded engine'],
    ['$0 test --filter "root login"', 'Tests, rules and files with this in their name'],
    ['$0 test --changed origin/main --bail', 'What a pull request changes, up to the first failure'],
    ['$0 test --watch rules/aws', 'Again whenever a rule, test or fixture changes'],
    ['$0 test --update --filter "root login"', 'Write what came into the expectations that failed, and show the diff'],
    ['$0 test --reporter github --output junit=report.xml', 'Annotations on the run, and a file for the CI system'],
    ['$0 test --coverage --min-coverage 100', 'Which clauses of the rules the tests show to matter'],
    ['$0 test --cluster http://localhost:9200 --engine both', 'On both engines; any difference fails'],
  ],
  async run(given, terminal) {
    const args = withCoveragePath(given);
    const outputs = readOutputs(args, 'reporter', TEST_FORMATS);
    const [bail, update] = [bailAfter(args), updateMode(args, terminal)];
    const { root } = await openConfig(terminal);
    const selection = await readSelection(args, root);
    const options = { outputs, bail, update };
    if (args['watch'] !== true) return runOnce(args, terminal, selection, options);
    let first = true;
    return watchTests(root, terminal, (changed) => {
      const { texts, filter } = selection;
      const touched = { texts, ...(filter ? { filter } : {}), ...(changed ? { changed } : {}) };
      const asked = first ? selection : touched;
      first = false;
      return runOnce(args, terminal, asked, options);
    });
  },
};

/** Runs the tests of a selection, and reports them. */
async function runOnce(
  args: Arguments,
  terminal: Terminal,
  selection: TestSelection,
  options: RunOptions,
): Promise<ExitCode> {
  const isNarrow = selection.filter !== undefined || selection.changed !== undefined;
  const repository = await openRepository(
    args,
    terminal,
    isNarrow ? { narrow: (files, folder, config) => narrow(files, selection, folder, config) } : {},
  );
  const orphans = orphanedTests(repository);
  for (const { span, what, fix } of orphans) terminal.err(`${printable(span.file)}: ${printable(what)} ${fix}\n`);
  const broken = brokenDefinitions(repository, terminal) || orphans.length > 0;
  if (repository.tests.length === 0 && !broken && !isNarrow)
    throw new UsageError('No tests found: no file holds [[test]]. Put <name>.test.toml beside <name>.toml.');
  const chosen = planTests(repository, selection, forbidsOnly(args, terminal));
  const limits = selection.filter && new Set(chosen.files.map(({ subject }) => subject.file));
  const few = tooFewTests(repository, minTests(args, repository), limits);
  const plan = { ...chosen, diagnostics: [...chosen.diagnostics, ...few] };
  if (plan.files.length === 0 && !broken && few.length === 0 && isNarrow) {
    const { changed, since } = selection;
    if (changed === undefined) throw nothingFound(selection, allTests(await openRepository(args, terminal)));
    const why = since === undefined ? 'no test depends on it' : `nothing that they depend on differs from ${since}`;
    terminal.err(`tests: none to run, ${why}\n`);
  }
  const run = await runPlan(repository, plan, args, terminal, options);
  return endOf(run, plan, terminal, broken);
}

/** What is wrong with the tests of a repository before any runs: marks that CI refuses, definitions with too few. */
export function testDiagnostics(repository: Repository, args: Arguments, terminal: Terminal): readonly Diagnostic[] {
  const marks = forbidsOnly(args, terminal) ? planTests(repository, { texts: [] }, true).diagnostics : [];
  return [...marks, ...tooFewTests(repository, minTests(args, repository))];
}

/** Whether `only = true` is an error: as the call says, else in CI. */
function forbidsOnly(args: Arguments, terminal: Terminal): boolean {
  return (args['forbidOnly'] as boolean | undefined) ?? isCi(terminal);
}

interface RunOptions {
  readonly outputs: readonly ReportOutput<TestFormat>[];
  readonly bail: number;
  readonly update: UpdateMode;
}

/** Runs what is planned, and reports it: file by file on the terminal, else at the end. */
async function runPlan(
  repository: Repository,
  plan: TestPlan,
  args: Arguments,
  terminal: Terminal,
  { outputs: asked, bail, update }: RunOptions,
): Promise<TestRun> {
  const verbose = args['verbose'] === true;
  const wanted = coverageRequest(args, repository.config);
  const measure = wanted && (await import('./measure-coverage.js'));
  // Who asks for coverage as data gets nothing else on stdout.
  const outputs = asked.filter(({ file }) => file !== undefined || wanted?.format !== 'json');
  const live = outputs.some(({ format, file }) => format === 'pretty' && file === undefined);
  const files: TestedFile[] = [];
  const progress = new Progress(terminal);
  const total = countOf(plan.files);
  if (plan.diagnostics.length > 0)
    terminal.err(`${reportPretty(plan.diagnostics, repository.texts, { color: terminal.colour.err })}\n`);
  const told = new Set<string>();
  let [done, failed] = [0, 0];
  let updated = 0;
  for await (const ran of runTests(repository, args, terminal, plan.files, bail, measure?.observe)) {
    progress.done();
    const tested = await updateTests(ran, repository, update, terminal);
    updated += ran.results.filter((result) => result.update !== undefined && tested !== ran).length;
    files.push(tested);
    done += tested.results.length;
    failed += tested.results.filter(isFailure).length;
    if (live) {
      progress.done();
      terminal.out(
        reportTests(tested.file, tested.results, tested.place, { colour: terminal.colour.out, verbose, told }),
      );
    }
    progress.report(() => `${done} of ${total} tests, ${failed} failed`);
  }
  progress.done();
  if (updated > 0)
    terminal.err(`updated: the expectations of ${plural(updated, 'test')}; read what changed before you commit it\n`);
  const isAll = args['filter'] === undefined && !terminal.interrupted.aborted && done === total;
  const coverage = wanted && measure?.coverageOf(repository, files, wanted, isAll);
  const run: TestRun = {
    files,
    ...(coverage ? { coverage } : {}),
    diagnostics: ordered([
      ...errorsOf(repository),
      ...orphanedTests(repository),
      ...plan.diagnostics,
      ...tooLittleCovered(coverage),
    ]),
    texts: repository.texts,
    notRun: total - done,
    interrupted: terminal.interrupted.aborted,
  };
  // On the terminal coverage comes behind the tests, in a report among the other problems.
  if (coverage) terminal.out(coverageText(coverage, { color: terminal.colour.out }, live));
  const rest = outputs.filter(({ format, file }) => format !== 'pretty' || file !== undefined);
  await writeReports(rest, terminal, (format, colour) => printTests(format, run, { colour, verbose }));
  return run;
}

function errorsOf({ diagnostics }: Repository): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** The last words, and the exit code. */
function endOf(run: TestRun, plan: TestPlan, terminal: Terminal, broken: boolean): ExitCode {
  const results = run.files.flatMap((file) => file.results);
  if (run.interrupted) return endInterrupted(results, terminal);
  if (run.notRun > 0) terminal.err(`stopped by --bail: ${plural(run.notRun, 'test')} did not run\n`);
  if (plan.leftOut > 0) terminal.err(`only = true: ${plural(plan.leftOut, 'other test')} did not run\n`);
  if (results.length > 0 || plan.files.length > 0 || broken)
    terminal.err(testSummary(results) + coverageSummary(run.coverage));
  return exitOf(countTests(results), broken || plan.diagnostics.length > 0 || isBelow(run.coverage));
}

/**
 * Runs tests, all of the repository unless told which, file by file; an interruption ends the run after clean-up, and so does the failure of as
 * many tests as `bail` says.
 */
export async function* runTests(
  repository: Repository,
  args: Arguments,
  terminal: Terminal,
  files: readonly PlannedFile[] = allTests(repository),
  bail?: number,
  observing?: Observe,
): AsyncGenerator<TestedFile> {
  const engine = engineOf(repository, args);
  const remote =
    engine === 'embedded' && args['kibana'] === undefined ? undefined : await connect(repository, args, terminal);
  const environment = {
    ...environmentOf(repository, engine, remote, terminal, maxMemory(args), args['update'] === true),
    inputs: inputsOf(repository, await repositoryLists(repository, files, terminal)),
    observe: observing,
  };
  const most = bail ?? Infinity;
  let failed = 0;
  const kibana = await openKibana(args, { repository, environment, remote }, terminal);
  try {
    for (const { file, subject } of files) {
      const results: TestResult[] = [];
      for await (const result of kibana?.run(file, subject) ?? runTestFile(file, subject, environment)) {
        results.push(result);
        if (isFailure(result)) failed += 1;
        if (failed >= most) break;
      }
      yield { file: file.file, results, place: placesOf(repository, file.file) };
      if (failed >= most || terminal.interrupted.aborted) return;
    }
  } finally {
    await kibana?.close();
    await remote?.close();
  }
}

/** Test files that have no definition beside them: their tests do not run. */
function orphanedTests({ tests, texts }: Repository): readonly Diagnostic[] {
  return tests
    .filter(({ file }) => !file.endsWith('.test.toml') || !texts.has(subjectFile(file)))
    .map(({ file }) => ({
      code: 'test/no-definition',
      severity: 'error',
      span: { file, start: 0, end: 0 },
      what: `there is no rule or hunt ${subjectFile(file)}; its tests do not run.`,
      why: 'A test file tests the definition beside it, which its name says.',
      fix: 'Name it <name>.test.toml, beside <name>.toml.',
    }));
}

/** Where the tests of a call run: as it says, else as the configuration says. */
export function engineOf(repository: Repository, args: Arguments): EngineChoice {
  const chosen =
    (args['engine'] as EngineChoice | undefined) ??
    (args['cluster'] === undefined ? repository.config.test?.engine : 'elasticsearch');
  return chosen ?? 'embedded';
}

async function connect(repository: Repository, args: Arguments, terminal: Terminal): Promise<Cluster> {
  const { clusterOf } = await import('./cluster-of.js');
  const node = await clusterOf(args, repository.config, terminal.env);
  const { connectElasticsearch } = await import('./connect-elasticsearch.js');
  return connectElasticsearch(node.url, terminal.env, { held: terminal.held, option: node.option });
}

/** The Kibana that judges the tests, where the call names one. */
async function openKibana(
  args: Arguments,
  setting: KibanaSetting,
  terminal: Terminal,
): Promise<KibanaTests | undefined> {
  if (args['kibana'] === undefined) return undefined;
  try {
    return await (await import('./kibana-tests.js')).kibanaTests(args, setting, terminal);
  } catch (error) {
    await setting.remote?.close();
    throw error;
  }
}

function environmentOf(
  repository: Repository,
  engine: EngineChoice,
  remote: Cluster | undefined,
  terminal: Terminal,
  memory: number,
  update: boolean,
): Omit<TestEnvironment, 'inputs'> {
  return {
    engine,
    ...(remote ? { remote } : {}),
    embedded: async (clock) => {
      const { EmbeddedCluster } = await import('../engine/embedded/embedded-cluster.js');
      return new EmbeddedCluster({ clock: () => clock, maxMemory: memory, stacks: repository.stacks });
    },
    prefix: `dragnet-${randomBytes(6).toString('hex')}-`,
    signal: terminal.interrupted,
    update,
  };
}

function inputsOf({ root, catalogues }: Repository, lists: (rule: Rule) => RuleLists): TestEnvironment['inputs'] {
  const files = new InputFiles(root, catalogues, lists);
  return (file) => files.of(file);
}

function placesOf(repository: Repository, file: string): (result: TestResult) => Place | undefined {
  const text = repository.texts.get(file);
  if (text === undefined) return () => undefined;
  const source = new SourceText(text);
  let positions: KeyPositions | undefined;
  return ({ position }) => {
    positions ??= new KeyPositions({ file, text });
    return source.position(positions.value(['test', position, 'name']).start);
  };
}

/** The last line of a test run. */
export function testSummary(results: readonly TestResult[]): string {
  return `tests: ${tally(countTests(results))}\n`;
}

/** Says that a run was stopped: what it found says nothing of the tests that are left. */
export function endInterrupted(results: readonly TestResult[], terminal: Terminal): ExitCode {
  terminal.err(`interrupted: not all tests ran; until then ${tally(countTests(results))}\n`);
  return EXIT.interrupted;
}

/** Whether a run of tests ends well. */
function exitOf({ failed }: TestCounts, broken: boolean): ExitCode {
  return failed > 0 || broken ? EXIT.findings : EXIT.clean;
}

/** The message of a cluster that cannot be used; undefined for anything else. */
export function remoteProblem(error: unknown): string | undefined {
  return error instanceof ClusterError && error.isUnavailable ? error.message : undefined;
}
