import { isJsonArray, isJsonObject, parseJson, printJson, type JsonObject } from '../values/json.js';
import { planHash } from './plan.js';
import type { Plan } from './plan.js';

/** A plan as the text of a file: JSON, its keys in the order of `Plan`, ending with a line feed. */
export function printPlanFile(plan: Plan): string {
  return `${printJson(plan as unknown as JsonObject, 2)}\n`;
}

/** Reads what `printPlanFile` wrote. A sentence, what is wrong and what to do, for a text that is no plan, is of another version, or was changed by hand. */
export function parsePlanFile(text: string): Plan | string {
  const again = 'Make it anew with dragnet plan --out.';
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    return `It is not JSON (${error instanceof Error ? error.message : String(error)}). ${again}`;
  }
  if (!isJsonObject(value) || typeof value['hash'] !== 'string' || !isJsonArray(value['actions']))
    return `It is no plan of dragnet. ${again}`;
  if (value['version'] !== 1) return `It is a plan of another version, and this dragnet reads version 1. ${again}`;
  const plan = value as unknown as Plan;
  return planHash(plan) === plan.hash ? plan : `It was changed after it was made. ${again}`;
}
