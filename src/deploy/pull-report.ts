import type { ObjectKind } from './kibana.js';

/** An object that a pull has to do with. */
export interface PullLine {
  readonly key: string;
  readonly kind: ObjectKind;
  /** For people; it comes from Kibana, so print it through `printable`. */
  readonly name: string;
  readonly file?: string;
  /** Fields that were taken over, and those in conflict. */
  readonly fields?: readonly string[];
  readonly conflicts?: readonly string[];
  /** Why it was left alone. */
  readonly reason?: string;
}

/** What a pull did, or would do. */
export interface PullReport {
  readonly target: string;
  readonly space: string;
  readonly kibana: { readonly url: string; readonly version: string };
  readonly isDry: boolean;
  /** Objects of git that were changed in Kibana, now in their files. */
  readonly changed: PullLine[];
  /** Objects that were made in Kibana, now in new files. */
  readonly added: PullLine[];
  /** Objects that were made in Kibana and stay there alone. */
  readonly untaken: PullLine[];
  /** Objects of git that somebody deleted in Kibana. */
  readonly deleted: PullLine[];
  /** Those of them that were taken out of git. */
  readonly pruned: PullLine[];
  /** What could not be done. */
  readonly refused: PullLine[];
  /** Files with conflict markers, to be solved by hand. */
  readonly conflicts: string[];
  readonly notes: string[];
  unchanged: number;
}
