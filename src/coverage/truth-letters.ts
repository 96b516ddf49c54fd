import type { Truth } from '../clauses/clause.js';

/** The truths that the letters of a row stand for: `1` true, `0` false, anything else neither. */
export function truthOfLetters(letters: string): readonly Truth[] {
  return Array.from(letters, (letter) => (letter === '1' ? true : letter === '0' ? false : null));
}
