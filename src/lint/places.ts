import { KeyPositions } from '../definitions/locate.js';
import type { KeyPath } from '../definitions/locate.js';
import type { Span } from '../diagnostics/diagnostic.js';
import type { FileViolation } from './check.js';

/** The positions of the files in which something was found: a file is parsed for them when the first of its places is asked for. */
export class Places {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #positions = new Map<string, KeyPositions>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** Where a violation stands: its own place, else that of its key or value. */
  spanOf({ file, path: first, otherPath, at, range, place }: FileViolation): Span {
    if (place) return { file, ...place };
    let positions = this.#positions.get(file);
    if (!positions) {
      positions = new KeyPositions({ file, text: this.#texts.get(file) ?? '' });
      this.#positions.set(file, positions);
    }
    const path = otherPath && !has(positions, first) ? otherPath : first;
    if (range) return positions.inside(path, range);
    return at === 'key' ? positions.key(path) : positions.value(path);
  }
}

/** Whether the file has the path: one that it does not have is placed where the part before its last key is. */
function has(positions: KeyPositions, path: KeyPath): boolean {
  const { start, end } = positions.key(path);
  const above = positions.key(path.slice(0, -1));
  return start !== above.start || end !== above.end;
}
