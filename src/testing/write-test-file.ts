import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { tomlEntries, tomlValue } from '../definitions/write-toml.js';

/** A test to be written. */
export interface NewCase {
  readonly name: string;
  readonly expect: JsonObject;
  readonly events: readonly JsonObject[];
  readonly history: readonly JsonObject[];
  /** Records of machine learning jobs. */
  readonly anomalies: readonly JsonObject[];
}

/** The text of a `.test.toml` file; times that lie whole seconds before `now` are written as `now-5m`. */
export function writeTestFile(cases: readonly NewCase[], now: Date, mappings?: string): string {
  const defaults = [`now = ${now.toISOString().replace('.000Z', 'Z')}`];
  if (mappings !== undefined) defaults.push(`mappings = ${tomlValue(mappings)}`);
  const tests = cases.map((each) => writeCase(each, now));
  return [`[defaults]\n${defaults.join('\n')}\n`, ...tests].join('\n');
}

function writeCase({ name, expect, events, history, anomalies }: NewCase, now: Date): string {
  const lines = ['[[test]]', `name = ${tomlValue(name)}`];
  lines.push(...documentList('history', history, now), ...documentList('anomalies', anomalies, now));
  lines.push(`expect = ${tomlValue(expect)}`, '');
  for (const event of events) lines.push('[[test.event]]', ...tomlEntries(relativeTimes(event, now)), '');
  return lines.join('\n');
}

function documentList(key: string, documents: readonly JsonObject[], now: Date): readonly string[] {
  if (documents.length === 0) return [];
  return [`${key} = [`, ...documents.map((document) => `    ${tomlValue(relativeTimes(document, now))},`), ']'];
}

/** A document with the times that fixtures may give relative to `now`. */
export function relativeTimes(document: JsonObject, now: Date): JsonObject {
  const { event } = document;
  return mapped(
    isJsonObject(event) ? { ...document, event: mapped(event, ['ingested', 'created'], now) } : document,
    ['@timestamp', 'timestamp'],
    now,
  );
}

function mapped(object: JsonObject, keys: readonly string[], now: Date): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, keys.includes(key) ? relativeTime(value, now) : value]),
  );
}

function relativeTime(value: JsonValue, now: Date): JsonValue {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return value;
  const seconds = (now.getTime() - Date.parse(value)) / 1000;
  if (!Number.isInteger(seconds) || seconds < 0) return value;
  const [unit, length] = UNITS.find(([, size]) => seconds % size === 0) ?? ['s', 1];
  return seconds === 0 ? 'now' : `now-${seconds / length}${unit}`;
}

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;
