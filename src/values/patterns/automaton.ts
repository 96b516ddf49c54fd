/** Greatest code point; automata run over code points. */
export const MAX_CODE_POINT = 0x10ffff;

/** A step to state `to` on any code point from `min` to `max`. */
export interface Edge {
  readonly min: number;
  readonly max: number;
  readonly to: number;
}

/** A state of an {@link Automaton}; `free` lists the states that count as reached together with it. */
export interface State {
  accept: boolean;
  readonly edges: Edge[];
  readonly free: number[];
}

/** A finite automaton over code points. State 0 is the start; without states it accepts nothing. */
export class Automaton {
  readonly states: State[] = [];

  /** Adds a state and returns its number. */
  add(accept = false): number {
    return this.states.push({ accept, edges: [], free: [] }) - 1;
  }

  connect(from: number, to: number, min: number, max: number = min): void {
    this.state(from).edges.push({ min, max, to });
  }

  /** Reaching `from` reaches `to` as well. */
  join(from: number, to: number): void {
    this.state(from).free.push(to);
  }

  /** Copies another automaton behind the states that are there, and returns the number of its start. */
  copy(other: Automaton, accept: 'keep' | 'drop' = 'keep'): number {
    const offset = this.states.length;
    for (const state of other.states) {
      this.states.push({
        accept: accept === 'keep' && state.accept,
        edges: state.edges.map(({ min, max, to }) => ({ min, max, to: to + offset })),
        free: state.free.map((to) => to + offset),
      });
    }
    return offset;
  }

  state(number: number): State {
    const state = this.states[number];
    if (state === undefined) throw new Error(`The automaton has no state ${number}.`);
    return state;
  }

  /** The states that count as reached with those given, themselves included. */
  closure(numbers: readonly number[]): readonly number[] {
    const seen = new Set(numbers);
    // A set is walked in insertion order, members added on the way included.
    for (const number of seen) for (const next of this.state(number).free) seen.add(next);
    return [...seen];
  }

  /** Whether every text leads along one path at most. */
  isDeterministic(): boolean {
    return this.states.every((state, number) => {
      const edges = state.free.length === 0 ? state.edges : this.edgesFrom([number]);
      return edges.length < 2 || areDisjoint(edges);
    });
  }

  /** The edges that leave the states, and those reached together with them. */
  edgesFrom(numbers: readonly number[]): readonly Edge[] {
    return this.closure(numbers).flatMap((number) => this.state(number).edges);
  }

  accepts(number: number): boolean {
    return this.closure([number]).some((reached) => this.state(reached).accept);
  }
}

function areDisjoint(edges: readonly Edge[]): boolean {
  const sorted = [...edges].sort((a, b) => a.min - b.min);
  return sorted.every((edge, index) => {
    const next = sorted[index + 1];
    return next === undefined || next.min > edge.max;
  });
}
