import type { Edge } from './automaton.js';
import { Automaton, MAX_CODE_POINT } from './automaton.js';

/** More work than the limit allows; `limit` is the one that was exceeded, `subject` what was to be made deterministic. */
export class TooComplexError extends Error {
  readonly limit: number;

  constructor(subject: string, limit: number) {
    super(`Determinizing ${subject} would require more than ${limit} effort.`);
    this.name = 'TooComplexError';
    this.limit = limit;
  }

  /** The same failure, said of something else. */
  naming(subject: string): TooComplexError {
    return new TooComplexError(subject, this.limit);
  }
}

/** Lucene counts the members of all state sets as effort, and lets a limit of n stand for ten times n of them. */
const EFFORT_PER_UNIT = 10;

/**
 * Makes an automaton with one path for each text, by the subset construction. Throws {@link TooComplexError} if the sets of states that
 * it builds have ten times `limit` members or more in all, which is how Lucene 9 counts.
 */
export function determinize(source: Automaton, limit: number): Automaton {
  if (source.states.length <= 1 || source.isDeterministic()) return withoutFree(source);
  const result = new Automaton();
  const numbers = new Map<string, number>();
  const pending: { readonly set: readonly number[]; readonly number: number }[] = [];
  const numberOf = (set: readonly number[]): number => {
    const key = set.join(',');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = result.add(source.closure(set).some((state) => source.state(state).accept));
    numbers.set(key, number);
    pending.push({ set, number });
    return number;
  };
  numberOf([0]);
  let effort = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    effort += next.set.length;
    if (effort >= limit * EFFORT_PER_UNIT) throw new TooComplexError(sizeOf(source), limit);
    for (const { min, max, targets } of slices(source.edgesFrom(next.set))) {
      connectMerged(result, next.number, numberOf(targets), min, max);
    }
  }
  return result;
}

/** Accepts what the automaton does not accept. */
export function complement(source: Automaton, limit: number): Automaton {
  const automaton = determinize(source, limit);
  const result = new Automaton();
  if (automaton.states.length === 0) result.add(true);
  else result.copy(automaton);
  const sink = result.add();
  result.states.forEach((state, number) => {
    state.accept = automaton.states.length === 0 || !state.accept;
    let from = 0;
    for (const edge of [...state.edges].sort((a, b) => a.min - b.min)) {
      if (edge.min > from) result.connect(number, sink, from, edge.min - 1);
      from = edge.max + 1;
    }
    if (from <= MAX_CODE_POINT) result.connect(number, sink, from, MAX_CODE_POINT);
  });
  return result;
}

interface Slice {
  readonly min: number;
  readonly max: number;
  readonly targets: readonly number[];
}

/** Cuts overlapping edges into disjoint ranges, each with the sorted states that it leads to. */
function slices(edges: readonly Edge[]): readonly Slice[] {
  const starts = new Map<number, Edge[]>();
  const ends = new Map<number, Edge[]>();
  for (const edge of edges) {
    push(starts, edge.min, edge);
    push(ends, edge.max + 1, edge);
  }
  const points = [...new Set([...starts.keys(), ...ends.keys()])].sort((a, b) => a - b);
  const counts = new Map<number, number>();
  const found: Slice[] = [];
  points.forEach((point, index) => {
    for (const { to } of ends.get(point) ?? []) {
      const count = (counts.get(to) ?? 0) - 1;
      if (count === 0) counts.delete(to);
      else counts.set(to, count);
    }
    for (const { to } of starts.get(point) ?? []) counts.set(to, (counts.get(to) ?? 0) + 1);
    const next = points[index + 1];
    if (counts.size === 0 || next === undefined) return;
    found.push({ min: point, max: next - 1, targets: [...counts.keys()].sort((a, b) => a - b) });
  });
  return found;
}

function push(map: Map<number, Edge[]>, key: number, edge: Edge): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [edge]);
  else list.push(edge);
}

function connectMerged(automaton: Automaton, from: number, to: number, min: number, max: number): void {
  const { edges } = automaton.state(from);
  const last = edges.at(-1);
  if (last?.to === to && last.max === min - 1) edges[edges.length - 1] = { min: last.min, max, to };
  else edges.push({ min, max, to });
}

/** The same automaton with the free steps worked into edges and acceptance. */
function withoutFree(source: Automaton): Automaton {
  if (source.states.every((state) => state.free.length === 0)) return source;
  const result = new Automaton();
  source.states.forEach((_, number) => result.add(source.accepts(number)));
  source.states.forEach((_, number) => result.state(number).edges.push(...source.edgesFrom([number])));
  return result;
}

/** The size as Lucene gives it, where each state holds copies of the edges that it reaches freely. */
function sizeOf(automaton: Automaton): string {
  const states = automaton.states.length;
  // Counting takes quadratic time at worst, and the message says as much without the number.
  if (states > MAX_COUNTED_STATES) return `automaton with ${states} states`;
  const transitions = automaton.states.reduce((sum, _, number) => sum + countMerged(automaton.edgesFrom([number])), 0);
  return `automaton with ${states} states and ${transitions} transitions`;
}

const MAX_COUNTED_STATES = 4000;

function countMerged(edges: readonly Edge[]): number {
  let count = 0;
  let last: Edge | undefined;
  for (const edge of [...edges].sort((a, b) => a.to - b.to || a.min - b.min || a.max - b.max)) {
    const isMerged = last?.to === edge.to && edge.min <= last.max + 1;
    if (!isMerged) count++;
    last = isMerged && last !== undefined && last.max > edge.max ? last : edge;
  }
  return count;
}
