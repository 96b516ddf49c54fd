import type { Diagnostic, RepairCut, RepairEdit } from '../diagnostics/diagnostic.js';
import { editToml } from './edit-toml.js';
import { parseToml } from './parse-toml.js';
import { renamedInPlace } from './rename-key.js';
import { plainText, spliceToml } from './splice-toml.js';

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
  const repairs = diagnostics.flatMap(({ repair }) => (repair && (repair.isSafe || isUnsafe) ? [repair] : []));
  // Comments first: no key moves by them.
  let { text, count } = withoutComments(
    raw,
    repairs.flatMap(({ edits }) => edits.filter((edit) => edit.kind === 'cut')),
  );
  const touched: string[] = [];
  for (const repair of repairs.toReversed()) {
    const edits = repair.edits.filter((edit) => edit.kind !== 'cut');
    if (edits.length === 0) continue;
    const places = placesOf(edits);
    if (places.some((place) => touched.some((other) => place.startsWith(other) || other.startsWith(place)))) continue;
    const edited = renamedInPlace(text, edits) ?? editToml(text, edits).text;
    if (edited === undefined || edited === text) continue;
    text = edited;
    count += 1;
    touched.push(...places);
  }
  return { text, count };
}

/** Takes comments out; one that overlaps with another is left for another turn. Values stay, or nothing changes. */
function withoutComments(raw: string, cuts: readonly RepairCut[]): RepairedToml {
  const kept: RepairCut[] = [];
  for (const cut of cuts.toSorted((left, right) => left.start - right.start))
    if (cut.start >= (kept.at(-1)?.end ?? 0)) kept.push(cut);
  if (kept.length === 0) return { text: raw, count: 0 };
  const text = spliceToml(
    raw,
    kept.map(({ start, end }) => ({ start, end, text: '' })),
  );
  const isSame = JSON.stringify(valuesOf(text)) === JSON.stringify(valuesOf(raw));
  return isSame ? { text, count: kept.length } : { text: raw, count: 0 };
}

function valuesOf(text: string): unknown {
  const { table, diagnostics } = parseToml('', plainText(text));
  return diagnostics.length > 0 ? diagnostics : table;
}

/** What must stay as it is for a repair to fit: what it changes, or the whole list that something goes into. */
function placesOf(edits: readonly Exclude<RepairEdit, RepairCut>[]): readonly string[] {
  return edits.map(({ kind, path }) => `${(kind === 'insert' ? path.slice(0, -1) : path).join('\0')}\0`);
}
