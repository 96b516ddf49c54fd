/**
 * One CSV line (RFC 4180, CRLF): quoted where it must be; no cell starts a formula in a spreadsheet, since rows hold what attackers wrote.
 * A mere name (`@timestamp`) calls nothing, and stays what it is.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

/** A number, or a name with an at sign. */
const HARMLESS = /^(?:[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|@[A-Za-z_]+)$/;

function quote(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
