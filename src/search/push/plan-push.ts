import { compareTexts } from '../../values/text-order.js';
import type { PushedDocument } from './pushed-document.js';

/** A document that stands in the index, as far as a push looks at it. */
export interface StoredDocument {
  readonly id: string;
  readonly repository: string;
  readonly hash: string;
  readonly file: string;
}

/** A document, or why it is not one that a push may write. */
export interface RefusedDocument {
  readonly id: string;
  readonly file: string;
  readonly reason: string;
}

/** What a push does, each in the order of ids. */
export interface PushPlan {
  readonly created: readonly PushedDocument[];
  readonly changed: readonly PushedDocument[];
  readonly removed: readonly StoredDocument[];
  readonly unchanged: number;
  readonly refused: readonly RefusedDocument[];
}

/**
 * Compares the documents that ought to be there with those of the index. Only documents of the repository are changed or removed, and removed only where
 * `mayGo` says so; one whose id another repository's document has is refused, as is the second of one id.
 */
export function planPush(
  documents: readonly PushedDocument[],
  stored: readonly StoredDocument[],
  repository: string,
  mayGo: (document: StoredDocument) => boolean,
): PushPlan {
  const there = new Map(stored.map((document) => [document.id, document]));
  const wanted = new Map<string, PushedDocument>();
  const refused: RefusedDocument[] = [];
  for (const document of documents) {
    const first = wanted.get(document.id);
    const other = there.get(document.id);
    if (first !== undefined) {
      refused.push({ ...place(document), reason: `${first.file} has the same id. Give one of them another.` });
    } else if (other !== undefined && other.repository !== repository) {
      const reason = `${other.file} of the repository ${other.repository} has the same id in this index. Push into an index of its own with --index.`;
      refused.push({ ...place(document), reason });
    } else wanted.set(document.id, document);
  }
  const ordered = [...wanted.values()].sort((left, right) => compareTexts(left.id, right.id));
  const changed = ordered.filter(({ id, hash }) => there.has(id) && there.get(id)?.hash !== hash);
  const created = ordered.filter(({ id }) => !there.has(id));
  const removed = stored
    .filter((document) => document.repository === repository && !wanted.has(document.id) && mayGo(document))
    .sort((left, right) => compareTexts(left.id, right.id));
  return { created, changed, removed, unchanged: ordered.length - created.length - changed.length, refused };
}

function place({ id, file }: PushedDocument): { readonly id: string; readonly file: string } {
  return { id, file };
}
