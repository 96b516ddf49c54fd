import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { OriginalFinder } from './occurrences.js';
import type { Treatments, ValueKind } from './redaction-rules.js';

/** What originals are looked for with. */
export interface Search {
  readonly treatments: Treatments;
  readonly finder: OriginalFinder;
  /** Original, in lower case → its kind. */
  readonly kinds: ReadonlyMap<string, ValueKind>;
}

/** The fields of documents that hold an original, in a value or in a key; fields that are kept do not count. */
export function leaksIn(documents: readonly JsonObject[], search: Search): readonly string[] {
  const leaks = new Set<string>();
  for (const document of documents) look(document, '', search, leaks);
  return [...leaks];
}

/** Whether a number is an original: an account id is, whatever else has the same digits is a number. */
export function isNumericOriginal(digits: string, kinds: ReadonlyMap<string, ValueKind>): boolean {
  return digits.length >= 8 && kinds.get(digits) === 'account';
}

function look(value: JsonValue, path: string, search: Search, leaks: Set<string>): void {
  const { treatments, finder, kinds } = search;
  if (treatments(path)?.action === 'keep') return;
  if (isJsonArray(value)) for (const item of value) look(item, path, search, leaks);
  else if (isJsonObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`;
      if (finder.find(name).length > 0) leaks.add(path);
      look(inner, at, search, leaks);
    }
  } else if (typeof value === 'string' ? finder.find(value).length > 0 : isNumericOriginal(String(value), kinds)) {
    leaks.add(path);
  }
}
