import { didYouMean } from '../diagnostics/did-you-mean.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { FixtureError } from './fixtures.js';
import type { Patch } from './test-case.js';

/** A document of a test on its way into an index. */
export interface TestDocument {
  readonly id: string;
  /** The index that the fixture names; absent: chosen from the rule's patterns. */
  readonly index?: string;
  readonly source: JsonObject;
}

/**
 * Makes a document of one fixture line: `_id` and `_index` are taken out (or the whole line is a hit with `_source`),
 * and an `@timestamp` or another time of the event written as date math (`now-5m`) becomes an absolute time.
 */
export function toDocument(line: JsonObject, fallbackId: string, now: Date): TestDocument {
  const { _id: id, _index: index, _source: inner, ...rest } = line;
  return {
    id: typeof id === 'string' ? id : fallbackId,
    ...(typeof index === 'string' ? { index } : {}),
    source: absoluteTimes(isJsonObject(inner) ? inner : rest, now),
  };
}

/** Times of an event that fixtures may give relative to `now`. */
const TIMES: readonly (readonly string[])[] = [
  ['@timestamp'],
  ['timestamp'],
  ['event', 'ingested'],
  ['event', 'created'],
  ['event', 'start'],
  ['event', 'end'],
];

function absoluteTimes(source: JsonObject, now: Date): JsonObject {
  return TIMES.reduce((document, path) => {
    const value = read(document, path);
    if (typeof value !== 'string' || !/^now(?:$|[-+/])/.test(value)) return document;
    // What is not date math stays: the index then rejects the document, and says why.
    return write(document, path, absoluteTime(value, now) ?? value);
  }, source);
}

/** Most levels of a field in a patch; Elasticsearch maps 20 unless told otherwise. */
const DEEPEST = 100;

/**
 * Applies the patches that name the document; dotted fields, nested objects in between as needed; `_index` moves it. Throws a {@link FixtureError}
 * for a field that a patch takes away from a document which lacks it: the test would not test what it says.
 */
export function patched(document: TestDocument, patches: readonly Patch[], now: Date): TestDocument {
  const mine = patches.filter(({ id }) => id === document.id);
  if (mine.length === 0) return document;
  const deep = mine
    .flatMap(({ set, unset }) => [...Object.keys(set), ...unset])
    .find((field) => field.split('.', DEEPEST + 1).length > DEEPEST);
  if (deep !== undefined)
    throw new FixtureError(
      `The patch for ${document.id} names a field of more than ${DEEPEST} levels: ${deep.slice(0, 40)}…`,
    );
  const source = mine.reduce<JsonObject>((current, { set, unset }) => {
    const removed = unset.reduce((rest, field) => {
      const kept = remove(rest, field.split('.'));
      if (kept === undefined) throw lacking(field, document.id, rest);
      return kept;
    }, current);
    const fields = Object.entries(set).filter(([field]) => field !== '_index');
    return fields.reduce((rest, [field, value]) => write(rest, field.split('.'), value), removed);
  }, document.source);
  const index = mine.map(({ set }) => set['_index']).findLast((value) => typeof value === 'string') ?? document.index;
  return { id: document.id, ...(index === undefined ? {} : { index }), source: absoluteTimes(source, now) };
}

function read(object: JsonObject, path: readonly string[]): JsonValue | undefined {
  const dotted = path.join('.');
  if (Object.hasOwn(object, dotted)) return object[dotted];
  const [head = '', ...rest] = path;
  if (!Object.hasOwn(object, head)) return undefined;
  const value = object[head];
  if (rest.length === 0) return value;
  return isJsonObject(value) ? read(value, rest) : undefined;
}

function write(object: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  const dotted = path.join('.');
  const [head = '', ...rest] = path;
  if (rest.length === 0 || Object.hasOwn(object, dotted)) return own(object, dotted, value);
  const inner = Object.hasOwn(object, head) ? object[head] : undefined;
  return own(object, head, write(isJsonObject(inner) ? inner : {}, rest, value));
}

/** A copy without the field, and all below it, however the document writes it; undefined where it is not there. */
function remove(object: JsonObject, path: readonly string[]): JsonObject | undefined {
  const dotted = path.join('.');
  const entries = Object.entries(object);
  const others = entries.filter(([key]) => key !== dotted && !key.startsWith(`${dotted}.`));
  let found = others.length < entries.length;
  const kept = others.map(([key, value]): [string, JsonValue] => {
    if (!dotted.startsWith(`${key}.`)) return [key, value];
    const inner = removeInside(value, path.slice(key.split('.').length));
    if (inner === undefined) return [key, value];
    found = true;
    return [key, inner];
  });
  // `fromEntries` defines own keys, so that `__proto__` is a key like any other.
  return found ? Object.fromEntries(kept) : undefined;
}

/** The same in each object of a list. */
function removeInside(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  if (isJsonObject(value)) return remove(value, path);
  if (!isJsonArray(value)) return undefined;
  const kept = value.map((item) => (isJsonObject(item) ? remove(item, path) : undefined));
  if (kept.every((item) => item === undefined)) return undefined;
  return value.map((item, at) => kept[at] ?? item);
}

/** Names that a message looks through for the one that is meant. */
const MOST_NAMES = 2000;

function lacking(field: string, id: string, source: JsonObject): FixtureError {
  const hint = didYouMean(field, fieldNames(source));
  return new FixtureError(
    `A patch takes ${field} away (unset), which the event ${id} lacks.${hint} Name a field that the event has, or leave unset out.`,
  );
}

/** Dotted names of a document's fields and of the objects around them; not all of very large ones. */
function fieldNames(source: JsonObject): ReadonlySet<string> {
  const names = new Set<string>();
  const open: [string, JsonValue][] = Object.entries(source);
  for (const [name, value] of open) {
    if (names.size >= MOST_NAMES) break;
    names.add(name);
    const inner = isJsonArray(value) ? value.filter(isJsonObject) : isJsonObject(value) ? [value] : [];
    // Names longer than what is suggested are not followed: documents may nest without end.
    if (name.length > 200) continue;
    for (const each of inner) for (const [key, below] of Object.entries(each)) open.push([`${name}.${key}`, below]);
  }
  return names;
}

/** A copy with one key set; `fromEntries` defines own keys, so that `__proto__` is a key like any other. */
function own(object: JsonObject, key: string, value: JsonValue): JsonObject {
  return Object.fromEntries([...Object.entries(object).filter(([other]) => other !== key), [key, value]]);
}
