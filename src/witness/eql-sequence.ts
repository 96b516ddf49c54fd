import type { EqlSequence, EqlTimeUnit } from '../languages/eql/ast.js';
import type { Clause, Condition } from './condition.js';
import { clausesOf, positiveTests } from './condition.js';
import type { Draft } from './draft.js';
import { toDocument } from './draft.js';
import { atTime } from './draft-time.js';
import type { Part, SetContext } from './eql-steps.js';
import { equals, exists, keyGoals, keysOf, meets, missPart, partOf, partsOf, solveParts } from './eql-steps.js';
import type { EqlWitness } from './eql-witness.js';
import { goalsThrough } from './goal.js';
import { satisfies } from './satisfies.js';
import { solve } from './solve.js';

/** A document and when it happens, in milliseconds from the first one. */
interface Event {
  readonly draft: Draft;
  readonly ms: number;
}

type Place = Pick<EqlWitness, 'clause' | 'at'>;

/** Sets of documents for a sequence; {@link EqlWitness} says which. */
export function sequenceSets(sequence: EqlSequence, context: SetContext): readonly EqlWitness[] {
  return new SequenceSets(sequence, context).all();
}

class SequenceSets {
  private readonly sequence: EqlSequence;
  private readonly context: SetContext;
  /** The steps in order, those with `runs` as often as they run; missing ones too. */
  private readonly steps: readonly Part[];
  /** Those that an event is for. */
  private readonly parts: readonly Part[];
  private readonly until: Part | undefined;
  private readonly maxspan: number;
  private readonly found: EqlWitness[] = [];

  constructor(sequence: EqlSequence, context: SetContext) {
    this.sequence = sequence;
    this.context = context;
    const { by, steps, until, maxspan } = sequence;
    this.steps = partsOf(steps, by, context).flatMap((part) =>
      Array.from({ length: part.step.missing ? 1 : (part.step.runs ?? 1) }, () => part),
    );
    this.parts = this.steps.filter(({ step }) => !step.missing);
    this.until = until === null ? undefined : partOf(until, by, context);
    this.maxspan = maxspan === null ? Number.POSITIVE_INFINITY : maxspan.count * UNITS[maxspan.unit];
  }

  all(): readonly EqlWitness[] {
    const drafts = solveParts(this.parts, this.context);
    if (drafts === undefined) return [];
    const events = this.inTime(drafts);
    this.add(events, 'match', {});
    if (this.found.length === 0) return [];
    this.alternatives();
    for (const [at, part] of this.parts.entries()) {
      // One run of a step that fails stands for all of them.
      if (this.parts.indexOf(part) !== at) continue;
      for (const clause of clausesOf(part.condition)) this.miss(events, at, part, clause);
    }
    this.withoutStep(events);
    this.otherKeys(events);
    this.tooLate(events);
    this.forbidden(events);
    return this.found;
  }

  /** Sets in which one event satisfies its step in another way. */
  private alternatives(): void {
    for (const [at, part] of this.parts.entries()) {
      if (this.parts.indexOf(part) !== at) continue;
      for (const test of positiveTests(part.condition)) {
        if (this.found.length >= this.context.matches) return;
        const goals = goalsThrough(part.condition, test, true, false) ?? [];
        const drafts = solveParts(this.parts, this.context, (other, place) => [
          ...meets(other),
          ...(place === at ? goals : []),
        ]);
        if (drafts !== undefined) this.add(this.inTime(drafts), 'match', {});
      }
    }
  }

  private miss(events: readonly Event[], at: number, part: Part, clause: Clause): void {
    const event = events[at];
    const keys = event === undefined ? undefined : keysOf(event.draft, part, this.context);
    const draft = keys === undefined ? undefined : missPart(part, clause, keys, this.context);
    if (event === undefined || draft === undefined) return;
    this.add(events.with(at, { ...event, draft }), 'near-miss', { clause: placeOf(clause), at });
  }

  /** All events but the last. */
  private withoutStep(events: readonly Event[]): void {
    const last = this.parts.at(-1);
    if (events.length < 2 || last === undefined) return;
    this.add(events.slice(0, -1), 'near-miss', { clause: placeOf(last.step.range) });
  }

  /** The last event has another value in one of the join keys. */
  private otherKeys(events: readonly Event[]): void {
    const at = this.parts.length - 1;
    const [part, event] = [this.parts[at], events[at]];
    const values = part === undefined || event === undefined ? undefined : keysOf(event.draft, part, this.context);
    if (at < 1 || part === undefined || event === undefined || values === undefined) return;
    for (const [number, key] of part.keys.entries()) {
      const value = values[number];
      if (value === undefined) continue;
      const draft = solve(
        [
          ...meets(part),
          ...keyGoals(
            part,
            values.map((each, other) => (other === number ? undefined : each)),
          ),
          { condition: exists(key), holds: true },
          { condition: equals(key, value), holds: false },
        ],
        this.context.fields,
      );
      const range = [...this.sequence.by, ...part.step.by][number]?.range;
      if (draft !== undefined && range !== undefined) {
        this.add(events.with(at, { ...event, draft }), 'near-miss', { clause: placeOf(range), at });
      }
    }
  }

