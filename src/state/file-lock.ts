import { open, readFile, rm } from 'node:fs/promises';
import type { RunIdentity } from '../deploy/state.js';
import { isDead, noteOwn } from './holder.js';
import { jsonOf, lockedBy, toRun } from './state-text.js';

/** A lock: a file that only one run can make. */
export class FileLock {
  readonly #path: string;
  readonly #place: string;
  readonly #run: RunIdentity;

  private constructor(path: string, place: string, run: RunIdentity) {
    this.#path = path;
    this.#place = place;
    this.#run = run;
  }

  /** Takes the lock, from a dead run of this machine too, with `breakLock` from any; held by another run it rejects. */
  static async take(path: string, place: string, run: RunIdentity, breakLock: boolean): Promise<FileLock> {
    const lock = new FileLock(path, place, run);
    // Noted before it is taken: another run of this process must not take this one for dead.
    noteOwn(run.run, true);
    try {
      if (!(await writeNew(path, run))) await lock.#takeOver(breakLock);
      return lock;
    } catch (error) {
      noteOwn(run.run, false);
      throw error;
    }
  }

  /** Whether this run still has it. */
  async isHeld(): Promise<boolean> {
    return (await holderOf(this.#path))?.run === this.#run.run;
  }

  async release(): Promise<void> {
    if (await this.isHeld()) await rm(this.#path, { force: true });
    noteOwn(this.#run.run, false);
  }

  /** Of several runs that find a dead one only one may clear it away: the one that makes the second file. */
  async #takeOver(breakLock: boolean): Promise<void> {
    const clearing = `${this.#path}.clearing`;
    if (breakLock) await rm(clearing, { force: true });
    const holder = await holderOf(this.#path);
    if (!breakLock && (holder === undefined || !isDead(holder))) throw lockedBy(this.#place, holder);
    if (!(await writeNew(clearing, this.#run))) throw lockedBy(this.#place, await holderOf(clearing));
    try {
      const now = await holderOf(this.#path);
      if (!breakLock && now?.run !== holder?.run) throw lockedBy(this.#place, now);
      await rm(this.#path, { force: true });
      if (!(await writeNew(this.#path, this.#run))) throw lockedBy(this.#place, await holderOf(this.#path));
    } finally {
      await rm(clearing, { force: true });
    }
  }
}

async function holderOf(path: string): Promise<RunIdentity | undefined> {
  try {
    return toRun(jsonOf(await readFile(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a file unless it is there; tells whether it was made. */
async function writeNew(path: string, run: RunIdentity): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(JSON.stringify(run));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
