import type { Checked, Finding } from '../diagnostics/diagnostic.js';
import type { EqlQuery } from '../languages/eql/ast.js';
import { parseEql } from '../languages/eql/parse.js';
import type { EsqlQuery } from '../languages/esql/ast.js';
import { parseEsql } from '../languages/esql/parse.js';

/** The last query of each language: what makes a plan asks for a rule's query several times in turn. */
let lastEql: { readonly text: string; readonly parsed: Checked<EqlQuery, Finding> } | undefined;
let lastEsql: { readonly text: string; readonly parsed: EsqlQuery | undefined } | undefined;

/** An EQL query, parsed. */
export function eqlOf(text: string): Checked<EqlQuery, Finding> {
  if (lastEql?.text !== text) lastEql = { text, parsed: parseEql(text) };
  return lastEql.parsed;
}

/** An ES|QL query, parsed; undefined where it does not parse. */
export function esqlOf(text: string): EsqlQuery | undefined {
  if (lastEsql?.text !== text) lastEsql = { text, parsed: parseEsql(text).value };
  return lastEsql.parsed;
}
