import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const DOCS = 'docs: create-detection-rule#create-ml-rule';
const QUERY = 'lib/machine_learning/index.ts (buildAnomalyQuery)';
const CREATE = 'rule_types/ml/bulk_create_ml_signals.ts (transformAnomalyFieldsToEcs)';
const EXECUTE = 'rule_types/ml/ml.ts';
const FIND = 'rule_types/ml/find_ml_signals.ts';
const TEST = 'rule_execution_logic/machine_learning/trial_license_complete_tier/machine_learning.ts';
const SUPPRESSION =
  'rule_execution_logic/machine_learning/trial_license_complete_tier/machine_learning_alert_suppression.ts';

/** Keys of every rule of the cases. */
export const RULE: JsonObject = {
  type: 'machine_learning',
  anomaly_threshold: 50,
  machine_learning_job_id: ['rare_process', 'rare_port'],
};

const anomaly = (minutes: number, score: number, more: JsonObject = {}): JsonObject => ({
  _index: '.ml-anomalies-custom-rare',
  job_id: 'rare_process',
  result_type: 'record',
  is_interim: false,
  record_score: score,
  timestamp: ago(minutes),
  ...more,
});
const influencer = (name: string, ...values: readonly string[]): JsonObject => ({
  influencer_field_name: name,
  influencer_field_values: values,
});

