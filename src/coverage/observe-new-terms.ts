import { clauseTruth } from '../clauses/clause-truth.js';
import { clausesOf } from '../clauses/clauses-of.js';
import { searchWindowOf, windowFilter } from '../detections/search-window.js';
import { isRuleError } from '../detections/rule-error.js';
import type { NewTermsRule } from '../model/rule.js';
import type { ObservedRow } from '../testing/observation.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import type { JsonObject } from '../values/json.js';
import { holds } from './condition.js';
import { combinations, fetchFields } from './documents.js';
import { documentRows } from './scene.js';
import type { Scene } from './scene.js';

/**
 * A row for each document of the window: besides the query, whether one of its combinations of values is new, which is to say that no document of
 * the history that satisfies the query has it.
 */
export async function observeNewTerms(rule: NewTermsRule, scene: Scene): Promise<readonly (readonly ObservedRow[])[]> {
  const { cluster, indices, window, conditions } = scene;
  const fields = rule.newTermsFields;
  const known = new Set(await knownCombinations(rule, scene));
  const { values } = await fetchFields(cluster, indices, window, fields);
  return conditions.map(({ clauses }) =>
    documentRows(scene, clauses, (_, document) =>
      combinations(document, fields, values).some((combination) => !known.has(combination)),
    ),
  );
}

/** The combinations of the documents before the first window that satisfy the query. */
async function knownCombinations(rule: NewTermsRule, { cluster, indices, test }: Scene): Promise<readonly string[]> {
  const filter = historyFilter(rule, test.runAt[0] ?? test.now);
  if (filter === undefined) return [];
  const clauses = clausesOf(rule);
  const truth = await clauseTruth(clauses, cluster, indices, { filter });
  const { values } = await fetchFields(cluster, indices, filter, rule.newTermsFields);
  return truth.documents.flatMap(({ id }, at) => {
    const own = clauses.map((clause) => truth.of(clause.id, at));
    return holds(clauses, own) ? combinations(id, rule.newTermsFields, values) : [];
  });
}

function historyFilter(rule: NewTermsRule, now: Date): JsonObject | undefined {
  const window = searchWindowOf(rule, now);
  const from = absoluteTime(rule.historyWindowStart, now);
  if (isRuleError(window) || from === undefined) return undefined;
  // A document at the very start of the window is history.
  return windowFilter(rule, { from, to: window.from });
}
