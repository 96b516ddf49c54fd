import type { TextMatcher } from './wildcard.js';

/** How {@link compileFuzzy} compares. */
export interface FuzzyOptions {
  /** How many edits may lie between the texts: 0, 1 or 2. */
  readonly maxEdits: number;
  /** So many characters at the start have to be equal; default 0. */
  readonly prefixLength?: number;
  /** Whether swapping two neighbours is one edit; default true. */
  readonly transpositions?: boolean;
}

/**
 * Compiles a fuzzy comparison: a text matches if at most `maxEdits` insertions, deletions, replacements (and swaps of neighbours) of code
 * points turn the term into it. Takes time linear in the text. Unlike the query it looks at one text: `fuzzy_max_expansions`, which keeps
 * the 50 nearest terms of an index, is not applied.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-fuzzy-query.html
 */
export function compileFuzzy(term: string, options: FuzzyOptions): TextMatcher {
  const { maxEdits, prefixLength = 0, transpositions = true } = options;
  if (maxEdits <= 0) return (text) => text === term;
  const characters = Array.from(term);
  const prefix = characters.slice(0, prefixLength).join('');
  const rest = characters.slice(prefixLength);
  return (text) =>
    text.startsWith(prefix) && isNear(rest, Array.from(text.slice(prefix.length)), maxEdits, transpositions);
}

/**
 * How many edits a `fuzziness` allows for a term: `AUTO` or `AUTO:low,high` none below `low` code points (3), one below `high` (6), else
 * two; a number itself, at most 2. Undefined if the value means nothing.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/common-options.html#fuzziness
 */
export function editsAllowed(fuzziness: string | number, term: string): number | undefined {
  const text = String(fuzziness).trim();
  const auto = /^AUTO(?::(\d+),(\d+))?$/i.exec(text);
  if (auto !== null) {
    const [low, high] = [Number(auto[1] ?? 3), Number(auto[2] ?? 6)];
    const length = Array.from(term).length;
    if (low > high) return undefined;
    return length < low ? 0 : length < high ? 1 : 2;
  }
  const edits = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(edits) && edits >= 0 ? Math.min(2, Math.trunc(edits)) : undefined;
}

/** Optimal string alignment, computed in the band of `max` around the diagonal. */
function isNear(term: readonly string[], text: readonly string[], max: number, transpositions: boolean): boolean {
  if (Math.abs(term.length - text.length) > max) return false;
  const beyond = max + 1;
  const blank = Array.from({ length: term.length + 1 }, () => beyond);
  let beforeLast = blank;
  let last = blank.map((_, index) => Math.min(index, beyond));
  for (let row = 1; row <= text.length; row++) {
    const current = [...blank];
    if (row <= max) current[0] = row;
    for (let column = Math.max(1, row - max); column <= Math.min(term.length, row + max); column++) {
      const isEqual = text[row - 1] === term[column - 1];
      current[column] = Math.min(
        at(last, column - 1, beyond) + (isEqual ? 0 : 1),
        at(last, column, beyond) + 1,
        at(current, column - 1, beyond) + 1,
        transpositions && isSwap(term, text, row, column) ? at(beforeLast, column - 2, beyond) + 1 : beyond,
      );
    }
    if (Math.min(...current.slice(Math.max(0, row - max), row + max + 1)) > max) return false;
    beforeLast = last;
    last = current;
  }
  return at(last, term.length, beyond) <= max;
}

function at(row: readonly number[], column: number, otherwise: number): number {
  return row[column] ?? otherwise;
}

function isSwap(term: readonly string[], text: readonly string[], row: number, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return text[row - 1] === term[column - 2] && text[row - 2] === term[column - 1];
}
