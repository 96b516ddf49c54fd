import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';
import { KIBANA_CASES } from './kibana-cases.js';

const DOCS = 'docs: create-detection-rule#create-esql-rule';
const EXECUTE = 'rule_types/esql/esql.ts';
const REQUEST = 'rule_types/esql/build_esql_search_request.ts';
const ID = 'rule_types/esql/utils/generate_alert_id.ts';
const FETCH = 'rule_types/esql/fetch_source_documents.ts';
const MERGE = 'rule_types/esql/utils/merge_esql_result_in_source.ts';
const MV = 'rule_types/esql/utils/get_mv_expand_usage.ts';
const TEST = 'rule_execution_logic/esql/trial_license_complete_tier/esql.ts';
const SUPPRESSION = 'rule_execution_logic/esql/trial_license_complete_tier/esql_suppression.ts';

const META = 'FROM logs-* METADATA _id, _index, _version';

/** Keys of every rule of the cases. */
export const RULE: JsonObject = { type: 'esql', language: 'esql', query: `${META} | SORT process.pid` };

const event = (pid: number, minutes: number, more: JsonObject = {}): JsonObject => ({
  '@timestamp': ago(minutes),
  process: { pid, name: `p${pid}` },
  host: { name: 'h1' },
  ...more,
});
const query = (text: string, more: JsonObject = {}): JsonObject => ({ query: text, ...more });
const by = (field: string, more: JsonObject = {}): JsonObject => ({
  alert_suppression: { group_by: [field], ...more },
});
const COUNT = 'FROM logs-* | STATS total = COUNT(*) BY host.name | SORT host.name';

