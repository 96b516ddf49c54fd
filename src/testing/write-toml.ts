import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** A value as TOML on one line; null, which TOML does not have, is left out of objects and lists. */
export function tomlValue(value: Exclude<JsonValue, null>): string {
  if (typeof value === 'string') return tomlString(value);
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).filter((item) => item !== null);
    return `[${items.map(tomlValue).join(', ')}]`;
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value).flatMap(([key, inner]) =>
      inner === null ? [] : [`${tomlKey(key)} = ${tomlValue(inner)}`],
    );
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value === 'number') return tomlNumber(value);
  return typeof value === 'bigint' ? value.toString() : value === true ? 'true' : 'false';
}

/** The entries of a table, one a line. */
export function tomlEntries(table: JsonObject): readonly string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    value === null ? [] : [`${tomlKey(key)} = ${tomlValue(value)}`],
  );
}

function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlString(key);
}

/** Literal where that spares escapes, as in Windows paths. */
function tomlString(text: string): string {
  if (/[\\"]/.test(text) && !/['\u0000-\u001f\u007f]/.test(text)) return `'${text}'`;
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

function tomlNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}
