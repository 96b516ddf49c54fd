import type { Range } from './diagnostic.js';

/** A place as people write it: line and column count from 1, columns in UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The text of a file with its line starts. A line ends with LF or CRLF; the CR of a CRLF belongs to the line end, a lone CR does not end a line.
 * Offsets outside the text are moved to its nearest end.
 */
export class SourceText {
  readonly text: string;
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  /** How many lines there are; an empty text has one. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Offset → line and column. */
  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#startOf(middle) <= at) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: at - this.#startOf(low) + 1 };
  }

  /** Line and column → offset; a column behind the line's end is moved to it. */
  offset(position: Position): number {
    const line = Math.min(Math.max(position.line, 1), this.lineCount);
    const range = this.lineRange(line);
    return Math.min(range.start + Math.max(position.column, 1) - 1, range.end);
  }

  /** The range of a line (counted from 1) without its line end. */
  lineRange(line: number): Range {
    const start = this.#startOf(line - 1);
    const next = line < this.lineCount ? this.#startOf(line) - 1 : this.text.length;
    return { start, end: next > start && line < this.lineCount && this.text[next - 1] === '\r' ? next - 1 : next };
  }

  /** The text of a line (counted from 1) without its line end. */
  line(line: number): string {
    const { start, end } = this.lineRange(line);
    return this.text.slice(start, end);
  }

  #startOf(index: number): number {
    return this.#lineStarts[index] ?? this.text.length;
  }
}
