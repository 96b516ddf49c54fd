import type { Finding, Range } from '../../diagnostics/diagnostic.js';
import type { IndexFields } from '../../schemas/fields/index-fields.js';
import { analyseEsql } from './analysis/analyse.js';
import type { Analysis } from './analysis/analyse.js';
import type { EsqlField } from './analysis/catalogue.js';
import { esqlFields } from './analysis/index-fields.js';
import type { EsqlQuery } from './ast.js';
import { parseEsql } from './parse.js';
import { responseType } from './types.js';

/** A column of an ES|QL query. */
export interface EsqlColumn {
  readonly name: string;
  /** As responses call it: `keyword`, `long`, `date` …; `unsupported` where ES|QL cannot read the field, `null` where nobody knows its type. */
  readonly type: string;
}

/** What one command of a query leaves behind. */
export interface EsqlStage {
  /** The command in the text of the query. */
  readonly range: Range;
  /** The columns after it, in order. */
  readonly columns: readonly EsqlColumn[];
}

/** The date has no part in columns. */
const ANY_DAY = new Date(0);

/**
 * The columns with their types after each command of a query, the source first. Works for queries with errors too: what is wrong adds
 * nothing, or a column of type `null`. Fields that the query names but the catalogue does not have are columns of type `null` where other
 * fields than the listed ones may exist (`open`); columns of enrich policies and lookup indices are not known. Empty for EXPLAIN.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-commands
 */
export function esqlColumns(query: EsqlQuery, known: IndexFields): readonly EsqlStage[] {
  const listed = esqlFields(known.fields);
  const first = analysed(query, listed);
  const unlisted = known.open.length > 0 ? unlistedFields(query, first.findings) : [];
  const { columns } = unlisted.length === 0 ? first : analysed(query, [...listed, ...unlisted]);
  return columns.map((attributes, at) => ({
    range: (at === 0 ? query.source : query.commands[at - 1])?.range ?? query.range,
    columns: attributes.map(({ name, type }) => ({ name, type: responseType(type) })),
  }));
}

function analysed(query: EsqlQuery, fields: readonly EsqlField[]): Analysis {
  return analyseEsql(query, { catalogue: { indices: () => ({ fields }) }, now: ANY_DAY });
}

/** Names that are missing before the first STATS, the last place where a field of the indices can come in: any of them may be one. */
function unlistedFields({ text, commands }: EsqlQuery, findings: readonly Finding[]): readonly EsqlField[] {
  const stats = commands.find((command) => command.kind === 'Stats' && !command.inline);
  const names = findings
    .filter(({ code, range }) => code === 'esql/unknown-column' && range.start < (stats?.range.end ?? text.length))
    .map(({ range }) => text.slice(range.start, range.end).replaceAll('`', ''))
    .filter((name) => /^[\w@.]+$/u.test(name));
  return [...new Set(names)].map((name) => ({ name, mappingType: 'unknown', type: 'null' }));
}

/** How many pipes a text that does not parse is cut at, from the offset to the left. */
const MOST_CUTS = 50;

/**
 * The columns that a command at an offset of a query's text can use: those after the commands before it, as {@link esqlColumns} gives them.
 * The text may be unfinished there or behind; undefined where no part before the offset is a query, as in its first command.
 */
export function esqlColumnsAt(text: string, offset: number, known: IndexFields): readonly EsqlColumn[] | undefined {
  let end = text.lastIndexOf('|', offset - 1);
  for (let cuts = 0; end > 0 && cuts < MOST_CUTS; cuts++) {
    // A bar inside a text or a comment leaves nothing that parses.
    const { value } = parseEsql(text.slice(0, end));
    if (value) return esqlColumns(value, known).at(-1)?.columns;
    end = text.lastIndexOf('|', end - 1);
  }
  return undefined;
}
