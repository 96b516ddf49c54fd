import { isJsonObject, printJson, type JsonObject, type JsonValue } from '../values/json.js';
import { comparable } from './defaults.js';
import { fromKibana } from './from-kibana.js';
import type { FormNote } from './form-note.js';
import { toKibana } from './to-kibana.js';

/** The tables of a file after what a Kibana has was taken over. */
export interface MergedRule {
  readonly file: JsonObject;
  /** Fields of Kibana's form that differed, in order; empty where the file says the same already, however it says it. */
  readonly changed: readonly string[];
  readonly notes: readonly FormNote[];
}

/** Fields that Kibana leaves as they are when a request does not name them, and that a file therefore keeps. */
const KEPT: ReadonlySet<string> = new Set(['enabled', 'version']);

/** Fields of Kibana's form → the keys of a file that hold them, where these are others. */
const KEYS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['note', ['note', 'setup']],
  ['setup', ['note', 'setup']],
  ['new_terms_fields', ['new_terms', 'new_terms_fields', 'history_window_start']],
  ['history_window_start', ['new_terms', 'new_terms_fields', 'history_window_start']],
]);

/**
 * Takes a rule in Kibana's form over into the tables of its file: only fields that differ in what they mean change, all others keep the
 * form that they have there (placeholders of guides, durations, defaults that are not written). `[metadata]` and keys that are never sent
 * stay, but for the date of the last change.
 */
export function mergeRule(file: JsonObject, incoming: JsonObject, today: string): MergedRule {
  const { file: other, notes } = fromKibana(incoming, { today });
  const first = differences(file, other);
  if (first.length === 0) return { file, changed: first, notes };
  const merged = taken(file, other, first, today);
  // What follows from other fields, such as the fields of a query that changed, may differ only now.
  const second = differences(merged, other);
  const changed = [...new Set([...first, ...second])].sort();
  return { file: second.length === 0 ? merged : taken(merged, other, second, today), changed, notes };
}

/** The fields of Kibana's form in which two files differ. */
function differences(file: JsonObject, other: JsonObject): readonly string[] {
  const [before, after] = [comparable(toKibana(file).rule), comparable(toKibana(other).rule)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !(KEPT.has(key) && !Object.hasOwn(after, key)) && !same(own(before, key), own(after, key)))
    .sort();
}

/** A file with some fields of Kibana's form as another file has them. */
function taken(file: JsonObject, other: JsonObject, fields: readonly string[], today: string): JsonObject {
  const rule = new Map(Object.entries(tableOf(file, 'rule')));
  const from = tableOf(other, 'rule');
  for (const key of new Set(fields.flatMap((name) => KEYS_OF.get(name) ?? [name]))) {
    const value = own(from, key);
    if (value === undefined) rule.delete(key);
    else rule.set(key, value);
  }
  const metadata = { ...tableOf(file, 'metadata'), updated_date: tableOf(other, 'metadata')['updated_date'] ?? today };
  const merged: JsonObject = { ...file, metadata, rule: Object.fromEntries(rule) };
  return fields.includes('note') ? withTransform(merged, other['transform']) : merged;
}

function withTransform(file: JsonObject, transform: JsonValue | undefined): JsonObject {
  if (transform !== undefined) return { ...file, transform };
  return Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'transform'));
}

function tableOf(file: JsonObject, key: string): JsonObject {
  const table = own(file, key);
  return isJsonObject(table) ? table : {};
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Both come with their keys in order. */
function same(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return printJson(left) === printJson(right);
}
