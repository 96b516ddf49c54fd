import type { ExceptionEntry, ExceptionItem } from '../../../src/model/exception-list.js';
import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';
import { ECS_CASES } from './ecs-cases.js';
import { EXCEPTION_CASES } from './exception-cases.js';

const DOCS = 'docs: create-detection-rule#create-custom-rule';
const EXCEPTION = 'lists/server/services/exception_lists/build_exception_filter.ts';
const MEMORY = 'rule_types/utils/large_list_filters/filter_events.ts';
const RANGE = 'rule_types/utils/build_events_query.ts (buildTimeRangeFilter)';
const SEARCH = 'rule_types/utils/search_after_bulk_create_factory.ts';
const ALERT = 'rule_types/factories/utils/build_alert.ts';
const SOURCE = 'rule_types/factories/utils/traverse_and_mutate_doc.ts';
const SUPPRESS = 'rule_types/query/alert_suppression/group_and_bulk_create.ts';
const WRAPPER = 'rule_types/create_security_rule_type_wrapper.ts';
const TUPLES = 'rule_types/utils/utils.ts (getRuleRangeTuples)';
const MAPPINGS = 'rule_types/utils/mappings';
const TEST = 'rule_execution_logic/custom_query/trial_license_complete_tier/custom_query.ts';

/** Keys of every rule of the cases. */
export const RULE: JsonObject = { type: 'query' };

const by = (user: string | readonly string[], minutes: number, more: JsonObject = {}): JsonObject => ({
  '@timestamp': ago(minutes),
  user: { name: user },
  ...more,
});
const excepting = (...entries: readonly ExceptionEntry[]): readonly ExceptionItem[] => [{ name: 'x', entries }];
const listed = (type: string, field: string): ExceptionEntry => ({
  field,
  operator: 'included',
  type: 'list',
  list: { id: 'l', type },
});
const group = (field: string, more: JsonObject = {}): JsonObject => ({
  alert_suppression: { group_by: [field], ...more },
});
const risk = (value: unknown): JsonObject => ({ event: { risk_score: value as number } });
const RISK = { risk_score_mapping: [{ field: 'event.risk_score', operator: 'equals', value: '' }] };

const MERGE = 'rule_types/utils/source_fields_merging/strategies/merge_missing_fields_with_source.ts';

