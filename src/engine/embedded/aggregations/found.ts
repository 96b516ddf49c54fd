import type { DocSet } from '../documents/doc-set.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';

/** The documents of one index that a search, or a bucket, holds. */
export interface Found {
  readonly index: EmbeddedIndex;
  readonly docs: DocSet;
}

/** Number of documents. */
export function countOf(found: readonly Found[]): number {
  return found.reduce((sum, { docs }) => sum + docs.count(), 0);
}