export const CASES: readonly DetectionCase[] = [
  ...KIBANA_CASES,
  {
    name: 'a row takes over fields that only the mapping has (an alias)',
    source: 'rule_types/esql/wrap_esql_alerts.ts (mergeStrategy)',
    events: [event(1, 1, { user: { name: 'ann' } })],
    expect: { ids: ['d1'], fields: [{ actor: 'ann' }] },
  },
  {
    name: 'a null column does not take away what the document has',
    source: 'rule_types/esql/utils/row_to_document.ts (nulls are left out)',
    rule: query('FROM logs-* METADATA _id | EVAL user.name = NULL'),
    events: [event(1, 1, { user: { name: 'ann' } })],
    expect: { ids: ['d1'], fields: [{ 'user.name': 'ann' }] },
  },
  {
    name: 'DROP of a field does not take it out of the alert',
    source: TEST,
    rule: query('FROM logs-* METADATA _id | DROP user.name'),
    events: [event(1, 1, { user: { name: 'ann' } })],
    expect: { ids: ['d1'], fields: [{ 'user.name': 'ann' }] },
  },
  {
    name: 'a row with _id is the alert of its document',
    source: `${DOCS}; ${TEST}`,
    events: [event(1, 1), event(2, 2)],
    expect: { ids: ['d1', 'd2'] },
  },
  {
    name: 'rows come in the order of the query',
    source: EXECUTE,
    rule: query(`${META} | SORT process.pid DESC`),
    events: [event(1, 1), event(3, 2), event(2, 3)],
    expect: { ids: ['d2', 'd3', 'd1'] },
  },
  {
    name: 'the window is a filter before the first command',
    source: `${REQUEST} (filter)`,
    rule: query('FROM logs-* | STATS total = COUNT(*)'),
    events: [event(1, 1), event(2, 7), event(3, -1)],
    expect: { fields: [{ total: 1 }] },
  },
  {
    name: 'a row takes over the fields of its document that it dropped',
    source: `${FETCH}; ${MERGE}`,
    rule: query(`${META} | KEEP _id, _index, process.pid`),
    events: [event(1, 1, { user: { name: 'ann' } })],
    expect: { fields: [{ 'user.name': 'ann', 'host.name': 'h1', 'process.name': 'p1', 'process.pid': 1 }] },
  },
  {
    name: 'a column replaces the field of the document',
    source: MERGE,
    rule: query(`${META} | EVAL host.name = "other" | KEEP _id, host.name`),
    events: [event(1, 1)],
    expect: { fields: [{ 'host.name': 'other', 'process.name': 'p1' }] },
  },
  {
    name: 'computed columns are fields of the alert',
    source: TEST,
    rule: query(`${META} | EVAL double = process.pid * 2 | KEEP _id, double`),
    events: [event(21, 1)],
    expect: { fields: [{ double: 42, 'process.pid': 21 }] },
  },
  {
    name: 'columns without a value are left out',
    source: `${EXECUTE} (drop_null_columns); rule_types/esql/utils/row_to_document.ts`,
    rule: query(`${META} | EVAL nothing = NULL | KEEP _id, nothing, user.name`),
    events: [event(1, 1)],
    expect: { fields: [{ nothing: undefined, 'user.name': undefined }] },
  },
  {
    name: 'an aggregating query raises an alert for each row, of no document',
    source: `${DOCS}; ${TEST}`,
    rule: query(COUNT),
    events: [event(1, 1), event(2, 2), event(3, 3, { host: { name: 'h2' } })],
    expect: {
      ids: ['', ''],
      fields: [
        { 'host.name': 'h1', total: 2 },
        { 'host.name': 'h2', total: 1 },
      ],
    },
  },
  {
    name: 'the ancestor of a row without a document has neither id nor index',
    source: TEST,
    rule: query(COUNT),
    events: [event(1, 1)],
    expect: {
      fields: [{ 'kibana.alert.ancestors': [{ id: '', type: 'event', index: '', depth: 0 }], 'kibana.alert.depth': 1 }],
    },
  },
  {
    name: 'a query without METADATA _id raises alerts of no documents',
    source: `${ID}; ${TEST}`,
    rule: query('FROM logs-* | KEEP process.pid | SORT process.pid'),
    events: [event(1, 1), event(2, 2)],
    expect: { ids: ['', ''], fields: [{ 'process.pid': 1, 'host.name': undefined }, { 'process.pid': 2 }] },
  },
  {
    name: 'overlapping runs do not repeat alerts of documents',
    source: `${ID}; ${TEST}`,
    events: [event(1, 1), event(2, -3)],
    runs: [0, 4],
    expect: [{ ids: ['d1'] }, { ids: ['d2'] }],
  },
  {
    name: 'overlapping runs repeat alerts of aggregated rows',
    source: `${ID} (ruleRunId); docs: create-detection-rule#esql-agg-query`,
    rule: query(COUNT),
    events: [event(1, 1)],
    runs: [0, 4],
    expect: [{ count: 1 }, { count: 1 }],
  },
  {
    name: 'overlapping runs repeat alerts of rows without _id',
    source: `${ID}; docs: create-detection-rule#esql-non-agg-query-dedupe`,
    rule: query('FROM logs-* | KEEP process.pid'),
    events: [event(1, 1)],
    runs: [0, 4],
    expect: [{ count: 1 }, { count: 1 }],
  },
  {
    name: 'INLINE STATS does not aggregate: rows stay documents',
    notOnNode: 'INLINE STATS came after 8.19',
    source: '@kbn/securitysolution-utils computeIsESQLQueryAggregating.ts',
    rule: query(`${META} | INLINE STATS most = MAX(process.pid) | WHERE process.pid == most`),
    events: [event(1, 1), event(2, 2)],
    runs: [0, 3],
    expect: [{ ids: ['d2'] }, { count: 0 }],
  },
  {
    name: 'each value of MV_EXPAND raises an alert of its document',
    source: `${MV}; ${ID} (expandedFields)`,
    rule: query(`${META} | MV_EXPAND tags | SORT tags`),
    events: [event(1, 1, { tags: ['a', 'b'] })],
    expect: { ids: ['d1', 'd1'], fields: [{ tags: 'a' }, { tags: 'b' }] },
  },
  {
    name: 'overlapping runs do not repeat expanded values',
    source: ID,
    rule: query(`${META} | MV_EXPAND tags | SORT tags`),
    events: [event(1, 1, { tags: ['a', 'b'] })],
    runs: [0, 4],
    expect: [{ count: 2 }, { count: 0 }],
  },
  {
    name: 'rows of one document are one alert',
    source: 'rule_types/esql/wrap_esql_alerts.ts (uniqBy)',
    rule: query(`${META} | MV_EXPAND tags | KEEP _id, _index`),
    events: [event(1, 1, { tags: ['a', 'b'] })],
    expect: { ids: ['d1'] },
  },
  {
    name: 'max_signals keeps the first rows and warns',
    source: `${REQUEST} (limit size + 1); ${EXECUTE}`,
    rule: { max_signals: 2 },
    events: [event(1, 1), event(2, 2), event(3, 3)],
    expect: { ids: ['d1', 'd2'], warnings: ['Some alerts were not created.'] },
  },
  {
    name: 'exactly max_signals rows are no reason to warn',
    source: `${EXECUTE} (alertsWereTruncated)`,
    rule: { max_signals: 2 },
    events: [event(1, 1), event(2, 2)],
    expect: { count: 2 },
  },
  {
    name: 'rows that raised alerts before do not use up max_signals',
    source: `${EXECUTE} (size += maxSignals)`,
    rule: { max_signals: 2, from: 'now-20m' },
    events: [event(1, 2), event(2, 1), event(3, -1), event(4, -2)],
    runs: [0, 4],
    expect: [{ ids: ['d1', 'd2'] }, { ids: ['d3', 'd4'] }],
  },
  {
    name: 'exceptions are a filter on documents',
    source: `${REQUEST} (exceptionFilter)`,
    rule: query(COUNT),
    events: [event(1, 1), event(2, 2)],
    exceptions: [{ name: 'x', entries: [{ field: 'process.name', operator: 'included', type: 'match', value: 'p1' }] }],
    expect: { fields: [{ total: 1 }] },
  },
  {
    name: 'exceptions on computed columns match nothing',
    source: `${REQUEST} (filter before the first command)`,
    rule: query(COUNT),
    events: [event(1, 1)],
    exceptions: [{ name: 'x', entries: [{ field: 'total', operator: 'included', type: 'match', value: '1' }] }],
    expect: { count: 1 },
  },
  {
    name: 'an exception with a list of texts is not applied, and the run says so',
    source: `${EXECUTE} (getUnprocessedExceptionsWarnings)`,
    events: [event(1, 1)],
    exceptions: [
      {
        name: 'words',
        entries: [{ field: 'host.name', operator: 'included', type: 'list', list: { id: 'l', type: 'text' } }],
      },
    ],
    valueLists: [{ id: 'l', type: 'text', values: ['h1'] }],
    expect: { count: 1, warnings: ["won't be applied to rule execution: words"] },
  },
  {
    name: 'suppression makes one alert of rows of a group',
    source: `rule_types/esql/wrap_suppressed_esql_alerts.ts; ${SUPPRESSION}`,
    rule: by('host.name'),
    events: [event(1, 1), event(2, 2), event(3, 3, { host: { name: 'h2' } })],
    expect: {
      ids: ['d3', 'd2'],
      fields: [
        {
          'kibana.alert.suppression.terms': [{ field: 'host.name', value: 'h2' }],
          'kibana.alert.suppression.docs_count': 0,
        },
        {
          'kibana.alert.suppression.terms': [{ field: 'host.name', value: 'h1' }],
          'kibana.alert.suppression.docs_count': 1,
        },
      ],
    },
  },
  {
    name: 'suppression of aggregated rows goes over runs with a duration',
    source: SUPPRESSION,
    rule: { ...query(COUNT), ...by('host.name', { duration: { value: 1, unit: 'h' } }) },
    events: [event(1, 1)],
    runs: [0, 4],
    expect: [{ count: 1 }, { count: 0, updated: [{ 'kibana.alert.suppression.docs_count': 1 }] }],
  },
  {
    name: 'suppression may go by computed columns',
    source: `${SUPPRESSION}; rule_types/esql/wrap_suppressed_esql_alerts.ts (combinedFields)`,
    rule: { ...query(`${META} | EVAL odd = process.pid % 2 | SORT process.pid`), ...by('odd') },
    events: [event(1, 1), event(2, 2), event(3, 3)],
    expect: { ids: ['d3', 'd2'] },
  },
  {
    name: 'a query that Elasticsearch refuses is an error',
    source: `${EXECUTE} (errors.push)`,
    rule: query('FROM logs-* | WHERE no_such_field == 1'),
    events: [event(1, 1)],
    expect: { errors: ['Unknown column [no_such_field]'] },
  },
];
