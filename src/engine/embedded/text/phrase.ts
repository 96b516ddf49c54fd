/**
 * Whether a text's words contain a phrase: the phrase's words in their order, allowing `slop` moves in sum;
 * with `prefix` the last word may be the beginning of a word.
 */
export function phraseMatches(
  words: readonly string[],
  phrase: readonly string[],
  slop: number,
  prefix = false,
): boolean {
  const last = phrase.length - 1;
  const places = phrase.map((wanted, index) =>
    words.flatMap((word, at) => {
      const matches = prefix && index === last ? word.startsWith(wanted) : word === wanted;
      // Position relative to the start of the phrase: all equal means an exact match.
      return matches ? [at - index] : [];
    }),
  );
  if (places.some((list) => list.length === 0)) return false;
  return slop === 0 ? meets(places) : isWithin(places, slop);
}

function meets(places: readonly (readonly number[])[]): boolean {
  const [first = [], ...rest] = places;
  return first.some((place) => rest.every((list) => list.includes(place)));
}

/**
 * Lucene's sloppy phrase: the spread of the relative positions is at most the slop, and no two words of the phrase
 * stand on one word of the text.
 */
function isWithin(places: readonly (readonly number[])[], slop: number): boolean {
  const starts = [...new Set(places.flat())].sort((a, b) => a - b);
  return starts.some((start) => canPlace(places, 0, start, start + slop, new Set()));
}

function canPlace(
  places: readonly (readonly number[])[],
  index: number,
  from: number,
  to: number,
  taken: Set<number>,
): boolean {
  const list = places[index];
  if (!list) return true;
  return list.some((place) => {
    const at = place + index;
    if (place < from || place > to || taken.has(at)) return false;
    taken.add(at);
    const placed = canPlace(places, index + 1, from, to, taken);
    taken.delete(at);
    return placed;
  });
}
