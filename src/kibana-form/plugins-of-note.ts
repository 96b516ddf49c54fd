import { lockJson } from '../definitions/lock-json.js';
import { noteWithPlugins } from '../definitions/note-plugins.js';
import { isJsonObject, parseJson, type JsonObject } from '../values/json.js';

/** Keys of an entry of `[transform]`: what has others stays in the note, since no file can say it. */
const KEYS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['osquery', new Set(['label', 'query', 'ecs_mapping'])],
  ['investigate', new Set(['label', 'description', 'providers', 'relativeFrom', 'relativeTo'])],
]);

/** A guide of a file: its text with placeholders, and what fills them. */
export interface GuideInFile {
  readonly note: string;
  readonly transform: JsonObject;
}

/**
 * The other way round of `noteWithPlugins`: the plugins of a guide (`!{osquery{…}}`) as entries of `[transform]`, with placeholders in
 * their place. Undefined where the guide has none, or where the placeholders would not give exactly the same guide again.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/write-investigation-guides
 */
export function pluginsOfNote(note: string): GuideInFile | undefined {
  const entries = new Map<string, JsonObject[]>();
  let text = '';
  let rest = 0;
  for (const { plugin, start, end, json } of pluginsIn(note)) {
    const entry = entryOf(plugin, json);
    if (entry === undefined) continue;
    const list = entries.get(plugin) ?? [];
    entries.set(plugin, list);
    text += `${note.slice(rest, start)}$${plugin}_${list.push(entry) - 1}`;
    rest = end;
  }
  if (entries.size === 0) return undefined;
  const inFile = { note: text + note.slice(rest), transform: Object.fromEntries(entries) };
  return noteWithPlugins(inFile.note, inFile.transform) === note ? inFile : undefined;
}

interface Plugin {
  readonly plugin: string;
  readonly start: number;
  readonly end: number;
  readonly json: string;
}

function* pluginsIn(note: string): Generator<Plugin> {
  for (const { 0: opening, 1: plugin = '', index: start } of note.matchAll(/!\{(osquery|investigate)(?=\{)/g)) {
    const from = start + opening.length;
    const to = endOfObject(note, from);
    if (to !== undefined && note[to] === '}') yield { plugin, start, end: to + 1, json: note.slice(from, to) };
  }
}

/** The offset behind the `}` that closes the JSON object at an offset. */
function endOfObject(text: string, from: number): number | undefined {
  let depth = 0;
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** An entry that a file can hold and that prints as the same JSON; undefined for others. */
function entryOf(plugin: string, json: string): JsonObject | undefined {
  try {
    const value = parseJson(json);
    if (!isJsonObject(value) || lockJson(value, 'compact') !== json) return undefined;
    const known = KEYS.get(plugin);
    return Object.keys(value).every((key) => known?.has(key)) && !json.includes(':null') ? value : undefined;
  } catch {
    return undefined;
  }
}
