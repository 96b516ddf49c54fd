import type { KeyPath } from '../definitions/locate.js';

/** A value that one form has and the other cannot hold, and what became of it. */
export interface FormNote {
  /** The way to the value in the form that was read. */
  readonly path: KeyPath;
  /** A sentence. */
  readonly what: string;
}