export const CASES: readonly DetectionCase[] = [
  {
    name: 'max_signals above what Kibana lets any rule create warns',
    source: 'rule_types/utils/utils.ts (getRuleRangeTuples, maxAlertsAllowed)',
    rule: { max_signals: 1001 },
    events: [anomaly(1, 60)],
    expect: { count: 1, warnings: ['is greater than the Kibana alerting limit (1000)'] },
  },
  { name: 'a record raises an alert', source: `${DOCS}; ${TEST}`, events: [anomaly(1, 60)], expect: { ids: ['d1'] } },
  {
    name: 'the score must reach the threshold',
    source: QUERY,
    events: [anomaly(1, 50), anomaly(1, 49.9)],
    expect: { ids: ['d1'] },
  },
  {
    name: 'a threshold of 0 takes every record',
    source: QUERY,
    rule: { anomaly_threshold: 0 },
    events: [anomaly(1, 0), anomaly(1, 0.5)],
    expect: { ids: ['d2', 'd1'] },
  },
  {
    name: 'only records count, no buckets and influencers',
    source: QUERY,
    events: [anomaly(1, 60, { result_type: 'bucket' }), anomaly(1, 60, { result_type: 'influencer' })],
    expect: { count: 0 },
  },
  {
    name: 'interim results do not count',
    source: QUERY,
    events: [anomaly(1, 60, { is_interim: true }), anomaly(1, 70)],
    expect: { ids: ['d2'] },
  },
  {
    name: 'a result that does not say whether it is interim does not count',
    source: QUERY,
    events: [
      {
        _index: '.ml-anomalies-custom-rare',
        job_id: 'rare_process',
        result_type: 'record',
        record_score: 60,
        timestamp: ago(1),
      },
    ],
    expect: { count: 0 },
  },
  {
    name: 'all jobs of the rule count',
    source: QUERY,
    events: [anomaly(1, 60), anomaly(1, 70, { job_id: 'rare_port' })],
    expect: { ids: ['d2', 'd1'] },
  },
  {
    name: 'jobs of other rules do not count',
    source: QUERY,
    events: [anomaly(1, 60, { job_id: 'rare_user' })],
    expect: { count: 0 },
  },
  {
    name: 'a lone * stands for every job',
    source: `${QUERY} (jobIdsFilterable)`,
    rule: { machine_learning_job_id: ['*'] },
    events: [anomaly(1, 60, { job_id: 'rare_user' })],
    expect: { ids: ['d1'] },
  },
  {
    name: 'a single job may be named without a list',
    source: DOCS,
    rule: { machine_learning_job_id: 'rare_port' },
    events: [anomaly(1, 60), anomaly(1, 70, { job_id: 'rare_port' })],
    expect: { ids: ['d2'] },
  },
  {
    name: 'timestamp must lie in the window',
    source: `${FIND}; ${QUERY}`,
    rule: { from: 'now-10m' },
    events: [anomaly(9, 60), anomaly(11, 60), anomaly(-1, 60)],
    expect: { ids: ['d1'] },
  },
  {
    name: 'the ends of the window are in it',
    source: `${QUERY} (gte, lte)`,
    events: [anomaly(6, 60), anomaly(0, 70)],
    expect: { ids: ['d2', 'd1'] },
  },
  {
    name: '@timestamp says nothing of the window',
    source: QUERY,
    events: [anomaly(60, 60, { '@timestamp': ago(1) })],
    expect: { count: 0 },
  },
  {
    name: 'the highest scores come first',
    source: `${QUERY} (sort record_score desc)`,
    events: [anomaly(1, 60), anomaly(2, 90), anomaly(3, 75)],
    expect: { ids: ['d2', 'd3', 'd1'] },
  },
  {
    name: 'max_signals keeps the highest scores and warns',
    source: `${EXECUTE} (getMaxSignalsWarning)`,
    rule: { max_signals: 2 },
    events: [anomaly(1, 60), anomaly(2, 90), anomaly(3, 75)],
    expect: { ids: ['d2', 'd3'], warnings: ['reached the maximum alert limit'] },
  },
  {
    name: 'exactly max_signals records are no reason to warn',
    source: `${EXECUTE} (total > maxSignals)`,
    rule: { max_signals: 2 },
    events: [anomaly(1, 60), anomaly(2, 90)],
    expect: { count: 2 },
  },
  {
    name: 'influencers become fields of the alert',
    source: `${CREATE}; ${TEST}`,
    events: [anomaly(1, 60, { influencers: [influencer('host.name', 'h1'), influencer('user.name', 'ann', 'ben')] })],
    expect: { fields: [{ 'host.name': ['h1'], 'user.name': ['ann', 'ben'] }] },
  },
  {
    name: 'the value that the job is split by becomes a field of the alert',
    source: CREATE,
    events: [anomaly(1, 60, { by_field_name: 'process.name', by_field_value: 'store' })],
    expect: { fields: [{ 'process.name': ['store'] }] },
  },
  {
    name: 'fields that influencers name show in the reason',
    source: `${CREATE}; rule_types/utils/reason_formatters.ts; ${TEST}`,
    events: [
      anomaly(1, 60, {
        by_field_name: 'process.name',
        by_field_value: 'store',
        influencers: [influencer('user.name', 'root'), influencer('host.name', 'mothra')],
      }),
    ],
    expect: {
      fields: [{ 'kibana.alert.reason': 'event with process store, by root on mothra created low alert The rule.' }],
    },
  },
  {
    name: 'the time of the record is the original time',
    source: `${CREATE} (setTimestamp)`,
    events: [anomaly(4, 60)],
    expect: { fields: [{ 'kibana.alert.original_time': ago(4), '@timestamp': ago(0) }] },
  },
  {
    name: 'the record itself is in the alert',
    source: TEST,
    events: [anomaly(4, 60)],
    expect: { fields: [{ job_id: 'rare_process', record_score: 60, 'kibana.alert.rule.type': 'machine_learning' }] },
  },
  {
    name: 'exceptions filter records',
    source: `${QUERY} (must_not exceptionFilter); ${TEST}`,
    events: [anomaly(1, 60, { by_field_value: 'store' }), anomaly(1, 70)],
    exceptions: [
      { name: 'x', entries: [{ field: 'by_field_value', operator: 'included', type: 'match', value: 'store' }] },
    ],
    expect: { ids: ['d2'] },
  },
  {
    name: 'exceptions with a list of texts filter records in memory',
    source: `${EXECUTE} (filterEventsAgainstList)`,
    events: [anomaly(1, 60, { by_field_value: 'store' }), anomaly(1, 70)],
    exceptions: [
      {
        name: 'x',
        entries: [{ field: 'by_field_value', operator: 'included', type: 'list', list: { id: 'l', type: 'text' } }],
      },
    ],
    valueLists: [{ id: 'l', type: 'text', values: ['the store'] }],
    expect: { ids: ['d2'] },
  },
  {
    name: 'severity and risk score may come from the record',
    source: 'rule_types/factories/utils/transform_hit_to_alert.ts',
    rule: { risk_score_mapping: [{ field: 'record_score', operator: 'equals', value: '' }] },
    events: [anomaly(1, 88)],
    expect: { fields: [{ 'kibana.alert.risk_score': 88 }] },
  },
  {
    name: 'suppression makes one alert of a group',
    source: `${EXECUTE}; ${SUPPRESSION}`,
    rule: { alert_suppression: { group_by: ['user.name'] } },
    events: [
      anomaly(1, 60, { user: { name: 'ann' } }),
      anomaly(2, 70, { user: { name: 'ann' } }),
      anomaly(3, 80, { user: { name: 'ben' } }),
    ],
    expect: {
      count: 2,
      fields: [
        {
          'kibana.alert.suppression.terms': [{ field: 'user.name', value: ['ben'] }],
          'kibana.alert.suppression.docs_count': 0,
        },
        {
          'kibana.alert.suppression.terms': [{ field: 'user.name', value: ['ann'] }],
          'kibana.alert.suppression.docs_count': 1,
        },
      ],
    },
  },
  {
    name: 'records without the group field are one group, unless they are not to be suppressed',
    source: SUPPRESSION,
    rule: { alert_suppression: { group_by: ['user.name'], missing_fields_strategy: 'doNotSuppress' } },
    events: [anomaly(1, 60), anomaly(2, 70)],
    expect: { ids: ['d2', 'd1'], fields: [{ 'kibana.alert.suppression.terms': undefined }, {}] },
  },
  {
    name: 'an overlapping run does not repeat its alerts',
    source: 'rule_types/factories/filter_duplicate_alerts.ts',
    events: [anomaly(1, 60), anomaly(-3, 60)],
    runs: [0, 4],
    expect: [{ ids: ['d1'] }, { ids: ['d2'] }],
  },
];
