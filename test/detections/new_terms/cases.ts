import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';
import { KIBANA_CASES } from './kibana-cases.js';

const DOCS = 'docs: create-detection-rule#create-new-terms-rule';
const AGGREGATION = 'rule_types/new_terms/build_new_terms_aggregation.ts';
const EXECUTE = 'rule_types/new_terms/execute_new_terms_aggregation_approach.ts';
const MULTI = 'rule_types/new_terms/multi_terms_composite.ts';
const WRAP = 'rule_types/new_terms/wrap_new_terms_alerts.ts';
const UTILS = 'rule_types/new_terms/utils.ts (validateHistoryWindowStart)';
const TEST = 'rule_execution_logic/new_terms/trial_license_complete_tier/new_terms.ts';
const SUPPRESSION = 'rule_execution_logic/new_terms/trial_license_complete_tier/new_terms_alert_suppression.ts';

/** Keys of every rule of the cases. */
export const RULE: JsonObject = {
  type: 'new_terms',
  new_terms_fields: ['user.name'],
  history_window_start: 'now-7d',
};

const DAY = 24 * 60;
const by = (user: string | readonly string[] | undefined, minutes: number, more: JsonObject = {}): JsonObject => ({
  '@timestamp': ago(minutes),
  ...(user === undefined ? {} : { user: { name: user } }),
  ...more,
});
const on = (...hosts: readonly string[]): JsonObject => ({
  host: { name: hosts.length === 1 ? (hosts[0] ?? '') : hosts },
});
const PAIR = { new_terms_fields: ['user.name', 'host.name'] };
const TERMS = 'kibana.alert.new_terms';
const suppressed = (field: string, more: JsonObject = {}): JsonObject => ({
  alert_suppression: { group_by: [field], ...more },
});

