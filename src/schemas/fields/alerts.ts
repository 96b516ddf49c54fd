import type { FieldCatalogue } from './catalogue.js';
import { KEYWORD, overlay, plain } from './overlay.js';

/** Fields of alerts besides those of their documents, for rules over `.alerts-security.*`. https://www.elastic.co/docs/reference/security/fields-and-object-schemas/alert-schema */
export const ALERTS: FieldCatalogue = overlay([
  ['kibana', 'space_ids version', KEYWORD],
  [
    'kibana.alert',
    'uuid status workflow_status workflow_tags workflow_assignee_ids severity reason building_block_type group.id instance.id url',
    KEYWORD,
  ],
  ['kibana.alert', 'original_time start end last_detected intended_timestamp suppression.start suppression.end', plain('date')],
  ['kibana.alert', 'depth suppression.docs_count', plain('long')],
  ['kibana.alert', 'group.index', plain('integer')],
  ['kibana.alert', 'risk_score', plain('float')],
  ['kibana.alert.ancestors', 'id index type rule', KEYWORD],
  ['kibana.alert.ancestors', 'depth', plain('long')],
  ['kibana.alert.suppression.terms', 'field value', KEYWORD],
  ['kibana.alert', 'new_terms', KEYWORD],
  ['kibana.alert.threshold_result', 'terms.field terms.value cardinality.field', KEYWORD],
  ['kibana.alert.threshold_result', 'count cardinality.value', plain('long')],
  ['kibana.alert.threshold_result', 'from', plain('date')],
  ['kibana.alert.original_event', 'action category code dataset hash id kind module outcome provider reason type', KEYWORD],
  ['kibana.alert.original_event', 'created end ingested start', plain('date')],
  ['kibana.alert.original_event', 'duration sequence severity', plain('long')],
  ['kibana.alert.original_event', 'risk_score risk_score_norm', plain('float')],
  [
    'kibana.alert.rule',
    'uuid name rule_id type category consumer producer rule_type_id severity tags author license from to interval execution.uuid indices',
    KEYWORD,
  ],
  ['kibana.alert.rule', 'risk_score', plain('float')],
  ['kibana.alert.rule', 'version revision max_signals', plain('long')],
  ['kibana.alert.rule', 'parameters', plain('flattened')],
  ['kibana.alert.rule.threat', 'framework tactic.id tactic.name technique.id technique.name technique.subtechnique.id technique.subtechnique.name', KEYWORD],
]);
