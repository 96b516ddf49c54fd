/** The eight types of rules. */
export const RULE_TYPES = [
  'query',
  'saved_query',
  'eql',
  'esql',
  'threshold',
  'new_terms',
  'threat_match',
  'machine_learning',
] as const;

/** What a type of rule adds to the common keys. */
export interface RuleTypeKeys {
  /** Languages that its query may have; none for a type without a query. */
  readonly languages: readonly string[];
  /** Keys that it must have. */
  readonly required: readonly string[];
  /** Keys that it may have, besides the required ones. */
  readonly optional: readonly string[];
}

const FILTER_LANGUAGES = ['kuery', 'lucene'];
const SOURCE = ['index', 'data_view_id'];
const FLAT_NEW_TERMS = ['new_terms', 'new_terms_fields', 'history_window_start'];

/** Type → the keys that belong to it; what stands here for another type is a mistake in this one. */
export const RULE_TYPE_KEYS: { readonly [type in (typeof RULE_TYPES)[number]]: RuleTypeKeys } = {
  query: {
    languages: FILTER_LANGUAGES,
    required: ['language'],
    optional: ['query', 'filters', 'saved_id', 'alert_suppression', ...SOURCE],
  },
  saved_query: {
    languages: FILTER_LANGUAGES,
    required: ['saved_id'],
    optional: ['language', 'query', 'filters', 'alert_suppression', ...SOURCE],
  },
  eql: {
    languages: ['eql'],
    required: ['language', 'query'],
    optional: [
      'filters',
      'alert_suppression',
      'timestamp_field',
      'event_category_override',
      'tiebreaker_field',
      ...SOURCE,
    ],
  },
  esql: { languages: ['esql'], required: ['language', 'query'], optional: ['filters', 'alert_suppression'] },
  threshold: {
    languages: FILTER_LANGUAGES,
    required: ['language', 'threshold'],
    optional: ['query', 'filters', 'saved_id', 'alert_suppression', ...SOURCE],
  },
  new_terms: {
    languages: FILTER_LANGUAGES,
    required: ['language'],
    optional: ['query', 'filters', 'alert_suppression', ...FLAT_NEW_TERMS, ...SOURCE],
  },
  threat_match: {
    languages: FILTER_LANGUAGES,
    required: ['language', 'threat_index', 'threat_mapping'],
    optional: [
      'query',
      'filters',
      'saved_id',
      'alert_suppression',
      'threat_query',
      'threat_language',
      'threat_filters',
      'threat_indicator_path',
      'concurrent_searches',
      'items_per_search',
      ...SOURCE,
    ],
  },
  machine_learning: {
    languages: [],
    required: ['anomaly_threshold', 'machine_learning_job_id'],
    optional: ['alert_suppression'],
  },
};

/** The types of rules that a key belongs to; empty for a key that all have, or none. */
export function typesWith(key: string): string[] {
  return RULE_TYPES.filter((type) => keysOf(type).includes(key));
}

/** The keys that a type adds to the common ones. */
export function keysOf(type: (typeof RULE_TYPES)[number]): string[] {
  const { required, optional } = RULE_TYPE_KEYS[type];
  return [...required, ...optional];
}
