import type { Language } from '../language.js';
import type { LuceneGroup } from './ast.js';
import { parseLucene } from './parse.js';
import { printLucene } from './print.js';

/** Lucene's query syntax, `language = "lucene"` in rules. */
export const lucene: Language<LuceneGroup> = {
  id: 'lucene',
  title: 'Lucene',
  fence: 'lucene',
  parse: parseLucene,
  print: printLucene,
};
