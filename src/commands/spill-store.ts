import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextStore } from '../backtest/document-store.js';

/** Bytes that are written at a time. */
const BLOCK = 1024 * 1024;

/** Keeps texts in memory, and past a limit in a file that is gone when the store is closed. */
export class SpillStore implements TextStore {
  readonly #limit: number;
  readonly #texts: string[] = [];
  #held = 0;
  readonly #starts: number[] = [];
  #file: { readonly folder: string; readonly descriptor: number } | undefined;
  #written = 0;
  #pending: Buffer[] = [];
  #pendingBytes = 0;

  /** `limit`: bytes to hold in memory. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes that were written to the file. */
  get spilled(): number {
    return this.#written;
  }

  add(text: string): number {
    if (this.#file === undefined && this.#held + 2 * text.length <= this.#limit) {
      this.#held += 2 * text.length;
      return this.#texts.push(text) - 1;
    }
    const bytes = Buffer.from(text);
    this.#starts.push(this.#written + this.#pendingBytes);
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= BLOCK) this.#flush();
    return this.#texts.length + this.#starts.length - 1;
  }

  read(at: number): string {
    if (at < this.#texts.length) return this.#texts[at] ?? '';
    if (this.#pendingBytes > 0) this.#flush();
    const place = at - this.#texts.length;
    const start = this.#starts[place] ?? 0;
    const end = this.#starts[place + 1] ?? this.#written;
    const bytes = Buffer.allocUnsafe(end - start);
    if (this.#file) readSync(this.#file.descriptor, bytes, 0, bytes.length, start);
    return bytes.toString('utf8');
  }

  close(): void {
    if (this.#file === undefined) return;
    closeSync(this.#file.descriptor);
    rmSync(this.#file.folder, { recursive: true, force: true });
    this.#file = undefined;
  }

  #flush(): void {
    if (this.#file === undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'dragnet-backtest-'));
      this.#file = { folder, descriptor: openSync(join(folder, 'documents'), 'wx+', 0o600) };
    }
    const block = Buffer.concat(this.#pending);
    for (let at = 0; at < block.length;) {
      at += writeSync(this.#file.descriptor, block, at, block.length - at, this.#written + at);
    }
    this.#written += block.length;
    [this.#pending, this.#pendingBytes] = [[], 0];
  }
}
