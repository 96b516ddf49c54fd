import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';
import { KIBANA_CASES } from './kibana-cases.js';

const DOCS = 'docs: create-detection-rule#create-indicator-rule';
const FILTER = 'rule_types/indicator_match/threat_mapping/build_threat_mapping_filter.ts';
const MAPPING = 'rule_types/indicator_match/threat_mapping/get_mapping_filters.ts';
const ENRICH = 'rule_types/indicator_match/threat_mapping/enrich_signal_threat_matches.ts';
const SIGNALS = 'rule_types/indicator_match/threat_mapping/create_threat_signals.ts';
const VALIDATE = 'rule_types/indicator_match/threat_mapping/validate_complete_threat_matches.ts';
const LIST = 'rule_types/indicator_match/threat_mapping/get_threat_list.ts';
const TEST = 'rule_execution_logic/indicator_match/trial_license_complete_tier/indicator_match.ts';
const SUPPRESSION =
  'rule_execution_logic/indicator_match/trial_license_complete_tier/indicator_match_alert_suppression.ts';

const entry = (field: string, value: string, negate?: boolean): JsonObject => ({
  field,
  type: 'mapping',
  value,
  ...(negate === undefined ? {} : { negate }),
});
const group = (...entries: readonly JsonObject[]): JsonObject => ({ entries });
const IP = entry('source.ip', 'threat.indicator.ip');
const PORT = entry('source.port', 'threat.indicator.port');
const USER = entry('user.name', 'threat.indicator.user.name');
const HOST = entry('host.name', 'threat.indicator.host.name');

/** Keys of every rule of the cases. */
export const RULE: JsonObject = {
  type: 'threat_match',
  threat_index: ['logs-ti_*'],
  threat_mapping: [group(IP)],
  threat_query: '*:*',
  threat_language: 'kuery',
};

const mapping = (...groups: readonly JsonObject[]): JsonObject => ({ threat_mapping: groups });
const from = (ip: string | readonly string[], minutes: number, more: JsonObject = {}): JsonObject => ({
  '@timestamp': ago(minutes),
  source: { ip },
  ...more,
});
const indicator = (id: string, fields: JsonObject, more: JsonObject = {}): JsonObject => ({
  _id: id,
  _index: 'logs-ti_feed',
  '@timestamp': ago(60 * 24),
  threat: { indicator: fields, ...more },
});
const matched = (field: string, atomic: unknown, id: string): JsonObject => ({
  atomic: atomic as string,
  field,
  id,
  index: 'logs-ti_feed',
  type: 'indicator_match_rule',
});
const ENRICHMENTS = 'threat.enrichments';

