import { isHuntFolders } from './hunt-index-yaml.js';
import { isHuntIndexPage } from './hunt-index.js';
import { isNavigatorLayer } from './navigator-layer.js';

/** The last line of each rule's page: readers do not see it, editors and `isGeneratedPage` do. */
export const GENERATED_MARK =
  '<!-- Written by `dragnet docs build` from the definition; what is changed here is lost. -->';

/** Whether a page bears the mark of dragnet. */
export function isMarkedPage(text: string): boolean {
  return text.trimEnd().endsWith(GENERATED_MARK);
}

/**
 * Whether dragnet wrote a page: a rule's page ends in `GENERATED_MARK`; pages whose bytes are not ours to choose are known by their form:
 * a hunt's page (title, rule, metadata with a link to a file in `queries`), the index of hunts, a rule's page in AsciiDoc.
 */
export function isGeneratedPage(text: string): boolean {
  return (
    isMarkedPage(text) ||
    isHuntPage(text) ||
    isHuntIndexPage(text) ||
    isHuntFolders(text) ||
    isAsciidocPage(text) ||
    isNavigatorLayer(text)
  );
}

function isHuntPage(text: string): boolean {
  return (
    /^# [^\n]+\n\n---\n\n## Metadata\n/.test(text) &&
    /\n- \*\*Source File:\*\* \[[^\n]*\]\([^\n]*\.[Tt][Oo][Mm][Ll]\)\n\n\n?## Query\n/.test(text)
  );
}

function isAsciidocPage(text: string): boolean {
  return /^\[\[[^\]\n]*\]\]\n=== [^\n]*\n\n/.test(text) && /\n\*Rule type\*: [a-z_]+\n\n\*Rule indices\*: /.test(text);
}
