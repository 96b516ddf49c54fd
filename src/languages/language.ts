import type { Checked, Finding } from '../diagnostics/diagnostic.js';

/** Rule languages, by the name that rules give them. */
export type LanguageId = 'kuery' | 'lucene' | 'eql' | 'esql';

/** What a language offers to the layers right of it; parsing never throws, whatever the text. */
export interface Language<Tree> {
  readonly id: LanguageId;
  /** The name that people use: KQL, Lucene, EQL, ES|QL. */
  readonly title: string;
  /** Info string of a Markdown fence. */
  readonly fence: string;
  parse(text: string): Checked<Tree, Finding>;
  print(tree: Tree): string;
}
