import type { RepairCut, RepairEdit } from '../diagnostics/diagnostic.js';
import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { KeyPositions } from './locate.js';
import type { KeyPath } from './locate.js';
import { parseToml } from './parse-toml.js';
import { plainText, spliceToml } from './splice-toml.js';

type ValueEdit = Exclude<RepairEdit, RepairCut>;

/**
 * The text in which a value that goes from one key of its table to another one stays where it is, with its comments: only the key is written anew. Undefined
 * where the edits say something else, or where the key stands in more than one place or in several parts.
 */
export function renamedInPlace(raw: string, edits: readonly ValueEdit[]): string | undefined {
  const [removed, set, ...others] = edits;
  if (removed?.kind !== 'remove' || set?.kind !== 'set' || others.length > 0) return undefined;
  const [key, name] = [removed.path.at(-1), set.path.at(-1)];
  const isSameTable = equalJson(removed.path.slice(0, -1), set.path.slice(0, -1));
  if (!isSameTable || typeof key !== 'string' || typeof name !== 'string' || !BARE.test(name)) return undefined;
  const text = plainText(raw);
  const { start, end } = new KeyPositions({ file: '', text }).key(removed.path);
  if (![key, `"${key}"`, `'${key}'`].includes(text.slice(start, end))) return undefined;
  const renamed = spliceToml(raw, [{ start, end, text: name }]);
  const [before, after] = [tableOf(text), tableOf(plainText(renamed))];
  const isMoved =
    valueAt(after, removed.path) === undefined && equalJson(valueAt(after, set.path), valueAt(before, removed.path));
  return isMoved ? renamed : undefined;
}

const BARE = /^[\w-]+$/;

function tableOf(text: string): JsonValue | undefined {
  const { table, diagnostics } = parseToml('', text);
  return diagnostics.length > 0 ? undefined : table;
}

function valueAt(table: JsonValue | undefined, path: KeyPath): JsonValue | undefined {
  let value = table;
  for (const key of path) {
    if (typeof key === 'number') value = isJsonArray(value) ? value[key] : undefined;
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
