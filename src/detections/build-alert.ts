import type { SearchHit } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { JsonValue } from '../values/json.js';
import type { Alert, AlertFields } from './alert.js';

/** The alert that one document raises: its source, the rule's identity, and what the rule type adds. */
export function alertFromHit(rule: Rule, hit: SearchHit, extra: AlertFields = {}): Alert {
  const ancestor = { index: hit._index, id: hit._id };
  const original: JsonValue | undefined = hit._source?.['@timestamp'];
  return {
    ancestors: [ancestor],
    document: {
      ...hit._source,
      'kibana.alert.ancestors': [{ ...ancestor, type: 'event', depth: 0 }],
      'kibana.alert.depth': 1,
      ...(original === undefined ? {} : { 'kibana.alert.original_time': original }),
      'kibana.alert.risk_score': rule.riskScore,
      'kibana.alert.severity': rule.severity,
      'kibana.alert.status': 'active',
      'kibana.alert.workflow_status': 'open',
      'kibana.alert.rule.name': rule.name,
      'kibana.alert.rule.rule_id': rule.ruleId,
      'kibana.alert.rule.type': rule.type,
      ...extra,
    },
  };
}

/** The warning of a run that reached `max_signals`; alerts past it are not created. */
export function maxSignalsWarning(limit: number): string {
  return `This rule reached the maximum alert limit for the rule execution (max_signals = ${limit}). Some alerts were not created.`;
}