export const CASES: readonly DetectionCase[] = [
  ...ECS_CASES,
  ...EXCEPTION_CASES,
  { name: 'a field that only the mapping has (an alias) is in the alert', source: MERGE, events: [by('ann', 1)], expect: { fields: [{ actor: 'ann', 'client.user.name': 'ann', 'user.name': 'ann' }] } },
  { name: 'several values of such a field are a list, one is not', source: 'rule_types/utils/source_fields_merging/utils/recursive_unboxing_fields.ts', events: [by(['ann', 'bob'], 1)], expect: { fields: [{ actor: ['ann', 'bob'] }] } },
  { name: 'such a field is left out where a value stands in its way', source: 'rule_types/utils/source_fields_merging/utils/is_path_valid.ts', rule: { index: ['logs-*'] }, events: [by('ann', 1, { client: [{ user: { id: 'x' } }] })], expect: { fields: [{ actor: 'ann', 'client.user.name': undefined }] } },
  { name: 'overrides may take such a field', source: `${MERGE}, before build_rule_name_from_mapping.ts`, rule: { rule_name_override: 'actor' }, events: [by('ann', 1)], expect: { fields: [{ 'kibana.alert.rule.name': 'ann' }] } },
  { name: 'max_signals above what Kibana lets any rule create is cut, with a warning', source: `${TUPLES} (maxAlertsAllowed)`, rule: { max_signals: 2000 }, events: Array.from({ length: 1001 }, () => by('ann', 1)), expect: { count: 1000, warnings: ["The rule's max alerts per run setting (2000) is greater than the Kibana alerting limit (1000).", 'This rule reached the maximum alert limit'] } },
  { name: 'max_signals of the very limit is no reason to warn', source: `${TUPLES} (maxAlertsAllowed)`, rule: { max_signals: 1000 }, events: [by('ann', 1)], expect: { count: 1 } },
  { name: 'an alert for each document that matches, the oldest first', source: `${DOCS}; ${TEST}`, rule: { query: 'user.name: ann' }, events: [by('ann', 1), by('ann', 3), by('ben', 2)], expect: { ids: ['d2', 'd1'] } },
  { name: 'max_signals keeps the oldest and warns', source: SEARCH, rule: { max_signals: 2 }, events: [by('a', 3), by('b', 2), by('c', 1)], expect: { ids: ['d1', 'd2'], warnings: ['reached the maximum alert limit'] } },
  { name: 'exactly max_signals documents are no reason to warn', source: SEARCH, rule: { max_signals: 2 }, events: [by('a', 3), by('b', 2)], expect: { count: 2 } },
  { name: 'what raised alerts before does not use up max_signals', source: `${SEARCH} (pages until the limit)`, rule: { max_signals: 2, from: 'now-20m' }, events: [by('a', 3), by('b', 2), by('c', 1), by('d', -1)], runs: [0, 4], expect: [{ ids: ['d1', 'd2'], warnings: ['limit'] }, { ids: ['d3', 'd4'] }] },
  { name: 'without an index that matches nothing is looked for, with a warning', source: `rule_types/utils/utils.ts (hasTimestampFields); ${WRAPPER}`, rule: { index: ['no-such-*'] }, events: [by('a', 1)], expect: { count: 0, warnings: ['no index matching: ["no-such-*"] was found'] } },
  { name: 'an index without the override field is warned of', source: 'rule_types/utils/utils.ts (hasTimestampFields)', rule: { timestamp_override: 'event.other' }, events: [by('a', 1)], expect: { count: 1, warnings: ['missing the timestamp override field "event.other": ["logs-a"]'] } },
  { name: 'a document with an override is in the window by it alone', source: RANGE, rule: { timestamp_override: 'event.ingested' }, events: [by('a', 1, { event: { ingested: ago(60) } }), by('b', 60, { event: { ingested: ago(1) } }), by('c', 2)], expect: { ids: ['d2', 'd3'] } },
  { name: 'without fallback documents need the override', source: RANGE, rule: { timestamp_override: 'event.ingested', timestamp_override_fallback_disabled: true }, events: [by('b', 60, { event: { ingested: ago(1) } }), by('c', 2)], expect: { ids: ['d1'] } },
  { name: 'overlapping runs do not repeat alerts', source: 'rule_types/factories/wrap_hits.ts; rule_types/factories/filter_duplicate_alerts.ts', events: [by('a', 1), by('b', -3)], runs: [0, 4], expect: [{ ids: ['d1'] }, { ids: ['d2'] }] },
  { name: 'a late run makes up for intervals that were missed', source: TUPLES, events: [by('a', -1), by('b', -6)], runs: [0, 13], expect: [{ count: 0 }, { ids: ['d1', 'd2'] }] },
  { name: 'more than four missed intervals leave a gap, which is an error', source: `${TUPLES}; ${WRAPPER}`, events: [], runs: [0, 60], expect: [{ count: 0 }, { errors: ['34 minutes (2040000ms) were not queried'] }] },
  { name: 'the alert has the time of the run, and keeps that of the document', source: ALERT, events: [by('a', 3)], expect: { fields: [{ '@timestamp': ago(0), 'kibana.alert.original_time': ago(3), 'kibana.alert.status': 'active', 'kibana.alert.workflow_status': 'open', 'kibana.alert.depth': 1 }] } },
  { name: 'event fields are kept as original ones, event.kind becomes signal', source: SOURCE, events: [by('a', 1, { event: { kind: 'event', action: 'x' } })], expect: { fields: [{ 'event.kind': 'signal', 'event.action': 'x', 'kibana.alert.original_event.kind': 'event', 'kibana.alert.original_event.action': 'x' }] } },
  { name: 'the reason names who, what and where', source: 'rule_types/utils/reason_formatters.ts', events: [by('ann', 1, { host: { name: 'h' }, process: { name: 'p', parent: { name: 'pp' } }, event: { category: 'process' } })], expect: { fields: [{ 'kibana.alert.reason': 'process event with process p, parent process pp, by ann on h created low alert The rule.' }] } },
  { name: 'an alert of another rule is one deeper, and an ancestor', source: `${ALERT} (buildAncestors)`, rule: { index: ['.alerts-security.*'] }, events: [by('a', 1, { _index: '.alerts-security.alerts-default', kibana: { alert: { uuid: 'u', depth: 1, ancestors: [{ id: 'e', type: 'event', index: 'logs-a', depth: 0 }], rule: { uuid: 'other' } } } })], expect: { fields: [{ 'kibana.alert.depth': 2, 'kibana.alert.ancestors': [{ id: 'e', type: 'event', index: 'logs-a', depth: 0 }, { id: 'd1', type: 'signal', index: '.alerts-security.alerts-default', depth: 1, rule: 'other' }] }] } },
  { name: 'a rule raises no alerts of its own alerts', source: 'rule_types/factories/wrap_hits.ts (ancestor.rule)', rule: { index: ['.alerts-security.*'] }, events: [by('a', 1, { _index: '.alerts-security.alerts-default', kibana: { alert: { uuid: 'u', depth: 1, rule: { uuid: 'rule-1' } } } })], expect: { count: 0 } },
  { name: 'the risk score is the highest number from 0 to 100 of the field', source: `${MAPPINGS}/build_risk_score_from_mapping.ts`, rule: RISK, events: [by('a', 2, risk([10, 70, 300])), by('b', 1, risk('55')), by('c', 0)], expect: { fields: [{ 'kibana.alert.risk_score': 70 }, { 'kibana.alert.risk_score': 55 }, { 'kibana.alert.risk_score': 21 }] } },
  { name: 'of matching severities the highest counts; event.severity is a number', source: `${MAPPINGS}/build_severity_from_mapping.ts`, rule: { severity_mapping: [{ field: 'event.severity', operator: 'equals', value: '3', severity: 'critical' }, { field: 'user.name', operator: 'equals', value: 'ann', severity: 'medium' }] }, events: [by('ann', 2, { event: { severity: 3 } }), by('ann', 1), by('ben', 0)], expect: { fields: [{ 'kibana.alert.severity': 'critical' }, { 'kibana.alert.severity': 'medium' }, { 'kibana.alert.severity': 'low' }] } },
  { name: 'only a single text overrides the name', source: `${MAPPINGS}/build_rule_name_from_mapping.ts`, rule: { rule_name_override: 'user.name' }, events: [by('ann', 2), by(['a', 'b'], 1)], expect: { fields: [{ 'kibana.alert.rule.name': 'ann' }, { 'kibana.alert.rule.name': 'The rule' }] } },
  { name: 'a building block says so', source: ALERT, rule: { building_block_type: 'default' }, events: [by('a', 1)], expect: { fields: [{ 'kibana.alert.building_block_type': 'default' }] } },
  { name: 'exceptions: entries of an item must all hold', source: EXCEPTION, events: [by('ann', 2, { host: { name: 'h' } }), by('ann', 1)], exceptions: excepting({ field: 'user.name', operator: 'included', type: 'match', value: 'ann' }, { field: 'host.name', operator: 'included', type: 'exists' }), expect: { ids: ['d2'] } },
  { name: 'exceptions: match_any, and excluded turns round', source: EXCEPTION, events: [by('ann', 3), by('ben', 2), by('cleo', 1)], exceptions: excepting({ field: 'user.name', operator: 'excluded', type: 'match_any', value: ['ann', 'ben'] }), expect: { ids: ['d1', 'd2'] } },
  { name: 'exceptions: wildcard', source: EXCEPTION, events: [by('svc-a', 2), by('ann', 1)], exceptions: excepting({ field: 'user.name', operator: 'included', type: 'wildcard', value: 'svc-*' }), expect: { ids: ['d2'] } },
  { name: 'exceptions: match on an address takes a network', source: `${EXCEPTION} (match_phrase)`, events: [by('a', 2, { source: { ip: '10.0.0.1' } }), by('b', 1, { source: { ip: '10.1.0.1' } })], exceptions: excepting({ field: 'source.ip', operator: 'included', type: 'match', value: '10.0.0.0/16' }), expect: { ids: ['d2'] } },
  { name: 'exceptions: nested entries hold for one object', source: `${EXCEPTION} (buildNestedClause)`, events: [by('a', 2, { parts: [{ name: 'x', value: '1' }, { name: 'y', value: '2' }] }), by('b', 1, { parts: [{ name: 'x', value: '2' }] })], exceptions: excepting({ field: 'parts', type: 'nested', entries: [{ field: 'name', operator: 'included', type: 'match', value: 'x' }, { field: 'value', operator: 'included', type: 'match', value: '2' }] }), expect: { ids: ['d1'] } },
  { name: 'exceptions: os_types are host.os.type', source: `${EXCEPTION} (transformOsType)`, events: [by('a', 2, { host: { os: { type: 'linux' } } }), by('a', 1, { host: { os: { type: 'windows' } } })], exceptions: [{ name: 'x', osTypes: ['linux'], entries: [{ field: 'user.name', operator: 'included', type: 'match', value: 'a' }] }], expect: { ids: ['d2'] } },
  { name: 'exceptions: an expired item counts no more', source: `${EXCEPTION} (removeExpiredExceptions)`, events: [by('a', 1)], exceptions: [{ name: 'x', expireTime: ago(1), entries: [{ field: 'user.name', operator: 'included', type: 'match', value: 'a' }] }], expect: { count: 1 } },
  { name: 'value lists: keywords', source: `${EXCEPTION} (buildListClause)`, events: [by('a', 2), by('b', 1)], exceptions: excepting(listed('keyword', 'user.name')), valueLists: [{ id: 'l', type: 'keyword', values: ['a'] }], expect: { ids: ['d2'] } },
  { name: 'value lists: ranges of addresses, by dash and by network', source: `${EXCEPTION} (buildIpRangeClauses)`, events: [by('a', 3, { source: { ip: '10.0.0.5' } }), by('b', 2, { source: { ip: '10.1.2.3' } }), by('c', 1, { source: { ip: '10.0.0.9' } })], exceptions: excepting(listed('ip_range', 'source.ip')), valueLists: [{ id: 'l', type: 'ip_range', values: ['10.0.0.1-10.0.0.5', '10.1.0.0/16'] }], expect: { ids: ['d3'] } },
  { name: 'value lists: texts filter in memory', source: MEMORY, events: [by('a', 2, { message: 'known noise' }), by('b', 1, { message: 'new noise' })], exceptions: excepting(listed('text', 'message')), valueLists: [{ id: 'l', type: 'text', values: ['the known noise'] }], expect: { ids: ['d2'] } },
  { name: 'value lists: one that is missing is an error', source: `${EXCEPTION} (Cannot find list)`, events: [by('a', 1)], exceptions: excepting(listed('keyword', 'user.name')), expect: { errors: ['Cannot find list: "l"'] } },
  { name: 'suppression: one alert for each group, in the order of the values', source: `${SUPPRESS}; ${TEST}`, rule: group('user.name'), events: [by('b', 4), by('a', 3), by('a', 1)], expect: { ids: ['d2', 'd1'], fields: [{ 'kibana.alert.suppression.terms': [{ field: 'user.name', value: 'a' }], 'kibana.alert.suppression.docs_count': 1, 'kibana.alert.suppression.start': ago(3), 'kibana.alert.suppression.end': ago(1) }, { 'kibana.alert.suppression.docs_count': 0 }] } },
  { name: 'suppression: documents without the field are a group of their own', source: `${SUPPRESS} (missing_bucket); ${TEST}`, rule: group('host.name'), events: [by('a', 3), by('b', 2), by('c', 1, { host: { name: 'h' } })], expect: { ids: ['d3', 'd1'], fields: [{}, { 'kibana.alert.suppression.terms': [{ field: 'host.name', value: null }], 'kibana.alert.suppression.docs_count': 1 }] } },
  { name: 'suppression: doNotSuppress gives documents without the field their own alerts', source: 'rule_types/query/alert_suppression/bulk_create_unsuppressed_alerts.ts', rule: group('host.name', { missing_fields_strategy: 'doNotSuppress' }), events: [by('a', 3), by('b', 2), by('c', 1, { host: { name: 'h' } })], expect: { ids: ['d1', 'd2', 'd3'] } },
  { name: 'suppression: what a run counted is left out by the next one', source: `${SUPPRESS} (buildBucketHistoryFilter)`, rule: { ...group('user.name'), from: 'now-20m' }, events: [by('a', 1), by('a', -3)], runs: [0, 4, 5], expect: [{ ids: ['d1'] }, { ids: ['d2'], fields: [{ 'kibana.alert.suppression.docs_count': 0 }] }, { count: 0 }] },
  { name: 'suppression: over a duration later documents join the first alert', source: `${SUPPRESS} (suppressionDuration); ${TEST}`, rule: group('user.name', { duration: { value: 1, unit: 'h' } }), events: [by('a', 1), by('a', -3)], runs: [0, 4], expect: [{ ids: ['d1'] }, { count: 0, updated: [{ 'kibana.alert.suppression.docs_count': 1, 'kibana.alert.suppression.start': ago(1), 'kibana.alert.suppression.end': ago(-3) }] }] },
  { name: 'a data view is refused by name', source: `${WRAPPER} (Data Views Logic)`, rule: { data_view_id: 'logs-view' }, events: [by('a', 1)], expect: { errors: ['data view "logs-view"'] } },
]; // prettier-ignore
