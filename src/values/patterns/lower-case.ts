/** Characters that a language's rules lower-case by their place in the word, or to two characters. */
const SPECIAL = /[\u0130\u03a3]/u;

/**
 * Lower-cases character by character, as Lucene's analysis does: `Σ` at the end of a word becomes `σ`, `İ` becomes `i`.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/analysis-lowercase-tokenfilter.html
 */
export function lowerCase(text: string): string {
  if (!SPECIAL.test(text)) return text.toLowerCase();
  let lower = '';
  for (const character of text) lower += character === '\u0130' ? 'i' : character.toLowerCase();
  return lower;
}
