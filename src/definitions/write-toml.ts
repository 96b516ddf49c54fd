import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** Lines longer than this are broken where TOML allows it. */
const WIDEST = 120;

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

/**
 * An entry of a table of its own, without a line feed behind it: texts of several lines stand as such, lists that make the line longer than
 * 120 characters have one item a line.
 */
export function tomlEntry(key: string, value: Exclude<JsonValue, null>): string {
  if (typeof value === 'string') return `${key} = ${tomlText(value)}`;
  const line = `${key} = ${tomlValue(value)}`;
  if (line.length <= WIDEST || !isJsonArray(value)) return line;
  const items = value.flatMap((item) => (item === null ? [] : [`    ${tomlValue(item)},\n`]));
  return `${key} = [\n${items.join('')}]`;
}

/** The name of a key, in quotes where it needs them. */
export function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlString(key);
}

/** A text, on several lines where it has some. */
export function tomlText(text: string): string {
  if (!text.trimEnd().includes('\n')) return tomlString(text);
  return literalBlock(text, '\n') ?? basicBlock(text, '\n');
}

/** Literal where that spares escapes, as in Windows paths. */
export function tomlString(text: string): string {
  if (/[\\"]/.test(text) && !/['\u0000-\u001f\u007f]/.test(text)) return `'${text}'`;
  return basicString(text);
}

/** A text in double quotes, on one line. */
export function basicString(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

/** A text in single quotes, on one line; undefined where it has what cannot stand there. */
export function literalString(text: string): string | undefined {
  return /['\u0000-\u0008\u000a-\u001f\u007f]/.test(text) ? undefined : `'${text}'`;
}

/** A text in three single quotes, `opening` (a line feed, or nothing) in front; undefined where it has what cannot stand there. */
export function literalBlock(text: string, opening: string): string | undefined {
  const unfit = /'''|'$|[\u0000-\u0008\u000b-\u001f\u007f]/.test(text) || (opening === '' && text.startsWith('\n'));
  return unfit ? undefined : `'''${opening}${text}'''`;
}

/** A text in three double quotes, `opening` (a line feed, or nothing) in front. */
export function basicBlock(text: string, opening: string): string {
  const needed = opening === '' && text.startsWith('\n') ? '\n' : opening;
  return `"""${needed}${basicLines(text)}"""`;
}

/** A text as it stands between three double quotes: line feeds and tabs as they are, quotes escaped where they could end it. */
export function basicLines(text: string): string {
  return text
    .replace(/[\\\u0000-\u0008\u000b-\u001f\u007f]/g, (character) => basicString(character).slice(1, -1))
    .replace(/"{2,}|^"+|"+$/g, (quotes) => '\\"'.repeat(quotes.length));
}

/** A number that is read back as the same one: what a double does not hold exactly is written as a float. */
export function tomlNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = String(value);
  return Number.isInteger(value) && !Number.isSafeInteger(value) && !text.includes('e') ? `${text}.0` : text;
}
