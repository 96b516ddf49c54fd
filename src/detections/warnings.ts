import type { ExceptionItem } from '../model/exception-list.js';

/** What Kibana says when a run reached `max_signals`; alerts past it are not created. */
export const MAX_SIGNALS =
  'This rule reached the maximum alert limit for the rule execution. Some alerts were not created.';

/** The same for a run with suppression. */
export const MAX_SIGNALS_SUPPRESSED =
  'This rule reached the maximum alert limit for the rule execution. Some alerts were not created or suppressed.';

/** What Kibana says of exceptions whose value lists a type of rules cannot apply. */
export function unappliedExceptions(items: readonly ExceptionItem[]): string {
  return `The following exceptions won't be applied to rule execution: ${items.map(({ name }) => name).join(', ')}`;
}

/** What Kibana says when no index matches; the run then looks for nothing. */
export function noMatchingIndex(patterns: readonly string[]): string {
  return `This rule is attempting to query data from Elasticsearch indices listed in the "Index patterns" section of the rule definition, however no index matching: ${JSON.stringify(patterns)} was found. This warning will continue to appear until a matching index is created or this rule is disabled.`;
}

/** What Kibana says of indices that do not map the field with the time of their documents. */
export function missingTimeField(field: string, indices: readonly string[]): string {
  const what = field === '@timestamp' ? 'timestamp field "@timestamp"' : `timestamp override field "${field}"`;
  return `The following indices are missing the ${what}: ${JSON.stringify(indices)}`;
}

/** What Kibana says of a rule whose `max_signals` is above what it lets any rule create in one run. */
export function aboveAlertLimit(maxSignals: number, limit: number): string {
  return `The rule's max alerts per run setting (${maxSignals}) is greater than the Kibana alerting limit (${limit}). The rule will only write a maximum of ${limit} alerts per rule run.`;
}
