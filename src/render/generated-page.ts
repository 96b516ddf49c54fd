/** The last line of each rule's page: readers do not see it, editors and `isGeneratedPage` do. */
export const GENERATED_MARK =
  '<!-- Written by `dragnet docs build` from the definition; what is changed here is lost. -->';

/**
 * Whether dragnet wrote a page: a rule's page ends in `GENERATED_MARK`; a hunt's page, whose bytes are not ours to choose, is known by
 * its form (title, rule, metadata with a link to a file in `queries`).
 */
export function isGeneratedPage(text: string): boolean {
  if (text.trimEnd().endsWith(GENERATED_MARK)) return true;
  return (
    /^# [^\n]+\n\n---\n\n## Metadata\n/.test(text) &&
    /\n- \*\*Source File:\*\* \[[^\n]*\]\([^\n]*\.[Tt][Oo][Mm][Ll]\)\n\n\n?## Query\n/.test(text)
  );
}
