import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const DOCS = 'docs: create-detection-rule#create-eql-rule';
const EXECUTE = 'rule_types/eql/eql.ts';
const REQUEST = 'rule_types/eql/build_eql_search_request.ts';
const GROUP = 'rule_types/eql/build_alert_group_from_sequence.ts';
const IDS = 'rule_types/factories/utils/generate_building_block_ids.ts';
const TEST = 'rule_execution_logic/eql/trial_license_complete_tier/eql.ts';
const SUPPRESSION = 'rule_execution_logic/eql/trial_license_complete_tier/eql_alert_suppression.ts';

/** Keys of every rule of the cases. */
export const RULE: JsonObject = { type: 'eql', language: 'eql', query: 'process where true' };

const start = (name: string, minutes: number, more: JsonObject = {}): JsonObject => ({
  '@timestamp': ago(minutes),
  event: { category: 'process' },
  process: { name },
  host: { name: 'h1' },
  ...more,
});
const on = (host: string): JsonObject => ({ host: { name: host } });
const PAIR = { query: 'sequence by host.name [process where process.name == "a"] [process where process.name == "b"]' };
const by = (field: string, more: JsonObject = {}): JsonObject => ({
  alert_suppression: { group_by: [field], ...more },
});

export const CASES: readonly DetectionCase[] = [
  {
    name: 'a field that only the mapping has (an alias) is in the alert of an event',
    source: `${REQUEST} (fields: *); merge_missing_fields_with_source.ts`,
    events: [start('a', 1, { user: { name: 'ann' } })],
    expect: { fields: [{ actor: 'ann', 'user.name': 'ann' }] },
  },
  {
    name: 'building blocks have such fields, and the alert of the sequence where all share them',
    source: 'rule_types/eql/build_alert_group_from_sequence.ts',
    rule: PAIR,
    events: [start('a', 2, { user: { name: 'ann' } }), start('b', 1, { user: { name: 'ann' } })],
    expect: { ids: ['d1 d2'], fields: [{ actor: 'ann' }], blocks: [{ actor: 'ann' }, { actor: 'ann' }] },
  },
  {
    name: 'suppression may group by such a field',
    source: 'rule_types/utils/suppression_utils.ts (getSuppressionTerms)',
    rule: { alert_suppression: { group_by: ['actor'] } },
    events: [start('a', 2, { user: { name: 'ann' } }), start('b', 1, { user: { name: 'ann' } })],
    expect: { count: 1, fields: [{ 'kibana.alert.suppression.docs_count': 1 }] },
  },
  {
    name: 'an event query raises an alert for each event, the oldest first',
    source: `${DOCS}; ${TEST}`,
    events: [start('a', 1), start('a', 3), start('b', 2)],
    expect: { ids: ['d2', 'd3', 'd1'] },
  },
  {
    name: 'only events of the window count',
    source: REQUEST,
    events: [start('a', 1), start('a', 7), start('a', -1)],
    expect: { ids: ['d1'] },
  },
  {
    name: 'of more than max_signals events the newest are kept, with a warning',
    source: `${REQUEST} (size, no result_position); ${EXECUTE}`,
    rule: { max_signals: 2 },
    events: [start('a', 3), start('a', 2), start('a', 1)],
    expect: { ids: ['d2', 'd3'], warnings: ['Some alerts were not created.'] },
  },
  {
    name: 'exactly max_signals events are warned of already',
    source: `${EXECUTE} (total >= maxSignals)`,
    rule: { max_signals: 2 },
    events: [start('a', 2), start('a', 1)],
    expect: { count: 2, warnings: ['reached the maximum alert limit'] },
  },
  {
    name: 'filters select events, negated ones leave out',
    source: `${REQUEST} (getQueryFilter)`,
    rule: {
      filters: [
        { meta: {}, query: { term: { 'host.name': 'h1' } } },
        { meta: { negate: true }, query: { term: { 'process.name': 'b' } } },
      ],
    },
    events: [start('a', 1), start('b', 2), start('a', 3, on('h2'))],
    expect: { ids: ['d1'] },
  },
  {
    name: 'event_category_override names another field for the category',
    source: `${REQUEST} (event_category_field)`,
    rule: { event_category_override: 'event.kind' },
    events: [start('a', 1, { event: { kind: 'process' } }), start('a', 2)],
    expect: { ids: ['d1'] },
  },
  {
    name: 'timestamp_field orders events, the window stays that of @timestamp',
    source: `${REQUEST} (timestamp_field)`,
    rule: { timestamp_field: 'event.ingested' },
    events: [
      start('a', 1, { event: { category: 'process', ingested: ago(30) } }),
      start('a', 2, { event: { category: 'process', ingested: ago(20) } }),
    ],
    expect: { ids: ['d1', 'd2'] },
  },
  {
    name: 'tiebreaker_field orders events of one time in a sequence',
    source: `${REQUEST} (tiebreaker_field)`,
    rule: { ...PAIR, tiebreaker_field: 'process.pid' },
    events: [start('b', 1, { process: { name: 'b', pid: 2 } }), start('a', 1, { process: { name: 'a', pid: 1 } })],
    expect: { ids: ['d2 d1'] },
  },
  {
    name: 'exceptions leave events out',
    source: `${REQUEST} (exceptionFilter)`,
    events: [start('a', 1), start('b', 2)],
    exceptions: [{ name: 'x', entries: [{ field: 'process.name', operator: 'included', type: 'match', value: 'a' }] }],
    expect: { ids: ['d2'] },
  },
  {
    name: 'an event that an exception leaves out is in no sequence',
    source: `${REQUEST} (the filter of the request)`,
    rule: PAIR,
    events: [start('a', 2), start('b', 1, { user: { name: 'svc' } })],
    exceptions: [{ name: 'x', entries: [{ field: 'user.name', operator: 'included', type: 'match', value: 'svc' }] }],
    expect: { count: 0 },
  },
  {
    name: 'an exception with a list of texts is not applied, and the run says so',
    source: `${EXECUTE} (getUnprocessedExceptionsWarnings)`,
    events: [start('a', 1)],
    exceptions: [
      {
        name: 'words',
        entries: [{ field: 'process.name', operator: 'included', type: 'list', list: { id: 'l', type: 'text' } }],
      },
    ],
    valueLists: [{ id: 'l', type: 'text', values: ['a'] }],
    expect: { count: 1, warnings: ["won't be applied to rule execution: words"] },
  },
  {
    name: 'a sequence raises one alert, and a building block for each of its events',
    source: `${DOCS}; ${GROUP}; ${TEST}`,
    rule: PAIR,
    events: [start('a', 2), start('b', 1)],
    expect: {
      ids: ['d1 d2'],
      blocks: [
        { 'process.name': 'a', 'kibana.alert.group.index': 0, 'kibana.alert.building_block_type': 'default' },
        { 'process.name': 'b', 'kibana.alert.group.index': 1, 'kibana.alert.building_block_type': 'default' },
      ],
    },
  },
  {
    name: 'the alert of a sequence has the fields that all its events share',
    source: `${GROUP} (objectArrayIntersection)`,
    rule: PAIR,
    events: [start('a', 2, { tags: ['x', 'y'] }), start('b', 1, { tags: ['y', 'z'] })],
    expect: { fields: [{ 'host.name': 'h1', 'process.name': undefined, process: undefined, tags: ['y'] }] },
  },
  {
    name: 'lists without a common element are shared empty',
    source: `${GROUP} (lodash intersection)`,
    rule: PAIR,
    events: [start('a', 2, { tags: ['x'] }), start('b', 1, { tags: 'z' })],
    expect: { fields: [{ tags: [] }] },
  },
  {
    name: 'the alert of a sequence is two deep, its blocks one',
    source: `${GROUP} (buildAlertRoot); ${TEST}`,
    rule: PAIR,
    events: [start('a', 2), start('b', 1)],
    expect: {
      fields: [{ 'kibana.alert.depth': 2, 'kibana.alert.group.index': undefined }],
      blocks: [
        { 'kibana.alert.depth': 1, 'kibana.alert.original_time': ago(2) },
        { 'kibana.alert.depth': 1, 'kibana.alert.original_time': ago(1) },
      ],
    },
  },
  {
    name: 'an event in two sequences has a building block in each',
    source: IDS,
    rule: { query: 'sequence [process where process.name == "a"] [process where process.name == "b"]' },
    events: [start('a', 4), start('b', 3), start('a', 2), start('b', 1)],
    expect: { ids: ['d1 d2', 'd3 d4'] },
  },
  {
    name: 'sequences are joined by their keys',
    source: DOCS,
    rule: PAIR,
    events: [start('a', 3), start('b', 2, on('h2')), start('b', 1)],
    expect: { ids: ['d1 d3'] },
  },
  {
    name: 'a sample raises alerts like a sequence',
    source: `${EXECUTE} (sequences)`,
    rule: { query: 'sample by host.name [process where process.name == "b"] [process where process.name == "a"]' },
    events: [start('a', 2), start('b', 1)],
    expect: { ids: ['d2 d1'], blocks: [{ 'process.name': 'b' }, { 'process.name': 'a' }] },
  },
  {
    name: 'overrides count for events',
    source: 'rule_types/factories/utils/transform_hit_to_alert.ts (applyOverrides)',
    rule: {
      rule_name_override: 'process.name',
      severity_mapping: [{ field: 'host.name', operator: 'equals', value: 'h1', severity: 'high' }],
    },
    events: [start('a', 1)],
    expect: { fields: [{ 'kibana.alert.rule.name': 'a', 'kibana.alert.severity': 'high' }] },
  },
  {
    name: 'overrides do not count for sequences and their blocks',
    source: `${GROUP} (applyOverrides: false)`,
    rule: { ...PAIR, rule_name_override: 'host.name' },
    events: [start('a', 2), start('b', 1)],
    expect: {
      fields: [{ 'kibana.alert.rule.name': 'The rule' }],
      blocks: [{ 'kibana.alert.rule.name': 'The rule' }, { 'kibana.alert.rule.name': 'The rule' }],
    },
  },
  {
    name: 'an overlapping run does not repeat events',
    source: 'rule_types/factories/wrap_hits.ts (generateId); rule_types/factories/filter_duplicate_alerts.ts',
    events: [start('a', 1), start('b', -3)],
    runs: [0, 4],
    expect: [{ ids: ['d1'] }, { ids: ['d2'] }],
  },
  {
    name: 'an overlapping run does not repeat sequences',
    source: `${GROUP} (generateAlertId of the ancestors)`,
    rule: { ...PAIR, from: 'now-15m' },
    events: [start('a', 2), start('b', 1)],
    runs: [0, 4],
    expect: [{ count: 1 }, { count: 0, blocks: [] }],
  },
  {
    name: 'suppression makes one alert of the events of a group',
    source: `${EXECUTE} (bulkCreateSuppressedAlertsInMemory); ${SUPPRESSION}`,
    rule: by('host.name'),
    events: [start('a', 3), start('b', 2), start('c', 1, on('h2'))],
    expect: {
      ids: ['d1', 'd3'],
      fields: [
        {
          'kibana.alert.suppression.terms': [{ field: 'host.name', value: ['h1'] }],
          'kibana.alert.suppression.docs_count': 1,
          'kibana.alert.suppression.start': ago(3),
          'kibana.alert.suppression.end': ago(2),
        },
        { 'kibana.alert.suppression.docs_count': 0 },
      ],
    },
  },
  {
    name: 'events without the group field are one group by default',
    source: `rule_types/utils/bulk_create_suppressed_alerts_in_memory.ts; ${SUPPRESSION}`,
    rule: by('user.name'),
    events: [start('a', 3), start('b', 2)],
    expect: { ids: ['d1'], fields: [{ 'kibana.alert.suppression.terms': [{ field: 'user.name', value: null }] }] },
  },
  {
    name: 'events without the group field stand alone with doNotSuppress',
    source: `rule_types/utils/partition_missing_fields_events.ts; ${SUPPRESSION}`,
    rule: by('user.name', { missing_fields_strategy: 'doNotSuppress' }),
    events: [start('a', 3), start('b', 2), start('c', 1, { user: { name: 'ann' } })],
    expect: { ids: ['d1', 'd2', 'd3'] },
  },
  {
    name: 'suppression over a duration adds to the alert of an earlier run',
    source: `rule_types/factories/alert_with_suppression.ts; ${SUPPRESSION}`,
    rule: by('host.name', { duration: { value: 1, unit: 'h' } }),
    events: [start('a', 1), start('b', -3)],
    runs: [0, 4],
    expect: [
      { ids: ['d1'] },
      {
        count: 0,
        updated: [
          {
            'kibana.alert.suppression.docs_count': 1,
            'kibana.alert.suppression.start': ago(1),
            'kibana.alert.suppression.end': ago(-3),
            'kibana.alert.last_detected': ago(-4),
          },
        ],
      },
    ],
  },
  {
    name: 'suppression of a run alone makes a new alert in the next one, without what was counted',
    source: `rule_types/factories/alert_with_suppression.ts (isRuleExecutionOnly); ${SUPPRESSION}`,
    rule: by('host.name'),
    events: [start('a', 2), start('b', 1), start('c', -3)],
    runs: [0, 4],
    expect: [
      { ids: ['d1'], fields: [{ 'kibana.alert.suppression.docs_count': 1 }] },
      { ids: ['d3'], fields: [{ 'kibana.alert.suppression.docs_count': 0 }], updated: [] },
    ],
  },
  {
    name: 'sequences are suppressed by fields that their events share',
    source: `rule_types/utils/utils.ts (buildShellAlertSuppressionTermsAndFields); ${SUPPRESSION}`,
    rule: { ...PAIR, ...by('host.name') },
    events: [start('a', 4), start('b', 3), start('a', 2), start('b', 1)],
    expect: {
      count: 1,
      fields: [
        {
          'kibana.alert.suppression.terms': [{ field: 'host.name', value: 'h1' }],
          'kibana.alert.suppression.docs_count': 1,
        },
      ],
      blocks: [{ 'process.name': 'a' }, { 'process.name': 'b' }],
    },
  },
  {
    name: 'sequences whose events share no such field stand alone with doNotSuppress',
    source: `rule_types/utils/bulk_create_suppressed_alerts_in_memory.ts; ${SUPPRESSION}`,
    rule: { ...PAIR, ...by('process.name', { missing_fields_strategy: 'doNotSuppress' }) },
    events: [start('a', 4), start('b', 3), start('a', 2), start('b', 1)],
    expect: { ids: ['d1 d2', 'd3 d4'] },
  },
];
