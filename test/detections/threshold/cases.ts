import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';
import { KIBANA_CASES } from './kibana-cases.js';

const DOCS = 'docs: create-detection-rule#create-threshold-rule';
const FIND = 'rule_types/threshold/find_threshold_signals.ts';
const AGGREGATION = 'rule_types/threshold/build_threshold_aggregation.ts';
const CREATE = 'rule_types/threshold/bulk_create_threshold_signals.ts';
const HISTORY = 'rule_types/threshold/get_threshold_bucket_filters.ts';
const STATE = 'rule_types/threshold/utils.ts (getSignalHistory)';
const SUPPRESS = 'rule_types/threshold/wrap_suppressed_threshold_alerts.ts';
const TEST = 'rule_execution_logic/threshold/trial_license_complete_tier/threshold.ts';

/** Keys of every rule of the cases. */
export const RULE: JsonObject = { type: 'threshold', threshold: { field: ['host.name'], value: 2 } };

const on = (name: string | readonly string[], minutes: number, more: JsonObject = {}): JsonObject => ({
  '@timestamp': ago(minutes),
  host: { name },
  ...more,
});
const by = (user: string): JsonObject => ({ user: { name: user } });
const threshold = (field: readonly string[], value: number, more: JsonObject = {}): JsonObject => ({
  threshold: { field, value, ...more },
});
const cardinality = (field: string, value: number): JsonObject => ({ cardinality: [{ field, value }] });
const RESULT = 'kibana.alert.threshold_result';
const suppressed = { alert_suppression: { duration: { value: 1, unit: 'h' } } };

