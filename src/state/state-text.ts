import { StateError } from '../deploy/state.js';
import type { RunIdentity, StateEntry, TargetState } from '../deploy/state.js';
import { isJsonObject, parseJson, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** A state as the text of its file: keys in order, so that equal states are equal files. */
export function stateText({ objects }: TargetState): string {
  const sorted = [...objects].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const entries = sorted.map(([key, entry]): [string, JsonValue] => [key, entryJson(entry)]);
  return `${printJson({ version: 1, objects: Object.fromEntries(entries) }, 2)}\n`;
}

/** What a state file holds; anything that dragnet did not write is a {@link StateError}. */
export function readState(text: string, place: string): Map<string, StateEntry> {
  const value = jsonOf(text);
  const objects = isJsonObject(value) && value['version'] === 1 ? value['objects'] : undefined;
  if (!isJsonObject(objects)) throw broken(place);
  return new Map(Object.entries(objects).map(([key, entry]) => [key, toEntry(entry, place)]));
}

/** An entry as JSON. */
export function entryJson({ applied, file, at, secrets }: StateEntry): JsonObject {
  return {
    at,
    ...(file === undefined ? {} : { file }),
    ...(secrets === undefined ? {} : { secrets }),
    applied,
  };
}

/** An entry out of JSON. */
export function toEntry(value: JsonValue | undefined, place: string): StateEntry {
  if (!isJsonObject(value)) throw broken(place);
  const { applied, at, file, secrets } = value;
  if (!isJsonObject(applied) || typeof at !== 'string') throw broken(place);
  const hashes = isJsonObject(secrets) ? Object.entries(secrets) : [];
  return {
    applied,
    at,
    ...(typeof file === 'string' ? { file } : {}),
    ...(hashes.length === 0
      ? {}
      : { secrets: Object.fromEntries(hashes.map(([name, hash]) => [name, typeof hash === 'string' ? hash : ''])) }),
  };
}

/** A run out of JSON; undefined where it is none. */
export function toRun(value: JsonValue | undefined): RunIdentity | undefined {
  if (!isJsonObject(value)) return undefined;
  const { run, host, pid, who, since } = value;
  if (typeof run !== 'string' || typeof host !== 'string' || typeof pid !== 'number') return undefined;
  return { run, host, pid, who: typeof who === 'string' ? who : '', since: typeof since === 'string' ? since : '' };
}

/** A JSON value; undefined for a text that is none. */
export function jsonOf(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A state that dragnet cannot read. */
export function broken(place: string): StateError {
  return new StateError(
    'broken',
    `${place} is not a state that dragnet wrote. Restore it, or delete it: what is managed is then found again from git and Kibana.`,
  );
}

/** The refusal of a second run. */
export function lockedBy(place: string, holder: RunIdentity | undefined): StateError {
  const who =
    holder === undefined
      ? 'another run'
      : `${holder.who === '' ? 'another run' : holder.who} (${holder.host}, process ${holder.pid}) since ${holder.since}`;
  return new StateError(
    'locked',
    `${place} is held by ${who}. Wait until that run ends; if it has died, take the state from it with --break-lock.`,
  );
}

/** The end of a run whose lock somebody took. */
export function lockLost(place: string): StateError {
  return new StateError(
    'lost',
    `${place} was taken from this run by another one (--break-lock). Run again when that has ended.`,
  );
}
