import type { EsqlResponse } from '../cluster.js';
import { ClusterError } from '../cluster-error.js';
import { printDouble } from '../../languages/esql/functions/numbers.js';
import { printJson, type JsonValue } from '../../values/json.js';
import { RawText } from './raw-json.js';

/** How the result of ES|QL is printed. */
export type EsqlFormat = 'json' | 'csv' | 'tsv' | 'txt';

/** The printing of a result, as the request asks for it: by `format`, else by the header `Accept`. */
export interface EsqlStyle {
  readonly format: EsqlFormat;
  readonly header: boolean;
  readonly delimiter: string;
}

const MEDIA_TYPES: ReadonlyMap<string, EsqlFormat> = new Map([
  ['application/json', 'json'],
  ['application/vnd.elasticsearch+json', 'json'],
  ['*/*', 'json'],
  ['application/*', 'json'],
  ['text/csv', 'csv'],
  ['text/tab-separated-values', 'tsv'],
  ['text/plain', 'txt'],
] as const);

/** Formats that Elasticsearch has and this server does not. */
const OTHERS: ReadonlySet<string> = new Set([
  ...['yaml', 'cbor', 'smile', 'arrow', 'application/yaml', 'application/cbor', 'application/smile'],
  'application/vnd.apache.arrow.stream',
]);

/** The format of a request; refuses what is none. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/esql-rest.html#esql-rest-format */
export function esqlStyle(query: URLSearchParams, headers: Readonly<Record<string, string | undefined>>): EsqlStyle {
  const { accept, 'content-type': contentType } = headers;
  const wanted = query.get('format');
  const [type = '', ...parameters] = (accept ?? '*/*').toLowerCase().split(',')[0]?.split(';').map((part) => part.trim()) ?? []; // prettier-ignore
  const format = wanted === null ? MEDIA_TYPES.get(type) : byName(wanted);
  if (format === undefined) {
    const other = wanted ?? type;
    if (OTHERS.has(other)) {
      const reason = `The format [${other}] is not there. Ask for json, csv, tsv or txt.`;
      throw new ClusterError(406, { type: 'media_type_header_exception', reason });
    }
    const reason = `Invalid request content type: Accept=[${accept ?? 'null'}], Content-Type=[${contentType ?? 'null'}], format=[${wanted ?? 'null'}]`;
    throw new ClusterError(400, { type: 'illegal_argument_exception', reason });
  }
  return { format, header: !parameters.includes('header=absent'), delimiter: query.get('delimiter') ?? ',' };
}

function byName(name: string): EsqlFormat | undefined {
  return name === 'json' || name === 'csv' || name === 'tsv' || name === 'txt' ? name : undefined;
}

/** Says what is wrong with the delimiter of CSV; Elasticsearch looks at it when the query has run. */
export function checkDelimiter({ format, delimiter }: EsqlStyle): void {
  if (format !== 'csv' || (delimiter.length === 1 && !'"\r\n\t'.includes(delimiter))) return;
  const reason =
    delimiter === ''
      ? 'invalid empty delimiter []'
      : delimiter.length > 1
        ? `invalid multi-character delimiter [${delimiter}]`
        : delimiter === '\t'
          ? 'illegal delimiter [TAB] specified as delimiter for the [csv] format; choose the [tsv] format instead'
          : `illegal reserved character specified as delimiter [${delimiter}]`;
  throw new ClusterError(400, { type: 'illegal_argument_exception', reason });
}

/** A result as text. */
export function printResult(response: EsqlResponse, style: EsqlStyle): RawText {
  switch (style.format) {
    case 'csv':
      return new RawText(printCsv(response, style), `text/csv; charset=utf-8; header=${style.header ? 'present' : 'absent'}`); // prettier-ignore
    case 'tsv':
      return new RawText(printTsv(response, style), 'text/tab-separated-values; charset=utf-8');
    default:
      return new RawText(printTable(response, style), 'text/plain');
  }
}

function rowsOf({ columns, values }: EsqlResponse, missing: string): string[][] {
  return values.map((row) => columns.map(({ type }, at) => cellText(row[at] ?? null, type, missing)));
}

function cellText(cell: JsonValue, type: string, missing: string): string {
  if (cell === null) return missing;
  if (Array.isArray(cell)) return `[${cell.map((item: JsonValue) => cellText(item, type, missing)).join(', ')}]`;
  if (typeof cell === 'number') return type === 'double' ? printDouble(cell) : String(cell);
  return typeof cell === 'object' ? printJson(cell) : String(cell);
}

function printCsv(response: EsqlResponse, { header, delimiter }: EsqlStyle): string {
  const quoted = (cell: string): string =>
    cell.includes('"') || cell.includes(delimiter) || /[\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const names = header ? [response.columns.map(({ name }) => name)] : [];
  return [...names, ...rowsOf(response, '')].map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
}

function printTsv(response: EsqlResponse, { header }: EsqlStyle): string {
  const escaped = (cell: string): string => cell.replaceAll('\t', '\\t').replaceAll('\n', '\\n');
  const names = header ? [response.columns.map(({ name }) => name)] : [];
  return [...names, ...rowsOf(response, '')].map((row) => `${row.map(escaped).join('\t')}\n`).join('');
}

/** Least width of a column of the table. */
const NARROWEST = 15;

function printTable(response: EsqlResponse, { header }: EsqlStyle): string {
  const names = response.columns.map(({ name }) => name);
  const rows = rowsOf(response, 'null');
  const widths = names.map((name, at) =>
    rows.reduce((width, row) => Math.max(width, row[at]?.length ?? 0), Math.max(NARROWEST, name.length)),
  );
  const centred = (name: string, width: number): string =>
    name.padStart(name.length + Math.floor((width - name.length) / 2)).padEnd(width);
  const line = (cells: readonly string[]): string => `${cells.join('|')}\n`;
  const head = header
    ? [
        line(names.map((name, at) => centred(name, widths[at] ?? 0))),
        `${widths.map((width) => '-'.repeat(width)).join('+')}\n`,
      ]
    : [];
  return [...head, ...rows.map((row) => line(row.map((cell, at) => cell.padEnd(widths[at] ?? 0))))].join('');
}
