import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { isTableList } from './toml-origins.js';
import { tomlEntry, tomlKey } from './write-toml.js';

/**
 * A table as text: its header, its entries, and the tables in it with headers of their own, a blank line before each. Empty tables and lists
 * are entries; null, which TOML does not have, is left out.
 */
export function tableText(path: readonly string[], table: JsonObject, isElement: boolean): string {
  const name = path.map(tomlKey).join('.');
  const entries = Object.entries(table);
  const lines = entries.flatMap(([key, value]) =>
    value === null || hasHeader(value) ? [] : [`${tomlEntry(tomlKey(key), value)}\n`],
  );
  const inner = entries.flatMap(([key, value]) => {
    if (isTableList(value)) return value.map((item) => tableText([...path, key], item, true));
    return isJsonObject(value) && hasHeader(value) ? [tableText([...path, key], value, false)] : [];
  });
  const own = `${isElement ? `[[${name}]]` : `[${name}]`}\n${lines.join('')}`;
  // A table that has nothing but tables needs no header, unless it is an element.
  const isNeeded = isElement || lines.length > 0 || inner.length === 0;
  return [...(isNeeded ? [own] : []), ...inner].join('\n');
}

function hasHeader(value: JsonValue): boolean {
  return isTableList(value) || (isJsonObject(value) && Object.keys(value).length > 0);
}
