import { dateMath, names } from './forms.js';
import { choice, flag, list, open, table, text, texts, whole, type JsonSchema, type SchemaMap } from './json-schema.js';

const FILTERS = list(
  open('A filter of Kibana.', {
    meta: open('What the filter is: field, type, negation, whether it is switched off.'),
    query: open('Query DSL of the filter.'),
    $state: open('Where Kibana keeps the filter.'),
  }),
  'Filters that a document must pass besides the query, in the form that Kibana exports.',
);

const FILTER_LANGUAGE = choice(['kuery', 'lucene'], 'Language of the query over the indicators.');

const DURATION = table(
  {
    value: whole(1, 'How many units.', { examples: [5] }),
    unit: choice(['s', 'm', 'h'], 'Seconds, minutes or hours.', { examples: ['m'] }),
  },
  ['value', 'unit'],
  'How long alerts are suppressed after the first one; without it within one run.',
);

/** `alert_suppression` of every type but threshold. */
export const SUPPRESSION: JsonSchema = table(
  {
    group_by: texts('Fields whose equal values make alerts one; one to three.', {
      minItems: 1,
      maxItems: 3,
      examples: [['host.id']],
    }),
    duration: DURATION,
    missing_fields_strategy: choice(
      ['suppress', 'doNotSuppress'],
      'Alerts that lack one of the fields: together one (`suppress`) or one each (`doNotSuppress`).',
    ),
  },
  ['group_by'],
  'Makes one alert of many: https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts',
);

/** `alert_suppression` of a threshold rule, which groups by its own fields. */
export const THRESHOLD_SUPPRESSION: JsonSchema = table(
  { duration: DURATION },
  ['duration'],
  'Makes one alert of many, by the fields of the threshold.',
);

const THREAT_MAPPING = list(
  table(
    {
      entries: list(
        table(
          {
            field: text('Field of the event.', { examples: ['source.ip'] }),
            type: choice(['mapping'], 'Always `mapping`.', { examples: ['mapping'] }),
            value: text('Field of the indicator.', { examples: ['threat.indicator.ip'] }),
            negate: flag('The values must differ.'),
          },
          ['field', 'type', 'value'],
          'A comparison.',
        ),
        'Comparisons that must all hold.',
        { minItems: 1 },
      ),
    },
    ['entries'],
    'A group of comparisons.',
  ),
  'Groups of comparisons, one of which must hold.',
  { minItems: 1 },
);

/** Keys that belong to some types of rules only (`rule-types.ts` says which). */
export const TYPE_PROPERTIES: SchemaMap = {
  language: choice(['kuery', 'lucene', 'eql', 'esql'], 'Language of the query.', { examples: ['kuery'] }),
  query: { type: 'string', description: 'The query; an empty KQL or Lucene query matches everything.' },
  index: texts('Index patterns that the query runs over.', { minItems: 1, examples: [['logs-*']] }),
  data_view_id: text('Data view of Kibana to take the indices from, instead of `index`.'),
  filters: FILTERS,
  saved_id: text('Id of the saved query in Kibana.'),
  // Its form depends on the type: see SUPPRESSION and THRESHOLD_SUPPRESSION.
  alert_suppression: { type: 'object', description: 'Makes one alert of many.' },
  timestamp_field: text('Field with the time of an event, for the order of sequences.'),
  event_category_override: text('Field with the category of an event, instead of event.category.'),
  tiebreaker_field: text('Field that orders events of the same time.'),
  threshold: table(
    {
      field: texts('Fields to group by; without any, all documents are one group.', {
        maxItems: 5,
        examples: [['source.ip']],
      }),
      value: whole(1, 'Least number of documents in a group.', { examples: [25] }),
      cardinality: list(
        table(
          {
            field: text('Field to count the values of.', { examples: ['user.name'] }),
            value: whole(1, 'Least number of different values.', { examples: [10] }),
          },
          ['field', 'value'],
          'A number of different values.',
        ),
        'How many different values a field must have in the group.',
      ),
    },
    ['field', 'value'],
    'When a group of documents is large enough.',
  ),
  new_terms: table(
    {
      field: choice(['new_terms_fields'], 'Always `new_terms_fields`.', { examples: ['new_terms_fields'] }),
      value: texts('Fields whose combination of values must be new; one to three.', {
        minItems: 1,
        maxItems: 3,
        examples: [['host.id']],
      }),
      history_window_start: list(
        table(
          {
            field: choice(['history_window_start'], 'Always `history_window_start`.', {
              examples: ['history_window_start'],
            }),
            value: dateMath('Start of the history window.', 'now-7d'),
          },
          ['field', 'value'],
          'Start of the history window.',
        ),
        'How far back values count as known.',
        { minItems: 1, maxItems: 1 },
      ),
    },
    ['field', 'value', 'history_window_start'],
    'Which fields must have new values, and what is new.',
  ),
  new_terms_fields: texts('Fields whose combination of values must be new, in the form of Kibana.', {
    minItems: 1,
    maxItems: 3,
    examples: [['host.id']],
  }),
  history_window_start: dateMath('How far back values count as known, in the form of Kibana.', 'now-7d'),
  threat_index: texts('Index patterns of the indicators.', { minItems: 1, examples: [['logs-ti_*']] }),
  threat_mapping: THREAT_MAPPING,
  threat_query: { type: 'string', description: 'Query over the indicators.' },
  threat_language: FILTER_LANGUAGE,
  threat_filters: FILTERS,
  threat_indicator_path: text('Where the indicator stands in its document.', { examples: ['threat.indicator'] }),
  concurrent_searches: whole(1, 'Searches at the same time.'),
  items_per_search: whole(1, 'Indicators in one search.'),
  anomaly_threshold: whole(0, 'Least score of an anomaly, 0 to 100.', { maximum: 100, examples: [50] }),
  machine_learning_job_id: names('Ids of the jobs.', { examples: [['rare_process_by_host']] }),
};
