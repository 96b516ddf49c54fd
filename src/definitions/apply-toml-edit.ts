import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';
import type { KeyPath } from './locate.js';
import type { Origins } from './toml-origins.js';

/**
 * One edit of a TOML file. Paths count as {@link KeyPath} does: names of keys, places in lists from 0, in the file as the edits before it leave
 * it.
 */
export type TomlEdit =
  /** Gives a key or place its value; missing tables are made, the place behind the last one of a list adds an item. */
  | { readonly kind: 'set'; readonly path: KeyPath; readonly value: JsonValue }
  /** Puts an item into a list, in front of the one at that place. */
  | { readonly kind: 'insert'; readonly path: KeyPath; readonly value: JsonValue }
  /** Takes a key, table or item away; nothing happens where it is not there. */
  | { readonly kind: 'remove'; readonly path: KeyPath };

/** The values of a file after an edit, in copies that know what they are copies of; or why the edit cannot be. */
export function applyTomlEdit(
  table: JsonObject,
  edit: TomlEdit,
  origins: Origins,
): { readonly table: JsonObject } | { readonly problem: string } {
  try {
    const edited = valueAfter(table, edit, 0, origins);
    return { table: isJsonObject(edited) ? edited : table };
  } catch (error) {
    if (error instanceof EditError) return { problem: error.message };
    throw error;
  }
}

class EditError extends Error {}

function valueAfter(value: JsonValue | undefined, edit: TomlEdit, at: number, origins: Origins): JsonValue | undefined {
  const step = edit.path[at];
  if (step === undefined) {
    if (at === 0) throw new EditError('The path is empty: name a key.');
    return edit.kind === 'remove' ? undefined : edit.value;
  }
  if (typeof step === 'number') return inList(value, step, edit, at, origins);
  if (value === undefined && edit.kind === 'remove') return undefined;
  const table = value === undefined ? {} : value;
  if (!isJsonObject(table)) throw new EditError(`${shown(edit, at)} is no table: it has no key ${step}.`);
  const old = Object.hasOwn(table, step) ? table[step] : undefined;
  const inner = valueAfter(old, edit, at + 1, origins);
  if (inner === old) return value;
  const entries = Object.entries(table).filter(([key]) => key !== step || inner !== undefined);
  const copy = Object.fromEntries(
    entries.map(([key, each]) => [key, key === step && inner !== undefined ? inner : each]),
  );
  const whole = old === undefined && inner !== undefined ? Object.fromEntries([...entries, [step, inner]]) : copy;
  return from(whole, value, origins);
}

function inList(
  value: JsonValue | undefined,
  index: number,
  edit: TomlEdit,
  at: number,
  origins: Origins,
): JsonValue | undefined {
  if (value === undefined && edit.kind === 'remove') return undefined;
  const list: JsonArray = isJsonArray(value) ? value : [];
  if (value !== undefined && !isJsonArray(value))
    throw new EditError(`${shown(edit, at)} is no list: it has no item ${index}.`);
  const isLast = at === edit.path.length - 1;
  if (edit.kind === 'remove' && index >= list.length) return value;
  if (index > list.length || index < 0)
    throw new EditError(`${shown(edit, at)} has ${list.length} items: there is no place ${index}.`);
  if (edit.kind === 'insert' && isLast)
    return from([...list.slice(0, index), edit.value, ...list.slice(index)], value, origins);
  const inner = valueAfter(list[index], edit, at + 1, origins);
  if (inner === list[index]) return value;
  return from(
    [...list.slice(0, index), ...(inner === undefined ? [] : [inner]), ...list.slice(index + 1)],
    value,
    origins,
  );
}

function from<T extends JsonObject | JsonArray>(copy: T, original: JsonValue | undefined, origins: Origins): T {
  if (typeof original === 'object' && original !== null) origins.set(copy, origins.get(original) ?? original);
  return copy;
}

function shown({ path }: TomlEdit, length: number): string {
  return length === 0 ? 'The file' : path.slice(0, length).join('.');
}
