import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';

/** What Kibana asks of a rule beyond its schema; the list is the `message` of a 400. */
export function createProblems(body: JsonObject): readonly string[] {
  return [...timelineProblems(body), ...threatMatchProblems(body), ...thresholdProblems(body)];
}

/** Exactly one of `id` and `rule_id` names a rule. */
export function idProblems(id: string | undefined, ruleId: string | undefined): readonly string[] {
  if (id !== undefined && ruleId !== undefined)
    return ['both "id" and "rule_id" cannot exist, choose one or the other'];
  return id === undefined && ruleId === undefined ? ['either "id" or "rule_id" must be set'] : [];
}

function timelineProblems({ timeline_id: id, timeline_title: title }: JsonObject): readonly string[] {
  return [
    ...pairProblems('timeline_id', id, 'timeline_title', title),
    ...pairProblems('timeline_title', title, 'timeline_id', id),
  ];
}

function pairProblems(
  name: string,
  value: JsonValue | undefined,
  other: string,
  partner: JsonValue | undefined,
): readonly string[] {
  if (value === undefined || value === null) return [];
  if (partner === undefined || partner === null) return [`when "${name}" exists, "${other}" must also exist`];
  return value === '' ? [`"${name}" cannot be an empty string`] : [];
}

function threatMatchProblems({
  type,
  concurrent_searches: searches,
  items_per_search: items,
}: JsonObject): readonly string[] {
  if (type !== 'threat_match') return [];
  const problems: string[] = [];
  if (searches !== undefined && items === undefined)
    problems.push('when "concurrent_searches" exists, "items_per_search" must also exist');
  if (searches === undefined && items !== undefined)
    problems.push('when "items_per_search" exists, "concurrent_searches" must also exist');
  return problems;
}

/** Most fields that a threshold may be counted by. */
const MOST_FIELDS = 5;

function thresholdProblems({ type, threshold }: JsonObject): readonly string[] {
  if (type !== 'threshold') return [];
  if (!isJsonObject(threshold)) return ['when "type" is "threshold", "threshold" is required'];
  const { field, cardinality } = threshold;
  const problems: string[] = [];
  if (isJsonArray(cardinality) && isJsonArray(field)) {
    const counted = cardinality.map((one) => (isJsonObject(one) ? one['field'] : undefined));
    if (counted.some((one) => one !== undefined && field.includes(one)))
      problems.push('Cardinality of a field that is being aggregated on is always 1');
  }
  if (isJsonArray(field) && field.length > MOST_FIELDS)
    problems.push(`Number of fields must be ${MOST_FIELDS} or less`);
  return problems;
}
