import type { JsonObject } from '../values/json.js';
import { comparableObject } from './comparable-object.js';

/** A prebuilt rule, or what an overlay sets on it, in the form in which two are compared: only these fields of it. All others are Elastic's, and no difference. */
export function overlayForm(body: JsonObject, fields: Iterable<string>): JsonObject {
  // Overlays have no tag of managed rules: a tag of ours would count as a customisation of the rule.
  const form = comparableObject('rule', body, { tag: '' });
  const own = [...fields].filter((field) => Object.hasOwn(form, field));
  return Object.fromEntries(own.map((field) => [field, form[field] ?? null]));
}
