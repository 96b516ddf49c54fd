import type { Rule } from '../model/rule.js';
import { isJsonObject, printJson, type JsonObject } from '../values/json.js';
import { codeSpan, escapeText, table } from './markdown.js';
import { fieldsInQuery } from './query-facts.js';
import { codes, fact } from './rule-facts.js';

/**
 * What a rule sets around its query, whatever its type: time field, overrides of severity, risk score and name, exceptions, building
 * block, timeline, actions. Markdown without a heading, ending in a line break; empty where the rule sets none of it.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#rule-ui-advanced-params
 */
export function ruleOverrides(rule: Rule): string {
  return [
    fact('Time field', timeField(rule)),
    fact('Alert name', rule.ruleNameOverride === undefined ? '' : `the value of ${codeSpan(rule.ruleNameOverride)}`),
    fact(
      'Building block',
      rule.buildingBlockType === undefined ? '' : 'its alerts feed other rules and are hidden by default',
    ),
    fact('Risk score override', (rule.riskScoreMapping ?? []).map(riskScore).join('; ')),
    fact('Exception lists', (rule.exceptionsList ?? []).map(exceptionList).join(', ')),
    fact(
      'Timeline template',
      rule.timelineTitle === undefined ? codeSpan(rule.timelineId ?? '') : escapeText(rule.timelineTitle),
    ),
    fact('Enabled', rule.enabled === undefined ? '' : rule.enabled ? 'when deployed' : 'not when deployed'),
    fact('Actions', (rule.actions ?? []).map(action).join(', ')),
    fact('Actions at most', codeSpan(rule.throttle ?? '')),
    fact('Response actions', (rule.responseActions ?? []).map(action).join(', ')),
    fact('Meta', rule.meta === undefined ? '' : codeSpan(printJson(rule.meta))),
    severityMapping(rule),
  ].join('');
}

/** Names of what the rule reads and shows: fields of the query, highlighted fields, integrations and required fields; empty where the rule names none. */
export function ruleData(rule: Rule): string {
  const integrations = (rule.relatedIntegrations ?? []).map((related) => [
    codeSpan(related.package),
    codeSpan(related.integration ?? ''),
    codeSpan(related.version),
  ]);
  const fields = (rule.requiredFields ?? []).map(({ name, type, ecs }) => [
    codeSpan(name),
    codeSpan(type),
    ecs ? 'yes' : 'no',
  ]);
  return [
    fact('Integrations', codes(rule.metadata.integration)),
    fact('Query fields', codes(fieldsInQuery(rule))),
    fact('Highlighted fields', codes(rule.investigationFields)),
    integrations.length === 0
      ? ''
      : `\nRelated integrations:\n\n${table(['Package', 'Integration', 'Version'], integrations)}\n`,
    fields.length === 0 ? '' : `\nRequired fields:\n\n${table(['Field', 'Type', 'ECS'], fields)}\n`,
  ].join('');
}

function timeField(rule: Rule): string {
  if (rule.timestampOverride === undefined) return '';
  const fallback = rule.timestampOverrideFallbackDisabled === true ? '' : `, else ${codeSpan('@timestamp')}`;
  return `${codeSpan(rule.timestampOverride)}${fallback}`;
}

function riskScore({ field, value, riskScore: score }: NonNullable<Rule['riskScoreMapping']>[number]): string {
  if (score === undefined) return `the value of ${codeSpan(field)}`;
  return `${score} where ${codeSpan(field)} is ${codeSpan(value ?? '')}`;
}

function severityMapping(rule: Rule): string {
  const rows = (rule.severityMapping ?? []).map(({ field, value, severity }) => [
    codeSpan(field),
    codeSpan(value ?? ''),
    escapeText(severity ?? ''),
  ]);
  return rows.length === 0
    ? ''
    : `\nSeverity override (the highest that holds):\n\n${table(['Field', 'Value', 'Severity'], rows)}\n`;
}

function exceptionList(list: JsonObject): string {
  const name = list['list_id'] ?? list['id'];
  return typeof name === 'string' ? codeSpan(name) : codeSpan(printJson(list));
}

function action(settings: JsonObject): string {
  const type = settings['action_type_id'] ?? settings['actionTypeId'];
  return isJsonObject(settings) && typeof type === 'string' ? codeSpan(type) : codeSpan(printJson(settings));
}
