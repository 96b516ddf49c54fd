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
  const letters = new LetterCounts(word);
  for (const candidate of new Set(candidates)) {
    const longer = Math.max(word.length, candidate.length);
    if (longer > MAX_LENGTH || Math.abs(word.length - candidate.length) > longer * SIMILAR) continue;
    // Letters that the other lacks are edits at least: this tells most pairs apart without comparing them.
    if (longer - letters.sharedWith(candidate) > longer * SIMILAR) continue;
    const score = 1 - distance(word, candidate) / longer;
    if (score >= SIMILAR) scored.push({ candidate, score });
  }
  return scored.sort((a, b) => b.score - a.score).map(({ candidate }) => candidate);
}

/** How often each letter stands in a word, to bound distances from below. */
class LetterCounts {
  readonly #counts: Uint8Array = new Uint8Array(LETTERS);
  readonly #left: Uint8Array = new Uint8Array(LETTERS);

  constructor(word: string) {
    for (let at = 0; at < word.length; at += 1) {
      const slot = slotOf(word, at);
      this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
    }
  }

  /** At most so many letters of a word can stay where it is edited into the other; letters of one slot count as the same. */
  sharedWith(word: string): number {
    const left = this.#left;
    left.set(this.#counts);
    let shared = 0;
    for (let at = 0; at < word.length; at += 1) {
      const slot = slotOf(word, at);
      const count = left[slot] ?? 0;
      if (count === 0) continue;
      left[slot] = count - 1;
      shared += 1;
    }
    return shared;
  }
}

/** Slots of letters: enough to tell those of ASCII apart. */
const LETTERS = 128;

function slotOf(word: string, at: number): number {
  return word.charCodeAt(at) % LETTERS;
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
