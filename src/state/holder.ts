import { hostname } from 'node:os';
import type { RunIdentity } from '../deploy/state.js';

/** Runs of this process that hold a state now. */
const OWN = new Set<string>();

/** Notes that a run of this process holds a state, or no longer does. */
export function noteOwn(run: string, holds: boolean): void {
  if (holds) OWN.add(run);
  else OWN.delete(run);
}

/** Whether a run is dead for sure: it was on this machine, and its process is gone. Of another machine nobody can say. */
export function isDead({ run, host, pid }: RunIdentity): boolean {
  if (host !== hostname()) return false;
  // A process with the number of this one is this one: containers start with the same number each time.
  if (pid === process.pid) return !OWN.has(run);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
