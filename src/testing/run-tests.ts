import { ClusterError } from '../engine/cluster-error.js';
import type { Cluster } from '../engine/cluster.js';
import { clusterGap } from './cluster-gap.js';
import { compare } from './compare.js';
import { disagreement } from './disagreement.js';
import type { Failure } from './failure.js';
import { FixtureError } from './fixtures.js';
import { IsolatedCluster } from './isolated-cluster.js';
import type { Observation } from './observation.js';
import type { RuleLists } from './rule-lists.js';
import { listsOf, runTest } from './run-test.js';
import type { TestInputs } from './run-test.js';
import type { Subject } from './subject.js';
import type { Outcome, TestCase, TestFile } from './test-case.js';
import { toExpectation } from './test-file.js';
import { updateExpectation } from './update-expectation.js';
import type { ExpectationUpdate } from './update-expectation.js';

/** Which engines run a test. */
export type EngineChoice = 'embedded' | 'elasticsearch' | 'both';

/** Where tests run, and what they need. */
export interface TestEnvironment {
  readonly engine: EngineChoice;
  /** A fresh embedded engine whose clock is the given one: it is moved while the test runs. */
  readonly embedded: (clock: Date) => Promise<Cluster>;
  /** The real cluster; needed unless the engine is the embedded one. */
  readonly remote?: Cluster;
  /** Starts the names of temporary indices; unique to this run. */
  readonly prefix: string;
  readonly inputs: (file: string) => TestInputs;
  readonly signal: AbortSignal;
  /** Whether results of failed tests say what their expectations would have to be. */
  readonly update?: boolean;
  /** Looks at the clauses of a rule while the documents of a test that ran are still there; absent: nobody wants to know. */
  readonly observe?: Observe | undefined;
}

/** What a test that ran shows about the clauses of its rule. */
export type Observe = (
  subject: Subject,
  test: TestCase,
  cluster: Cluster,
  outcome: Outcome,
  lists: RuleLists,
) => Promise<Observation>;

/** What became of one test. */
export interface TestResult {
  readonly file: string;
  readonly subject: string;
  readonly name: string;
  readonly position: number;
  /** `todo`: failed as announced; `unexpected`: announced as failing, yet passes; `skipped`: not run. */
  readonly status: 'passed' | 'failed' | 'todo' | 'unexpected' | 'skipped';
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
  /** What the first engine that ran it showed about clauses, where that was asked for. */
  readonly observation?: Observation;
  readonly todo?: string;
  /** Why the test did not run. */
  readonly skipped?: string;
  /** How long it took, in milliseconds, one digit behind the point; 0 where it did not run. */
  readonly duration: number;
  /** Of a failed test, where it was asked for: the expectations that did not hold, as they would. */
  readonly update?: ExpectationUpdate;
  /** What fails even so. */
  readonly unsettled?: readonly Failure[];
}

/** Runs the tests of one file in order; stops early only when interrupted. Every index created on a cluster is deleted again. */
export async function* runTestFile(
  file: TestFile,
  subject: Subject,
  environment: TestEnvironment,
): AsyncGenerator<TestResult> {
  for (const test of file.tests) {
    if (environment.signal.aborted) return;
    yield await runOne(file, test, subject, environment);
  }
}

async function runOne(
  file: TestFile,
  test: TestCase,
  subject: Subject,
  environment: TestEnvironment,
): Promise<TestResult> {
  if (test.skip !== undefined) return notRun(file, test, subject, test.skip);
  const asked = enginesOf(test, environment);
  if (asked.length === 0) return notRun(file, test, subject, `the test is for ${test.engines.join(' and ')} alone`);
  const gap = await clusterGap(subject, asked.includes('elasticsearch') ? environment.remote : undefined);
  const engines = gap === undefined ? asked : asked.filter((name) => name !== 'elasticsearch');
  if (gap !== undefined && engines.length === 0) return notRun(file, test, subject, gap);
  const started = performance.now();
  const runs = await outcomes(file, test, subject, environment, engines);
  const failures = runs.flatMap(({ engine, failures: found }) =>
    runs.length === 1 ? found : found.map((failure) => ({ ...failure, what: `${engine}: ${failure.what}` })),
  );
  const all = [...failures, ...disagreementOf(runs, test.expect.ordered)];
  const failed = all.length > 0;
  const status = test.todo === undefined ? (failed ? 'failed' : 'passed') : failed ? 'todo' : 'unexpected';
  return {
    file: file.file,
    subject: subject.file,
    name: test.name,
    position: test.position,
    status,
    failures: all,
    warnings: [
      ...new Set(runs.flatMap(({ outcome, notes }) => [...(outcome?.warnings ?? []), ...notes])),
      ...(gap === undefined ? [] : [`Not run on Elasticsearch: ${gap}.`]),
    ],
    ...(test.todo === undefined ? {} : { todo: test.todo }),
    ...observed(runs),
    duration: Math.round((performance.now() - started) * 10) / 10,
    ...(status === 'failed' && environment.update === true ? updateOf(test, runs) : {}),
  };
}

/** What the first engine showed about clauses. */
function observed([run]: readonly Run[]): Pick<TestResult, 'observation'> {
  return run?.observation ? { observation: run.observation } : {};
}

/** The expectations as they would hold on the first engine, and what fails then. */
function updateOf(test: TestCase, runs: readonly Run[]): Pick<TestResult, 'update' | 'unsettled'> {
  const [outcome] = runs.map((run) => run.outcome);
  if (outcome === undefined) return {};
  const update = updateExpectation(test.expect, outcome);
  if (Object.keys(update).length === 0) return {};
  const updated = { ...test.expect, ...toExpectation(update), ordered: test.expect.ordered };
  const unsettled = runs.flatMap((run) => (run.outcome ? compare(updated, run.outcome) : run.failures));
  return { update, unsettled: [...unsettled, ...disagreementOf(runs, test.expect.ordered)] };
}

