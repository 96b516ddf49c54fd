import { clauseTruth } from '../clauses/clause-truth.js';
import { clausesOf } from '../clauses/clauses-of.js';
import { applyExceptions, withoutExceptions } from '../detections/exceptions/applied-exceptions.js';
import { inputIndices } from '../detections/input-indices.js';
import { isRuleError } from '../detections/rule-error.js';
import { searchWindowOf, windowFilter } from '../detections/search-window.js';
import type { Cluster } from '../engine/cluster.js';
import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';
import type { ObservedRow, Observation } from '../testing/observation.js';
import type { RuleLists } from '../testing/rule-lists.js';
import type { Outcome, OutcomeAlert, TestCase } from '../testing/test-case.js';
import { isJsonArray } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { conditionsOf, conditionsOfHunt } from './rule-conditions.js';
import type { RuleCondition } from './rule-conditions.js';
import { documentRows } from './scene.js';
import type { Scene } from './scene.js';
import { observeEsql } from './observe-esql.js';
import { observeNewTerms } from './observe-new-terms.js';
import { observeSteps } from './observe-steps.js';
import { observeThreatMatch } from './observe-threat-match.js';
import { observeThreshold } from './observe-threshold.js';

/**
 * What a test that ran shows about the clauses of its rule, while its documents are still in the cluster. Documents that the rule did not look at
 * (outside its indices and windows) show nothing. Rejects with a `ClusterError` where the indices cannot be searched.
 */
export async function observeRule(
  rule: Rule,
  test: TestCase,
  cluster: Cluster,
  outcome: Outcome,
  lists: RuleLists,
): Promise<Observation> {
  const conditions = conditionsOf(rule);
  const window = windowOf(rule, test);
  if (conditions.length === 0 || window === undefined || !outcome.alerts) return nothing(conditions);
  if (rule.type === 'esql') return observeEsql(rule.query, conditions, cluster, withoutExcepted(window, test, lists));
  const indices = rule.type === 'machine_learning' ? ['.ml-anomalies-*'] : await inputIndices(rule);
  const truth = await clauseTruth(clausesOf(rule), cluster, indices, { filter: window });
  const fired = new Set(outcome.alerts.flatMap(({ ids }) => ids));
  const scene: Scene = { cluster, test, outcome, indices, window, truth, conditions, fired };
  return { conditions: await rowsOf(rule, scene), errors: errorsOf(scene) };
}

/** What one test of a hunt shows about the clauses of the query that it runs. */
export async function observeHunt(
  hunt: Hunt,
  test: TestCase,
  cluster: Cluster,
  outcome: Outcome,
  indices: readonly string[],
): Promise<Observation> {
  const conditions = conditionsOfHunt(hunt);
  const text = hunt.query[test.query - 1];
  const own = conditions.filter(({ query }) => query === test.query);
  if (text === undefined || own.length === 0 || outcome.rows === undefined) return nothing(conditions);
  const observed =
    own[0]?.name === 'rows'
      ? await observeEsql(text, own, cluster)
      : await observeEql(text, own, { cluster, test, indices }, alertsOf(outcome));
  const rows = new Map(own.map((condition, at) => [condition, observed.conditions[at] ?? []]));
  return { conditions: conditions.map((condition) => rows.get(condition) ?? []), errors: observed.errors };
}

async function observeEql(
  query: string,
  conditions: readonly RuleCondition[],
  setting: Pick<Scene, 'cluster' | 'test' | 'indices'>,
  alerts: readonly OutcomeAlert[],
): Promise<Observation> {
  const truth = await clauseTruth(clausesOf({ language: 'eql', query }), setting.cluster, setting.indices);
  const fired = new Set(alerts.flatMap(({ ids }) => ids));
  const outcome: Outcome = { alerts, warnings: [], errors: [] };
  const scene: Scene = { ...setting, outcome, window: { match_all: {} }, truth, conditions, fired };
  const isSteps = conditions[0]?.name === 'step';
  const rows = isSteps ? observeSteps(scene) : conditions.map(({ clauses }) => documentRows(scene, clauses));
  return { conditions: rows, errors: errorsOf(scene) };
}

/** The events or sequences that a hunt's query in EQL found. */
function alertsOf({ columns = [], rows = [] }: Outcome): readonly OutcomeAlert[] {
  const [events, id] = [columns.indexOf('events'), columns.indexOf('_id')];
  return rows.map((row) => {
    const found = row[id >= 0 ? id : events] ?? [];
    return { ids: (isJsonArray(found) ? found : [found]).filter((each) => typeof each === 'string'), document: {} };
  });
}

/** The documents of the windows that no exception keeps out before the query. */
function withoutExcepted(window: JsonObject, { now }: TestCase, { exceptions, valueLists }: RuleLists): JsonObject {
  const applied = applyExceptions(exceptions, valueLists, now);
  return isRuleError(applied) ? window : { bool: { filter: [window], must_not: withoutExceptions(applied) } };
}

function nothing(conditions: readonly RuleCondition[]): Observation {
  return { conditions: conditions.map(() => []), errors: [] };
}

async function rowsOf(rule: Rule, scene: Scene): Promise<readonly (readonly ObservedRow[])[]> {
  const [first] = scene.conditions;
  if (first?.name === 'step') return observeSteps(scene);
  switch (rule.type) {
    case 'new_terms':
      return observeNewTerms(rule, scene);
    case 'threshold':
      return observeThreshold(rule, scene);
    case 'threat_match':
      return observeThreatMatch(rule, scene);
    default:
      return scene.conditions.map((condition) => documentRows(scene, condition.clauses));
  }
}

function windowOf(rule: Rule, test: TestCase): JsonObject | undefined {
  const windows = test.runAt
    .map((at) => searchWindowOf(rule, at))
    .flatMap((window) => (isRuleError(window) ? [] : [window]));
  if (windows.length === 0) return undefined;
  const timed = rule.type === 'machine_learning' ? { ...rule, timestampOverride: 'timestamp' } : rule;
  return { bool: { should: windows.map((window) => windowFilter(timed, window)), minimum_should_match: 1 } };
}

function errorsOf({ truth, conditions }: Scene): readonly (readonly [string, string])[] {
  return conditions
    .filter(({ name }) => name !== 'indicators')
    .flatMap(({ clauses }) => clauses)
    .flatMap(({ key, origin }): readonly (readonly [string, string])[] => {
      const error = origin === undefined ? undefined : truth.errors.get(origin);
      return error === undefined ? [] : [[key, error]];
    });
}
