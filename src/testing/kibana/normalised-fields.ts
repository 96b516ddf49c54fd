import { compileWildcard } from '../../values/patterns/wildcard.js';

/** Fields of alerts that a preview cannot have as dragnet has them: each with the reason why they are not compared. `*` is any text. */
export const NORMALISED_FIELDS: readonly (readonly [field: string, reason: string])[] = [
  ['kibana.alert.uuid', 'made of the rule’s UUID, which a preview makes anew'],
  ['kibana.alert.url', 'names the Kibana'],
  ['kibana.alert.group.id', 'made of the rule’s UUID'],
  ['kibana.alert.group.index', 'of building blocks: numbered by Kibana in the order of its answer'],
  ['kibana.alert.instance.id', 'made of the rule’s UUID'],
  ['kibana.alert.start', 'the clock of the server'],
  ['kibana.alert.last_detected', 'the clock of the server'],
  ['kibana.alert.time_range*', 'the clock of the server'],
  ['kibana.alert.duration.us', 'the clock of the server'],
  ['kibana.alert.flapping*', 'kept by the alerting framework, not by the rule'],
  ['kibana.alert.maintenance_window*', 'kept by the alerting framework'],
  ['kibana.alert.case_ids', 'of cases'],
  ['kibana.alert.consecutive_matches', 'kept by the alerting framework'],
  ['kibana.alert.pending_recovered_count', 'kept by the alerting framework'],
  ['kibana.alert.rule.uuid', 'a preview makes it anew'],
  ['kibana.alert.rule.execution.*', 'each run has a UUID and times of its own'],
  ['kibana.alert.rule.created_*', 'who previews, and when'],
  ['kibana.alert.rule.updated_*', 'who previews, and when'],
  ['kibana.alert.rule.producer', '`preview-producer` in a preview'],
  ['kibana.alert.rule.consumer', 'that of the preview'],
  ['kibana.alert.rule.revision', 'a preview is the first revision'],
  ['kibana.alert.rule.version', 'not sent: versions are counted by the lock'],
  ['kibana.alert.rule.enabled', 'a preview always runs'],
  ['kibana.alert.rule.actions', 'not sent: a preview must not act'],
  ['kibana.alert.rule.exceptions_list', 'not sent: the lists are not there'],
  ['kibana.alert.rule.parameters*', 'the rule as sent, with every default of that version of Kibana'],
  ['kibana.alert.rule.meta*', 'not sent'],
  ['kibana.alert.rule.note', 'the guide with its plugins filled in, without its setup section'],
  ['kibana.alert.rule.threat*', 'the API adds lists of techniques and slashes to links'],
  ['kibana.alert.rule.rule_type_id', 'a saved query is sent as the query of the file'],
  ['kibana.alert.rule.category', 'a saved query is sent as the query of the file'],
  ['kibana.alert.rule.type', 'a saved query is sent as the query of the file'],
  ['kibana.alert.rule.namespace', 'of the space'],
  ['kibana.space_ids', 'the space of the preview'],
  ['kibana.version', 'of the Kibana'],
  ['*.asset.criticality', 'added by entity analytics'],
  ['*.risk.calculated_*', 'added by entity analytics'],
];

const MATCHERS = NORMALISED_FIELDS.map(([field]) => compileWildcard(field, { escape: false, singleCharacter: false }));

/** Whether a field of an alert is left out of the comparison. */
export function isNormalised(field: string): boolean {
  return MATCHERS.some((matches) => matches(field));
}
