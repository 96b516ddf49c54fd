import type { SearchHit } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Alert, AlertFields, Ancestor } from './alert.js';

/** The alert that one document raises: its source, the rule's identity, and what the rule type adds. */
export function alertFromHit(
  rule: Rule,
  hit: Pick<SearchHit, '_index' | '_id' | '_source'>,
  extra: AlertFields = {},
): Alert {
  return build(rule, hit._source ?? {}, { index: hit._index, id: hit._id }, extra);
}

/** The alert of a row of ES|QL: its columns; the document it came from where the row has `_id`. */
export function alertFromRow(rule: Rule, row: JsonObject): Alert {
  const { _id: id, _index: index, ...fields } = row;
  const ancestor = typeof id === 'string' ? { index: typeof index === 'string' ? index : '', id } : undefined;
  return build(rule, fields, ancestor, {});
}

function build(rule: Rule, source: JsonObject, ancestor: Ancestor | undefined, extra: AlertFields): Alert {
  const original: JsonValue | undefined = source['@timestamp'];
  const ancestors = ancestor === undefined ? [] : [ancestor];
  return {
    ancestors,
    document: {
      ...source,
      'kibana.alert.ancestors': ancestors.map((parent) => ({ ...parent, type: 'event', depth: 0 })),
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
