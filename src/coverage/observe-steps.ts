import type { ObservedRow } from '../testing/observation.js';
import { holds } from './condition.js';
import { documentRows } from './scene.js';
import type { Scene } from './scene.js';
import type { RuleCondition } from './rule-conditions.js';
import { truthOfLetters } from './truth-letters.js';

/**
 * Rows of a sequence or sample, for each step and `until`. A document counts for a step as fired where an alert has it in that place. Others show
 * something about the step only where every other step has a document that satisfies it: else the rule would have stayed silent anyway.
 */
export function observeSteps(scene: Scene): readonly (readonly ObservedRow[])[] {
  const { conditions, outcome } = scene;
  const rows = conditions.map(({ clauses }) => documentRows(scene, clauses));
  const places = placesOf(conditions);
  /** The documents that satisfy each step that wants one. */
  const satisfying = conditions.flatMap(({ clauses }, at) => {
    if (places[at] === undefined) return [];
    const found = (rows[at] ?? []).filter(({ truth }) => holds(clauses, truthOfLetters(truth)));
    return [{ at, documents: new Set(found.map(({ document }) => document)) }];
  });
  const alerts = outcome.alerts ?? [];
  return rows.map((own, at) => {
    const place = places[at];
    if (place === undefined) {
      // What must not come silences the rule: it is judged by the opposite of the alert.
      const silent = alerts.length === 0;
      return satisfying.every(({ documents }) => documents.size > 0)
        ? own.map((row) => ({ ...row, fired: silent }))
        : [];
    }
    const found = new Set(alerts.flatMap(({ ids }) => ids.slice(place.start, place.start + place.runs)));
    const others = satisfying.filter((step) => step.at !== at);
    return own.flatMap((row): readonly ObservedRow[] => {
      if (found.has(row.document)) return [{ ...row, fired: true }];
      const isWaitedFor = others.every(({ documents }) => documents.size > (documents.has(row.document) ? 1 : 0));
      return isWaitedFor ? [{ ...row, fired: false }] : [];
    });
  });
}

/** Where the documents of each step stand in the alert; undefined for steps that must be missing, and for `until`. */
function placesOf(
  conditions: readonly RuleCondition[],
): readonly ({ readonly start: number; readonly runs: number } | undefined)[] {
  let next = 0;
  return conditions.map(({ name, isMissing, runs = 1 }) => {
    if (name !== 'step' || isMissing === true) return undefined;
    const start = next;
    next += runs;
    return { start, runs };
  });
}
