import type { Event } from './event.js';
import type { MemoryLimit } from '../memory-limit.js';
import { IN_FLIGHT, type Sequence } from './sequence-matcher.js';

/** What a map takes for a key and its times besides the key's text. */
const KEY_BYTES = 120;

/** Times of the events that match a step which must be missing, by the id of their join key. */
export class EventTimes {
  private readonly byKey = new Map<string, number[]>();
  private readonly memory: MemoryLimit;
  private sorted = true;

  constructor(memory: MemoryLimit) {
    this.memory = memory;
  }

  add(key: string, { ms }: Event): void {
    if (ms === null) return;
    const times = this.byKey.get(key);
    this.memory.add(times === undefined ? KEY_BYTES + 2 * key.length : 8, IN_FLIGHT);
    if (times === undefined) this.byKey.set(key, [ms]);
    else times.push(ms);
    this.sorted = false;
  }

  /** The latest time before `ms`. */
  before(key: string, ms: number): number | undefined {
    const times = this.times(key);
    return times[lowerBound(times, ms) - 1];
  }

  /** The earliest time after `ms`. */
  after(key: string, ms: number): number | undefined {
    const times = this.times(key);
    return times[lowerBound(times, ms + 1)];
  }

  private times(key: string): readonly number[] {
    if (!this.sorted) {
      for (const times of this.byKey.values()) times.sort((a, b) => a - b);
      this.sorted = true;
    }
    return this.byKey.get(key) ?? [];
  }
}

/** The steps of a sequence in order: the times of the events where they must be missing, else null. */
export type MissingSteps = readonly (EventTimes | null)[];

/**
 * Whether no event stands where it must be missing. Between two events of the sequence: at any time strictly between. Before the
 * first or after the last event: within the time span, counted from the other end of the sequence; with missing events at both
 * ends, the nearest events on both sides must be further apart than the span.
 */
export function isFreeOfMissing(sequence: Sequence, steps: MissingSteps, spanMs: number): boolean {
  const around = eventsAround(sequence, steps);
  if (around === undefined) return false;
  const { leading, trailing } = around;
  const leads = steps[0] !== null;
  const trails = steps.at(-1) !== null;
  if ((leads && leading === undefined) || (trails && trailing === undefined)) return true;
  const from = leads ? leading : sequence.events[0]?.ms;
  const to = trails ? trailing : sequence.events.at(-1)?.ms;
  return !(leads || trails) || (to ?? 0) - (from ?? 0) > spanMs;
}

interface Around {
  /** Time of the last event before the sequence that must be missing there. */
  readonly leading: number | undefined;
  /** Time of the first such event after it. */
  readonly trailing: number | undefined;
}

/** The nearest events around the sequence; undefined if one stands within it. */
function eventsAround({ key, events }: Sequence, steps: MissingSteps): Around | undefined {
  const times = events.map(({ ms }) => ms ?? 0);
  let reached = 0;
  let leading: number | undefined;
  let trailing: number | undefined;
  for (const step of steps) {
    const [before, after] = [times[reached - 1], times[reached]];
    if (step === null) reached++;
    else if (before === undefined) leading = greater(leading, step.before(key.id, after ?? 0));
    else if (after === undefined) trailing = lesser(trailing, step.after(key.id, before));
    else if ((step.after(key.id, before) ?? Infinity) < after) return undefined;
  }
  return { leading, trailing };
}

function greater(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || (right !== undefined && right > left) ? right : left;
}

function lesser(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || (right !== undefined && right < left) ? right : left;
}

/** Place of the first number that is not below `limit`. */
function lowerBound(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
