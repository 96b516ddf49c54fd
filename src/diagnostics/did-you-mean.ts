import { distance } from 'fastest-levenshtein';

/** Words longer than this are not compared: the distance costs the product of both lengths. */
const MAX_LENGTH = 120;

/**
 * The candidates that a writer of `word` may have meant, best first, at most `count`: those that differ by case, by `-`, `_` or `.`,
 * or by few letters: a third of the word; at least two in words of four or more, so that swapped letters count; one where the longer of
 * both has three; none in shorter ones, which are all near to each other. Equal distances stay in the order given.
 */
export function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  if (word.length > MAX_LENGTH) return [];
  const bare = bareOf(word);
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === word || candidate.length > MAX_LENGTH) continue;
    const score = bareOf(candidate) === bare ? 0 : distance(word.toLowerCase(), candidate.toLowerCase());
    if (score <= limitOf(word, candidate)) scored.push({ candidate, score });
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** How near a name must be for Elasticsearch to suggest it: at most half of its letters differ. */
const SIMILAR = 0.5;

/**
 * The candidates that Elasticsearch suggests for an unknown name, best first: all whose edit distance is at most half of the longer of
 * both. Equal ones stay in the order given.
 */
export function similarNames(word: string, candidates: Iterable<string>): string[] {
  if (word.length > MAX_LENGTH) return [];
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const longer = Math.max(word.length, candidate.length);
    if (longer > MAX_LENGTH || Math.abs(word.length - candidate.length) > longer * SIMILAR) continue;
    const score = 1 - distance(word, candidate) / longer;
    if (score >= SIMILAR) scored.push({ candidate, score });
  }
  return scored.sort((a, b) => b.score - a.score).map(({ candidate }) => candidate);
}

/** A sentence for the end of a message: ` Did you mean "severity"?`, or nothing where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const names = nearest(word, candidates).map((name) => JSON.stringify(name));
  const last = names.pop();
  if (last === undefined) return '';
  return ` Did you mean ${names.length === 0 ? last : `${names.join(', ')} or ${last}`}?`;
}

function limitOf(word: string, candidate: string): number {
  if (word.length >= 4) return Math.max(2, Math.floor(word.length / 3));
  return Math.max(word.length, candidate.length) < 3 ? 0 : 1;
}

function bareOf(word: string): string {
  return word.toLowerCase().replace(/[-_.\s]/g, '');
}
