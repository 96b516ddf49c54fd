import type { Cluster } from '../../engine/cluster.js';
import { ClusterError } from '../../engine/cluster-error.js';
import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { Failure } from '../failure.js';
import { FixtureError } from '../fixture-error.js';
import { IsolatedCluster } from '../isolated-cluster.js';
import { runTest } from '../run-test.js';
import type { TestInputs } from '../run-test.js';
import type { TestEnvironment, TestResult } from '../run-tests.js';
import { seed } from '../seed.js';
import { patternsOf } from '../subject.js';
import type { Subject } from '../subject.js';
import type { Outcome, TestCase, TestFile } from '../test-case.js';
import { collectDocuments } from '../test-documents.js';
import { compareAlerts } from './compare-alerts.js';
import type { KibanaPreview } from './kibana-preview.js';
import { previewRequest } from './preview-request.js';

/** Where a rule is previewed, and what that needs. */
export interface KibanaEnvironment extends Pick<TestEnvironment, 'embedded' | 'prefix' | 'inputs' | 'signal'> {
  readonly kibana: KibanaPreview;
  /** The Elasticsearch behind that Kibana. */
  readonly cluster: Cluster;
  /** The rule of a file in the form of Kibana's API. */
  readonly kibanaRule: (file: string) => JsonObject;
  /** Waits for the given milliseconds: alerts may come a moment after the answer. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Most alerts that are read; a run makes no more than `max_signals`. */
const MOST_ALERTS = 10_000;
/** How often alerts are asked for that should be there, and how long in between. */
const [ASKED, PAUSE] = [5, 1000];

/**
 * Runs the tests of one rule through Kibana's preview: the documents go into temporary indices, Kibana runs the rule over them at the time of the test,
 * and its alerts are compared with those of the embedded engine. A test that a preview cannot have is skipped, with the reason.
 */
export async function* runTestFileOnKibana(
  file: TestFile,
  subject: Subject,
  environment: KibanaEnvironment,
): AsyncGenerator<TestResult> {
  for (const test of file.tests) {
    if (environment.signal.aborted) return;
    yield await runOne(file, test, subject, environment);
  }
}

async function runOne(
  { file }: TestFile,
  test: TestCase,
  subject: Subject,
  environment: KibanaEnvironment,
): Promise<TestResult> {
  const common = { file, subject: subject.file, name: test.name, position: test.position };
  const skip = (skipped: string): TestResult => ({
    ...common,
    status: 'skipped',
    failures: [],
    warnings: [],
    duration: 0,
    skipped,
  });
  if (subject.kind === 'hunt') return skip('Kibana previews rules, not hunts');
  const request = previewRequest(environment.kibanaRule(subject.file), subject.rule, test, environment.prefix);
  if ('refused' in request) return skip(`not in a preview: ${request.refused}`);
  const begun = performance.now();
  const { failures, warnings } = await judge(test, subject, request.body, environment);
  const failed = failures.length > 0;
  const status = test.todo === undefined ? (failed ? 'failed' : 'passed') : failed ? 'todo' : 'unexpected';
  const duration = Math.round((performance.now() - begun) * 10) / 10;
  return { ...common, status, failures, warnings, duration, ...(test.todo === undefined ? {} : { todo: test.todo }) };
}

interface Judgement {
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
}

async function judge(
  test: TestCase,
  subject: Subject & { kind: 'rule' },
  body: JsonObject,
  environment: KibanaEnvironment,
): Promise<Judgement> {
  const inputs = environment.inputs(subject.file.replace(/\.toml$/u, '.test.toml'));
  const isolated = new IsolatedCluster(environment.cluster, { prefix: environment.prefix, now: test.now });
  let judged: Judgement;
  try {
    // A preview is asked without exceptions, so those that the repository has for the rule do not count here, either.
    const ours = await embeddedOutcome({ ...test, exceptions: [] }, subject, inputs, environment);
    const patterns = await patternsOf(subject, test.query);
    await seed(isolated, await collectDocuments(test, subject, patterns, inputs.readFixture), patterns, test, inputs);
    judged = await compared(ours, body, environment);
  } catch (error) {
    const what = ownMistake(error);
    if (what === undefined) {
      await isolated.cleanUp();
      throw error;
    }
    judged = { failures: [{ what, details: [] }], warnings: [] };
  }
  const left = await isolated.cleanUp();
  const warnings = [...judged.warnings, ...isolated.notes];
  if (left.length === 0) return { failures: judged.failures, warnings };
  const what = `These temporary indices could not be deleted; delete them by hand: ${left.join(', ')}`;
  return { failures: [...judged.failures, { what, details: [] }], warnings };
}

async function embeddedOutcome(
  test: TestCase,
  subject: Subject,
  inputs: TestInputs,
  { embedded }: KibanaEnvironment,
): Promise<Outcome> {
  const clock = new Date(test.now);
  const cluster = await embedded(clock);
  try {
    return await runTest(test, subject, cluster, inputs, clock);
  } finally {
    await cluster.close();
  }
}

async function compared(ours: Outcome, body: JsonObject, environment: KibanaEnvironment): Promise<Judgement> {
  const answer = await environment.kibana.preview(body);
  const warnings = answer.warnings.map((warning) => `Kibana: ${warning}`);
  const failure = (what: string, details: readonly string[] = []): Judgement => ({
    failures: [{ what, details }],
    warnings,
  });
  if (answer.refusal !== undefined) return failure(`Kibana does not take the rule: ${answer.refusal}`);
  if (answer.isAborted) return failure('Kibana stopped the preview after a minute. Make the fixtures smaller.');
  if (answer.errors.length > 0 || answer.previewId === undefined) {
    if (ours.errors.length > 0) return { failures: [], warnings };
    return failure('Kibana cannot run the rule, dragnet can.', answer.errors);
  }
  if (ours.errors.length > 0) return failure('dragnet cannot run the rule, Kibana can.', ours.errors);
  const mine = (ours.alerts ?? []).map(({ document }) => document);
  const theirs = await alertsOf(answer.previewId, mine.length, environment);
  return { failures: compareAlerts(mine, theirs), warnings };
}

/** The alerts of a preview, with the names that the indices have in the test. */
async function alertsOf(
  previewId: string,
  expected: number,
  { kibana, cluster, prefix, wait }: KibanaEnvironment,
): Promise<readonly JsonObject[]> {
  for (let asked = 1; ; asked += 1) {
    const { hits } = await cluster.search({
      index: `.preview.alerts-security.alerts-${kibana.space}`,
      query: { bool: { filter: [{ term: { 'kibana.alert.rule.uuid': previewId } }] } },
      size: MOST_ALERTS,
      ignore_unavailable: true,
      allow_no_indices: true,
    });
    if (hits.hits.length >= expected || asked === ASKED) {
      return hits.hits.map(({ _source: source = {} }) => withoutPrefix(source, prefix) as JsonObject);
    }
    await wait(PAUSE);
  }
}

function withoutPrefix(value: JsonValue, prefix: string): JsonValue {
  if (typeof value === 'string') return value.replaceAll(prefix, '');
  if (isJsonArray(value)) return value.map((item) => withoutPrefix(item, prefix));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutPrefix(item, prefix)]));
}

/** What is wrong with the test itself, in a sentence; undefined for a bug, or for a server that is not there. */
function ownMistake(error: unknown): string | undefined {
  if (error instanceof FixtureError) return error.message;
  return error instanceof ClusterError && !error.isUnavailable ? error.message : undefined;
}
