import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import type { HuntResult, HuntRows, TimeRange } from '../hunting/hunt-query.js';
import { codeSpan, escapeText } from '../render/markdown.js';
import { printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { boundedTable } from './bounded-table.js';

/** The forms in which rows of hunts are printed. */
export const HUNT_FORMATS = ['table', 'ndjson', 'markdown', 'json'] as const;
/** One of {@link HUNT_FORMATS}. */
export type HuntFormat = (typeof HUNT_FORMATS)[number];

/** What surrounds the rows. */
export interface HuntReport {
  readonly range: TimeRange;
  /** The cluster's URL; it has no password in it. */
  readonly cluster: string;
  /** Columns of the terminal; undefined where the report goes elsewhere. */
  readonly width: number | undefined;
}

/** The text of a report. Values come from events, which strangers write: no character of them acts on a terminal, or as Markdown. */
export function printHunts(format: HuntFormat, results: readonly HuntResult[], report: HuntReport): string {
  switch (format) {
    case 'table':
      return results.map((result) => tableOf(result, report)).join('\n');
    case 'markdown':
      return markdownOf(results, report);
    case 'ndjson':
      return results.flatMap(linesOf).join('');
    case 'json':
      return `${harmless(printJson(jsonOf(results, report), 2))}\n`;
  }
}

/** Where a query stands: its hunt, and which of several it is. */
export function nameOf({ query: { hunt, number } }: HuntResult): string {
  return hunt.query.length === 1 ? hunt.name : `${hunt.name}, query ${number} of ${hunt.query.length}`;
}

function tableOf(result: HuntResult, { width }: HuntReport): string {
  const head = `${printable(nameOf(result))}  (${printable(result.query.file)})\n`;
  if (result.found === undefined) return `${head}not answered: ${printable(result.failure.reason)}\n`;
  const { columns, rows } = withoutEmpty(result.found);
  const body =
    rows.length === 0
      ? ''
      : boundedTable(
          columns,
          rows.map((row) => row.map(cellText)),
          width,
        );
  return `${head}${body}${notesOf(result.found)
    .map((note) => `${printable(note)}\n`)
    .join('')}`;
}

/** The number of rows, and what there is to know of them. */
function notesOf({ rows, isFull, isPartial, warnings, replaced }: HuntRows): readonly string[] {
  const full = isFull ? ', as many as --limit lets through: there may be more' : '';
  const partial = isPartial ? ', of a part of the data only: the cluster could not read all of it' : '';
  return [
    `${plural(rows.length, 'row')}${full}${partial}`,
    ...replaced.map((text) => `instead of ${text.replace(/\s+/gu, ' ')}: the range of the call`),
    ...warnings.map((text) => `warning: ${text}`),
  ];
}

/** Columns that are empty in all rows are left out, if any has a value. */
function withoutEmpty({ columns, rows }: HuntRows): Pick<HuntRows, 'columns' | 'rows'> {
  const filled = [...columns.keys()].filter((at) => rows.some((row) => (row[at] ?? null) !== null));
  if (filled.length === 0) return { columns, rows };
  return {
    columns: filled.map((at) => columns[at] ?? ''),
    rows: rows.map((row) => filled.map((at) => row[at] ?? null)),
  };
}

function cellText(cell: JsonValue): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : printJson(cell);
}

function markdownOf(results: readonly HuntResult[], { range, cluster }: HuntReport): string {
  const time =
    range.from === undefined && range.to === undefined
      ? 'the times that the queries name'
      : `${range.from ?? 'the beginning'} to ${range.to ?? 'now'}`;
  const sections = results.map((result) => {
    const head = `## ${escapeText(nameOf(result))}\n\n${codeSpan(result.query.file)}\n\n`;
    if (result.found === undefined) return `${head}Not answered: ${escapeText(result.failure.reason)}\n`;
    const { columns, rows } = withoutEmpty(result.found);
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
    const header = columns.map((name) => escapeText(name).replaceAll('|', '&#124;'));
    const table = [line(header), line(columns.map(() => '---')), ...rows.map((row) => line(row.map(markdownCell)))];
    const notes = notesOf(result.found)
      .map((note) => `- ${escapeText(note)}\n`)
      .join('');
    return `${head}${rows.length === 0 ? '' : `${table.join('')}\n`}${notes}`;
  });
  return `# Hunts\n\n${escapeText(time)}, on ${codeSpan(cluster)}\n\n${sections.join('\n')}`;
}

/**
 * A value as a code span, in which nothing is a link, a mention or an image. A backslash before a bar cannot stand in a code span of a table: such a text is
 * escaped instead.
 */
function markdownCell(cell: JsonValue): string {
  if (typeof cell === 'number' || typeof cell === 'bigint' || typeof cell === 'boolean') return String(cell);
  const text = cellText(cell);
  if (text.includes('\\|')) return escapeText(text).replaceAll(/\\?\|/gu, '&#124;');
  return codeSpan(text).replaceAll('|', String.raw`\|`);
}

function linesOf({ query, found }: HuntResult): readonly string[] {
  if (found === undefined) return [];
  const { uuid, name } = query.hunt;
  const head = { hunt: { uuid, name, file: query.file }, query: query.number };
  return found.rows.map((row) => {
    const partial = found.isPartial ? { partial: true } : {};
    return `${harmless(printJson({ ...head, ...partial, row: recordOf(found.columns, row) }))}\n`;
  });
}

function recordOf(columns: readonly string[], row: readonly JsonValue[]): JsonObject {
  return Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]));
}

function jsonOf(results: readonly HuntResult[], { range, cluster }: HuntReport): JsonObject {
  return {
    version: 1,
    cluster,
    from: range.from ?? null,
    to: range.to ?? null,
    queries: results.map(({ query, found, failure }): JsonObject => {
      const { uuid, name } = query.hunt;
      const head = { hunt: { uuid, name, file: query.file }, query: query.number, language: query.language ?? null };
      if (found === undefined) return { ...head, error: { kind: failure.kind, reason: failure.reason } };
      const { columns, rows, isFull, isPartial, warnings, replaced } = found;
      return { ...head, columns, rows, row_count: rows.length, full: isFull, partial: isPartial, warnings, replaced };
    }),
  };
}

/** JSON in which what acts on a terminal is escaped: beyond what JSON itself escapes, the C1 controls and changes of direction. */
function harmless(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
