/** More comparisons than these are not made: what is left stays unpaired. */
const MAX_COMPARISONS = 250_000;

/** What was expected and what came, as far as they belong together. */
export interface Pairs<Wanted, Found> {
  readonly pairs: readonly { readonly wanted: Wanted; readonly found: Found; readonly at: number }[];
  /** Expected, and nothing like it came; `at` is the place among the expected. */
  readonly missing: readonly { readonly wanted: Wanted; readonly at: number }[];
  /** Came, and nothing like it was expected. */
  readonly extra: readonly Found[];
}

/**
 * Pairs what was expected with what came: first what is equal (left out of the answer), then by likeness, the likest first; a likeness of 0 pairs
 * nothing. Ties go by order. Of very many differences only as many are compared as 250,000 comparisons allow.
 */
export function pairNearest<Wanted, Found>(
  wanted: readonly Wanted[],
  found: readonly Found[],
  equal: (wanted: Wanted, found: Found) => boolean,
  likeness: (wanted: Wanted, found: Found) => number,
): Pairs<Wanted, Found> {
  const left = [...found];
  const missing = wanted
    .map((item, at) => ({ wanted: item, at }))
    .filter((item) => {
      const at = left.findIndex((other) => equal(item.wanted, other));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  const rows = missing.slice(0, Math.max(1, Math.floor(MAX_COMPARISONS / Math.max(1, left.length))));
  const candidates = rows
    .flatMap((item) => left.map((other) => ({ item, other, score: likeness(item.wanted, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<unknown>();
  const pairs = candidates.flatMap(({ item, other }) => {
    if (taken.has(item) || taken.has(other)) return [];
    taken.add(item).add(other);
    return [{ ...item, found: other }];
  });
  return {
    pairs: pairs.sort((a, b) => a.at - b.at),
    missing: missing.filter((item) => !taken.has(item)),
    extra: left.filter((other) => !taken.has(other)),
  };
}