export const CASES: readonly DetectionCase[] = [
  ...KIBANA_CASES,
  {
    name: 'a field that only the mapping has (an alias) may group',
    source: AGGREGATION,
    rule: threshold(['actor'], 2),
    events: [on('a', 1, by('ann')), on('b', 2, by('ann')), on('c', 3, by('ben'))],
    expect: { count: 1, fields: [{ [RESULT]: { count: 2, from: ago(2), terms: [{ field: 'actor', value: 'ann' }] } }] },
  },
  {
    name: 'the alert has no fields of its documents but those of the group',
    source: 'rule_types/threshold/bulk_create_threshold_signals.ts (transformBucketsToHits)',
    events: [on('a', 1, by('ann')), on('a', 2, by('ann'))],
    expect: { count: 1, fields: [{ 'host.name': 'a', 'user.name': undefined, actor: undefined }] },
  },
  {
    name: 'a group that reaches the value raises one alert, a smaller one none',
    source: `${DOCS}; ${TEST}`,
    events: [on('a', 1), on('a', 2), on('b', 1)],
    expect: {
      count: 1,
      fields: [{ 'host.name': 'a', [RESULT]: { count: 2, from: ago(2), terms: [{ field: 'host.name', value: 'a' }] } }],
    },
  },
  {
    name: 'the value itself is enough, one less is not',
    source: AGGREGATION,
    rule: threshold(['host.name'], 3),
    events: [on('a', 1), on('a', 2), on('a', 3), on('b', 1), on('b', 2)],
    expect: { count: 1, fields: [{ 'host.name': 'a' }] },
  },
  {
    name: 'without fields all documents are one group',
    source: `${FIND} (buildThresholdSingleBucketAggregation); ${TEST}`,
    rule: threshold([], 3),
    events: [on('a', 1), on('b', 2), { '@timestamp': ago(3) }],
    expect: { count: 1, fields: [{ 'host.name': undefined, [RESULT]: { count: 3, from: ago(3), terms: [] } }] },
  },
  {
    name: 'without fields too few documents are no alert',
    source: FIND,
    rule: threshold([], 3),
    events: [on('a', 1), on('b', 2)],
    expect: { count: 0 },
  },
  {
    name: 'several fields group by the combination of their values',
    source: `${DOCS}; ${AGGREGATION}`,
    rule: threshold(['host.name', 'user.name'], 2),
    events: [on('a', 1, by('x')), on('a', 2, by('x')), on('a', 3, by('y')), on('b', 1, by('x'))],
    expect: {
      count: 1,
      fields: [
        {
          'host.name': 'a',
          'user.name': 'x',
          'kibana.alert.threshold_result': {
            count: 2,
            from: ago(2),
            terms: [
              { field: 'host.name', value: 'a' },
              { field: 'user.name', value: 'x' },
            ],
          },
        },
      ],
    },
  },
  {
    name: 'a document that lacks one of the fields is in no group',
    source: `${AGGREGATION} (composite without missing_bucket); ${TEST}`,
    rule: threshold(['host.name', 'user.name'], 2),
    events: [on('a', 1, by('x')), on('a', 2)],
    expect: { count: 0 },
  },
  {
    name: 'each value of several counts as a group',
    source: AGGREGATION,
    events: [on(['a', 'b'], 1), on(['a', 'b'], 2)],
    expect: { count: 2, fields: [{ 'host.name': 'a' }, { 'host.name': 'b' }] },
  },
  {
    name: 'groups come in the order of their values',
    source: AGGREGATION,
    events: [on('c', 1), on('c', 2), on('a', 1), on('a', 2), on('b', 1), on('b', 2)],
    expect: { fields: [{ 'host.name': 'a' }, { 'host.name': 'b' }, { 'host.name': 'c' }] },
  },
  {
    name: 'cardinality demands different values, too',
    source: `${DOCS}; ${TEST}`,
    rule: threshold(['host.name'], 2, cardinality('user.name', 2)),
    events: [on('a', 1, by('x')), on('a', 2, by('y')), on('b', 1, by('x')), on('b', 2, by('x'))],
    expect: {
      count: 1,
      fields: [
        {
          [RESULT]: {
            cardinality: [{ field: 'user.name', value: 2 }],
            count: 2,
            from: ago(2),
            terms: [{ field: 'host.name', value: 'a' }],
          },
        },
      ],
    },
  },
  {
    name: 'cardinality alone is not enough',
    source: AGGREGATION,
    rule: threshold(['host.name'], 3, cardinality('user.name', 2)),
    events: [on('a', 1, by('x')), on('a', 2, by('y'))],
    expect: { count: 0 },
  },
  {
    name: 'cardinality without fields looks at all documents',
    source: `${FIND} (cardinality_count of the single bucket)`,
    rule: threshold([], 2, cardinality('user.name', 2)),
    events: [on('a', 1, by('x')), on('b', 2, by('y'))],
    expect: {
      fields: [{ [RESULT]: { cardinality: [{ field: 'user.name', value: 2 }], count: 2, from: ago(2), terms: [] } }],
    },
  },
  {
    name: 'of several cardinalities the first one counts',
    source: `${AGGREGATION} (cardinality[0])`,
    rule: {
      threshold: {
        field: ['host.name'],
        value: 2,
        cardinality: [
          { field: 'user.name', value: 1 },
          { field: 'process.name', value: 9 },
        ],
      },
    },
    events: [on('a', 1, by('x')), on('a', 2, by('x'))],
    expect: { count: 1 },
  },
  {
    name: 'the alert has the time of its newest document, and comes from none',
    source: `${CREATE} (transformBucketIntoHit)`,
    events: [on('a', 1), on('a', 4)],
    expect: {
      ids: [''],
      fields: [{ 'kibana.alert.original_time': ago(1), '@timestamp': ago(0), 'kibana.alert.depth': 1 }],
    },
  },
  {
    name: 'the ancestor is of the index patterns of the rule',
    source: CREATE,
    rule: { index: ['logs-*', 'more-*'] },
    events: [on('a', 1), on('a', 2)],
    expect: {
      fields: [
        {
          'kibana.alert.rule.indices': ['logs-*', 'more-*'],
          'kibana.alert.reason': 'event on a created low alert The rule.',
        },
      ],
    },
  },
  {
    name: 'only documents of the window and the query count',
    source: DOCS,
    rule: { query: 'user.name: x' },
    events: [on('a', 1, by('x')), on('a', 7, by('x')), on('a', 2, by('y'))],
    expect: { count: 0 },
  },
  {
    name: 'max_signals keeps the first groups and warns',
    source: FIND,
    rule: { max_signals: 1 },
    events: [on('b', 1), on('b', 2), on('a', 1), on('a', 2)],
    expect: { fields: [{ 'host.name': 'a' }], warnings: ['reached the maximum alert limit'] },
  },
  {
    name: 'exactly max_signals groups are no reason to warn',
    source: `${FIND} (buckets.length > maxSignals)`,
    rule: { max_signals: 2 },
    events: [on('b', 1), on('b', 2), on('a', 1), on('a', 2)],
    expect: { count: 2 },
  },
  {
    name: 'what a group was alerted for is not counted again by an overlapping run',
    source: `${HISTORY}; ${TEST}`,
    rule: { from: 'now-20m' },
    events: [on('a', 1), on('a', 2), on('a', -3)],
    runs: [0, 5],
    expect: [{ count: 1 }, { count: 0 }],
  },
  {
    name: 'a group that grows enough after its alert raises another one',
    source: HISTORY,
    rule: { from: 'now-20m' },
    events: [on('a', 1), on('a', 2), on('a', -3), on('a', -4)],
    runs: [0, 5],
    expect: [
      { count: 1 },
      { fields: [{ [RESULT]: { count: 2, from: ago(-3), terms: [{ field: 'host.name', value: 'a' }] } }] },
    ],
  },
  {
    name: 'a document of the very time of the last one counted is left out',
    source: `${HISTORY} (range lte)`,
    rule: { from: 'now-20m', threshold: { field: ['host.name'], value: 1 } },
    events: [on('a', 1), on('a', 1, { '@timestamp': ago(1) })],
    runs: [0, 5],
    expect: [{ count: 1 }, { count: 0 }],
  },
  {
    name: 'another group is not held back by the history',
    source: HISTORY,
    rule: { from: 'now-20m' },
    events: [on('a', 1), on('a', 2), on('b', -3), on('b', -4)],
    runs: [0, 5],
    expect: [{ fields: [{ 'host.name': 'a' }] }, { fields: [{ 'host.name': 'b' }] }],
  },
  {
    name: 'history is forgotten once it lies before the window',
    source: STATE,
    events: [on('a', 1), on('a', 2), on('a', -8), on('a', -9)],
    runs: [0, 10],
    expect: [{ count: 1 }, { count: 1, errors: [] }],
  },
  {
    name: 'without fields the history holds for all documents',
    source: HISTORY,
    rule: { from: 'now-20m', threshold: { field: [], value: 2 } },
    events: [on('a', 1), on('b', 2), on('c', -3)],
    runs: [0, 5],
    expect: [{ count: 1 }, { count: 0 }],
  },
  {
    name: 'suppression joins the alerts of a group over the duration',
    source: `${SUPPRESS}; rule_execution_logic/threshold/trial_license_complete_tier/threshold_alert_suppression.ts`,
    rule: suppressed,
    events: [on('a', 1), on('a', 2), on('a', -3), on('a', -4)],
    runs: [0, 5],
    expect: [
      {
        fields: [
          {
            'kibana.alert.suppression.terms': [{ field: 'host.name', value: 'a' }],
            'kibana.alert.suppression.start': ago(2),
            'kibana.alert.suppression.end': ago(1),
            'kibana.alert.suppression.docs_count': 0,
          },
        ],
      },
      {
        count: 0,
        updated: [
          {
            'kibana.alert.suppression.docs_count': 1,
            'kibana.alert.suppression.end': ago(-4),
            'kibana.alert.suppression.start': ago(2),
          },
        ],
      },
    ],
  },
  {
    name: 'suppression ends with the duration, counted from when the alert was made',
    source: `rule_types/factories/alert_with_suppression.ts (ALERT_START); ${SUPPRESS}`,
    rule: { alert_suppression: { duration: { value: 5, unit: 'm' } } },
    events: [on('a', 1), on('a', 2), on('a', -8), on('a', -9)],
    runs: [0, 10],
    expect: [{ count: 1 }, { count: 1, updated: [] }],
  },
  {
    name: 'exceptions keep documents out before they are counted',
    source: 'rule_types/threshold/threshold.ts (exceptionFilter)',
    events: [on('a', 1, by('x')), on('a', 2, by('svc')), on('b', 1), on('b', 2)],
    exceptions: [{ name: 'svc', entries: [{ field: 'user.name', operator: 'included', type: 'match', value: 'svc' }] }],
    expect: { fields: [{ 'host.name': 'b' }] },
  },
  {
    name: 'an exception with a list of texts is not applied, and the run says so',
    source: 'rule_types/threshold/threshold.ts (getUnprocessedExceptionsWarnings)',
    events: [on('a', 1), on('a', 2)],
    exceptions: [
      {
        name: 'words',
        entries: [{ field: 'host.name', operator: 'included', type: 'list', list: { id: 'w', type: 'text' } }],
      },
    ],
    valueLists: [{ id: 'w', type: 'text', values: ['a'] }],
    expect: { count: 1, warnings: ["The following exceptions won't be applied to rule execution: words"] },
  },
  {
    name: 'times are those of timestamp_override where a document has it',
    source: 'rule_types/create_security_rule_type_wrapper.ts (aggregatableTimestampField)',
    rule: { timestamp_override: 'event.ingested' },
    events: [on('a', 90, { event: { ingested: ago(2) } }), on('a', 1)],
    expect: {
      fields: [
        {
          [RESULT]: { count: 2, from: ago(2), terms: [{ field: 'host.name', value: 'a' }] },
          'kibana.alert.original_time': ago(1),
        },
      ],
    },
  },
];
