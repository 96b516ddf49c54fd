import type { FieldCatalogue } from './catalogue.js';
import { KEYWORD, plain } from './overlay.js';

/** The results of machine learning jobs, as far as rules use them. https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-ml-get-records */
export const ML_ANOMALIES: FieldCatalogue = new Map([
  ...[
    'job_id', 'result_type', 'by_field_name', 'by_field_value', 'over_field_name', 'over_field_value', 'partition_field_name',
    'partition_field_value', 'function', 'function_description', 'field_name', 'influencers.influencer_field_name',
    'influencers.influencer_field_values',
  ].map((name) => [name, KEYWORD] as const),
  ...['record_score', 'initial_record_score', 'probability', 'actual', 'typical', 'multi_bucket_impact'].map(
    (name) => [name, plain('double')] as const,
  ),
  ['timestamp', plain('date')],
  ['is_interim', plain('boolean')],
  ['bucket_span', plain('long')],
  ['detector_index', plain('integer')],
]); // prettier-ignore
