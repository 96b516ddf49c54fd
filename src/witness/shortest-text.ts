import { ANY_CHARACTERS } from './text-machine.js';
import type { TextMachine } from './text-machine.js';

interface Reached {
  readonly states: readonly number[];
  readonly previous: Reached | undefined;
  readonly char: string;
}

/**
 * A shortest text (never the empty one) that all of the first machines accept and none of the others; undefined if there is none, or none was
 * found among the first so many texts. Deterministic.
 */
export function shortestText(
  wanted: readonly TextMachine[],
  unwanted: readonly TextMachine[] = [],
  limit = 4000,
): string | undefined {
  const machines = [...wanted, ...unwanted];
  const seen = new Set<string>();
  const queue: Reached[] = [{ states: machines.map(({ start }) => start), previous: undefined, char: '' }];
  for (let at = 0; at < queue.length && at < limit; at++) {
    const reached = queue[at];
    if (reached === undefined) break;
    for (const char of charactersFrom(reached.states, machines)) {
      const states = machines.map((machine, index) => step(machine, reached.states[index] ?? -1, char));
      if (states.slice(0, wanted.length).includes(-1)) continue;
      const key = states.join(',');
      if (seen.has(key)) continue;
      seen.add(key);
      const next = { states, previous: reached, char };
      if (isFound(states, machines, wanted.length)) return textOf(next);
      queue.push(next);
    }
  }
  return undefined;
}

function step(machine: TextMachine, state: number, char: string): number {
  return state < 0 ? -1 : machine.step(state, char);
}

function charactersFrom(states: readonly number[], machines: readonly TextMachine[]): ReadonlySet<string> {
  const found = machines.flatMap((machine, index) => {
    const state = states[index] ?? -1;
    return state < 0 ? [] : machine.chars(state);
  });
  return new Set([...found, ...ANY_CHARACTERS]);
}

function isFound(states: readonly number[], machines: readonly TextMachine[], wanted: number): boolean {
  return machines.every((machine, index) => {
    const state = states[index] ?? -1;
    return (state >= 0 && machine.accepts(state)) === index < wanted;
  });
}

function textOf(end: Reached): string {
  const chars: string[] = [];
  for (let at: Reached | undefined = end; at !== undefined; at = at.previous) chars.push(at.char);
  return chars.reverse().join('');
}
