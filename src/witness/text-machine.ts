import type { Automaton } from '../values/patterns/automaton.js';

/** Reads a text character by character (code points) and says whether it passes a test. States are numbers; -1 can never pass. */
export interface TextMachine {
  readonly start: number;
  step(state: number, char: string): number;
  accepts(state: number): boolean;
  /** Characters that lead somewhere; enough to reach every text that differs in what the test sees. */
  chars(state: number): readonly string[];
}

/** What stands for any character. */
export const ANY_CHARACTERS: readonly string[] = ['x', 'y', '0'];

/** A pattern in which `*` is any text and `?` any character, without escapes; `'literal'` has no wildcards. */
export function wildcardMachine(pattern: string, ignoreCase: boolean, wildcards: 'wildcards' | 'literal'): TextMachine {
  const fold = (char: string): string => (ignoreCase && /^[A-Z]$/.test(char) ? char.toLowerCase() : char);
  const isStar = (char: string | undefined): boolean => wildcards === 'wildcards' && char === '*';
  const isOne = (char: string | undefined): boolean => wildcards === 'wildcards' && char === '?';
  const pieces = Array.from(pattern);
  const states = new Interned<readonly number[]>((places) => places.join(','));
  // Once a star is reached, what stands before it cannot matter any more.
  const closed = (places: readonly number[]): readonly number[] => {
    const all = new Set<number>();
    for (const place of places) {
      for (let at = place; ; at++) {
        all.add(at);
        if (!isStar(pieces[at])) break;
      }
    }
    const last = Math.max(-1, ...[...all].filter((place) => isStar(pieces[place])));
    return [...all].filter((place) => place >= last).sort((a, b) => a - b);
  };
  return {
    start: states.number(closed([0])),
    step: (state, char) => {
      const next: number[] = [];
      for (const place of states.value(state)) {
        const piece = pieces[place];
        if (piece === undefined) continue;
        if (isStar(piece)) next.push(place);
        else if (isOne(piece) || fold(piece) === fold(char)) next.push(place + 1);
      }
      return next.length === 0 ? -1 : states.number(closed(next));
    },
    accepts: (state) => states.value(state).includes(pieces.length),
    chars: (state) =>
      states.value(state).flatMap((place) => {
        const piece = pieces[place];
        if (piece === undefined) return [];
        return isStar(piece) || isOne(piece) ? ANY_CHARACTERS : [piece];
      }),
  };
}

/** Texts that a deterministic automaton accepts. */
export function automatonMachine(automaton: Automaton): TextMachine {
  return {
    start: automaton.states.length === 0 ? -1 : 0,
    step: (state, char) => {
      const code = char.codePointAt(0) ?? 0;
      return automaton.state(state).edges.find(({ min, max }) => min <= code && code <= max)?.to ?? -1;
    },
    accepts: (state) => automaton.state(state).accept,
    chars: (state) => plainFirst(automaton.state(state).edges.flatMap(({ min, max }) => charactersBetween(min, max))),
  };
}

/** Texts of a length (in UTF-16 units, as EQL counts) that passes; lengths above `most` pass or fail as `most` does. */
export function lengthMachine(passes: (length: number) => boolean, most: number): TextMachine {
  return {
    start: 0,
    step: (state, char) => Math.min(state + char.length, most),
    accepts: passes,
    chars: () => ANY_CHARACTERS,
  };
}

const PLAIN_CHARACTERS = ['x', 'y', 'a', '0', '1', '-', '/', '.', ' ', 'X', 'A', '_'];

function plainFirst(chars: readonly string[]): readonly string[] {
  return [...chars.filter((char) => PLAIN_CHARACTERS.includes(char)), ...chars];
}

function charactersBetween(min: number, max: number): readonly string[] {
  const plain = PLAIN_CHARACTERS.filter((char) => min <= char.charCodeAt(0) && char.charCodeAt(0) <= max);
  const ends = min >= 0xd800 && min <= 0xdfff ? [] : [String.fromCodePoint(min)];
  return plain.length === 0 ? ends : [...new Set([...plain, ...(min >= 0x20 ? ends : [])])];
}

/** Numbers for values that are equal by a key. */
class Interned<T> {
  private readonly numbers = new Map<string, number>();
  private readonly values: T[] = [];
  private readonly keyOf: (value: T) => string;

  constructor(keyOf: (value: T) => string) {
    this.keyOf = keyOf;
  }

  number(value: T): number {
    const key = this.keyOf(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.push(value) - 1;
    this.numbers.set(key, number);
    return number;
  }

  value(number: number): T {
    const value = this.values[number];
    if (value === undefined) throw new Error(`There is no state ${number}.`);
    return value;
  }
}
