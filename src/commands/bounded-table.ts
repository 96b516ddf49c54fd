import { printable } from '../diagnostics/printable.js';

/** Narrowest that a column becomes before the rows are shown one below the other. */
const NARROWEST = 8;
/** Widest cell where nothing bounds the table: events hold command lines of any length. */
const WIDEST = 80;

/**
 * Rows under a header, no line wider than `width` columns of a terminal: cells are cut with `…` as far as need be, and where there are too many columns each
 * row is a list of `column  value` lines. Control characters are made visible. Without a width each cell has at most 80 columns.
 */
export function boundedTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): string {
  const cells = [columns, ...rows].map((row) => row.map(printable));
  const natural = columns.map((_, at) => Math.max(1, ...cells.map((row) => Math.min(WIDEST, widthOf(row[at] ?? '')))));
  const widths = width === undefined ? natural : fitted(natural, width);
  if (widths === undefined) return rowLists(cells, width ?? 0);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => padded(cut(cell, widths[at] ?? 0), widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const [header = [], ...body] = cells;
  return [line(header), widths.map((each) => '-'.repeat(each)).join('  '), ...body.map(line)]
    .map((text) => `${text}\n`)
    .join('');
}

/** Widths that fit, the widest columns giving way first; undefined where there are too many columns. */
function fitted(natural: readonly number[], width: number): readonly number[] | undefined {
  const room = width - 2 * (natural.length - 1);
  const least = natural.reduce((sum, each) => sum + Math.min(each, NARROWEST), 0);
  if (least > room) return undefined;
  let widest = WIDEST;
  const total = (): number => natural.reduce((sum, each) => sum + Math.min(each, widest), 0);
  while (total() > room) widest -= 1;
  return natural.map((each) => Math.min(each, widest));
}

/** One row below the other, its empty cells left out. */
function rowLists([header = [], ...body]: readonly (readonly string[])[], width: number): string {
  const label = Math.min(Math.max(...header.map(widthOf)), Math.max(NARROWEST, Math.floor(width / 2)));
  const lines = body.map((row, number) => {
    const filled = [...row.entries()].filter(([, cell]) => cell !== '');
    const fields = filled.map(([at, cell]) => {
      const name = padded(cut(header[at] ?? '', label), label);
      return cut(`${name}  ${cell}`, Math.max(width, NARROWEST));
    });
    return [`-- ${number + 1}`, ...fields].map((text) => `${text}\n`).join('');
  });
  return lines.join('');
}

/** The columns of a terminal that a text takes: characters of East Asian scripts and emoji take two, combining ones none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): number {
  if (character < '\u0300') return character === '\t' ? 8 : 1;
  if (/^[\p{Mn}\p{Me}\u200b-\u200f\ufe00-\ufe0f]$/u.test(character)) return 0;
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]$/u.test(
    character,
  )
    ? 2
    : 1;
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text.replaceAll('\t', ' ');
  let kept = '';
  let used = 0;
  for (const character of text.replaceAll('\t', ' ')) {
    used += columnsOf(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
