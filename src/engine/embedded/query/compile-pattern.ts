import { compileLuceneRegexp } from '../../../values/patterns/regexp.js';
import { compileWildcard, type TextMatcher } from '../../../values/patterns/wildcard.js';

/** Compiles a pattern of names (`*` only), or (`match_pattern: regex`) a regular expression that must match the whole name. */
export function compilePattern(pattern: string, isRegex: boolean): TextMatcher {
  if (!isRegex) return compileWildcard(pattern, { escape: false, singleCharacter: false });
  // Java's expressions anchor with ^ and $, which are ordinary characters in Lucene's.
  const compiled = compileLuceneRegexp(pattern.replace(/^\^/u, '').replace(/\$$/u, ''), { flags: new Set() });
  return compiled.matches ?? (() => false);
}
