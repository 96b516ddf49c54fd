import type { Rule } from '../model/rule.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** What belongs to the definition or to the rule's schedule, not to its parameters. */
const NOT_PARAMETERS = new Set(['metadata', 'transform', 'name', 'tags', 'enabled', 'interval', 'throttle']);

/** Keys whose values have camelCase in the model. */
const NESTED = new Set(['alertSuppression', 'severityMapping', 'riskScoreMapping']);

/** The parameters of a rule as Kibana's API names them: `kibana.alert.rule.parameters`. */
export function ruleParameters(rule: Rule): JsonObject {
  const entries = Object.entries(rule as unknown as JsonObject).filter(([key]) => !NOT_PARAMETERS.has(key));
  return Object.fromEntries(entries.map(([key, value]) => [snake(key), NESTED.has(key) ? snakeKeys(value) : value]));
}

function snakeKeys(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(snakeKeys);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), snakeKeys(inner)]));
}

function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
