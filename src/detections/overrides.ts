import type { Rule, RuleSeverity } from '../model/rule.js';
import { isJsonArray } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { fieldOf } from './document-fields.js';

/** What an alert is called and how bad it is, as the document decides. */
export interface Overrides {
  readonly name: string;
  readonly severity: RuleSeverity;
  readonly riskScore: number;
}

/**
 * The rule's name, severity and risk score, each taken from the document where the rule says so and the document has it.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#rule-ui-advanced-params
 */
export function overridesFor(rule: Rule, document: JsonObject): Overrides {
  return {
    name: nameFor(rule, document),
    severity: severityFor(rule, document),
    riskScore: riskScoreFor(rule, document),
  };
}

/** Only a single text replaces the name. */
function nameFor({ name, ruleNameOverride }: Rule, document: JsonObject): string {
  const value = ruleNameOverride === undefined ? undefined : fieldOf(document, ruleNameOverride);
  return typeof value === 'string' ? value : name;
}

const SEVERITIES: readonly RuleSeverity[] = ['low', 'medium', 'high', 'critical'];

/** The highest severity of those whose field has the value; of equal ones the last. */
function severityFor({ severity, severityMapping = [] }: Rule, document: JsonObject): RuleSeverity {
  const matching = severityMapping
    .filter(({ field, value = '' }) => severityValues(field, fieldOf(document, field)).has(wanted(field, value)))
    .flatMap((entry) => entry.severity ?? []);
  return SEVERITIES.findLast((candidate) => matching.includes(candidate)) ?? severity;
}

/** `event.severity` is a number in ECS: compared as a whole one, everything else as text. */
const NUMERIC = 'event.severity';

function wanted(field: string, value: string): string | number {
  return field === NUMERIC ? Math.floor(Number(value)) : value;
}

function severityValues(field: string, value: JsonValue | undefined): ReadonlySet<string | number> {
  const values = (isJsonArray(value) ? value : [value]).filter(
    (item): item is string | number =>
      (typeof item === 'string' && field !== NUMERIC) || (typeof item === 'number' && Number.isSafeInteger(item)),
  );
  return new Set(field === NUMERIC ? values : values.map(String));
}

/** The highest number from 0 to 100 in the field of the first entry; texts that are numbers count. */
function riskScoreFor({ riskScore, riskScoreMapping = [] }: Rule, document: JsonObject): number {
  const [first] = riskScoreMapping;
  if (!first) return riskScore;
  const value = fieldOf(document, first.field);
  const scores = (isJsonArray(value) ? value : [value]).map(scoreOf).filter((score) => score !== undefined);
  return scores.length === 0 ? riskScore : scores.reduce((a, b) => Math.max(a, b));
}

function scoreOf(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 100 ? number : undefined;
}
