import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import zlib from 'node:zlib';
import { compareTexts } from '../values/text-order.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Bytes that are read at a time: fewer calls, and lines are rarely cut. */
const CHUNK = 4 * 1024 * 1024;

/** A log to read: a file, or standard input (`-`). */
export interface LogFile {
  /** As the caller named it. */
  readonly name: string;
  readonly path: string;
  /** Bytes; 0 for standard input. */
  readonly size: number;
}

/** The logs that names mean: files, the files of folders and of folders within them, `-` for standard input. */
export async function findLogs(names: readonly string[], terminal: Terminal): Promise<readonly LogFile[]> {
  const found: LogFile[] = [];
  for (const name of names) {
    if (name === '-') found.push({ name, path: name, size: 0 });
    else found.push(...(await logsAt(name, resolve(terminal.cwd, name))));
  }
  return found;
}

async function logsAt(name: string, path: string): Promise<readonly LogFile[]> {
  const known = await stat(path).catch((error: unknown) => {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'ENOENT' ? `${name} does not exist.` : `${name} cannot be read (${code}).`);
  });
  if (known.isFile()) return [{ name, path, size: known.size }];
  // A pipe (`<(command)`) is read as it comes.
  if (!known.isDirectory()) return [{ name, path, size: 0 }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareTexts);
  if (files.length === 0) throw new UsageError(`The folder ${name} holds no files.`);
  return Promise.all(
    files.map(async (file) => ({
      name: join(name, file.slice(path.length + 1)),
      path: file,
      size: (await stat(file)).size,
    })),
  );
}

/** What is wrong with the bytes of a log; what was read before them counts. */
export class LogError extends Error {}

/**
 * The bytes of a log, unpacked where it is gzip, which its first bytes show. Of a file that grows meanwhile the bytes that it had at the start are
 * read. Throws a {@link LogError} for what cannot be read or unpacked. `onBytes` is told how many bytes of the file were read.
 */
export async function* logChunks(
  log: LogFile,
  terminal: Terminal,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const raw = log.name === '-' ? terminal.stdin() : await bytesOf(log);
  try {
    yield* unpacked(counted(raw, onBytes), log.name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof LogError || code === undefined) throw error;
    if (code === 'Z_BUF_ERROR')
      throw new LogError(`${log.name} is gzip that ends too early (cut off on the way?). Fetch or pack it again.`);
    if (code.startsWith('Z_')) throw new LogError(`${log.name} is damaged gzip (${code}). Fetch or pack it again.`);
    throw new LogError(`${log.name} cannot be read (${code}).`);
  }
}

async function bytesOf({ path, size, name }: LogFile): Promise<AsyncIterable<Buffer>> {
  const file = await open(path).catch((error: unknown) => {
    throw new LogError(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? ''}).`);
  });
  await file.close();
  // Of a pipe no size is known.
  if (size === 0) return createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
  return createReadStream(path, { highWaterMark: CHUNK, end: size - 1 }) as AsyncIterable<Buffer>;
}

async function* counted(
  chunks: AsyncIterable<Uint8Array | string>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    onBytes(bytes.length);
    yield bytes;
  }
}

async function* unpacked(chunks: AsyncGenerator<Buffer>, name: string): AsyncGenerator<Buffer> {
  const first = await chunks.next();
  if (first.done === true) return;
  const all = (async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    yield* chunks;
  })();
  const [a, b, c, d] = first.value;
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd)
    throw new LogError(
      `${name} is zstd, which is not read yet (docs/parity.md). Unpack it: zstd -dc ${name} | dragnet backtest --data -`,
    );
  if (a !== 0x1f || b !== 0x8b) {
    yield* all;
    return;
  }
  const gunzip = zlib.createGunzip({ chunkSize: 1024 * 1024 });
  // The error of either end comes out of the loop that reads; the callback keeps it from being thrown a second time.
  pipeline(Readable.from(all), gunzip, () => undefined);
  yield* gunzip as AsyncIterable<Buffer>;
}
