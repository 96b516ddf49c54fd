import type { RegexpFlag } from '../../../values/patterns/regexp-syntax.js';
import { ALL_REGEXP_FLAGS } from '../../../values/patterns/regexp-syntax.js';
import { illegalArgument } from './query-error.js';

/** Reads the `flags` of a regular expression: names joined by `|`, ALL, or NONE. */
export function readRegexpFlags(text: string): ReadonlySet<RegexpFlag> {
  const names = text.split('|').map((name) => name.trim().toUpperCase());
  if (names.includes('ALL') || text === '') return ALL_REGEXP_FLAGS;
  const flags = new Set<RegexpFlag>();
  for (const name of names) {
    const flag = [...ALL_REGEXP_FLAGS].find((known) => known.toUpperCase() === name);
    if (flag !== undefined) flags.add(flag);
    else if (name !== 'NONE' && name !== 'EMPTY') throw illegalArgument(`Unknown regexp flag [${name}]`);
  }
  return flags;
}
