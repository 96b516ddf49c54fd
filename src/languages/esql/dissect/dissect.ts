/** One `%{…}` of a DISSECT pattern and the delimiter after it. */
export interface DissectKey {
  readonly name: string;
  readonly skip: boolean;
  /** Half of a pair of keys of which one names the other; ES|QL refuses them. */
  readonly reference: '*' | '&' | undefined;
  readonly append: boolean;
  /** Place among the parts that are appended; equal ones keep the order of the pattern. */
  readonly order: number;
  /** `->`: repeated delimiters after the value count as one. */
  readonly padded: boolean;
  readonly delimiter: string;
}

/** A parsed pattern: what stands before the first key, and the keys. */
export interface DissectPattern {
  readonly leading: string;
  readonly keys: readonly DissectKey[];
}

/**
 * Parses a DISSECT pattern; a sentence if it is none.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-process-data-with-dissect-grok
 */
export function parseDissect(pattern: string): DissectPattern | string {
  const first = pattern.indexOf('%{');
  if (first < 0) return 'Unable to find any keys or delimiters.';
  const keys: DissectKey[] = [];
  for (let at = first; at < pattern.length;) {
    const close = pattern.indexOf('}', at);
    if (close < 0) return 'A key is not closed.';
    // A key right after another is no key: it is the delimiter.
    const next = pattern.indexOf('%{', close + 2);
    const key = parseKey(pattern.slice(at + 2, close), pattern.slice(close + 1, next < 0 ? undefined : next));
    if (typeof key === 'string') return key;
    keys.push(key);
    at = next < 0 ? pattern.length : next;
  }
  return { leading: pattern.slice(0, first), keys };
}

function parseKey(text: string, delimiter: string): DissectKey | string {
  const match = /^([+?*&]?)([^/]*?)(?:\/(\d{1,9}))?(->)?$/.exec(text);
  if (!match) return `The key definition [%{${text}}] is not valid.`;
  const [, modifier = '', name = '', order, arrow] = match;
  if (modifier === '+' ? name === '' : order !== undefined) return `The key definition [%{${text}}] is not valid.`;
  return {
    name,
    skip: modifier === '?' || name === '',
    reference: modifier === '*' || modifier === '&' ? modifier : undefined,
    append: modifier === '+',
    order: Number(order ?? 0),
    padded: arrow !== undefined,
    delimiter,
  };
}

/** The names of the columns that a pattern makes, in order. */
export function dissectKeys({ keys }: DissectPattern): string[] {
  return [...new Set(keys.filter((key) => !key.skip).map((key) => key.name))];
}

/** Splits a text by a pattern; undefined if it does not fit. */
export function dissect(
  pattern: DissectPattern,
  text: string,
  separator: string,
): ReadonlyMap<string, string> | undefined {
  const values = splitByKeys(pattern, text);
  if (values?.length !== pattern.keys.length) return undefined;
  return collect(pattern.keys, values, separator);
}

/** The values of the keys; a run of delimiters gives empty values, unless the key is padded. */
function splitByKeys({ leading, keys }: DissectPattern, text: string): string[] | undefined {
  if (text === '' || !text.startsWith(leading)) return undefined;
  const values: string[] = [];
  let start = leading.length;
  let index = 0;
  while (index < keys.length) {
    const key = keys[index];
    if (key === undefined || key.delimiter === '') break;
    const { delimiter } = key;
    const found = text.indexOf(delimiter, start);
    if (found < 0) return undefined;
    values.push(text.slice(start, found));
    start = found + delimiter.length;
    index += 1;
    let padded = key.padded;
    while (text.startsWith(delimiter, start)) {
      if (!padded) {
        if (index >= keys.length) break;
        padded = keys[index]?.padded ?? false;
        values.push('');
        index += 1;
      }
      start += delimiter.length;
    }
  }
  const last = keys[index];
  if (last?.delimiter === '') values.push(text.slice(start));
  return values;
}

function collect(
  keys: readonly DissectKey[],
  values: readonly string[],
  separator: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const appended = new Map<string, { order: number; value: string }[]>();
  for (const [at, key] of keys.entries()) {
    if (key.skip) continue;
    const value = values[at] ?? '';
    if (!key.append && !keys.some((other) => other.append && other.name === key.name)) found.set(key.name, value);
    else {
      const parts = appended.get(key.name) ?? [];
      parts.push({ order: key.order, value });
      appended.set(key.name, parts);
    }
  }
  for (const [name, parts] of appended) {
    const sorted = parts.sort((left, right) => left.order - right.order);
    found.set(name, sorted.map((part) => part.value).join(separator));
  }
  return found;
}
