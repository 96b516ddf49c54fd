import { isJsonObject, isJsonArray, printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { sha256 } from '../values/sha256.js';
import type { Ancestor } from './alert.js';

/** The rule and the space that alerts belong to, as their ids name them. */
export interface AlertOwner {
  readonly ruleUuid: string;
  readonly space: string;
}

/** The id of the alert that one document raises, whatever run finds it; Kibana hashes the same parts. */
export function documentAlertId({ index, id }: Ancestor, { ruleUuid, space }: AlertOwner): string {
  // Kibana does not ask for versions, so that the text "undefined" stands in their place.
  return sha256(`${index}${id}undefined${space}:${ruleUuid}`);
}

/** The id of an alert that a list of parts decides: equal for equal parts, the order of an object's keys does not count. */
export function idOfParts(parts: readonly JsonValue[]): string {
  return sha256(canonical(parts));
}

/** The ids of the building blocks of a sequence: each depends on all of them, so that an event in two sequences has two. */
export function buildingBlockIds(
  blocks: readonly (readonly Ancestor[])[],
  { ruleUuid }: AlertOwner,
): readonly string[] {
  const base = blocks.map((ancestors) => `${joined(ancestors)}${ruleUuid}`).join('');
  return blocks.map((_, at) => sha256(`${base}${at}`));
}

/** The id of the alert that ties a sequence together, by the ancestors of all its parts. */
export function shellAlertId(ancestors: readonly Ancestor[], { ruleUuid }: AlertOwner): string {
  return sha256(`${joined(ancestors)}${ruleUuid}`);
}

/** A hash in the form of a UUID. */
export function uuidOf(text: string): string {
  const digits = sha256(text);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

function joined(ancestors: readonly Ancestor[]): string {
  return ancestors.map(({ id, index }) => `${id}${index}`).join('');
}

function canonical(value: JsonValue | readonly JsonValue[]): string {
  if (isJsonArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isJsonObject(value)) return printJson(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
