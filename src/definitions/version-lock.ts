import { isJsonObject, parseJson } from '../values/json.js';

/** Versions of rules by rule id, as `version.lock.json` of a detection-rules repository holds them. */
export type VersionLock = ReadonlyMap<string, number>;

/** Reads a version lock; entries without a version are left out. Returns a sentence if the text is no version lock. */
export function parseVersionLock(text: string): VersionLock | string {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    return `The version lock is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!isJsonObject(value)) return 'The version lock is not a JSON object of rule ids.';
  return new Map(
    Object.entries(value).flatMap(([id, entry]): [string, number][] => {
      const version = isJsonObject(entry) ? entry['version'] : undefined;
      return typeof version === 'number' ? [[id, version]] : [];
    }),
  );
}
