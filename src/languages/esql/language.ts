import type { Language } from '../language.js';
import type { EsqlQuery } from './ast.js';
import { parseEsql } from './parse.js';
import { printEsql } from './print.js';

/** ES|QL as the other layers see it. https://www.elastic.co/docs/reference/query-languages/esql */
export const esql: Language<EsqlQuery> = {
  id: 'esql',
  title: 'ES|QL',
  fence: 'esql',
  parse: (text) => parseEsql(text),
  print: printEsql,
};
