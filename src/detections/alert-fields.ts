import { fromOf, intervalOf, maxSignalsOf, toOf } from '../model/rule-defaults.js';
import type { Rule, RuleType } from '../model/rule.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { AlertOwner } from './alert-id.js';
import { uuidOf } from './alert-id.js';
import type { Overrides } from './overrides.js';
import { ruleParameters } from './rule-parameters.js';

/** What the alerts of one run have in common. */
export interface AlertSetting {
  readonly rule: Rule;
  readonly owner: AlertOwner;
  readonly now: Date;
  /** The index patterns that the run reads. */
  readonly indices: readonly string[];
}

/** A document in the history of an alert, as `kibana.alert.ancestors` has it. */
export interface Parent {
  readonly id: string;
  readonly type: 'event' | 'signal';
  readonly index: string;
  readonly depth: number;
  /** The rule that raised it, if it is an alert. */
  readonly rule?: string;
}

/** What differs from alert to alert. */
export interface AlertFacts {
  readonly uuid: string;
  readonly reason: string;
  readonly ancestors: readonly Parent[];
  readonly depth: number;
  /** ISO 8601 in UTC. */
  readonly originalTime: string | undefined;
  readonly overrides: Overrides;
}

const CATEGORIES: Readonly<Record<RuleType, readonly [category: string, typeId: string]>> = {
  query: ['Custom Query Rule', 'siem.queryRule'],
  saved_query: ['Saved Query Rule', 'siem.savedQueryRule'],
  eql: ['Event Correlation Rule', 'siem.eqlRule'],
  esql: ['ES|QL Rule', 'siem.esqlRule'],
  threshold: ['Threshold Rule', 'siem.thresholdRule'],
  new_terms: ['New Terms Rule', 'siem.newTermsRule'],
  threat_match: ['Indicator Match Rule', 'siem.indicatorRule'],
  machine_learning: ['Machine Learning Rule', 'siem.mlRule'],
};

/**
 * The fields that every alert has, in dotted keys. What a cluster alone knows (who made the rule, links, `kibana.version`) is not there;
 * the rule's UUID is its `rule_id`.
 *
 * https://www.elastic.co/docs/reference/security/fields-and-object-schemas/alert-schema
 */
export function alertFields(setting: AlertSetting, facts: AlertFacts): JsonObject {
  const { owner, now } = setting;
  const time = now.toISOString();
  return present({
    '@timestamp': time,
    'event.kind': 'signal',
    'kibana.space_ids': [owner.space],
    'kibana.alert.ancestors': facts.ancestors.map((parent) => present({ ...parent })),
    'kibana.alert.depth': facts.depth,
    'kibana.alert.intended_timestamp': time,
    'kibana.alert.last_detected': time,
    'kibana.alert.original_time': facts.originalTime,
    'kibana.alert.reason': facts.reason,
    'kibana.alert.risk_score': facts.overrides.riskScore,
    'kibana.alert.severity': facts.overrides.severity,
    'kibana.alert.start': time,
    'kibana.alert.status': 'active',
    'kibana.alert.uuid': facts.uuid,
    'kibana.alert.workflow_assignee_ids': [],
    'kibana.alert.workflow_status': 'open',
    'kibana.alert.workflow_tags': [],
    ...ruleFields(setting, facts.overrides.name),
  });
}

/** Names the run in its alerts: equal for the same rule at the same time. */
export function executionUuid({ owner, now }: Pick<AlertSetting, 'owner' | 'now'>): string {
  return uuidOf(`${owner.space}:${owner.ruleUuid}:${now.toISOString()}`);
}

function ruleFields(setting: AlertSetting, name: string): Readonly<Record<string, JsonValue | undefined>> {
  const { rule, owner, indices } = setting;
  const [category, typeId] = CATEGORIES[rule.type];
  const parameters = ruleParameters(rule);
  const fields: Record<string, JsonValue | undefined> = {
    actions: parameters['actions'] ?? [],
    author: rule.author,
    building_block_type: rule.buildingBlockType,
    category,
    consumer: 'siem',
    description: rule.description,
    enabled: rule.enabled ?? true,
    exceptions_list: parameters['exceptions_list'] ?? [],
    'execution.type': 'scheduled',
    'execution.uuid': executionUuid(setting),
    false_positives: rule.falsePositives ?? [],
    from: fromOf(rule),
    immutable: false,
    indices,
    interval: intervalOf(rule),
    license: rule.license,
    max_signals: maxSignalsOf(rule),
    name,
    note: rule.note,
    parameters,
    producer: 'siem',
    references: rule.references ?? [],
    revision: rule.revision ?? 0,
    risk_score: rule.riskScore,
    risk_score_mapping: parameters['risk_score_mapping'] ?? [],
    rule_id: rule.ruleId,
    rule_name_override: rule.ruleNameOverride,
    rule_type_id: typeId,
    severity: rule.severity,
    severity_mapping: parameters['severity_mapping'] ?? [],
    tags: rule.tags ?? [],
    threat: parameters['threat'] ?? [],
    timeline_id: rule.timelineId,
    timeline_title: rule.timelineTitle,
    timestamp_override: rule.timestampOverride,
    to: toOf(rule),
    type: rule.type,
    uuid: owner.ruleUuid,
    version: rule.version ?? 1,
  };
  return {
    'kibana.alert.building_block_type': rule.buildingBlockType,
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [`kibana.alert.rule.${key}`, value])),
  };
}

/** Without the keys that have no value: JSON has none for them. */
function present(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}
