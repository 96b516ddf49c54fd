import type { StateEntry, StateSession, TargetState } from '../../src/deploy/state.js';

/** A state in memory: what is recorded stays, also where a run dies. */
export class MemorySession implements StateSession {
  readonly objects: Map<string, StateEntry> = new Map<string, StateEntry>();

  get state(): TargetState {
    return { version: 1, objects: this.objects };
  }

  record(key: string, entry: StateEntry | undefined): Promise<void> {
    if (entry === undefined) this.objects.delete(key);
    else this.objects.set(key, entry);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
