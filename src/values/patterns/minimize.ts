import type { Edge } from './automaton.js';
import { Automaton, MAX_CODE_POINT } from './automaton.js';
import { determinize } from './determinize.js';

/** Above this many table cells (states times symbols) an automaton is left as it is: minimal size is a saving, not a need. */
const MAX_CELLS = 4_000_000;

/** The smallest automaton with one path for each text that accepts the same; throws `TooComplexError` as {@link determinize} does. */
export function minimize(source: Automaton, limit: number): Automaton {
  const live = withoutDeadStates(determinize(source, limit));
  const symbols = symbolStarts(live);
  if (live.states.length <= 1 || (live.states.length + 1) * symbols.length > MAX_CELLS) return live;
  return quotient(live, new Partition(live, symbols).refine());
}

/** Drops the states that cannot be reached, or from which no text is accepted. */
export function withoutDeadStates(automaton: Automaton): Automaton {
  const size = automaton.states.length;
  const reached = closureOf(size === 0 ? [] : [0], (number) => automaton.state(number).edges.map((edge) => edge.to));
  const sources: number[][] = automaton.states.map(() => []);
  automaton.states.forEach((state, number) => {
    for (const { to } of state.edges) sources[to]?.push(number);
  });
  const accepting = automaton.states.flatMap((state, number) => (state.accept ? [number] : []));
  const useful = closureOf(accepting, (number) => sources[number] ?? []);
  const kept = [...reached].filter((number) => useful.has(number)).sort((a, b) => a - b);
  const result = new Automaton();
  if (kept[0] !== 0) return result;
  const numbers = new Map(kept.map((number) => [number, result.add(automaton.state(number).accept)]));
  for (const [number, renumbered] of numbers) {
    for (const { min, max, to } of automaton.state(number).edges) {
      const target = numbers.get(to);
      if (target !== undefined) result.connect(renumbered, target, min, max);
    }
  }
  return result;
}

function closureOf(starts: readonly number[], next: (number: number) => readonly number[]): ReadonlySet<number> {
  const seen = new Set(starts);
  // A set is walked in insertion order, members added on the way included.
  for (const number of seen) for (const to of next(number)) seen.add(to);
  return seen;
}

/** The code points at which some edge starts, or has just ended: between two of them all code points behave alike. */
function symbolStarts(automaton: Automaton): readonly number[] {
  const starts = new Set([0]);
  for (const { edges } of automaton.states) {
    for (const { min, max } of edges) {
      starts.add(min);
      if (max < MAX_CODE_POINT) starts.add(max + 1);
    }
  }
  return [...starts].sort((a, b) => a - b);
}

/** For each symbol and state the state that follows, as one table; the sink, which all that leads nowhere leads to, is the last state. */
function stepsOf(automaton: Automaton, symbols: readonly number[]): Int32Array {
  const sink = automaton.states.length;
  const count = symbols.length;
  const steps = new Int32Array((sink + 1) * count).fill(sink);
  const numberOf = new Map(symbols.map((start, number) => [start, number]));
  automaton.states.forEach(({ edges }, state) => {
    for (const { min, max, to } of edges) {
      const end = numberOf.get(max + 1) ?? count;
      steps.fill(to, state * count + (numberOf.get(min) ?? 0), state * count + end);
    }
  });
  return steps;
}

/** Hopcroft's partition refinement, over the states and the sink: blocks are runs of one list of all states. */
class Partition {
  readonly #symbols: number;
  readonly #size: number;
  /** For each symbol and state where the states that the symbol leads there begin among all of them. */
  readonly #starts: Int32Array;
  readonly #sources: Int32Array;
  readonly #states: Int32Array;
  readonly #placeOf: Int32Array;
  readonly #blockOf: Int32Array;
  readonly #blockStart: number[] = [];
  readonly #blockEnd: number[] = [];
  /** How many states at the start of a block are marked. */
  readonly #marked: number[] = [];
  readonly #pending: number[] = [];

  constructor(automaton: Automaton, symbols: readonly number[]) {
    const steps = stepsOf(automaton, symbols);
    this.#symbols = symbols.length;
    this.#size = automaton.states.length + 1;
    this.#starts = new Int32Array(this.#size * this.#symbols + 1);
    this.#sources = new Int32Array(this.#size * this.#symbols);
    this.#invert(steps);
    this.#states = new Int32Array(this.#size);
    this.#placeOf = new Int32Array(this.#size);
    this.#blockOf = new Int32Array(this.#size);
    let at = 0;
    for (const accept of [true, false]) {
      const start = at;
      for (let state = 0; state < this.#size; state++) {
        if ((automaton.states[state]?.accept ?? false) !== accept) continue;
        this.#states[at] = state;
        this.#placeOf[state] = at;
        at += 1;
      }
      if (at > start) this.#addBlock(start, at);
    }
  }

