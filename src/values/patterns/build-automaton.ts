import { Automaton, MAX_CODE_POINT } from './automaton.js';

/** Inclusive range of code points. */
export type CodePointRange = readonly [min: number, max: number];

/** Accepts nothing. */
export function nothing(): Automaton {
  return new Automaton();
}

/** Accepts any text. */
export function anything(): Automaton {
  const automaton = new Automaton();
  const start = automaton.add(true);
  automaton.connect(start, start, 0, MAX_CODE_POINT);
  return automaton;
}

/** Accepts the code points one after the other; each may have several forms. */
export function sequence(forms: readonly (readonly CodePointRange[])[]): Automaton {
  const automaton = new Automaton();
  let last = automaton.add(forms.length === 0);
  forms.forEach((ranges, index) => {
    const next = automaton.add(index === forms.length - 1);
    for (const [min, max] of ranges) automaton.connect(last, next, min, max);
    last = next;
  });
  return automaton;
}

/** Accepts what any of the parts accepts. */
export function union(parts: readonly Automaton[]): Automaton {
  const automaton = new Automaton();
  const start = automaton.add();
  for (const part of parts) if (part.states.length > 0) automaton.join(start, automaton.copy(part));
  return automaton;
}

/** Accepts a text of each part, one after the other. */
export function concatenation(parts: readonly Automaton[]): Automaton {
  const automaton = new Automaton();
  if (parts.some((part) => part.states.length === 0)) return automaton;
  const starts = parts.map((part, index) => automaton.copy(part, index === parts.length - 1 ? 'keep' : 'drop'));
  parts.slice(0, -1).forEach((part, index) => {
    connectAccepting(automaton, part, starts[index] ?? 0, starts[index + 1] ?? 0);
  });
  return automaton;
}

/** Accepts what the part accepts, and the empty text. */
export function optional(part: Automaton): Automaton {
  const automaton = new Automaton();
  const start = automaton.add(true);
  if (part.states.length > 0) automaton.join(start, automaton.copy(part));
  return automaton;
}

/** Accepts any number of texts of the part, also none; nothing if the part accepts nothing, which is how Lucene has it. */
export function repeat(part: Automaton): Automaton {
  if (part.states.length === 0) return nothing();
  const automaton = new Automaton();
  const start = automaton.add(true);
  const first = automaton.copy(part);
  automaton.join(start, first);
  connectAccepting(automaton, part, first, first);
  return automaton;
}

/** Accepts at least `min` texts of the part. */
export function repeatAtLeast(part: Automaton, min: number): Automaton {
  if (min === 0) return repeat(part);
  return concatenation([...Array.from({ length: min }, () => part), repeat(part)]);
}

/** Accepts `min` to `max` texts of the part. */
export function repeatBetween(part: Automaton, min: number, max: number): Automaton {
  if (part.states.length === 0) return min === 0 ? sequence([]) : nothing();
  const automaton = new Automaton();
  let last = part;
  let lastStart = 0;
  if (min === 0) {
    last = sequence([]);
    automaton.copy(last);
  } else {
    automaton.copy(concatenation(Array.from({ length: min }, () => part)));
    lastStart = automaton.states.length - part.states.length;
  }
  for (let count = min; count < max; count++) {
    const start = automaton.copy(part);
    connectAccepting(automaton, last, lastStart, start);
    last = part;
    lastStart = start;
  }
  return automaton;
}

/** Accepts what both accept. */
export function intersection(one: Automaton, two: Automaton): Automaton {
  const automaton = new Automaton();
  if (one.states.length === 0 || two.states.length === 0) return automaton;
  const numbers = new Map<number, number>();
  const pending: (readonly [number, number, number])[] = [];
  const numberOf = (first: number, second: number): number => {
    const key = first * two.states.length + second;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = automaton.add(one.accepts(first) && two.accepts(second));
    numbers.set(key, number);
    pending.push([first, second, number]);
    return number;
  };
  numberOf(0, 0);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [first, second, number] = next;
    const others = two.edgesFrom([second]);
    for (const edge of one.edgesFrom([first])) {
      for (const other of others) {
        const min = Math.max(edge.min, other.min);
        const max = Math.min(edge.max, other.max);
        if (min <= max) automaton.connect(number, numberOf(edge.to, other.to), min, max);
      }
    }
  }
  return automaton;
}

function connectAccepting(automaton: Automaton, part: Automaton, offset: number, to: number): void {
  part.states.forEach((state, number) => {
    if (state.accept) automaton.join(number + offset, to);
  });
}
