import type { KqlTerm } from './ast.js';
import { termText } from './ast.js';

/** What is known of a field: its Elasticsearch type, and the path of the nested object that it is in, if any. */
export interface KqlFieldInfo {
  readonly type: string;
  readonly nested?: string;
}

/** The searchable fields of the indices of a query, by full name, multi-fields included; a `Map` is one. */
export interface KqlFields {
  /** What is known of a name; a key within a flattened field may be known without being listed. */
  get(name: string): KqlFieldInfo | undefined;
  entries(): Iterable<readonly [string, KqlFieldInfo]>;
}

/** A field that a clause asks about. */
export interface TargetField {
  readonly name: string;
  readonly info?: KqlFieldInfo;
  readonly viaWildcard: boolean;
}

/** The fields that a name of a clause means; the name itself if none of them is known. */
export function expandField(
  field: KqlTerm,
  path: string | undefined,
  fields: KqlFields | undefined,
): readonly TargetField[] {
  const prefix = path === undefined ? '' : `${path}.`;
  const viaWildcard = field.kind === 'Wildcard';
  const found: TargetField[] = [];
  if (viaWildcard) {
    const [first = '', ...rest] = field.parts;
    const parts = [prefix + first, ...rest];
    for (const [name, info] of fields?.entries() ?? [])
      if (matchesParts(name, parts)) found.push({ name, info, viaWildcard });
  }
  if (found.length > 0) return found;
  const name = prefix + termText(field);
  const info = viaWildcard ? undefined : fields?.get(name);
  return [info === undefined ? { name, viaWildcard } : { name, info, viaWildcard }];
}

/** Whether the text is the parts in order, with anything between them; linear in both, leftmost parts first. */
function matchesParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...middle] = parts;
  const last = middle.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of middle) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
