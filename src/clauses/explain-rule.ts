import { isRuleError } from '../detections/rule-error.js';
import type { RuleRun } from '../detections/alert.js';
import { failedRun } from '../detections/failed-run.js';
import { inputIndices } from '../detections/input-indices.js';
import { runRule } from '../detections/run-rule.js';
import { searchWindowOf } from '../detections/search-window.js';
import type { Cluster } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { Rule } from '../model/rule.js';
import { afterQuery } from './after-query.js';
import type { ExplainOptions, Scene, Verdict } from './scene.js';
import type { DocumentRef } from './asker.js';
import type { Clause, Truth } from './clause.js';
import { clauseReason } from './clause-reason.js';
import { clauseVerdicts } from './clause-verdicts.js';
import { clauseTruth } from './clause-truth.js';
import { findCulprit } from './culprit.js';
import type { Culprit } from './culprit.js';
import { DocumentValues } from './document-values.js';
import type { Explanation, Reason, RuleExplanation } from './explanation.js';
import { quote } from './show-value.js';
import { judgeSequence } from './judge-sequence.js';
import { sequenceOf } from './sequence-steps.js';
import { runClauses } from './run-clauses.js';

/**
 * Runs a rule as `runRule` does, and says of each document whether an alert stands for it, and if not the first reason: which clause of the query
 * or which filter is false, that it lies outside of the window, which exception holds, or at which later stage it stops. What the cluster refuses
 * is an error of the explanation, not of the call.
 */
export async function explainRule(rule: Rule, cluster: Cluster, options: ExplainOptions): Promise<RuleExplanation> {
  const run = await attempt(rule, cluster, options);
  const { warnings, errors } = run;
  const indices = rule.type === 'machine_learning' ? ANOMALIES : await inputIndices(rule);
  const window = searchWindowOf(rule, options.now);
  const isFailed = errors.length > 0 && run.alerts.length === 0;
  const { exceptions = [], valueLists = [], now } = options;
  const clauses = isFailed || isRuleError(window) ? [] : runClauses(rule, { window, now, exceptions, valueLists });
  const truth = await clauseTruth(clauses, cluster, indices);
  const asked = options.documents ?? withIds(truth.documents, options.ids);
  const scene: Scene = { rule, cluster, indices, clauses, truth, run, options };
  const verdicts = isFailed ? [] : await judge(scene);
  const silent: Reason = { stage: 'error', what: 'the rule failed', details: errors };
  const reasonOf = (document: DocumentRef): Verdict => {
    if (isFailed) return silent;
    const at = truth.documentAt(document.index, document.id);
    return at === undefined ? notRead(document, indices) : (verdicts[at] ?? 'fired');
  };
  const explained = asked.map((document) => ({ document, verdict: reasonOf(document) }));
  return { explanations: await detailed(explained, scene), alerts: run.alerts.length, warnings, errors };
}

/** Where jobs write their results. */
const ANOMALIES: readonly string[] = ['.ml-anomalies-*'];

async function attempt(rule: Rule, cluster: Cluster, options: ExplainOptions): Promise<RuleRun> {
  try {
    return await runRule(rule, cluster, options);
  } catch (error) {
    if (error instanceof ClusterError && !error.isUnavailable) return failedRun(error.message);
    throw error;
  }
}

/** For each document what keeps it from raising an alert, or that nothing does. */
async function judge(scene: Scene): Promise<readonly Verdict[]> {
  const { clauses, truth, run, rule } = scene;
  const sequence = rule.type === 'eql' ? sequenceOf(rule) : undefined;
  if (rule.type === 'eql' && sequence !== undefined) return judgeSequence(rule, sequence, scene);
  const roots = clauses.filter(({ parent, part }) => parent === undefined && part.kind !== 'until');
  const fired = new Set(
    run.alerts.flatMap(({ sources }) => sources.map(({ index, id }) => truth.documentAt(index, id))),
  );
  const verdicts: Verdict[] = [];
  const survivors: number[] = [];
  truth.documents.forEach((_, at) => {
    const culprit = fired.has(at) ? undefined : firstCulprit(clauses, roots, (clause) => truth.of(clause, at));
    verdicts.push(culprit ?? 'fired');
    if (culprit === undefined) survivors.push(at);
  });
  for (const [at, verdict] of await afterQuery(scene, survivors, fired)) verdicts[at] = verdict;
  return verdicts;
}

function firstCulprit(
  clauses: readonly Clause[],
  roots: readonly Clause[],
  truthOf: (clause: number) => Truth,
): Culprit | undefined {
  for (const root of roots) {
    const culprit = findCulprit(clauses, truthOf, root);
    if (culprit !== undefined) return culprit;
  }
  return undefined;
}

/** The documents of some ids; of an id that is not there its index is not known. */
function withIds(documents: readonly DocumentRef[], ids: readonly string[] | undefined): readonly DocumentRef[] {
  if (ids === undefined) return documents;
  const byId = new Map<string, DocumentRef[]>();
  for (const document of documents) byId.set(document.id, [...(byId.get(document.id) ?? []), document]);
  return ids.flatMap((id) => byId.get(id) ?? [{ index: '', id }]);
}

function notRead({ index }: DocumentRef, indices: readonly string[]): Reason {
  const patterns = indices.length === 0 ? 'none' : indices.map((pattern) => quote(pattern)).join(', ');
  return {
    stage: 'index',
    what: 'the rule does not read its index',
    details: [index === '' ? `The rule reads ${patterns}.` : `It is in ${quote(index)}; the rule reads ${patterns}.`],
  };
}

interface Judged {
  readonly document: DocumentRef;
  readonly verdict: Verdict;
}

/** Writes the reasons, for some documents with their values: all, or first one of each verdict. */
async function detailed(explained: readonly Judged[], scene: Scene): Promise<readonly Explanation[]> {
  const { clauses, truth, cluster, options } = scene;
  const known = explained.filter(({ document }) => truth.documentAt(document.index, document.id) !== undefined);
  const shown = chosen(known, options.detailed ?? Infinity);
  const values = await DocumentValues.read(
    cluster,
    Array.from(shown, ({ document }) => document),
  );
  return explained.map((each): Explanation => {
    const { document, verdict } = each;
    const at = truth.documentAt(document.index, document.id);
    const isShown = shown.has(each) && at !== undefined;
    const view = isShown ? { document, values, truthOf: (clause: number): Truth => truth.of(clause, at) } : undefined;
    const said = view === undefined ? {} : { clauses: clauseVerdicts(clauses, view) };
    if (verdict === 'fired') return { document, outcome: 'fired', ...said };
    const reason = isCulprit(verdict) ? clauseReason(verdict, clauses, view) : verdict;
    return { document, outcome: 'silent', reason, ...said };
  });
}

/** The first of each verdict, then the second of each, and so on. */
function chosen(explained: readonly Judged[], most: number): ReadonlySet<Judged> {
  if (explained.length <= most) return new Set(explained);
  const seen = new Map<string, number>();
  const ranked = explained.map((each) => {
    const { verdict } = each;
    const key = verdict === 'fired' ? verdict : isCulprit(verdict) ? String(verdict.clause.id) : verdict.what;
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return { each, rank };
  });
  return new Set(
    ranked
      .sort((one, two) => one.rank - two.rank)
      .slice(0, most)
      .map(({ each }) => each),
  );
}

function isCulprit(verdict: Verdict): verdict is Culprit {
  return verdict !== 'fired' && 'wanted' in verdict;
}
