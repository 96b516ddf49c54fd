/** A piece of a text that is replaced by another; both offsets equal: an insertion. */
export interface Change {
  /** UTF-16 offsets into the text without BOM whose line ends are LF, as all spans of dragnet count. */
  readonly start: number;
  readonly end: number;
  /** With LF. */
  readonly text: string;
}

/** The text as all offsets count it: without BOM, its line ends LF. */
export function plainText(raw: string): string {
  return raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/**
 * Puts changes into a file's text as it is on disk: BOM and line ends of all else stay; new lines end as most lines of the file do. Changes
 * that begin at the same place come in the order given, and a change inside what another one removed comes behind it.
 */
export function spliceToml(raw: string, changes: readonly Change[]): string {
  const plain = plainText(raw);
  const breaks = carriageReturns(raw);
  const bom = raw.startsWith('\uFEFF') ? 1 : 0;
  const lines = plain.split('\n').length - 1;
  const newline = breaks.length * 2 > lines ? '\r\n' : '\n';
  const place = (at: number): number => at + countBelow(breaks, at) + bom;
  const ordered = changes.map((change) => shrunk(change, plain)).sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end, text } of ordered) {
    if (place(start) > at) out += raw.slice(at, place(start));
    out += text.replaceAll('\n', newline);
    at = Math.max(at, place(end));
  }
  return out + raw.slice(at);
}

/** The change without what is the same in front and behind, so that its line ends stay as they are, too. */
function shrunk({ start, end, text }: Change, plain: string): Change {
  const was = plain.slice(start, end);
  const most = Math.min(was.length, text.length);
  let [front, back] = [0, 0];
  while (front < most && was[front] === text[front]) front += 1;
  while (back < most - front && was[was.length - 1 - back] === text[text.length - 1 - back]) back += 1;
  return { start: start + front, end: end - back, text: text.slice(front, text.length - back) };
}

/** Offsets, in the plain text, of the line feeds that have a carriage return in front. */
function carriageReturns(raw: string): readonly number[] {
  const bom = raw.startsWith('\uFEFF') ? 1 : 0;
  const found: number[] = [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) found.push(at - found.length - bom);
  return found;
}

/** How many numbers of an ascending list are below one. */
function countBelow(list: readonly number[], limit: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
