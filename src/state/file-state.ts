import { mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StateError } from '../deploy/state.js';
import type { RunIdentity, StateEntry, StateSession, StateStore, TargetState } from '../deploy/state.js';
import { isJsonObject, printJson } from '../values/json.js';
import { FileLock } from './file-lock.js';
import { broken, entryJson, jsonOf, lockLost, readState, stateText, toEntry } from './state-text.js';

/** How often a state is read again because a run was just writing it. */
const MOST_READS = 5;

/**
 * A state in a file. Beside it stand `.lock` (the run that holds it) and, while a run works, `.journal`: a line for each object that was applied, on disk
 * before the next one begins. A run that ends, or the next one, folds the journal into the file.
 */
export class FileStateStore implements StateStore {
  readonly place: string;
  readonly #path: string;

  /** `shown` is how messages name the file. */
  constructor(path: string, shown: string = path) {
    this.#path = path;
    this.place = `The state ${shown}`;
  }

  async read(): Promise<{ readonly state?: TargetState }> {
    try {
      const objects = await readBoth(this.#path, this.place);
      return objects === undefined ? {} : { state: { version: 1, objects } };
    } catch (error) {
      throw this.#failure(error);
    }
  }

  async open(run: RunIdentity, { breakLock = false }: { readonly breakLock?: boolean } = {}): Promise<StateSession> {
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      const lock = await FileLock.take(`${this.#path}.lock`, this.place, run, breakLock);
      try {
        return await FileStateSession.start(this.#path, this.place, lock);
      } catch (error) {
        await lock.release();
        throw error;
      }
    } catch (error) {
      throw this.#failure(error);
    }
  }

  #failure(error: unknown): unknown {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof StateError || code === undefined) return error;
    return new StateError(
      'broken',
      `${this.place} cannot be read or written (${code}). Name another file with --state.`,
    );
  }
}

class FileStateSession implements StateSession {
  readonly state: TargetState;
  readonly #objects: Map<string, StateEntry>;
  readonly #path: string;
  readonly #place: string;
  readonly #lock: FileLock;
  readonly #journal: FileHandle;
  /** Records are written one after the other, in the order in which they came. */
  #last: Promise<void> = Promise.resolve();

  private constructor(
    path: string,
    place: string,
    lock: FileLock,
    objects: Map<string, StateEntry>,
    journal: FileHandle,
  ) {
    this.#path = path;
    this.#place = place;
    this.#lock = lock;
    this.#objects = objects;
    this.#journal = journal;
    this.state = { version: 1, objects };
  }

  static async start(path: string, place: string, lock: FileLock): Promise<FileStateSession> {
    const objects = (await readBoth(path, place)) ?? new Map<string, StateEntry>();
    // What a run that died has left goes into the file, and half a line with it.
    if ((await textOf(journalOf(path))) !== undefined) await fold(path, objects);
    const journal = await open(journalOf(path), 'a');
    await syncFolder(path);
    return new FileStateSession(path, place, lock, objects, journal);
  }

  record(key: string, entry: StateEntry | undefined): Promise<void> {
    const written = this.#last.then(() => this.#append(key, entry));
    this.#last = written.catch(() => undefined);
    return written;
  }

  async close(): Promise<void> {
    await this.#last;
    try {
      await this.#journal.close();
      if (await this.#lock.isHeld()) await fold(this.#path, this.#objects);
    } finally {
      await this.#lock.release();
    }
  }

  async #append(key: string, entry: StateEntry | undefined): Promise<void> {
    if (!(await this.#lock.isHeld())) throw lockLost(this.#place);
    await this.#journal.appendFile(`${printJson({ key, entry: entry === undefined ? null : entryJson(entry) })}\n`);
    await this.#journal.datasync();
    apply(this.#objects, key, entry);
  }
}

function journalOf(path: string): string {
  return `${path}.journal`;
}

/** File and journal together; undefined where neither is there. The journal is looked at twice: a run may fold it in between. */
async function readBoth(path: string, place: string): Promise<Map<string, StateEntry> | undefined> {
  for (let read = 1; ; read += 1) {
    const journal = await textOf(journalOf(path));
    const text = await textOf(path);
    if (read < MOST_READS && (await textOf(journalOf(path))) !== journal) continue;
    if (text === undefined && journal === undefined) return undefined;
    const objects = text === undefined ? new Map<string, StateEntry>() : readState(text, place);
    replay(journal ?? '', objects, place);
    return objects;
  }
}

function replay(journal: string, objects: Map<string, StateEntry>, place: string): void {
  // A line without an end is one whose writer died: it was never promised.
  for (const line of journal.slice(0, journal.lastIndexOf('\n') + 1).split('\n')) {
    if (line === '') continue;
    const record = jsonOf(line);
    if (!isJsonObject(record) || typeof record['key'] !== 'string') throw broken(place);
    const { key, entry } = record;
    apply(objects, key, entry === null ? undefined : toEntry(entry, place));
  }
}

function apply(objects: Map<string, StateEntry>, key: string, entry: StateEntry | undefined): void {
  if (entry === undefined) objects.delete(key);
  else objects.set(key, entry);
}

/** Writes the file whole, on disk before its journal goes. */
async function fold(path: string, objects: ReadonlyMap<string, StateEntry>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${process.pid}.tmp`;
  await rm(draft, { force: true });
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(stateText({ version: 1, objects }));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, target);
  await syncFolder(target);
  await rm(journalOf(path), { force: true });
}

/** A new name in a folder is safe only when the folder is on disk; where folders cannot be opened (Windows) there is nothing to do. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => undefined);
  if (folder === undefined) return;
  await folder.sync().catch(() => undefined);
  await folder.close();
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