  /** The block of each state, the sink last. */
  refine(): Int32Array {
    for (let block = this.#pending.pop(); block !== undefined; block = this.#pending.pop()) {
      // The block may be split on the way; the states that it had are what splits.
      const members = this.#states.slice(this.#blockStart[block], this.#blockEnd[block]);
      for (let symbol = 0; symbol < this.#symbols; symbol++) this.#splitBy(members, symbol);
    }
    return this.#blockOf;
  }

  #invert(steps: Int32Array): void {
    const count = this.#symbols;
    // Counted one place further, so that the sums are where each run begins.
    for (let state = 0; state < this.#size; state++) {
      for (let symbol = 0; symbol < count; symbol++) {
        const run = symbol * this.#size + (steps[state * count + symbol] ?? 0) + 1;
        this.#starts[run] = (this.#starts[run] ?? 0) + 1;
      }
    }
    for (let run = 1; run < this.#starts.length; run++) {
      this.#starts[run] = (this.#starts[run] ?? 0) + (this.#starts[run - 1] ?? 0);
    }
    const next = this.#starts.slice();
    for (let state = 0; state < this.#size; state++) {
      for (let symbol = 0; symbol < count; symbol++) {
        const run = symbol * this.#size + (steps[state * count + symbol] ?? 0);
        const place = next[run] ?? 0;
        this.#sources[place] = state;
        next[run] = place + 1;
      }
    }
  }

  /** Splits every block that the symbol leads only partly to the states. */
  #splitBy(members: Int32Array, symbol: number): void {
    const touched: number[] = [];
    for (const member of members) {
      const run = symbol * this.#size + member;
      for (let at = this.#starts[run] ?? 0, end = this.#starts[run + 1] ?? 0; at < end; at++) {
        this.#mark(this.#sources[at] ?? 0, touched);
      }
    }
    for (const block of touched) this.#split(block);
  }

  /** Moves a state to the marked ones of its block. */
  #mark(state: number, touched: number[]): void {
    const block = this.#blockOf[state] ?? 0;
    const marked = this.#marked[block] ?? 0;
    if (marked === 0) touched.push(block);
    const to = (this.#blockStart[block] ?? 0) + marked;
    const from = this.#placeOf[state] ?? 0;
    const other = this.#states[to] ?? 0;
    this.#states[to] = state;
    this.#states[from] = other;
    this.#placeOf[state] = to;
    this.#placeOf[other] = from;
    this.#marked[block] = marked + 1;
  }

  #split(block: number): void {
    const marked = this.#marked[block] ?? 0;
    this.#marked[block] = 0;
    const start = this.#blockStart[block] ?? 0;
    const end = this.#blockEnd[block] ?? 0;
    const middle = start + marked;
    if (middle === end) return;
    // The smaller part is the new block: to look at it is enough, unless the whole one is still to be looked at.
    const isSmall = marked <= end - middle;
    if (isSmall) this.#blockStart[block] = middle;
    else this.#blockEnd[block] = middle;
    this.#addBlock(isSmall ? start : middle, isSmall ? middle : end);
  }

  #addBlock(start: number, end: number): void {
    const block = this.#blockStart.push(start) - 1;
    this.#blockEnd.push(end);
    this.#marked.push(0);
    this.#pending.push(block);
    for (let at = start; at < end; at++) this.#blockOf[this.#states[at] ?? 0] = block;
  }
}

function quotient(automaton: Automaton, blockOf: Int32Array): Automaton {
  const result = new Automaton();
  const numbers = new Map<number, number>();
  automaton.states.forEach((state, number) => {
    const block = blockOf[number] ?? 0;
    if (!numbers.has(block)) numbers.set(block, result.add(state.accept));
  });
  const done = new Set<number>();
  automaton.states.forEach(({ edges }, number) => {
    const renumbered = numbers.get(blockOf[number] ?? 0) ?? 0;
    if (done.has(renumbered)) return;
    done.add(renumbered);
    for (const { min, max, to } of sorted(edges)) {
      const target = numbers.get(blockOf[to] ?? 0) ?? 0;
      const { edges: merged } = result.state(renumbered);
      const last = merged.at(-1);
      if (last?.to === target && last.max === min - 1) merged[merged.length - 1] = { min: last.min, max, to: target };
      else merged.push({ min, max, to: target });
    }
  });
  return result;
}

function sorted(edges: readonly Edge[]): readonly Edge[] {
  return [...edges].sort((a, b) => a.min - b.min);
}
