import { clauseTruth } from '../clauses/clause-truth.js';
import { clausesOf } from '../clauses/clauses-of.js';
import { fieldOf } from '../detections/document-fields.js';
import type { ThreatMappingEntry, ThreatMatchRule } from '../model/rule.js';
import type { ObservedRow } from '../testing/observation.js';
import type { OutcomeAlert } from '../testing/test-case.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import { holds } from './condition.js';
import { fetchFields } from './documents.js';
import type { FieldTexts } from './documents.js';
import { documentRows } from './scene.js';
import type { Scene } from './scene.js';
import { threatClausesOf } from './rule-conditions.js';
import { truthOfLetters } from './truth-letters.js';

/**
 * Rows of an indicator rule: of each event the query and, for each entry of the mapping, whether some indicator has its value; of each indicator the
 * indicators' query. An indicator that no alert names shows something only where an event asks for its values.
 */
export async function observeThreatMatch(
  rule: ThreatMatchRule,
  scene: Scene,
): Promise<readonly (readonly ObservedRow[])[]> {
  const { cluster, indices, window, conditions } = scene;
  const entries = rule.threatMapping.flatMap((group) => group.entries);
  const events = await fetchFields(cluster, indices, window, entries.map(({ field }) => field)); // prettier-ignore
  const all = await fetchFields(cluster, rule.threatIndex, { match_all: {} }, entries.map(({ value }) => value)); // prettier-ignore
  const clauses = threatClausesOf(rule);
  const truth = await clauseTruth(clauses, cluster, rule.threatIndex);
  const valid = truth.documents.flatMap(
    ({ id }, at) =>
    holds(clauses, clauses.map((clause) => truth.of(clause.id, at))) ? [id] : [], // prettier-ignore
  );
  const entryOf = new Map<string, ThreatMappingEntry>(
    rule.threatMapping.flatMap((group, place) =>
      group.entries.map((entry, at) => [`mapping ${place} ${at}`, entry] as const),
    ),
  );
  const [query, indicators] = conditions.map((condition) => condition.clauses);
  const rows = documentRows(scene, query ?? [], ({ key }, document) => {
    const entry = entryOf.get(key);
    return entry !== undefined && valid.some((id) => agree(entry, document, events.values, id, all.values));
  });
  const own = clausesOf(rule);
  const asking = scene.truth.documents.flatMap(
    ({ id }, at) =>
    holds(own, own.map((clause) => scene.truth.of(clause.id, at))) ? [id] : [], // prettier-ignore
  );
  const named = new Set((scene.outcome.alerts ?? []).flatMap(indicatorsOf));
  const threatRows = documentRows({ truth, fired: named }, indicators ?? []).filter(
    ({ document, fired, truth: letters }) =>
      fired ||
      holds(indicators ?? [], truthOfLetters(letters)) ||
      asking.some((event) =>
        rule.threatMapping.some((group) =>
          group.entries.every((entry) => agree(entry, event, events.values, document, all.values)),
        ),
      ),
  );
  return [rows, threatRows];
}

/** Whether the event's field has a value of the indicator's; with `negate` whether it has none. */
function agree(
  { field, value, negate }: ThreatMappingEntry,
  event: string,
  eventValues: FieldTexts,
  indicator: string,
  indicatorValues: FieldTexts,
): boolean {
  const wanted = indicatorValues(indicator, value);
  const isEqual = eventValues(event, field).some((text) => wanted.includes(text));
  return isEqual !== (negate === true);
}

/** The ids of the indicators that an alert names. */
function indicatorsOf({ document }: OutcomeAlert): readonly string[] {
  const enrichments = fieldOf(document, 'threat.enrichments');
  return (isJsonArray(enrichments) ? enrichments.filter(isJsonObject) : []).flatMap((enrichment) => {
    const id = fieldOf(enrichment, 'matched.id');
    return typeof id === 'string' ? [id] : [];
  });
}
