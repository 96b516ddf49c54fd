import type { Rule } from '../model/rule.js';
import { isJsonObject, printJson, type JsonObject, type JsonValue } from '../values/json.js';
import { code, codes, fact, facts, paragraph, say, type Block, type Inlines } from './page.js';
import { fieldsInQuery } from './query-facts.js';

/**
 * What a rule sets around its query, whatever its type: time field, overrides of severity, risk score and name, exceptions, building
 * block, timeline, actions. Empty where the rule sets none of it.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#rule-ui-advanced-params
 */
export function ruleOverrides(rule: Rule): readonly Block[] {
  return [
    facts(
      fact('Time field', timeField(rule)),
      fact('Alert name', rule.ruleNameOverride === undefined ? '' : say`the value of ${code(rule.ruleNameOverride)}`),
      fact(
        'Building block',
        rule.buildingBlockType === undefined ? '' : 'its alerts feed other rules and are hidden by default',
      ),
      fact('Risk score override', separated('; ', (rule.riskScoreMapping ?? []).map(riskScore))),
      fact('Exception lists', separated(', ', (rule.exceptionsList ?? []).map(exceptionList))),
      fact('Timeline template', timeline(rule)),
      fact('Enabled', rule.enabled === undefined ? '' : rule.enabled ? 'when deployed' : 'not when deployed'),
      fact('Actions', separated(', ', (rule.actions ?? []).map(action))),
      fact('Actions at most', code(rule.throttle ?? '')),
      fact('Response actions', separated(', ', (rule.responseActions ?? []).map(action))),
      fact('Meta', rule.meta === undefined ? '' : code(printJson(rule.meta))),
      fact('Namespace', code(otherText(rule, 'namespace'))),
      fact('Output index', code(otherText(rule, 'outputIndex'))),
    ),
    ...severityMapping(rule),
    ...jsonBlocks('What the actions are told', (rule.actions ?? []).filter(hasDetails)),
    ...jsonBlocks('What the response actions are told', (rule.responseActions ?? []).filter(hasDetails)),
  ];
}

/** Names of what the rule reads and shows: fields of the query, highlighted fields, integrations and required fields; empty where the rule names none. */
export function ruleData(rule: Rule): readonly Block[] {
  const integrations = (rule.relatedIntegrations ?? []).map((related) => [
    [code(related.package)],
    [code(related.integration ?? '')],
    [code(related.version)],
  ]);
  const fields = (rule.requiredFields ?? []).map(({ name, type, ecs }) => [
    [code(name)],
    [code(type)],
    [ecs ? 'yes' : 'no'],
  ]);
  return [
    facts(
      fact('Integrations', codes(rule.metadata.integration)),
      fact('Query fields', codes(fieldsInQuery(rule))),
      fact('Highlighted fields', codes(rule.investigationFields)),
    ),
    ...titled('Related integrations:', ['Package', 'Integration', 'Version'], integrations),
    ...titled('Required fields:', ['Field', 'Type', 'ECS'], fields),
  ];
}

/** Objects as JSON below a line; none for none. */
export function jsonBlocks(title: string, objects: readonly JsonObject[]): readonly Block[] {
  if (objects.length === 0) return [];
  return [
    paragraph(`${title}:`),
    ...objects.map((object) => ({ kind: 'Code' as const, language: 'json', text: printJson(object, 2) })),
  ];
}

/** A table below a line; none for no rows. */
export function titled(
  title: string,
  head: readonly string[],
  rows: readonly (readonly Inlines[])[],
): readonly Block[] {
  return rows.length === 0 ? [] : [paragraph(title), { kind: 'Table', head, rows }];
}

function separated(between: string, lines: readonly Inlines[]): Inlines {
  return lines.flatMap((line, at) => (at === 0 ? line : [between, ...line]));
}

function timeField(rule: Rule): Inlines {
  if (rule.timestampOverride === undefined) return [];
  const fallback = rule.timestampOverrideFallbackDisabled === true ? [] : say`, else ${code('@timestamp')}`;
  return say`${code(rule.timestampOverride)}${fallback}`;
}

function timeline({ timelineTitle, timelineId }: Rule): Inlines {
  const id = timelineId === undefined ? [] : [code(timelineId)];
  return timelineTitle === undefined ? id : id.length === 0 ? [timelineTitle] : say`${timelineTitle} (${id})`;
}

function riskScore({ field, value, riskScore: score }: NonNullable<Rule['riskScoreMapping']>[number]): Inlines {
  if (score === undefined) return say`the value of ${code(field)}`;
  return say`${`${score}`} where ${code(field)} is ${code(value ?? '')}`;
}

function severityMapping(rule: Rule): readonly Block[] {
  const rows = (rule.severityMapping ?? []).map(({ field, value, severity }) => [
    [code(field)],
    [code(value ?? '')],
    [severity ?? ''],
  ]);
  return titled('Severity override (the highest that holds):', ['Field', 'Value', 'Severity'], rows);
}

function exceptionList(list: JsonObject): Inlines {
  const name = list['list_id'] ?? list['id'];
  if (typeof name !== 'string') return [code(printJson(list))];
  const more = [list['type'], list['namespace_type'] === 'agnostic' ? 'of all spaces' : undefined].filter(isText);
  return more.length === 0 ? [code(name)] : say`${code(name)} (${more.join(', ')})`;
}

function action(settings: JsonObject): Inlines {
  const type = settings['action_type_id'] ?? settings['actionTypeId'];
  const id = settings['id'];
  if (!isText(type)) return [code(printJson(settings))];
  return isText(id) ? say`${code(type)} by the connector ${code(id)}` : [code(type)];
}

function hasDetails({ params, frequency, alerts_filter: filter }: JsonObject): boolean {
  const isFilled = isJsonObject(params) && Object.keys(params).length > 0;
  return isFilled || frequency !== undefined || filter !== undefined;
}

// Keys that only Kibana's exports have; the model passes them on as they are.
function otherText(rule: Rule, key: 'namespace' | 'outputIndex'): string {
  const value = (rule as unknown as Readonly<Record<string, JsonValue | undefined>>)[key];
  return isText(value) ? value : '';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
