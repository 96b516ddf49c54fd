import type { StateEntry, StateSession, TargetState } from '../deploy/state.js';

/** A state that ends with the run: for a target of which nothing keeps what was applied. */
export class UnsavedState implements StateSession {
  readonly #objects = new Map<string, StateEntry>();

  get state(): TargetState {
    return { version: 1, objects: this.#objects };
  }

  record(key: string, entry: StateEntry | undefined): Promise<void> {
    if (entry === undefined) this.#objects.delete(key);
    else this.#objects.set(key, entry);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
