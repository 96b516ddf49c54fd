import { distance } from 'fastest-levenshtein';

/** Known names, by what stays of them when one of their parts is taken out, and without case and separators. */
interface Index {
  readonly around: ReadonlyMap<string, readonly string[]>;
  readonly bare: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<object, Index>();

/** Where both parts are shorter than this, they are near to each other by chance. */
const SHORTEST = 4;

/** Parts of this length may differ by two letters. */
const LONG = 9;

/** Names with more parts are no field's. */
const MOST_PARTS = 30;

/**
 * The known field that a name is a slip of: one that differs only in case, `-`, `_` and `.`, or by a letter (two in a long word) in one of
 * its parts. Undefined where the name may well be a field that nobody has listed.
 */
export function misspeltField(name: string, fields: ReadonlyMap<string, unknown>): string | undefined {
  const { around, bare } = indexOf(fields);
  const same = bare.get(bareOf(name));
  if (same !== undefined) return same;
  const parts = name.split('.');
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  for (const [at, part] of parts.entries()) {
    const near = around.get(withHole(parts, at))?.find((other) => isSlip(part, other));
    if (near !== undefined) return parts.with(at, near).join('.');
  }
  return undefined;
}

function isSlip(part: string, other: string): boolean {
  if (Math.max(part.length, other.length) < SHORTEST || Math.min(part.length, other.length) < SHORTEST - 1)
    return false;
  // `id` and `ids`, `name` and `names`: both may be there.
  if (isPlural(part, other) || isPlural(other, part)) return false;
  return distance(part, other) <= (Math.min(part.length, other.length) >= LONG ? 2 : 1) || swapped(part, other);
}

function isPlural(many: string, one: string): boolean {
  return many === `${one}s` && !one.endsWith('s');
}

/** Whether two neighbouring letters have changed places. */
function swapped(part: string, other: string): boolean {
  if (part.length !== other.length) return false;
  let at = 0;
  while (at < part.length && part[at] === other[at]) at += 1;
  return part.slice(at) === other.charAt(at + 1) + other.charAt(at) + other.slice(at + 2);
}

function indexOf(fields: ReadonlyMap<string, unknown>): Index {
  const known = indexes.get(fields);
  if (known) return known;
  const around = new Map<string, string[]>();
  const bare = new Map<string, string>();
  for (const name of fields.keys()) {
    bare.set(bareOf(name), name);
    const parts = name.split('.');
    if (parts.length < 2 || parts.length > MOST_PARTS) continue;
    for (const [at, part] of parts.entries()) {
      const key = withHole(parts, at);
      const others = around.get(key);
      if (others) others.push(part);
      else around.set(key, [part]);
    }
  }
  const index = { around, bare };
  indexes.set(fields, index);
  return index;
}

function withHole(parts: readonly string[], at: number): string {
  return parts.with(at, '*').join('.');
}

function bareOf(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]/gu, '');
}
