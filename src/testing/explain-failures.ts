import type { Explanation } from '../clauses/explanation.js';
import { explainRule } from '../clauses/explain-rule.js';
import { queryFrame, reasonLines } from '../clauses/explanation-lines.js';
import type { DocumentRef } from '../clauses/asker.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Cluster } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { queryOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import type { JsonValue } from '../values/json.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { Difference, Failure, SilentDocument } from './failure.js';
import type { RuleLists } from './rule-lists.js';
import type { TestCase } from './test-case.js';

/** Silent documents that one failure explains. */
const MOST = 5;

/**
 * The failures of a rule's test, each expected alert that did not come with the first reason why: the clause that is false with the real values of the
 * document, or the stage of the rule at which it stops. The documents of the test are still in the cluster.
 */
export async function explainFailures(...args: Parameters<typeof explainAll>): Promise<readonly Failure[]> {
  try {
    return await explainAll(...args);
  } catch (error) {
    // What a cluster refuses to be asked besides must not hide the failure.
    if (error instanceof ClusterError) return args[0];
    throw error;
  }
}

async function explainAll(
  failures: readonly Failure[],
  rule: Rule,
  test: TestCase,
  cluster: Cluster,
  lists: RuleLists,
): Promise<readonly Failure[]> {
  const named = failures.map((failure) => silentIds(failure.differences ?? []));
  const isShort = failures.some((failure) => (failure.differences ?? []).some(isTooFew));
  const wanted = [...new Set(named.flat())].slice(0, MOST * 2);
  if (wanted.length === 0 && !isShort) return failures;
  const documents = wanted.length === 0 ? undefined : await placesOf(wanted, cluster);
  const lost = wanted.filter((id) => documents?.every((document) => document.id !== id) === true);
  const hints = await hintsOf(lost, cluster);
  if (documents?.length === 0) return failures.map((failure) => withHints(failure, hints));
  const { explanations } = await explainRule(rule, cluster, {
    now: test.runAt.at(-1) ?? test.now,
    ...lists,
    ...(documents ? { documents } : {}),
    detailed: MOST * 2,
  });
  const query = queryOf(rule);
  const frame = query === undefined ? undefined : queryFrame(query);
  const lines = (explanation: Explanation): readonly string[] =>
    explanation.reason ? reasonLines(explanation.reason, frame) : [];
  const silent = explanations.filter(({ reason }) => reason !== undefined);
  return failures.map((given, at) => {
    const failure = withHints(given, hints);
    const isCount = wanted.length === 0 && (failure.differences ?? []).some(isTooFew);
    const ids = new Set(named[at]);
    const own = silent.filter(({ document }) => isCount || ids.has(document.id)).slice(0, MOST);
    if (own.length === 0) return failure;
    return { ...failure, details: withReasons(failure.details, own, lines), reasons: own.map(toSilentDocument) };
  });
}

/** Ids that an expectation is compared with, to find the one that is meant. */
const MOST_KNOWN = 1000;

/** For each id that no document has: that this is so, and which one may be meant. */
async function hintsOf(lost: readonly string[], cluster: Cluster): Promise<ReadonlyMap<string, string>> {
  if (lost.length === 0) return new Map();
  const { hits } = await cluster.search({
    index: '*',
    query: { match_all: {} },
    _source: false,
    size: MOST_KNOWN,
    track_total_hits: false,
    allow_no_indices: true,
  });
  const known = hits.hits.map(({ _id: id }) => id);
  return new Map(lost.map((id) => [id, `No document of the test has this id.${didYouMean(id, known)}`]));
}

function withHints(failure: Failure, hints: ReadonlyMap<string, string>): Failure {
  if (hints.size === 0) return failure;
  const details = failure.details.flatMap((line) => {
    const [, hint] = [...hints].find(([id]) => line.startsWith(`- ${id} (`)) ?? [];
    return hint === undefined ? [line] : [line, `    ${hint}`];
  });
  return { ...failure, details };
}

/** The reasons behind the lines that name their documents; those that no line names come last. */
function withReasons(
  details: readonly string[],
  explanations: readonly Explanation[],
  lines: (explanation: Explanation) => readonly string[],
): readonly string[] {
  const left = new Map(explanations.map((explanation) => [explanation.document.id, explanation]));
  const placed = details.flatMap((line) => {
    const found = [...left.values()].find(({ document }) => line.startsWith(`- ${document.id} (`));
    if (!found) return [line];
    left.delete(found.document.id);
    return [line, ...lines(found).map((text) => `    ${text}`)];
  });
  const rest = [...left.values()].flatMap((explanation) => {
    const [first = '', ...more] = lines(explanation);
    return [`${explanation.document.id} raised no alert: ${first}`, ...more.map((text) => `    ${text}`)];
  });
  return [...placed, ...rest];
}

function toSilentDocument({ document, reason }: Explanation): SilentDocument {
  return {
    document: document.id,
    stage: reason?.stage ?? 'unknown',
    what: reason?.what ?? '',
    details: reason?.details ?? [],
    ...(reason?.clause ? { clause: reason.clause.text } : {}),
  };
}

/** The ids of documents that were expected to raise an alert, or to be part of a sequence, and did not. */
function silentIds(differences: readonly Difference[]): readonly string[] {
  return differences.flatMap(({ kind, path, expected, actual }) => {
    if (kind === 'missing' && (path === 'matched' || path === 'matched_any')) return strings([expected]);
    if (!path.startsWith('sequences[') || kind === 'order') return [];
    const came = strings(isJsonArray(actual) ? actual : []);
    return strings(isJsonArray(expected) ? expected : []).filter((id) => !came.includes(id));
  });
}

function strings(values: readonly (JsonValue | undefined)[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}

/** Fewer alerts than expected. */
function isTooFew({ kind, path, expected, actual }: Difference): boolean {
  if (kind !== 'count' || path !== 'alerts' || typeof actual !== 'number') return false;
  const least = isJsonObject(expected) ? expected['min'] : expected;
  return typeof least === 'number' && actual < least;
}

async function placesOf(ids: readonly string[], cluster: Cluster): Promise<readonly DocumentRef[]> {
  const { hits } = await cluster.search({
    index: '*',
    query: { ids: { values: [...ids] } },
    _source: false,
    size: ids.length,
    track_total_hits: false,
    allow_no_indices: true,
  });
  const found = hits.hits.map(({ _index: index, _id: id }) => ({ index, id }));
  return ids.flatMap((id) => found.filter((document) => document.id === id));
}
