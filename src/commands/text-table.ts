import { printable } from '../diagnostics/printable.js';

/** Widest cell that is shown whole; events hold command lines of any length. */
const WIDEST = 80;

/** Rows under a header, columns padded to the same width; control characters are made visible, cells longer than `widest` cut with an ellipsis. */
export function textTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  widest: number = WIDEST,
): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => shown(cell, widest)));
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [header = [], ...body] = cells;
  return [line(header), rule, ...body.map(line)].map((text) => `${text}\n`).join('');
}

function shown(cell: string, widest: number): string {
  const text = printable(cell);
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}
