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

/** Hopcroft's partition refinement, over the states and one sink for all that leads nowhere. */
class Partition {
  private readonly sources: readonly (readonly number[])[][];
  private readonly blocks: Set<number>[] = [];
  private readonly blockOf: number[];

  constructor(automaton: Automaton, symbols: readonly number[]) {
    const sink = automaton.states.length;
    this.sources = inverse(automaton, symbols, sink);
    const accepting = new Set<number>();
    const others = new Set([sink]);
    automaton.states.forEach((state, number) => (state.accept ? accepting : others).add(number));
    this.blockOf = Array.from({ length: sink + 1 }, () => 0);
    for (const block of [accepting, others]) if (block.size > 0) this.addBlock(block);
  }

  /** The block of each state, the sink last. */
  refine(): readonly number[] {
    const symbolCount = this.sources.length;
    const pending = new Set<number>();
    for (let block = 0; block < this.blocks.length; block++) {
      for (let symbol = 0; symbol < symbolCount; symbol++) pending.add(block * symbolCount + symbol);
    }
    for (const key of pending) {
      pending.delete(key);
      const symbol = key % symbolCount;
      const splitter = this.blocks[(key - symbol) / symbolCount] ?? new Set();
      for (const [block, added] of this.split(splitter, symbol)) {
        for (let other = 0; other < symbolCount; other++) {
          const isPending = pending.has(block * symbolCount + other);
          const smaller = (this.blocks[block]?.size ?? 0) < (this.blocks[added]?.size ?? 0) ? block : added;
          pending.add((isPending ? added : smaller) * symbolCount + other);
        }
      }
    }
    return this.blockOf;
  }

  /** Splits every block that the symbol leads only partly into the splitter; gives the old block and the new one. */
  private split(splitter: ReadonlySet<number>, symbol: number): readonly (readonly [number, number])[] {
    const touched = new Map<number, number[]>();
    for (const target of [...splitter]) {
      for (const source of this.sources[symbol]?.[target] ?? []) {
        const block = this.blockOf[source] ?? 0;
        const list = touched.get(block);
        if (list === undefined) touched.set(block, [source]);
        else list.push(source);
      }
    }
    const splits: (readonly [number, number])[] = [];
    for (const [block, members] of touched) {
      const whole = this.blocks[block];
      if (whole === undefined || members.length === whole.size) continue;
      for (const member of members) whole.delete(member);
      splits.push([block, this.addBlock(new Set(members))]);
    }
    return splits;
  }

  private addBlock(members: Set<number>): number {
    const block = this.blocks.push(members) - 1;
    for (const member of members) this.blockOf[member] = block;
    return block;
  }
}

/** For each symbol and state, the states that the symbol leads there. */
function inverse(automaton: Automaton, symbols: readonly number[], sink: number): (readonly number[])[][] {
  const sources: number[][][] = symbols.map(() => Array.from({ length: sink + 1 }, () => []));
  const indexOf = new Map(symbols.map((start, index) => [start, index]));
  const add = (symbol: number, to: number, from: number): void => {
    sources[symbol]?.[to]?.push(from);
  };
  automaton.states.forEach(({ edges }, number) => {
    let symbol = 0;
    for (const { min, max, to } of sorted(edges)) {
      const first = indexOf.get(min) ?? 0;
      const end = indexOf.get(max + 1) ?? symbols.length;
      while (symbol < first) add(symbol++, sink, number);
      while (symbol < end) add(symbol++, to, number);
    }
    while (symbol < symbols.length) add(symbol++, sink, number);
  });
  symbols.forEach((_, symbol) => {
    add(symbol, sink, sink);
  });
  return sources;
}

function quotient(automaton: Automaton, blockOf: readonly number[]): Automaton {
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
