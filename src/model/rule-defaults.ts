import type { JsonObject } from '../values/json.js';
import type { FilterLanguage, Rule, ThreatMatchRule } from './rule.js';
import type { MissingFieldsStrategy, SuppressionByFields } from './suppression.js';

/*
 * The values that Kibana uses where a rule leaves a field out. The model keeps "absent" and "default" apart; whoever needs the value asks here.
 * https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule
 */

/** Time between two runs; `5m` unless the rule says otherwise. */
export function intervalOf(rule: Rule): string {
  return rule.interval ?? '5m';
}

/** Start of the search window, date math; `now-6m` unless the rule says otherwise. */
export function fromOf(rule: Rule): string {
  return rule.from ?? 'now-6m';
}

/** End of the search window, date math; `now` unless the rule says otherwise. */
export function toOf(rule: Rule): string {
  return rule.to ?? 'now';
}

/** Most alerts of one run; 100 unless the rule says otherwise. */
export function maxSignalsOf(rule: Rule): number {
  return rule.maxSignals ?? 100;
}

/** Path of the indicator in a threat intelligence document; `threat.indicator` unless the rule says otherwise. */
export function threatIndicatorPathOf(rule: ThreatMatchRule): string {
  return rule.threatIndicatorPath ?? 'threat.indicator';
}

/** Query over the indicator indices; all indicators (`*:*`) unless the rule says otherwise. */
export function threatQueryOf(rule: ThreatMatchRule): string {
  return rule.threatQuery ?? '*:*';
}

/** What suppression does with an alert that lacks a group field; `suppress` unless the rule says otherwise. */
export function missingFieldsStrategyOf(suppression: SuppressionByFields): MissingFieldsStrategy {
  return suppression.missingFieldsStrategy ?? 'suppress';
}

/** Language of the rule's query: that of the file, KQL for a saved query that names none, undefined for machine learning. */
export function languageOf(rule: Rule): FilterLanguage | 'eql' | 'esql' | undefined {
  switch (rule.type) {
    case 'machine_learning':
      return undefined;
    case 'saved_query':
      return rule.language ?? 'kuery';
    case 'query':
    case 'eql':
    case 'esql':
    case 'threshold':
    case 'new_terms':
    case 'threat_match':
      return rule.language;
  }
}

/** The text of the rule's query; undefined for machine learning and for a saved query without a copy. */
export function queryOf(rule: Rule): string | undefined {
  return rule.type === 'machine_learning' ? undefined : rule.query;
}

/** The index patterns that the rule names outside its query; empty for ES|QL and machine learning, and where a data view decides. */
export function indexOf(rule: Rule): readonly string[] {
  return rule.type === 'machine_learning' || rule.type === 'esql' ? [] : (rule.index ?? []);
}

/** The rule's filters; empty where it has none. */
export function filtersOf(rule: Rule): readonly JsonObject[] {
  return rule.type === 'machine_learning' ? [] : (rule.filters ?? []);
}

/** Whether the rule is a building block, whose alerts stay hidden by default. */
export function isBuildingBlock(rule: Rule): boolean {
  return rule.buildingBlockType !== undefined;
}
