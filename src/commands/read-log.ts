import { LogDocuments } from '../backtest/log-documents.js';
import type { LogDocument, LogProblem } from '../backtest/log-documents.js';
import { ValueSplitter } from '../backtest/value-splitter.js';
import { logChunks, type LogFile } from './log-chunks.js';
import type { Terminal } from './terminal.js';

/** Longest JSON value that is read, in UTF-16 units. */
export const LONGEST_VALUE: number = 64 * 1024 * 1024;

/** How logs are read. */
export interface ReadLogOptions {
  /** The index of documents that name none. */
  readonly index: string | undefined;
  readonly onProblem: (problem: LogProblem) => void;
  readonly onBytes: (bytes: number) => void;
}

const NEWLINE = 10;

/**
 * The documents of a log, in batches as they come: one JSON value a line, or (where the first line is none) values over several lines, an
 * array, or `{"Records": […]}`. The caller is given the reader that knows what the log lacked.
 */
export async function* readLog(
  log: LogFile,
  terminal: Terminal,
  { index, onProblem, onBytes }: ReadLogOptions,
  documents: LogDocuments = new LogDocuments({ file: log.name, index }),
): AsyncGenerator<readonly LogDocument[]> {
  const lines = new Lines();
  let splitter: ValueSplitter | undefined;
  const decoder = new TextDecoder();
  const parse = (
    values: Iterable<{ readonly text: string; readonly line: number } | TooLong>,
  ): readonly LogDocument[] => {
    const found: LogDocument[] = [];
    for (const value of values) {
      if ('tooLong' in value) onProblem({ line: value.line, what: tooLong(value.tooLong) });
      else if (!isBlank(value.text)) found.push(...documents.of(value.text, value.line, onProblem));
    }
    return found;
  };
  for await (const chunk of logChunks(log, terminal, onBytes)) {
    if (splitter === undefined && lines.isAtStart && !startsWithLine(chunk))
      splitter = new ValueSplitter(LONGEST_VALUE);
    if (splitter) yield parse(splitter.push(decoder.decode(chunk, { stream: true })));
    else yield parse(lines.push(chunk));
  }
  yield splitter ? parse(splitter.end()) : parse(lines.end());
}

interface TooLong {
  readonly tooLong: number;
  readonly line: number;
}

function tooLong(length: number): string {
  return `This is longer than ${LONGEST_VALUE} characters (${length}), and left out.`;
}

function isBlank(text: string): boolean {
  return text.length < 100 && text.trim() === '';
}

/** Whether a log begins with a JSON object that ends where its line ends; of a line that is longer than the first bytes it is taken for granted. */
function startsWithLine(chunk: Buffer): boolean {
  let start = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
  while (start < chunk.length && (chunk[start] ?? 0) <= 32) start++;
  if (chunk[start] !== 123) return false;
  const end = chunk.indexOf(NEWLINE, start);
  const text = chunk.toString('utf8', start, end < 0 ? chunk.length : end).trimEnd();
  if (end < 0) return !/^\{\s*"Records"\s*:/.test(text);
  // What ends with a bracket is a broken line at worst; what does not goes on in the next line.
  return text.endsWith('}') || text.length > 1000;
}

/** Cuts bytes into lines. */
class Lines {
  #pieces: Buffer[] = [];
  #length = 0;
  #line = 0;
  isAtStart = true;

  *push(chunk: Buffer): Generator<{ readonly text: string; readonly line: number } | TooLong> {
    let from = this.isAtStart && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    this.isAtStart = false;
    for (let end = chunk.indexOf(NEWLINE, from); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.#line++;
      yield this.#pieces.length === 0 && this.#length === 0
        ? { text: chunk.toString('utf8', from, end), line: this.#line }
        : this.#join(chunk.subarray(from, end));
      from = end + 1;
    }
    if (from < chunk.length) this.#keep(chunk.subarray(from));
  }

  *end(): Generator<{ readonly text: string; readonly line: number } | TooLong> {
    if (this.#length === 0) return;
    this.#line++;
    yield this.#join(Buffer.alloc(0));
  }

  #keep(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > LONGEST_VALUE) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  #join(last: Buffer): { readonly text: string; readonly line: number } | TooLong {
    this.#keep(last);
    const length = this.#length;
    const pieces = this.#pieces;
    [this.#pieces, this.#length] = [[], 0];
    if (length > LONGEST_VALUE) return { tooLong: length, line: this.#line };
    return { text: Buffer.concat(pieces).toString('utf8'), line: this.#line };
  }
}