  /** The last event comes after `maxspan`. */
  private tooLate(events: readonly Event[]): void {
    const { maxspan } = this.sequence;
    const last = events.at(-1);
    if (maxspan === null || last === undefined || events.length < 2) return;
    const late = { ...last, ms: this.maxspan + 1000 };
    this.add(events.with(-1, late), 'near-miss', { clause: placeOf(maxspan.range), at: events.length - 1 });
  }

  /** An event that must be missing happens, or one that ends sequences. */
  private forbidden(events: readonly Event[]): void {
    let before = -1;
    for (const step of this.steps) {
      if (step.step.missing) this.insert(events, before, step);
      else before++;
    }
    if (this.until !== undefined && events.length > 1) this.insert(events, 0, this.until);
  }

  /** Puts an event between the one at `before` and the next. */
  private insert(events: readonly Event[], before: number, part: Part): void {
    const [previous, next] = [events[before], events[before + 1]];
    const neighbour = previous ?? next;
    const owner = this.parts[previous === undefined ? before + 1 : before];
    const keys =
      neighbour === undefined || owner === undefined ? undefined : keysOf(neighbour.draft, owner, this.context);
    if (keys === undefined) return;
    const draft = solve([...meets(part), ...keyGoals(part, keys)], this.context.fields);
    // An event that is one of the steps as well could make a sequence of its own.
    if (draft === undefined || this.parts.some(({ condition }) => this.holds(draft, condition))) return;
    const from = previous?.ms ?? (next?.ms ?? 0) - 2 * this.gap();
    const ms = Math.floor((from + (next?.ms ?? from + 2 * this.gap())) / 2);
    const set = [...events.slice(0, before + 1), { draft, ms }, ...events.slice(before + 1)];
    this.push(set, false, 'near-miss', { clause: placeOf(part.step.range), at: before + 1 });
  }

  private gap(): number {
    const roomy = Math.floor(this.maxspan / (this.steps.length + 1));
    return Math.min(1000, roomy > 1 ? roomy : Math.floor(this.maxspan / Math.max(1, this.parts.length - 1)));
  }

  private inTime(drafts: readonly Draft[]): readonly Event[] {
    return drafts.map((draft, at) => ({ draft, ms: at * this.gap() }));
  }

  /** There are not more events than steps, so that each event has its step: no other choice can make a sequence. */
  private add(events: readonly Event[], purpose: 'match' | 'near-miss', place: Place): void {
    const matches = this.isSequence(events);
    if (matches !== undefined && matches === (purpose === 'match')) this.push(events, matches, purpose, place);
  }

  /** Undefined where this module cannot tell: an event that may end the sequence, or that must be missing elsewhere. */
  private isSequence(events: readonly Event[]): boolean | undefined {
    const [first, last] = [events[0], events.at(-1)];
    if (events.length < this.parts.length || first === undefined || last === undefined) return false;
    const keys = events.map(({ draft }, at) =>
      keysOf(draft, this.parts[at] ?? failed(), this.context)
        ?.map(String)
        .join('\n'),
    );
    const isMet = events.every(({ draft }, at) => this.holds(draft, this.parts[at]?.whole ?? failed()));
    if (!isMet || new Set(keys).size !== 1 || keys[0] === undefined || last.ms - first.ms > this.maxspan) return false;
    const others = [
      ...this.steps.filter(({ step }) => step.missing),
      ...(this.until === undefined ? [] : [this.until]),
    ];
    const isEnded = others.some(({ condition }) => events.some(({ draft }) => this.holds(draft, condition)));
    return isEnded ? undefined : true;
  }

  private holds(draft: Draft, condition: Condition): boolean {
    return satisfies(draft, condition, this.context.fields);
  }

  private push(events: readonly Event[], matches: boolean, purpose: 'match' | 'near-miss', place: Place): void {
    const { now, timestampField } = this.context;
    const end = events.at(-1)?.ms ?? 0;
    const documents = events.map(({ draft, ms }) =>
      toDocument(atTime(draft, timestampField, new Date(now.getTime() - end + ms))),
    );
    this.found.push({ documents, matches, purpose, ...place });
  }
}

function failed(): never {
  throw new Error('There are more events than steps.');
}

function placeOf({ start, end }: { readonly start: number; readonly end: number }): {
  readonly start: number;
  readonly end: number;
} {
  return { start, end };
}

const UNITS: Readonly<Record<EqlTimeUnit, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
