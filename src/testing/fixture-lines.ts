import { isJsonArray, isJsonObject, parseJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { FixtureError } from './fixture-error.js';

/** One document of a fixture file. */
export interface FixtureLine {
  readonly value: JsonObject;
  /** `<file>:<line>` (of a JSON array or an answer: the number in the list), the id of the document where it names none. */
  readonly id: string;
}

/** The documents in the text of a fixture file; the content tells NDJSON, a JSON array and the answer of a search apart. */
export function fixtureLines(path: string, text: string): readonly FixtureLine[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const whole = wholeDocument(path, text);
  if (whole !== undefined) {
    return whole.map((item, at) => ({
      value: asObject(item, `${path}, document ${at + 1},`),
      id: `${name}:${at + 1}`,
    }));
  }
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const place = `${path}:${at + 1}`;
    return [{ value: asObject(parse(line, place), place), id: `${name}:${at + 1}` }];
  });
}

/** The documents of a file that is one JSON value; undefined for one with a document a line. */
function wholeDocument(path: string, text: string): readonly JsonValue[] | undefined {
  const start = text.trimStart();
  if (start.startsWith('[')) return listOf(parse(text, path));
  const [first = ''] = start.split('\n', 1);
  if (!start.startsWith('{')) return undefined;
  const line = attempt(first);
  // A first line that is a document of its own: more of them follow, unless it is a whole answer.
  if (line !== undefined) return hitsOf(line);
  const value = attempt(text);
  return value === undefined ? undefined : (hitsOf(value) ?? [value]);
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return isJsonArray(value) ? value : [value];
}

function hitsOf(value: JsonValue): readonly JsonValue[] | undefined {
  const hits = isJsonObject(value) && isJsonObject(value['hits']) ? value['hits']['hits'] : undefined;
  return isJsonArray(hits) ? hits : undefined;
}

function attempt(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function parse(text: string, place: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    throw new FixtureError(`${place} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function asObject(value: JsonValue, place: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new FixtureError(
    `${place} is not a JSON object. A fixture holds one document a line, a JSON array of documents, or the answer of a search.`,
  );
}
