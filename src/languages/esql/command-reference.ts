import { parseEsql } from './parse.js';
import { requirementsOf } from './versions.js';

/** What the reference says about a command of ES|QL. */
export interface EsqlCommandEntry {
  /** Upper case. */
  readonly name: string;
  /** How it is written; brackets are around what may be left out. */
  readonly syntax: string;
  /** One sentence. */
  readonly summary: string;
  /** A query that has it. */
  readonly example: string;
}

/** Every command of ES|QL, those that start a query first. https://www.elastic.co/docs/reference/query-languages/esql/esql-commands */
export const ESQL_COMMANDS: readonly EsqlCommandEntry[] = [
  entry('FROM', 'FROM index [, …] [METADATA field [, …]]', 'Read the documents of indices.', 'FROM logs-*, -logs-test METADATA _id, _index, _version'),
  entry('ROW', 'ROW name = expression [, …]', 'Make one row of values.', 'ROW a = 1, b = "x"'),
  entry('SHOW', 'SHOW INFO', 'Say which version answers.', 'SHOW INFO'),
  entry('TS', 'TS index [, …]', 'Read the documents of time series.', 'TS metrics-* | STATS n = COUNT(*)'),
  entry('WHERE', 'WHERE condition', 'Keep the rows for which a condition is true; null is not.', 'FROM logs-* | WHERE event.code == "4104" AND process.pid > 4'),
  entry('EVAL', 'EVAL [name =] expression [, …]', 'Add columns that are computed of others.', 'FROM logs-* | EVAL minutes = event.duration / 60000000000'),
  entry('KEEP', 'KEEP column or pattern [, …]', 'Leave only these columns, in this order.', 'FROM logs-* | KEEP @timestamp, user.*'),
  entry('DROP', 'DROP column or pattern [, …]', 'Take columns away.', 'FROM logs-* | DROP event.original, tmp*'),
  entry('RENAME', 'RENAME old AS new [, …]', 'Give columns other names.', 'FROM logs-* | RENAME user.name AS who'),
  entry('SORT', 'SORT expression [ASC | DESC] [NULLS FIRST | NULLS LAST] [, …]', 'Order the rows; null comes last, with DESC first.', 'FROM logs-* | SORT @timestamp DESC, host.name'),
  entry('LIMIT', 'LIMIT number [BY column [, …]]', 'Keep no more than this many rows (without it 1,000).', 'FROM logs-* | LIMIT 10'),
  entry('STATS', 'STATS [name =] aggregate [WHERE condition] [, …] [BY [name =] expression [, …]]', 'Aggregate the rows of each group into one.', 'FROM logs-* | STATS logins = COUNT(*), failed = COUNT(*) WHERE event.outcome == "failure" BY user.name'),
  entry('INLINE STATS', 'INLINE STATS [name =] aggregate [, …] [BY expression [, …]]', 'Aggregate the rows of each group, and add the results to each of its rows.', 'FROM logs-* | INLINE STATS most = MAX(process.pid) BY host.name'),
  entry('DISSECT', 'DISSECT input "pattern" [APPEND_SEPARATOR = "text"]', 'Take a text apart at fixed separators.', 'ROW a = "GET /index" | DISSECT a "%{method} %{path}"'),
  entry('GROK', 'GROK input "pattern" [, …]', 'Take a text apart with named patterns.', 'ROW a = "10.0.0.1 42" | GROK a "%{IP:address} %{INT:size:int}"'),
  entry('MV_EXPAND', 'MV_EXPAND column', 'Make a row of each value of a column.', 'ROW a = [1, 2] | MV_EXPAND a'),
  entry('ENRICH', 'ENRICH policy [ON column] [WITH [name =] field [, …]]', 'Add columns of an enrich policy.', 'FROM logs-* | ENRICH hosts ON host.name WITH owner'),
  entry('LOOKUP JOIN', 'LOOKUP JOIN index ON column [, …]', 'Add the columns of a lookup index to the rows that have the same key.', 'FROM logs-* | LOOKUP JOIN owners ON host.name'),
  entry('FORK', 'FORK (command [| …]) (…)', 'Run several branches on the same rows, and put the results together.', 'FROM logs-* | FORK (WHERE event.code == "1") (WHERE event.code == "2" | LIMIT 5)'),
  entry('FUSE', 'FUSE [method] [SCORE BY column] [GROUP BY column] [KEY BY column [, …]]', 'Merge the rows of branches by their score.', 'FROM logs-* METADATA _id, _index, _score | FORK (WHERE message : "a") (WHERE message : "b") | FUSE'),
  entry('SAMPLE', 'SAMPLE probability', 'Keep a random share of the rows.', 'FROM logs-* | SAMPLE 0.1'),
  entry('CHANGE_POINT', 'CHANGE_POINT value [ON key] [AS type, pvalue]', 'Find where a series of values changes.', 'FROM logs-* | STATS n = COUNT(*) BY day = DATE_TRUNC(1 day, @timestamp) | CHANGE_POINT n ON day'),
  entry('COMPLETION', 'COMPLETION [name =] prompt WITH { "inference_id": "endpoint" }', 'Ask a language model, once for each row.', 'ROW question = "Why?" | COMPLETION answer = question WITH { "inference_id": "model" }'),
  entry('RERANK', 'RERANK [name =] query ON field [, …] WITH { "inference_id": "endpoint" }', 'Score rows anew by a model.', 'FROM logs-* METADATA _score | RERANK "tunnel" ON message WITH { "inference_id": "model" }'),
  entry('URI_PARTS', 'URI_PARTS prefix = expression', 'Take an address of the web apart.', 'ROW a = "https://example.com/x?y=1" | URI_PARTS uri = a'),
  entry('REGISTERED_DOMAIN', 'REGISTERED_DOMAIN prefix = expression', 'Take the name of a host apart at its registered domain.', 'ROW a = "www.example.co.uk" | REGISTERED_DOMAIN name = a'),
  entry('USER_AGENT', 'USER_AGENT prefix = expression', 'Take the name of a client program apart.', 'ROW a = "curl/8.0" | USER_AGENT agent = a'),
]; // prettier-ignore

function entry(name: string, syntax: string, summary: string, example: string): EsqlCommandEntry {
  return { name, syntax, summary, example };
}

/** Since when a command is there, as its example needs it; undefined for those of 8.18 and before. */
export function commandSince({ example }: EsqlCommandEntry): { readonly since?: string; readonly preview: boolean } {
  const { value } = parseEsql(example);
  // The last command is the one that the example is about.
  const needed = value === undefined ? [] : requirementsOf(value);
  const [own] = needed.filter(({ range }) => range.end >= example.length - 1);
  return own?.since === undefined ? { preview: false } : { since: own.since, preview: own.preview === true };
}
