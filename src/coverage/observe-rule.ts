import { clauseTruth } from '../clauses/clause-truth.js';
import { clausesOf } from '../clauses/clauses-of.js';
import { inputIndices } from '../detections/input-indices.js';
import { isRuleError } from '../detections/rule-error.js';
import { searchWindowOf, windowFilter } from '../detections/search-window.js';
import type { Cluster } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { ObservedRow, Observation } from '../testing/observation.js';
import type { Outcome, TestCase } from '../testing/test-case.js';
import type { JsonObject } from '../values/json.js';
import { conditionsOf } from './rule-conditions.js';
import type { RuleCondition } from './rule-conditions.js';
import { documentRows } from './scene.js';
import type { Scene } from './scene.js';
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
): Promise<Observation> {
  const conditions = conditionsOf(rule);
  const window = windowOf(rule, test);
  if (conditions.length === 0 || window === undefined || !outcome.alerts) return nothing(conditions);
  const indices = rule.type === 'machine_learning' ? ['.ml-anomalies-*'] : await inputIndices(rule);
  const truth = await clauseTruth(clausesOf(rule), cluster, indices, { filter: window });
  const fired = new Set(outcome.alerts.flatMap(({ ids }) => ids));
  const scene: Scene = { cluster, test, outcome, indices, window, truth, conditions, fired };
  return { conditions: await rowsOf(rule, scene), errors: errorsOf(scene) };
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
