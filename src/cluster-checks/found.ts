import type { KeyPath } from '../definitions/locate.js';
import type { Range } from '../diagnostics/diagnostic.js';
import type { ClusterFact } from './facts.js';

/** What a cluster says against a rule, and where in its file. */
export interface Found {
  readonly fact: ClusterFact;
  readonly path: KeyPath;
  /** A part of the text there. */
  readonly range?: Range;
  readonly what: string;
}
