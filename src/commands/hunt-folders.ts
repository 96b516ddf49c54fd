import { parse } from 'yaml';
import type { HuntEntry, HuntFolders } from '../render/hunt-index.js';

/** Reads `index.yml` of elastic/detection-rules; undefined for a text that is none. Keys are texts, whatever YAML would make of them. */
export function readHuntFolders(text: string): HuntFolders | undefined {
  let value: unknown;
  try {
    value = parse(text, { version: '1.1', mapAsMap: true, maxAliasCount: 0 });
  } catch {
    return undefined;
  }
  if (value === null) return new Map();
  if (!(value instanceof Map)) return undefined;
  const folders = new Map<string, readonly HuntEntry[]>();
  for (const [folder, entries] of value as ReadonlyMap<unknown, unknown>) {
    if (!(entries instanceof Map)) return undefined;
    folders.set(String(folder), [...(entries as ReadonlyMap<unknown, unknown>)].map(entryOf));
  }
  return folders;
}

function entryOf([uuid, entry]: readonly [unknown, unknown]): HuntEntry {
  const keys: ReadonlyMap<unknown, unknown> = entry instanceof Map ? entry : new Map<unknown, unknown>();
  const mitre = keys.get('mitre');
  return {
    uuid: String(uuid),
    name: textOf(keys.get('name')),
    path: textOf(keys.get('path')),
    mitre: Array.isArray(mitre) ? mitre.map(textOf) : [],
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
