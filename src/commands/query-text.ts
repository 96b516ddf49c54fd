import type { Finding } from '../diagnostics/diagnostic.js';
import { SourceText } from '../diagnostics/source-text.js';
import { parseEql } from '../languages/eql/parse.js';
import { parseEsql } from '../languages/esql/parse.js';
import { kql } from '../languages/kql/kql.js';
import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import { lucene } from '../languages/lucene/lucene.js';
import type { JsonObject } from '../values/json.js';
import { UsageError } from './usage-error.js';

/** The languages of `dragnet query`. */
export const QUERY_LANGUAGES = ['kql', 'lucene', 'eql', 'esql'] as const;
/** One of {@link QUERY_LANGUAGES}. */
export type QueryLanguage = (typeof QUERY_LANGUAGES)[number];

/** A query and its language. */
export interface QueryText {
  readonly query: string;
  readonly language: QueryLanguage;
}

const TITLES = { kql: 'KQL', lucene: 'Lucene', eql: 'EQL', esql: 'ES|QL' } as const;

/** Throws a {@link UsageError} with place, reason and fix where the query does not parse; before documents are loaded. */
export function refuseMistakes({ query, language }: QueryText): void {
  const [problem] = findings(query, language).filter(({ severity }) => severity === 'error');
  if (problem === undefined) return;
  const { line, column } = new SourceText(query).position(problem.range.start);
  const place = query.includes('\n') ? `line ${line}, column ${column}` : `column ${column}`;
  const hint = language === 'kql' && looksLikeEql(query) ? ' It looks like EQL: add -l eql.' : '';
  throw new UsageError(
    `the ${TITLES[language]} query is wrong at ${place}: ${sentence(problem.what)} ${problem.fix}${hint}`,
  );
}

/** Messages in Elasticsearch's words have no full stop of their own. */
function sentence(text: string): string {
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

/** A parsed KQL or Lucene query as Query DSL; KQL through the same translation as Kibana's. */
export function toDsl({ query, language }: QueryText): JsonObject {
  if (language === 'lucene') return { query_string: { query, analyze_wildcard: true } };
  const { value } = kql.parse(query);
  return value ? kqlToQueryDsl(value) : { match_all: {} };
}

function findings(query: string, language: QueryLanguage): readonly Finding[] {
  if (language === 'kql') return kql.parse(query).diagnostics;
  if (language === 'lucene') return lucene.parse(query).diagnostics;
  return language === 'eql' ? parseEql(query).diagnostics : parseEsql(query).diagnostics;
}

/** Whether a KQL query starts as EQL does: `process where …`, `any where …`, `sequence by …`, `sequence [`, `sample by …`. */
export function looksLikeEql(query: string): boolean {
  return /^\s*(?:\w+|"[^"]*")\s+where\b/i.test(query) || /^\s*(?:sequence|sample)\s*(?:by\b|with\b|\[)/i.test(query);
}