export const CASES: readonly DetectionCase[] = [
  ...KIBANA_CASES,
  {
    name: 'a field that only the mapping has (an alias) is in the alert',
    source: 'rule_types/utils/source_fields_merging/strategies/merge_missing_fields_with_source.ts',
    events: [from('10.0.0.1', 1, { user: { name: 'ann' } }), indicator('t1', { ip: '10.0.0.1' })],
    expect: { ids: ['d1'], fields: [{ actor: 'ann' }] },
  },
  {
    name: 'max_signals above what Kibana lets any rule create warns',
    source: 'rule_types/utils/utils.ts (getRuleRangeTuples, maxAlertsAllowed)',
    rule: { max_signals: 1001 },
    events: [from('10.0.0.1', 1), indicator('t1', { ip: '10.0.0.1' })],
    expect: { count: 1, warnings: ['is greater than the Kibana alerting limit (1000)'] },
  },
  {
    name: 'an event whose value an indicator has raises an alert, another none',
    source: `${DOCS}; ${TEST}`,
    events: [from('10.0.0.1', 1), from('10.0.0.2', 2), indicator('t1', { ip: '10.0.0.1' })],
    expect: { ids: ['d1'] },
  },
  {
    name: 'what matched is added as an enrichment',
    source: ENRICH,
    events: [from('10.0.0.1', 1), indicator('t1', { ip: '10.0.0.1', type: 'ipv4-addr' }, { feed: { name: 'feed' } })],
    expect: {
      fields: [
        {
          [ENRICHMENTS]: [
            {
              indicator: { ip: '10.0.0.1', type: 'ipv4-addr' },
              feed: { name: 'feed' },
              matched: matched('source.ip', '10.0.0.1', 't1'),
            },
          ],
        },
      ],
    },
  },
  {
    name: 'each indicator that matches is an enrichment of the one alert',
    source: `${ENRICH}; ${TEST}`,
    events: [from('10.0.0.1', 1), indicator('t1', { ip: '10.0.0.1' }), indicator('t2', { ip: '10.0.0.1', port: 1 })],
    expect: {
      fields: [
        {
          [ENRICHMENTS]: [
            { indicator: { ip: '10.0.0.1' }, matched: matched('source.ip', '10.0.0.1', 't1') },
            { indicator: { ip: '10.0.0.1', port: 1 }, matched: matched('source.ip', '10.0.0.1', 't2') },
          ],
        },
      ],
    },
  },
  {
    name: 'enrichments that the event has stay, before the new ones',
    source: `${ENRICH} (existingEnrichments)`,
    events: [
      from('10.0.0.1', 1, { threat: { enrichments: [{ matched: { atomic: 'old' } }] } }),
      indicator('t1', { ip: '10.0.0.1' }),
    ],
    expect: {
      fields: [
        {
          [ENRICHMENTS]: [
            { matched: { atomic: 'old' } },
            { indicator: { ip: '10.0.0.1' }, matched: matched('source.ip', '10.0.0.1', 't1') },
          ],
        },
      ],
    },
  },
  {
    name: 'the entries of a group must hold for one indicator together',
    source: `${FILTER}; ${TEST}`,
    rule: mapping(group(IP, PORT)),
    events: [
      from('10.0.0.1', 1, { source: { ip: '10.0.0.1', port: 80 } }),
      from('10.0.0.2', 2, { source: { ip: '10.0.0.2', port: 80 } }),
      indicator('t1', { ip: '10.0.0.1', port: 80 }),
      indicator('t2', { ip: '10.0.0.2', port: 81 }),
    ],
    expect: { ids: ['d1'] },
  },
  {
    name: 'entries that hold for different indicators are no match',
    source: `${VALIDATE} (threatQueriesMap by id)`,
    rule: mapping(group(IP, PORT)),
    events: [
      from('10.0.0.1', 1, { source: { ip: '10.0.0.1', port: 80 } }),
      indicator('t1', { ip: '10.0.0.1', port: 81 }),
      indicator('t2', { ip: '10.0.0.9', port: 80 }),
    ],
    expect: { count: 0 },
  },
  {
    name: 'each entry of a group that holds is an enrichment',
    source: `${ENRICH}; ${TEST}`,
    rule: mapping(group(IP, PORT)),
    events: [
      from('10.0.0.1', 1, { source: { ip: '10.0.0.1', port: 80 } }),
      indicator('t1', { ip: '10.0.0.1', port: 80 }),
    ],
    expect: {
      fields: [
        {
          [ENRICHMENTS]: [
            { indicator: { ip: '10.0.0.1', port: 80 }, matched: matched('source.ip', '10.0.0.1', 't1') },
            { indicator: { ip: '10.0.0.1', port: 80 }, matched: matched('source.port', 80, 't1') },
          ],
        },
      ],
    },
  },
  {
    name: 'any group is enough',
    source: `${FILTER}; ${TEST}`,
    rule: mapping(group(IP), group(USER)),
    events: [
      from('10.0.0.1', 1),
      from('10.0.0.9', 2, { user: { name: 'eve' } }),
      from('10.0.0.9', 3, { user: { name: 'ann' } }),
      indicator('t1', { ip: '10.0.0.1' }),
      indicator('t2', { user: { name: 'eve' } }),
    ],
    expect: { ids: ['d1', 'd2'] },
  },
  {
    name: 'only the groups that hold are enrichments',
    source: `${VALIDATE}; kibana pull request 230773 in ${ENRICH}`,
    rule: mapping(group(IP, USER), group(IP, HOST)),
    events: [
      from('10.0.0.1', 1, { user: { name: 'eve' }, host: { name: 'h' } }),
      indicator('t1', { ip: '10.0.0.1', user: { name: 'eve' } }),
    ],
    expect: {
      fields: [
        {
          [ENRICHMENTS]: [
            {
              indicator: { ip: '10.0.0.1', user: { name: 'eve' } },
              matched: matched('source.ip', '10.0.0.1', 't1'),
            },
            {
              indicator: { ip: '10.0.0.1', user: { name: 'eve' } },
              matched: matched('user.name', 'eve', 't1'),
            },
          ],
        },
      ],
    },
  },
  {
    name: 'threat_query selects the indicators',
    source: `${LIST}; ${TEST}`,
    rule: { threat_query: 'threat.indicator.type: url' },
    events: [from('10.0.0.1', 1), indicator('t1', { ip: '10.0.0.1', type: 'ip' })],
    expect: { count: 0 },
  },
  {
    name: 'threat_filters select the indicators, too',
    source: LIST,
    rule: { threat_filters: [{ meta: { negate: true }, query: { term: { 'threat.indicator.type': 'ip' } } }] },
    events: [
      from('10.0.0.1', 1),
      from('10.0.0.2', 2),
      indicator('t1', { ip: '10.0.0.1', type: 'ip' }),
      indicator('t2', { ip: '10.0.0.2', type: 'x' }),
    ],
    expect: { ids: ['d2'] },
  },
  {
    name: 'indicators are not bound to the window, events are',
    source: `${LIST} (no time range); ${SIGNALS}`,
    events: [from('10.0.0.1', 1), from('10.0.0.1', 60), indicator('t1', { ip: '10.0.0.1' })],
    expect: { ids: ['d1'] },
  },
  {
    name: 'the query selects events',
    source: SIGNALS,
    rule: { query: 'user.name: ann' },
    events: [from('10.0.0.1', 1, { user: { name: 'ann' } }), from('10.0.0.1', 2), indicator('t1', { ip: '10.0.0.1' })],
    expect: { ids: ['d1'] },
  },
  {
    name: 'an event without the field does not match, nor does an indicator without it',
    source: MAPPING,
    events: [{ '@timestamp': ago(1) }, from('10.0.0.2', 1), indicator('t1', { port: 1 })],
    expect: { count: 0 },
  },
  {
    name: 'alerts are of the newest events first',
    source: `${SIGNALS} (sortOrder desc)`,
    events: [from('10.0.0.1', 3), from('10.0.0.1', 1), from('10.0.0.1', 2), indicator('t1', { ip: '10.0.0.1' })],
    expect: { ids: ['d2', 'd3', 'd1'] },
  },
  {
    name: 'max_signals keeps the newest and warns',
    source: `${SIGNALS}; rule_types/utils/search_after_bulk_create.ts`,
    rule: { max_signals: 2 },
    events: [from('10.0.0.1', 3), from('10.0.0.1', 1), from('10.0.0.1', 2), indicator('t1', { ip: '10.0.0.1' })],
    expect: { ids: ['d2', 'd3'], warnings: ['reached the maximum alert limit'] },
  },
  {
    name: 'DOES NOT MATCH: one indicator equals in one field and differs in another',
    source: `${FILTER} (negate); kibana pull request 227084; ${TEST}`,
    rule: mapping(group(USER, entry('host.name', 'threat.indicator.host.name', true))),
    events: [
      from('10.0.0.1', 1, { user: { name: 'ann' }, host: { name: 'other' } }),
      from('10.0.0.1', 2, { user: { name: 'ann' }, host: { name: 'home' } }),
      indicator('t1', { user: { name: 'ann' }, host: { name: 'home' } }),
    ],
    expect: { ids: ['d1'] },
  },
  {
    name: 'DOES NOT MATCH: another indicator that has the value changes nothing',
    source: `${FILTER} (clauses of one list item)`,
    rule: mapping(group(USER, entry('host.name', 'threat.indicator.host.name', true))),
    events: [
      from('10.0.0.1', 1, { user: { name: 'ann' }, host: { name: 'other' } }),
      indicator('t1', { user: { name: 'ann' }, host: { name: 'home' } }),
      indicator('t2', { user: { name: 'ben' }, host: { name: 'other' } }),
    ],
    expect: { ids: ['d1'] },
  },
  {
    name: 'DOES NOT MATCH: the field that differs is no enrichment',
    source: 'kibana pull request 227084; rule_types/indicator_match/threat_mapping/build_threat_mapping_filter.ts',
    rule: mapping(group(USER, entry('host.name', 'threat.indicator.host.name', true))),
    events: [
      from('10.0.0.1', 1, { user: { name: 'ann' }, host: { name: 'other' } }),
      indicator('t1', { user: { name: 'ann' }, host: { name: 'home' } }),
    ],
    expect: {
      fields: [
        {
          [ENRICHMENTS]: [
            {
              indicator: { user: { name: 'ann' }, host: { name: 'home' } },
              matched: matched('user.name', 'ann', 't1'),
            },
          ],
        },
      ],
    },
  },
  {
    name: 'DOES NOT MATCH: one side without the field differs, both without do not',
    source: `${FILTER} (buildNegateClause)`,
    rule: mapping(group(USER, entry('host.name', 'threat.indicator.host.name', true))),
    events: [
      from('10.0.0.1', 1, { user: { name: 'ann' } }),
      from('10.0.0.1', 2, { user: { name: 'ben' } }),
      indicator('t1', { user: { name: 'ann' }, host: { name: 'home' } }),
      indicator('t2', { user: { name: 'ben' } }),
    ],
    expect: { ids: ['d1'] },
  },
  {
    name: 'fields of several values do not match in a group of several entries',
    source: `${DOCS} (single-value fields only); ${FILTER} (itemValue.length !== 1)`,
    rule: mapping(group(IP, USER)),
    events: [
      from(['10.0.0.1', '10.0.0.2'], 1, { user: { name: 'ann' } }),
      indicator('t1', { ip: '10.0.0.1', user: { name: 'ann' } }),
      indicator('t2', { ip: '10.0.0.3', user: { name: 'ben' } }),
    ],
    expect: { count: 0 },
  },
  {
    name: 'another threat_indicator_path says where the indicator is',
    source: `${ENRICH} (indicatorPath); ${DOCS}`,
    rule: { threat_indicator_path: 'intel', threat_mapping: [group(entry('source.ip', 'intel.ip'))] },
    events: [from('10.0.0.1', 1), { _id: 't1', _index: 'logs-ti_feed', intel: { ip: '10.0.0.1' } }],
    expect: {
      fields: [
        {
          [ENRICHMENTS]: [{ indicator: { ip: '10.0.0.1' }, matched: matched('source.ip', '10.0.0.1', 't1') }],
        },
      ],
    },
  },
  {
    name: 'an indicator that is no object is an error',
    source: `${ENRICH} (Expected indicator field to be an object)`,
    rule: { threat_indicator_path: 'intel', threat_mapping: [group(entry('source.ip', 'threat.indicator.ip'))] },
    events: [from('10.0.0.1', 1), { ...indicator('t1', { ip: '10.0.0.1' }), intel: 'text' }],
    expect: { errors: ['Expected indicator field to be an object, but found: text'] },
  },
  {
    name: 'exceptions keep events out',
    source: `${SIGNALS} (exceptionFilter)`,
    events: [
      from('10.0.0.1', 1),
      from('10.0.0.2', 2),
      indicator('t1', { ip: '10.0.0.1' }),
      indicator('t2', { ip: '10.0.0.2' }),
    ],
    exceptions: [
      { name: 'x', entries: [{ field: 'source.ip', operator: 'included', type: 'match', value: '10.0.0.1' }] },
    ],
    expect: { ids: ['d2'] },
  },
  {
    name: 'exceptions keep indicators out, too',
    source: `${LIST} (exceptionFilter)`,
    events: [from('10.0.0.1', 1), indicator('t1', { ip: '10.0.0.1', type: 'x' })],
    exceptions: [
      { name: 'x', entries: [{ field: 'threat.indicator.type', operator: 'included', type: 'match', value: 'x' }] },
    ],
    expect: { count: 0 },
  },
  {
    name: 'suppression makes one alert of a group, the oldest first',
    source: `${SIGNALS} (sortOrder asc); ${SUPPRESSION}`,
    rule: { alert_suppression: { group_by: ['user.name'] } },
    events: [
      from('10.0.0.1', 1, { user: { name: 'ann' } }),
      from('10.0.0.1', 3, { user: { name: 'ann' } }),
      from('10.0.0.1', 2, { user: { name: 'ben' } }),
      indicator('t1', { ip: '10.0.0.1' }),
    ],
    expect: {
      ids: ['d2', 'd3'],
      fields: [
        {
          'kibana.alert.suppression.docs_count': 1,
          'kibana.alert.suppression.terms': [{ field: 'user.name', value: ['ann'] }],
          'kibana.alert.suppression.start': ago(3),
          'kibana.alert.suppression.end': ago(1),
        },
        { 'kibana.alert.suppression.docs_count': 0 },
      ],
    },
  },
  {
    name: 'an overlapping run does not repeat its alerts',
    source: 'rule_types/factories/filter_duplicate_alerts.ts',
    events: [from('10.0.0.1', 1), from('10.0.0.1', -3), indicator('t1', { ip: '10.0.0.1' })],
    runs: [0, 4],
    expect: [{ ids: ['d1'] }, { ids: ['d2'] }],
  },
];
