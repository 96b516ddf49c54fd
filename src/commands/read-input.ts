import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Longest line that is read, in UTF-16 units; no event of a log is longer. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** One line of an input and where it stands. */
export interface InputLine {
  readonly text: string;
  /** `<file>:<line>`; standard input is `-`. */
  readonly place: string;
}

/** The lines of files in the order given, `-` for standard input; blank lines and a BOM are skipped. */
export async function* readLines(files: readonly string[], terminal: Terminal): AsyncGenerator<InputLine> {
  for (const file of files) {
    // The pieces of a line whose end has not come; joined once, since a long line comes in many.
    let pieces: string[] = [];
    let length = 0;
    let number = 0;
    const line = (last: string): InputLine => {
      number += 1;
      const text = pieces.length === 0 ? last : pieces.join('') + last;
      [pieces, length] = [[], 0];
      return { text, place: `${file}:${number}` };
    };
    for await (const chunk of readChunks(file, terminal)) {
      const lines = chunk.split('\n');
      const rest = lines.pop() ?? '';
      for (const end of lines) {
        const whole = line(end);
        if (whole.text.trim() !== '') yield whole;
      }
      pieces.push(rest);
      length += rest.length;
      if (length > LONGEST_LINE)
        throw new UsageError(`${file}:${number + 1} is longer than ${LONGEST_LINE} characters.`);
    }
    const last = line('');
    if (last.text.trim() !== '') yield last;
  }
}

/** A whole input as text, gzip taken away; `-` for standard input. More than `largest` characters are refused. */
export async function readAll(file: string, terminal: Terminal, largest?: number): Promise<string> {
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of readChunks(file, terminal)) {
    length += chunk.length;
    if (largest !== undefined && length > largest) throw new UsageError(`${file} has more than ${largest} characters.`);
    chunks.push(chunk);
  }
  return chunks.join('');
}

async function* readChunks(file: string, terminal: Terminal): AsyncGenerator<string> {
  // The decoder keeps characters that a chunk border cuts, and drops a BOM.
  const decoder = new TextDecoder();
  if (file === '-' && terminal.stdinIsTerminal) terminal.err('Reading standard input … (Ctrl-D ends it)\n');
  try {
    const raw = file === '-' ? terminal.stdin() : createReadStream(resolve(terminal.cwd, file));
    for await (const chunk of gunzipped(raw))
      yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code.startsWith('Z_'))
      throw new UsageError(`${file} is gzip that is cut off or damaged (${code}). Fetch or pack it again.`);
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder. Name the files in it.`);
    throw new UsageError(code === 'ENOENT' ? `${file} does not exist.` : `${file} cannot be read (${code}).`);
  }
}

type Chunk = Uint8Array | string;

/** The bytes as they are, or unpacked where they start like gzip: CloudTrail delivers `.json.gz`. */
async function* gunzipped(chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const all = (async function* (): AsyncGenerator<Chunk> {
    yield first.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  })();
  const packed = typeof first.value !== 'string' && first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!packed) {
    yield* all;
    return;
  }
  const unpacked = createGunzip();
  // The error of either end comes out of the loop that reads; the callback keeps it from being thrown a second time.
  pipeline(Readable.from(all), unpacked, () => undefined);
  yield* unpacked as AsyncIterable<Chunk>;
}
