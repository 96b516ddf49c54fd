import { isJsonArray, isJsonObject, type JsonValue } from '../values/json.js';
import { lockJson } from './lock-json.js';

// What Python's string.Template reads as a placeholder; names are greedy, so `$osquery_10` is not `$osquery_1` and a zero.
const PLACEHOLDER = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)\})/gi;

/**
 * A note with `$osquery_0` and `$investigate_0` replaced by the plugins that Kibana renders (`!{osquery{…}}`), from `[transform]` of the
 * rule's file, and `$$` by `$`. Placeholders without an entry, and the note of a file without `[transform]`, stay.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/write-investigation-guides
 */
export function noteWithPlugins(note: string, transform: JsonValue | undefined): string {
  const plugins = pluginsOf(transform);
  if (plugins === undefined) return note;
  return note.replace(
    PLACEHOLDER,
    (token, escaped: string | undefined, name: string | undefined, braced: string | undefined) =>
      escaped === undefined ? (plugins.get(name ?? braced ?? '') ?? token) : '$',
  );
}

function pluginsOf(transform: JsonValue | undefined): ReadonlyMap<string, string> | undefined {
  if (!isJsonObject(transform)) return undefined;
  const plugins = new Map<string, string>();
  for (const [plugin, entries] of Object.entries(transform)) {
    if (!isJsonArray(entries)) continue;
    for (const [index, entry] of entries.entries()) {
      plugins.set(`${plugin}_${index}`, `!{${plugin}${lockJson(entry, 'compact')}}`);
    }
  }
  return plugins;
}
