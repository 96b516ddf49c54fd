import type { ValueKind } from './redaction-rules.js';

/** A place in a text where an original stands. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** The original in lower case, as it was given. */
  readonly original: string;
}

/** Names of this length or more are found inside of words too; shorter ones only where no letter or digit is beside them. */
const LONG = 8;
/** Shorter values are found only where they are the whole text: as words they are everywhere. */
const SHORT = 3;

/** What may stand beside an original, so that it is one and not a part of something else. */
type Border = 'any' | 'word' | 'digits' | 'address' | 'whole';

interface Entry {
  readonly original: string;
  readonly border: Border;
}

/** The originals that begin alike, by their length: as many questions as lengths, however many there are. */
interface Bucket {
  readonly byText: Map<string, Entry>;
  lengths: number[];
}

/**
 * Finds originals in texts, whatever the case of their letters; of several at one place the longest. Time grows with the text, and with the number
 * of lengths that originals have which start alike.
 */
export class OriginalFinder {
  readonly #byStart = new Map<string, Bucket>();
  readonly #whole = new Set<string>();

  constructor(originals: ReadonlyMap<string, ValueKind>) {
    for (const [original, kind] of originals) {
      const border = borderOf(original, kind);
      this.#whole.add(original);
      if (border === 'whole') continue;
      const start = original.slice(0, SHORT);
      const bucket = this.#byStart.get(start) ?? { byText: new Map<string, Entry>(), lengths: [] };
      this.#byStart.set(start, bucket);
      bucket.byText.set(original, { original, border });
    }
    for (const bucket of this.#byStart.values()) {
      const lengths = new Set(Array.from(bucket.byText.keys(), ({ length }) => length));
      bucket.lengths = [...lengths].sort((a, b) => b - a);
    }
  }

  /** The occurrences in a text, from left to right, without overlaps. */
  find(text: string): readonly Occurrence[] {
    const lower = lowerCase(text);
    if (this.#whole.has(lower)) return [{ start: 0, end: text.length, original: lower }];
    const found: Occurrence[] = [];
    for (let at = 0; at + SHORT <= lower.length;) {
      const entry = this.#longestAt(lower, at);
      if (entry) found.push({ start: at, end: at + entry.original.length, original: entry.original });
      at += entry ? entry.original.length : 1;
    }
    return found;
  }

  #longestAt(lower: string, at: number): Entry | undefined {
    const bucket = this.#byStart.get(lower.slice(at, at + SHORT));
    if (!bucket) return undefined;
    for (const length of bucket.lengths) {
      const entry = bucket.byText.get(lower.slice(at, at + length));
      if (entry && hasBorders(lower, at, entry)) return entry;
    }
    return undefined;
  }
}

/** Lower case, letter by letter: the text keeps its length, so that places in it stay. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at).toLowerCase();
    return letter.length === 1 ? letter : text.charAt(at);
  }).join('');
}

function borderOf(original: string, kind: ValueKind): Border {
  if (original.length < SHORT) return 'whole';
  if (kind === 'address') return 'address';
  if (/^\d+$/u.test(original)) return original.length < 6 ? 'whole' : 'digits';
  if (kind === 'email' || kind === 'access key') return 'any';
  return original.length >= LONG ? 'any' : 'word';
}

function hasBorders(text: string, at: number, { original, border }: Entry): boolean {
  const end = at + original.length;
  const [before, after] = [text.charAt(at - 1), text.charAt(end)];
  switch (border) {
    case 'digits':
      return !isDigit(before) && !isDigit(after);
    case 'word':
      return !isWord(before) && !isWord(after);
    case 'address':
      return !isHex(before) && !isHex(after) && !(after === '.' && isDigit(text.charAt(end + 1)));
    default:
      return true;
  }
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

function isHex(char: string): boolean {
  return isDigit(char) || (char >= 'a' && char <= 'f');
}

function isWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}
