import type { HuntEntry, HuntFolders } from './hunt-index.js';
import { yamlScalar } from './python-yaml.js';

/**
 * `index.yml` of elastic/detection-rules, byte for byte as its generator writes it: folder → UUID → name, path, mitre, in the order given.
 */
export function printHuntFolders(folders: HuntFolders): string {
  if (folders.size === 0) return '{}\n';
  return [...folders].map(([folder, entries]) => `${key(folder, 0)}:${bodyOf(entries)}`).join('');
}

/** Whether a text has the form of `index.yml`. */
export function isHuntFolders(text: string): boolean {
  return /^\S[^\n]*:\n {2}\S[^\n]*:\n {4}name: [^\n]*\n(?: {6}[^\n]*\n)*? {4}path: /.test(text);
}

function bodyOf(entries: readonly HuntEntry[]): string {
  return entries.length === 0 ? ' {}\n' : `\n${entries.map(entryText).join('')}`;
}

function entryText({ uuid, name, path, mitre }: HuntEntry): string {
  const techniques =
    mitre.length === 0 ? ' []\n' : `\n${mitre.map((id) => `    - ${yamlScalar(id, 6, 6)}\n`).join('')}`;
  return `  ${key(uuid, 2)}:\n    name: ${yamlScalar(name, 10, 6)}\n    path: ${yamlScalar(path, 10, 6)}\n    mitre:${techniques}`;
}

function key(text: string, column: number): string {
  return yamlScalar(text, column, column, false);
}
