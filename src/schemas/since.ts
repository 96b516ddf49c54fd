import type { RULE_TYPES } from './rule-types.js';

type RuleType = (typeof RULE_TYPES)[number];

/**
 * Type of rule → the version of Kibana from which its alerts can be suppressed.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts
 */
export const SUPPRESSION_SINCE: Readonly<Record<RuleType, string>> = {
  query: '8.8',
  saved_query: '8.8',
  threshold: '8.12',
  threat_match: '8.13',
  eql: '8.14',
  new_terms: '8.14',
  esql: '8.15',
  machine_learning: '8.15',
};

/** Types of rules that came after 8.0 → the version of Kibana that has them first. */
export const RULE_TYPE_SINCE: ReadonlyMap<string, string> = new Map([
  ['new_terms', '8.4'],
  ['esql', '8.11'],
]);

/** Keys of `[rule]` that came after 8.0, whatever the type → the version of Kibana that knows them first. */
export const RULE_KEY_SINCE: ReadonlyMap<string, string> = new Map([
  ['related_integrations', '8.3'],
  ['required_fields', '8.3'],
  ['setup', '8.3'],
  ['revision', '8.8'],
  ['investigation_fields', '8.11'],
]);

/** Negated comparisons of threat mappings, and thresholds by more than three fields, came with this version. */
export const NEGATED_MAPPING_SINCE = '9.2';
/** Version from which thresholds group by more than three fields. */
export const WIDE_THRESHOLD_SINCE = '9.2';
/** Version from which new terms may be combinations of fields. */
export const SEVERAL_NEW_TERMS_SINCE = '8.6';
