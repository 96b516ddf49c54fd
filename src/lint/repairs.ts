import type { KeyPath } from '../definitions/locate.js';
import type { Repair, RepairValue } from '../diagnostics/diagnostic.js';

/** Gives a key or place its value. */
export function setting(path: KeyPath, value: RepairValue, isSafe = true): Repair {
  return { isSafe, edits: [{ kind: 'set', path, value }] };
}

/** Takes a key or place away. */
export function removing(path: KeyPath, isSafe = true): Repair {
  return { isSafe, edits: [{ kind: 'remove', path }] };
}
