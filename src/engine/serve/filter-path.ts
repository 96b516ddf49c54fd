import { parseJson } from '../../values/json.js';
import { RawJson, type RawValue } from './raw-json.js';

/** A dotted path in parts; `*` stands for any name or part of one, `**` for any number of names. */
type Path = readonly string[];

/**
 * What `filter_path` leaves of an answer: the members that one of the paths names, without those that one of the `-paths` names.
 * Arrays are looked through. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/common-options.html#common-options-response-filtering
 */
export function filterPath(body: RawValue, parameter: string): RawValue {
  const paths = parameter.split(',').filter((path) => path !== '');
  const excluded = paths.filter((path) => path.startsWith('-')).map((path) => path.slice(1).split('.'));
  const included = paths.filter((path) => !path.startsWith('-')).map((path) => path.split('.'));
  const kept = included.length === 0 ? body : (pick(body, included) ?? {});
  return excluded.length === 0 ? kept : drop(kept, excluded);
}

function pick(value: RawValue, paths: readonly Path[]): RawValue | undefined {
  const node = unfold(value);
  if (isList(node)) {
    const items = node.flatMap((item) => pick(item, paths) ?? []);
    return items.length === 0 ? undefined : items;
  }
  if (!isMap(node)) return undefined;
  const entries = Object.entries(node).flatMap(([key, item]): [string, RawValue][] => {
    if (item === undefined) return [];
    const rest = advance(paths, key);
    const kept = rest.some((path) => path.length === 0) ? item : pick(item, rest);
    return kept === undefined ? [] : [[key, kept]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function drop(value: RawValue, paths: readonly Path[]): RawValue {
  if (paths.length === 0) return value;
  const node = unfold(value);
  if (isList(node)) return node.map((item) => drop(item, paths));
  if (!isMap(node)) return value;
  const entries = Object.entries(node).flatMap(([key, item]): [string, RawValue][] => {
    const rest = advance(paths, key);
    return item === undefined || rest.some((path) => path.length === 0) ? [] : [[key, drop(item, rest)]];
  });
  return Object.fromEntries(entries);
}

/** What is left of the paths below a name; `**` may end here or go on. */
function advance(paths: readonly Path[], key: string): readonly Path[] {
  return paths.flatMap((path) => {
    const [head, ...rest] = path;
    if (head === undefined) return [];
    if (head === '**') return [path, ...(rest.length === 0 ? [rest] : advance([rest], key))];
    return matches(head, key) ? [rest] : [];
  });
}

/** Whether a name has the parts of a pattern between its `*` in order. */
function matches(pattern: string, key: string): boolean {
  const parts = pattern.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return pattern === key;
  if (!key.startsWith(first) || !key.endsWith(last) || key.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = key.indexOf(part, at);
    if (found < 0 || found + part.length > key.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

function unfold(value: RawValue): RawValue {
  return value instanceof RawJson ? parseJson(value.text) : value;
}

function isList(value: RawValue): value is readonly RawValue[] {
  return Array.isArray(value);
}

function isMap(value: RawValue): value is { readonly [key: string]: RawValue | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