/** The engines that are asked for and that the test is for. */
function enginesOf({ engines }: TestCase, { engine }: TestEnvironment): readonly Run['engine'][] {
  const asked = engine === 'both' ? (['embedded', 'elasticsearch'] as const) : ([engine] as const);
  return engines.length === 0 ? asked : asked.filter((name) => engines.includes(name));
}

function notRun({ file }: TestFile, test: TestCase, subject: Subject, skipped: string): TestResult {
  return {
    file,
    subject: subject.file,
    name: test.name,
    position: test.position,
    status: 'skipped',
    failures: [],
    warnings: [],
    skipped,
    duration: 0,
  };
}

interface Run {
  readonly engine: 'embedded' | 'elasticsearch';
  readonly outcome?: Outcome;
  /** What the engine did otherwise than asked. */
  readonly notes: readonly string[];
  readonly failures: readonly Failure[];
  readonly observation?: Observation;
}

async function outcomes(
  file: TestFile,
  test: TestCase,
  subject: Subject,
  environment: TestEnvironment,
  engines: readonly Run['engine'][],
): Promise<readonly Run[]> {
  const time = [test.now, ...test.runAt].find((at) => Number.isNaN(at.getTime()));
  if (time) {
    const what = Number.isNaN(test.now.getTime())
      ? 'now is not a time. Write it like 2026-05-01T12:00:00Z.'
      : 'run_at has something that is no time. Write it like "now+5m".';
    return [{ engine: 'embedded', notes: [], failures: [{ what, details: [] }] }];
  }
  const inputs = environment.inputs(file.file);
  const runs: Run[] = [];
  for (const engine of engines) runs.push(await runOn(engine, test, subject, environment, inputs));
  return runs;
}

const NO_LISTS: RuleLists = { exceptions: [], valueLists: [] };

async function runOn(
  engine: 'embedded' | 'elasticsearch',
  test: TestCase,
  subject: Subject,
  environment: TestEnvironment,
  inputs: TestInputs,
): Promise<Run> {
  const clock = new Date(test.now);
  const cluster = await open(engine, clock, environment);
  let run: Run;
  try {
    const outcome = await runTest(test, subject, cluster, inputs, clock);
    const failures = await explained(compare(test.expect, outcome), test, subject, cluster, inputs);
    const { observe } = environment;
    const lists = observe && subject.kind === 'rule' ? await listsOf(test, subject.rule, inputs) : NO_LISTS;
    const observation = await observe?.(subject, test, cluster, outcome, lists);
    run = { engine, outcome, notes: notesOf(cluster), failures, ...(observation ? { observation } : {}) };
  } catch (error) {
    const what = expectedError(error);
    if (what === undefined) {
      const left = await dispose(cluster);
      throw left.length > 0 && error instanceof ClusterError ? withLeftovers(error, left) : error;
    }
    run = { engine, notes: notesOf(cluster), failures: [{ what, details: [] }] };
  }
  const left = await dispose(cluster);
  return left.length === 0 ? run : { ...run, failures: [...run.failures, { what: leftovers(left), details: [] }] };
}

/** Failures with the reasons why expected alerts did not come; what was announced as failing needs none. */
async function explained(
  failures: readonly Failure[],
  test: TestCase,
  subject: Subject,
  cluster: Cluster,
  inputs: TestInputs,
): Promise<readonly Failure[]> {
  if (failures.length === 0 || test.todo !== undefined || subject.kind !== 'rule') return failures;
  // Loaded when needed: most tests pass.
  const { explainFailures } = await import('./explain-failures.js');
  return explainFailures(failures, subject.rule, test, cluster, await listsOf(test, subject.rule, inputs));
}

/** Deletes what the test created; returns the names of the indices that could not be deleted. */
async function dispose(cluster: Cluster): Promise<readonly string[]> {
  if (cluster instanceof IsolatedCluster) return cluster.cleanUp();
  await cluster.close();
  return [];
}

function leftovers(left: readonly string[]): string {
  return `These temporary indices could not be deleted; delete them by hand: ${left.join(', ')}`;
}

function withLeftovers({ status, error }: ClusterError, left: readonly string[]): ClusterError {
  return new ClusterError(status, { ...error, reason: `${error.reason} ${leftovers(left)}` });
}

async function open(engine: 'embedded' | 'elasticsearch', clock: Date, environment: TestEnvironment): Promise<Cluster> {
  if (engine === 'embedded') return environment.embedded(clock);
  if (!environment.remote) throw new Error('a test on a cluster needs a cluster');
  return new IsolatedCluster(environment.remote, { prefix: environment.prefix, now: clock });
}

function notesOf(cluster: Cluster): readonly string[] {
  return cluster instanceof IsolatedCluster ? cluster.notes : [];
}

/** What is wrong with the test's own inputs, in a sentence; undefined for a bug, or a cluster that cannot be used. */
function expectedError(error: unknown): string | undefined {
  if (error instanceof FixtureError) return error.message;
  return error instanceof ClusterError && !error.isUnavailable ? error.message : undefined;
}

/** Both engines ran: whatever differs between their outcomes is a failure, expected or not. */
function disagreementOf(runs: readonly Run[], ordered: boolean): readonly Failure[] {
  const [embedded, real] = runs.map(({ outcome }) => outcome);
  return embedded && real ? disagreement(embedded, real, ordered) : [];
}