export const CASES: readonly DetectionCase[] = [
  ...KIBANA_CASES,
  { name: 'a field that only the mapping has (an alias) is not in the alert: top hits give the source alone', source: `${AGGREGATION} (buildDocFetchAgg has no fields)`, events: [by('ann', 1)], expect: { fields: [{ 'user.name': 'ann', actor: undefined }] } },
  { name: 'such a field may be the one whose values are new', source: AGGREGATION, rule: { new_terms_fields: ['actor'] }, events: [by('ann', 1), by('ben', 1), by('ben', DAY)], expect: { fields: [{ [TERMS]: ['ann'] }] } },
  { name: 'a value that the history does not have raises an alert', source: `${DOCS}; ${TEST}`, events: [by('ann', 1)], expect: { ids: ['d1'], fields: [{ [TERMS]: ['ann'] }] } },
  { name: 'a value that the history has raises none', source: `${DOCS}; ${TEST}`, events: [by('ann', 1), by('ann', DAY)], expect: { count: 0 } },
  { name: 'what lies before the history window counts as new', source: DOCS, events: [by('ann', 1), by('ann', 8 * DAY)], expect: { ids: ['d1'] } },
  { name: 'the alert is of the oldest document of the window', source: `${AGGREGATION} (buildDocFetchAgg)`, events: [by('ann', 1), by('ann', 4), by('ann', 2)], expect: { ids: ['d2'] } },
  { name: 'a value first seen at the very start of the window is known', source: `${AGGREGATION} (first_seen_value > start_time)`, events: [by('ann', 6)], expect: { count: 0 } },
  { name: 'a millisecond later it is new', source: `${AGGREGATION} (first_seen_value > start_time)`, events: [by('ann', 6 - 1 / 60_000)], expect: { count: 1 } },
  { name: 'each new value of a document raises an alert', source: `${EXECUTE} (one document, several alerts); ${TEST}`, events: [by(['ann', 'ben'], 1)], expect: { ids: ['d1', 'd1'], fields: [{ [TERMS]: ['ann'] }, { [TERMS]: ['ben'] }] } },
  { name: 'known values beside a new one raise none', source: TEST, events: [by(['ann', 'ben'], 1), by('ann', DAY)], expect: { fields: [{ [TERMS]: ['ben'] }] } },
  { name: 'documents without the field raise none', source: `${AGGREGATION} (composite)`, events: [by(undefined, 1)], expect: { count: 0 } },
  { name: 'the most frequent values come first', source: `${AGGREGATION} (terms aggregation)`, events: [by('ann', 1), by('ben', 2), by('ben', 3)], expect: { fields: [{ [TERMS]: ['ben'] }, { [TERMS]: ['ann'] }] } },
  { name: 'values are compared exactly', source: AGGREGATION, events: [by('Ann', 1), by('ann', DAY)], expect: { fields: [{ [TERMS]: ['Ann'] }] } },
  { name: 'the query selects history, too', source: `${EXECUTE} (esFilter in all phases)`, rule: { query: 'host.name: a' }, events: [by('ann', 1, on('a')), by('ann', DAY, on('b'))], expect: { ids: ['d1'] } },
  { name: 'several fields are new by their combination', source: `${MULTI}; ${TEST}`, rule: PAIR, events: [by('ann', 1, on('a')), by('ann', DAY, on('b')), by('ben', DAY, on('a'))], expect: { fields: [{ [TERMS]: ['ann', 'a'] }] } },
  { name: 'a known combination is not new', source: MULTI, rule: PAIR, events: [by('ann', 1, on('a')), by('ann', DAY, on('a'))], expect: { count: 0 } },
  { name: 'several values of several fields form all combinations', source: `${TEST}; ${MULTI}`, rule: PAIR, events: [by(['ann', 'ben'], 1, on('a', 'b'))], expect: { fields: [{ [TERMS]: ['ann', 'a'] }, { [TERMS]: ['ann', 'b'] }, { [TERMS]: ['ben', 'a'] }, { [TERMS]: ['ben', 'b'] }] } },
  { name: 'combinations come in the order of their values', source: `${MULTI} (composite)`, rule: PAIR, events: [by('c', 1, on('a')), by('a', 2, on('b')), by('a', 3, on('a'))], expect: { ids: ['d3', 'd2', 'd1'] } },
  { name: 'a document that lacks one of several fields is left out', source: TEST, rule: PAIR, events: [by('ann', 1)], expect: { count: 0 } },
  { name: 'three fields', source: DOCS, rule: { new_terms_fields: ['user.name', 'host.name', 'process.name'] }, events: [by('ann', 1, { ...on('a'), process: { name: 'p' } }), by('ann', DAY, { ...on('a'), process: { name: 'q' } })], expect: { fields: [{ [TERMS]: ['ann', 'a', 'p'] }] } },
  { name: 'numbers are values, too', source: TEST, rule: { new_terms_fields: ['process.pid'] }, events: [by('ann', 1, { process: { pid: 7 } }), by('ann', DAY, { process: { pid: 8 } })], expect: { fields: [{ [TERMS]: [7] }] } },
  { name: 'addresses are values, too', source: TEST, rule: { new_terms_fields: ['source.ip'] }, events: [by('ann', 1, { source: { ip: '10.0.0.1' } }), by('ann', DAY, { source: { ip: '10.0.0.2' } })], expect: { fields: [{ [TERMS]: ['10.0.0.1'] }] } },
  { name: 'a history window that does not reach before the window is an error', source: UTILS, rule: { history_window_start: 'now-5m' }, events: [by('ann', 1)], expect: { errors: ["'historyWindowStart' must be earlier than 'from'"] } },
  { name: 'max_signals caps the alerts and warns', source: `${EXECUTE} (alertsWereTruncated)`, rule: { max_signals: 1 }, events: [by('ann', 1), by('ben', 2)], expect: { count: 1, warnings: ['Some alerts were not created.'] } },
  { name: 'exactly max_signals alerts are no reason to warn', source: EXECUTE, rule: { max_signals: 2 }, events: [by('ann', 1), by('ben', 2)], expect: { count: 2 } },
  { name: 'exceptions keep documents out', source: `${EXECUTE} (exceptionFilter)`, events: [by('ann', 1), by('ben', 2)], exceptions: [{ name: 'x', entries: [{ field: 'user.name', operator: 'included', type: 'match', value: 'ann' }] }], expect: { ids: ['d2'] } },
  { name: 'an exception with a list of texts is not applied, and the run says so', source: `${EXECUTE} (getUnprocessedExceptionsWarnings)`, events: [by('ann', 1)], exceptions: [{ name: 'words', entries: [{ field: 'user.name', operator: 'included', type: 'list', list: { id: 'l', type: 'text' } }] }], valueLists: [{ id: 'l', type: 'text', values: ['ann'] }], expect: { count: 1, warnings: ["won't be applied to rule execution: words"] } },
  { name: 'times are those of timestamp_override where a document has it', source: `${EXECUTE} (aggregatableTimestampField)`, rule: { timestamp_override: 'event.ingested' }, events: [by('ann', 3 * DAY, { event: { ingested: ago(2) } }), by('ben', 1), by('ben', 1, { event: { ingested: ago(DAY) } })], expect: { fields: [{ [TERMS]: ['ann'] }] } },
  { name: 'an overlapping run does not repeat its alerts', source: `${WRAP} (the id has the values)`, events: [by('ann', 1), by('ben', -3)], runs: [0, 4], expect: [{ fields: [{ [TERMS]: ['ann'] }] }, { fields: [{ [TERMS]: ['ben'] }] }] },
  { name: 'suppression makes one alert of a group', source: SUPPRESSION, rule: suppressed('host.name'), events: [by('ann', 3, on('a')), by('ben', 2, on('a')), by('cleo', 1, on('b'))], expect: { ids: ['d1', 'd3'], fields: [{ 'kibana.alert.suppression.docs_count': 1, 'kibana.alert.suppression.terms': [{ field: 'host.name', value: ['a'] }] }, { 'kibana.alert.suppression.docs_count': 0 }] } },
  { name: 'terms without the group field stand alone with doNotSuppress', source: `rule_types/new_terms/bulk_create_suppressed_alerts_in_memory.ts; ${SUPPRESSION}`, rule: suppressed('host.name', { missing_fields_strategy: 'doNotSuppress' }), events: [by('ann', 2), by('ben', 1)], expect: { count: 2 } },
]; // prettier-ignore
