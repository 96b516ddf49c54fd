import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';

/** Quiet time after an event: an editor that saves makes several. */
const QUIET_MS = 60;
/** How long events may follow each other until somebody looks. */
const LONGEST_MS = 1000;
/** How often to look where the system cannot tell of changes. */
const POLL_MS = 1000;

/**
 * Tells that something may have changed in folders, or that somebody woke it. One watcher a folder: that works alike on every system, and
 * outlives editors that save by renaming. Where the system refuses to watch (too many folders), it says so by waking every second.
 */
export class FolderWatcher {
  readonly #root: string;
  readonly #watchers = new Map<string, FSWatcher>();
  #pending = false;
  #wake: (() => void) | undefined;
  #poll: NodeJS.Timeout | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** Watches these folders, relative to the root, and no others. */
  watch(folders: readonly string[]): void {
    const wanted = new Set(folders);
    for (const [folder, watcher] of this.#watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#add(folder);
  }

  /** Wakes whoever waits. */
  readonly wake = (): void => {
    this.#pending = true;
    this.#wake?.();
  };

  /** Waits for an event, and until it is quiet again. */
  async next(): Promise<void> {
    if (!this.#pending) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#wake = undefined;
    const end = performance.now() + LONGEST_MS;
    while (this.#pending && performance.now() < end) {
      this.#pending = false;
      await sleep(QUIET_MS);
    }
    this.#pending = false;
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    clearInterval(this.#poll);
  }

  #add(folder: string): void {
    try {
      const watcher = watch(join(this.#root, folder), this.wake);
      // The folder went away, or can no longer be watched; the next look decides.
      watcher.on('error', () => {
        watcher.close();
        this.#watchers.delete(folder);
        this.wake();
      });
      this.#watchers.set(folder, watcher);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#poll ??= setInterval(this.wake, POLL_MS);
    }
  }
}
