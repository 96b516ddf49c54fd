import type { Finding } from '../diagnostics/diagnostic.js';
import { eql } from '../languages/eql/eql.js';
import { esql } from '../languages/esql/language.js';
import { kql } from '../languages/kql/kql.js';
import type { Language, LanguageId } from '../languages/language.js';
import { lucene } from '../languages/lucene/lucene.js';

const LANGUAGES: Readonly<Record<LanguageId, Language<unknown>>> = { kuery: kql, lucene, eql, esql };

/** What the parser of a language says about a query; nothing when it can be read. */
export function queryFindings(language: LanguageId, text: string): readonly Finding[] {
  return LANGUAGES[language].parse(text).diagnostics;
}
