import type { JsonObject } from '../values/json.js';

/** What dragnet knows of an object that it manages. */
export interface StateEntry {
  /** The object as it was last applied, in the form in which two are compared. */
  readonly applied: JsonObject;
  /** The file that it came from, relative to the repository. */
  readonly file?: string;
  /** When it was applied, ISO 8601. */
  readonly at: string;
  /** Keyed hashes of secrets that were written, by their names. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** What is managed on one target: the memory of a deploy. */
export interface TargetState {
  readonly version: 1;
  /** Key of an object (`rule/<rule_id>` …) → what was applied. */
  readonly objects: ReadonlyMap<string, StateEntry>;
}

/** Who holds a lock. */
export interface RunIdentity {
  /** Unlike that of every other run. */
  readonly run: string;
  readonly host: string;
  readonly pid: number;
  /** A name for people: the user, or the job of CI. */
  readonly who: string;
  /** ISO 8601. */
  readonly since: string;
}

/** A state that one run holds: nobody else writes meanwhile. */
export interface StateSession {
  /** Follows what is recorded. */
  readonly state: TargetState;
  /** Remembers what was applied, or forgets an object (`undefined`). When it resolves it is durable: nothing that happens afterwards loses it. */
  record(key: string, entry: StateEntry | undefined): Promise<void>;
  /** Gives the lock back. */
  close(): Promise<void>;
}

/** Where the state of a target lives. */
export interface StateStore {
  /** For messages: a file, or an index with the URL of its cluster without credentials. */
  readonly place: string;
  /** The state as it is, without a lock; none where nothing was ever recorded. */
  read(): Promise<{ readonly state?: TargetState }>;
  /**
   * Takes the lock. Held by another run it rejects with a {@link StateError} that says who holds it since when; a run of this host that is dead is taken
   * over, `breakLock` takes it from anybody.
   */
  open(run: RunIdentity, options?: { readonly breakLock?: boolean }): Promise<StateSession>;
}

/** A state that cannot be used: held by another run (`locked`), lost to one meanwhile (`lost`), or not what dragnet writes (`broken`). */
export class StateError extends Error {
  readonly kind: 'locked' | 'lost' | 'broken';

  constructor(kind: 'locked' | 'lost' | 'broken', message: string) {
    super(message);
    this.name = 'StateError';
    this.kind = kind;
  }
}
