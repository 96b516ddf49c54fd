import { compilePattern } from './compile-pattern.js';
import type { QueryContext } from './query.js';

/** Types that are searched when a query names no field, or a pattern. */
const SEARCHED_BY_DEFAULT = new Set([
  'keyword', 'wildcard', 'constant_keyword', 'text', 'match_only_text', 'long', 'integer', 'short', 'byte', 'unsigned_long',
  'double', 'float', 'half_float', 'scaled_float', 'boolean', 'date', 'date_nanos', 'ip', 'version', 'flattened',
]); // prettier-ignore

/** The fields that are searched if a query names none: all that can be searched. */
export function defaultFields(context: QueryContext): string[] {
  return expandFields(context, ['*']);
}

/** The fields that names and patterns mean; a boost (`field^2`) is dropped, a name that is not mapped finds nothing. */
export function expandFields({ index }: QueryContext, names: readonly string[]): string[] {
  const found = new Set<string>();
  for (const spec of names) {
    const name = spec.replace(/\^[\d.]+$/u, '');
    if (!name.includes('*')) {
      found.add(name);
      continue;
    }
    const test = compilePattern(name, false);
    for (const [candidate, { searchable, type }] of index.mapping.traits()) {
      if (searchable && test(candidate) && SEARCHED_BY_DEFAULT.has(type)) found.add(candidate);
    }
  }
  return [...found];
}
