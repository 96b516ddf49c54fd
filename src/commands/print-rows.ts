import type { EsqlColumn } from '../engine/cluster.js';
import { parseEsql } from '../languages/esql/parse.js';
import { printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { csvLine } from './csv-line.js';
import { textTable } from './text-table.js';

/** How the result of a query can be printed. */
export const ROW_FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv'] as const;
/** One of {@link ROW_FORMATS}. */
export type RowFormat = (typeof ROW_FORMATS)[number];

/** The result of an ES|QL query. */
export interface Rows {
  readonly columns: readonly EsqlColumn[];
  readonly rows: readonly (readonly JsonValue[])[];
}

/** The text of a result; without `keepsAll`, table, csv and tsv leave out the columns that are null in all rows (if any has a value). */
export function printRows(format: RowFormat, { columns, rows }: Rows, keepsAll: boolean): string {
  const names = columns.map(({ name }) => name);
  switch (format) {
    case 'json':
      return `${printJson({ columns: columns.map(({ name, type }) => ({ name, type })), values: rows }, 2)}\n`;
    case 'ndjson':
      return rows
        .map((row) => `${printJson(Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))}\n`)
        .join('');
    case 'csv':
    case 'tsv':
    case 'table': {
      const filled = keepsAll ? [] : [...names.keys()].filter((at) => rows.some((row) => (row[at] ?? null) !== null));
      const kept = filled.length === 0 ? [...names.keys()] : filled;
      const header = kept.map((at) => names[at] ?? '');
      const cells = rows.map((row) => kept.map((at) => cellText(row[at] ?? null)));
      if (format === 'table') return textTable(header, cells);
      return [header, ...cells].map(format === 'csv' ? csvLine : tsvLine).join('');
    }
  }
}

/** One line of tab-separated values; tabs and line ends in cells are written `\\t` and `\\n`. */
function tsvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replaceAll('\t', '\\t').replaceAll('\r', '\\r').replaceAll('\n', '\\n')).join('\t')}\n`;
}

function cellText(cell: JsonValue): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : printJson(cell);
}

/** Whether an ES|QL query names the columns of its result (KEEP without a wildcard, STATS, ROW): then all of them are wanted. */
export function namesColumns(text: string): boolean {
  const query = parseEsql(text).value;
  if (query === undefined) return false;
  if (query.source.kind !== 'From') return true;
  return query.commands.some(
    (command) =>
      command.kind === 'Stats' ||
      (command.kind === 'Keep' && command.patterns.every(({ parts }) => parts.length === 1)),
  );
}
