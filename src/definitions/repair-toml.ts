import type { Diagnostic, Repair } from '../diagnostics/diagnostic.js';
import { editToml } from './edit-toml.js';

/** A text after some repairs, and how many they were. */
export interface RepairedToml {
  readonly text: string;
  readonly count: number;
}

/**
 * Mends in the text of a file what its diagnostics, in the order of the file, know to mend. Repairs count their places in the text as it was,
 * so that the last come first; those that touch what another has changed are left for another turn, and so are those that the file does not
 * allow.
 */
export function repairToml(raw: string, diagnostics: readonly Diagnostic[], isUnsafe: boolean): RepairedToml {
  let text = raw;
  let count = 0;
  const touched: string[] = [];
  for (const { repair } of diagnostics.toReversed()) {
    if (repair === undefined || !(repair.isSafe || isUnsafe)) continue;
    const places = placesOf(repair);
    if (places.some((place) => touched.some((other) => place.startsWith(other) || other.startsWith(place)))) continue;
    const edited = editToml(text, repair.edits);
    if (edited.text === undefined || edited.text === text) continue;
    text = edited.text;
    count += 1;
    touched.push(...places);
  }
  return { text, count };
}

/** What must stay as it is for a repair to fit: what it changes, or the whole list that something goes into. */
function placesOf({ edits }: Repair): readonly string[] {
  return edits.map(({ kind, path }) => `${(kind === 'insert' ? path.slice(0, -1) : path).join('\0')}\0`);
}
