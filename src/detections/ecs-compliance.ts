import { ecsAlertTypes } from '../schemas/fields/ecs-alert-types.js';
import { parseCidr, parseIpAddress } from '../values/ip-address.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';

/** Deeper documents are none of Elasticsearch's: `index.mapping.depth.limit` is 20. */
const DEEPEST = 200;

/**
 * A document without the values that the mapping of ECS refuses, each by itself: an object where ECS has a value and the other way round, and what is no
 * address, date, number or truth value where ECS has one. Objects and lists without values go, too. Fields that ECS does not have stay, other than those
 * below a value of ECS (`agent.name.first`). See Kibana's `traverse_and_mutate_doc.ts`.
 */
export function ecsCompliant(document: JsonObject): JsonObject {
  return compliantObject(document, '', DEEPEST);
}

function compliantObject(document: JsonObject, path: string, depth: number): JsonObject {
  const entries: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(document)) {
    const kept = compliantValue(value, path === '' ? key : `${path}.${key}`, depth - 1);
    if (kept !== undefined) entries.push([key, kept]);
  }
  return Object.fromEntries(entries);
}

/** What is left of a value; undefined for nothing. */
function compliantValue(value: JsonValue, path: string, depth: number): JsonValue | undefined {
  if (depth < 0) return value;
  if (isJsonArray(value)) {
    const items = compliantItems(value, path, depth - 1);
    return items.length === 0 ? undefined : items;
  }
  if (!isCompliant(value, path)) return undefined;
  if (!isJsonObject(value)) return value;
  const rest = compliantObject(value, path, depth);
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function compliantItems(values: JsonArray, path: string, depth: number): JsonArray {
  return values.flatMap((item): JsonArray => {
    const kept = compliantValue(item, path, depth);
    return kept === undefined ? [] : [kept];
  });
}

/** Whether a value that is no list may stand at a path. */
function isCompliant(value: JsonValue, path: string): boolean {
  const ecs = ecsAlertTypes();
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    if (holdsValues(path.slice(0, dot))) return false;
  }
  if (ecs.isNested(path)) return isJsonObject(value);
  const type = ecs.typeOf(path);
  if (type === undefined && !ecs.isObject(path)) return true;
  const check = CHECKS.get(type ?? 'object');
  if (check) return check(value);
  return isJsonObject(value) === ecs.isObject(path);
}

/** Whether ECS has values at a name, and nothing below. */
function holdsValues(name: string): boolean {
  const ecs = ecsAlertTypes();
  const type = ecs.typeOf(name);
  return type !== undefined && !HOLDERS.has(type) && !ecs.isObject(name);
}

const HOLDERS = new Set(['object', 'geo_point']);

const CHECKS: ReadonlyMap<string, (value: JsonValue) => boolean> = new Map([
  ['geo_point', () => true],
  ['long', (value: JsonValue) => isNumeric(value) && !(typeof value === 'string' && value.includes(' '))],
  ['float', isNumeric],
  ['scaled_float', isNumeric],
  ['ip', isAddress],
  ['date', isDate],
  ['boolean', isTruthValue],
  ['object', isJsonObject],
]);

/** An empty text counts as the number that JavaScript makes of it. */
function isNumeric(value: JsonValue): boolean {
  if (typeof value === 'string') return !Number.isNaN(Number(value));
  return typeof value === 'number' || typeof value === 'bigint';
}

function isAddress(value: JsonValue): boolean {
  return typeof value === 'string' && (parseIpAddress(value) !== undefined || parseCidr(value) !== undefined);
}

/** Kibana asks JavaScript whether it can read the date, not Elasticsearch. */
function isDate(value: JsonValue): boolean {
  if (typeof value === 'bigint') return !Number.isNaN(new Date(Number(value)).getTime());
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return !Number.isNaN(new Date(value).getTime());
}

function isTruthValue(value: JsonValue): boolean {
  return typeof value === 'boolean' || value === 'true' || value === 'false' || value === '';
}
