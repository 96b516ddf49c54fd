import type { Hunt } from '../model/hunt.js';
import type { RuleMetadata } from '../model/rule-metadata.js';
import type { Rule } from '../model/rule.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** The rule of a file that the rule schema has accepted; snake_case keys become camelCase, one-or-many values become lists. */
export function toRule(table: JsonObject): Rule {
  const { metadata, rule, transform } = table;
  const fields = isJsonObject(rule) ? rule : {};
  // The schema has checked every field; this is the one place where its word is taken for the type.
  return {
    ...(MAY_LACK_QUERY.has(fields['type']) ? { query: '' } : {}),
    ...camelKeys(fields, TYPED),
    ...typedFields(fields),
    metadata: toMetadata(isJsonObject(metadata) ? metadata : {}),
    ...(isJsonObject(transform) ? { transform } : {}),
  } as unknown as Rule;
}

/** The hunt of a file that the hunt schema has accepted; its keys are single words. */
export function toHunt(table: JsonObject): Hunt {
  return table['hunt'] as unknown as Hunt;
}

/** Types whose query may be left to the filters; as in Kibana it is empty then, and matches everything. */
const MAY_LACK_QUERY: ReadonlySet<JsonValue | undefined> = new Set(['query', 'threshold', 'new_terms', 'threat_match']);

/** Fields whose value in the model has another form than in the file. */
const TYPED = new Set([
  'new_terms',
  'threshold',
  'machine_learning_job_id',
  'investigation_fields',
  'severity_mapping',
  'risk_score_mapping',
  'alert_suppression',
  'threat_mapping',
]);

function typedFields(fields: JsonObject): Record<string, unknown> {
  const typed: Record<string, unknown> = { ...newTerms(fields['new_terms']) };
  const { threshold, machine_learning_job_id: jobs, investigation_fields: investigation } = fields;
  if (isJsonObject(threshold)) typed['threshold'] = { ...threshold, field: list(threshold['field']) };
  if (jobs !== undefined) typed['machineLearningJobId'] = list(jobs);
  if (isJsonObject(investigation)) typed['investigationFields'] = list(investigation['field_names']);
  for (const key of ['severity_mapping', 'risk_score_mapping']) {
    const mapping = fields[key];
    if (mapping !== undefined)
      typed[camel(key)] = list(mapping).map((entry) => (isJsonObject(entry) ? camelKeys(entry) : entry));
  }
  const { alert_suppression: suppression, threat_mapping: groups } = fields;
  if (isJsonObject(suppression)) typed['alertSuppression'] = camelKeys(suppression);
  if (groups !== undefined) typed['threatMapping'] = list(groups);
  return typed;
}

/** `[rule.new_terms]` names its fields in the file as Elastic's rules do; Kibana's flat form passes through {@link camelKeys}. */
function newTerms(value: JsonValue | undefined): Record<string, unknown> {
  if (!isJsonObject(value)) return {};
  const [start] = list(value['history_window_start']).filter(isJsonObject);
  return { newTermsFields: list(value['value']), historyWindowStart: start?.['value'] };
}

/** The metadata of a rule, of the table that its schema has accepted. */
export function toMetadata(raw: JsonObject): RuleMetadata {
  const {
    creation_date: created,
    updated_date: updated,
    deprecation_date: deprecated,
    maturity,
    min_stack_version: stack,
  } = raw;
  const text = (key: string, value: JsonValue | undefined): Record<string, string> =>
    typeof value === 'string' ? { [key]: value } : {};
  return {
    ...text('creationDate', created),
    ...text('updatedDate', updated),
    ...text('deprecationDate', deprecated),
    ...text('maturity', maturity),
    ...text('minStackVersion', stack),
    integration: list(raw['integration']).filter((name) => typeof name === 'string'),
    raw,
  };
}

function camelKeys(object: JsonObject, except: ReadonlySet<string> = new Set()): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([key]) => !except.has(key))
      .map(([key, value]) => [camel(key), value]),
  );
}

function camel(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}
