import type { ThresholdRule } from '../../model/rule.js';
import type { JsonObject } from '../../values/json.js';
import type { Alert } from '../alert.js';
import { idOfParts } from '../alert-id.js';
import type { ThresholdGroup } from '../rule-history.js';
import type { SearchWindow } from '../search-window.js';
import { timeFieldsOf } from '../time-order.js';

/** The groups of a threshold rule's alerts that were made in the window, of documents in the window. */
export function groupsFromAlerts(
  rule: ThresholdRule,
  alerts: readonly Alert[],
  { from, to }: SearchWindow,
): readonly ThresholdGroup[] {
  const groups = alerts.flatMap(({ document }): readonly ThresholdGroup[] => {
    const [created, original] = [document['@timestamp'], document['kibana.alert.original_time']];
    if (typeof created !== 'string' || typeof original !== 'string') return [];
    if (created < from || created > to || original < from) return [];
    const terms = rule.threshold.field.map((field) => ({ field, value: document[field] ?? null }));
    return [{ terms, lastTime: Date.parse(original) }];
  });
  return joinGroups([], groups);
}

/** Groups by their terms, each with the latest time; later ones go before. */
export function joinGroups(
  before: readonly ThresholdGroup[],
  after: readonly ThresholdGroup[],
): readonly ThresholdGroup[] {
  const joined = new Map<string, ThresholdGroup>();
  for (const group of [...before, ...after]) {
    const key = idOfParts([...group.terms].sort(byField).map(({ field, value }) => [field, value]));
    const other = joined.get(key);
    if (!other || other.lastTime < group.lastTime) joined.set(key, group);
  }
  return [...joined.values()];
}

/** Query DSL that leaves out documents which a group was alerted for: those up to its last one, that one included. */
export function notYetCounted(rule: ThresholdRule, groups: readonly ThresholdGroup[]): readonly JsonObject[] {
  if (groups.length === 0) return [];
  const must_not = groups.map(({ terms, lastTime }) => ({
    bool: { filter: [upTo(rule, lastTime), ...terms.map(({ field, value }) => ({ term: { [field]: value } }))] },
  }));
  return [{ bool: { must_not } }];
}

function upTo(rule: ThresholdRule, time: number): JsonObject {
  const lte = new Date(time).toISOString();
  const [field = '@timestamp', fallback] = timeFieldsOf(rule);
  const range = (name: string): JsonObject => ({ range: { [name]: { lte, format: 'strict_date_optional_time' } } });
  if (fallback === undefined) return range(field);
  const without = { bool: { must_not: [{ exists: { field } }], filter: [range(fallback)] } };
  return { bool: { should: [range(field), without], minimum_should_match: 1 } };
}

function byField(a: { readonly field: string }, b: { readonly field: string }): number {
  return a.field < b.field ? -1 : 1;
}
