import { MemoryLimit } from '../memory-limit.js';
import type { Event } from './event.js';
import { exceeds } from './event.js';
import type { JoinKey } from './join-keys.js';

/** A sequence on its way: the events of the steps matched so far. */
export interface Sequence {
  readonly key: JoinKey;
  readonly events: readonly Event[];
}

/** What Elasticsearch's circuit breaker calls sequences on their way, and those that are complete. */
export const IN_FLIGHT = 'sequence_inflight';
export const COMPLETED = 'sequence_completed';

/** Bytes of a sequence besides its key and events, and of an event in it. */
const SEQUENCE_BYTES = 120;
const EVENT_BYTES = 8;

/** Bytes that a sequence takes, roughly; its events are held by the search. */
export function sequenceBytes({ key, events }: Sequence): number {
  return SEQUENCE_BYTES + 2 * key.id.length + EVENT_BYTES * events.length;
}

/** Events between two looks for candidates that are too old to go on. */
const PRUNE_EVERY = 4096;

/**
 * The state machine of sequences. It takes events in their order and knows one candidate for each key and step: an event that
 * matches a step takes up the candidate of the step before, and takes the place of the candidate of its own step. What is taken up
 * is gone, even if the time is up. Memory is bounded by the keys whose candidates are within the time span.
 */
export class SequenceMatcher {
  private readonly candidates: readonly Map<string, Sequence>[];
  private readonly spanMs: number | undefined;
  private readonly complete: (sequence: Sequence) => void;
  private readonly memory: MemoryLimit;
  private seen = 0;

  /** `steps` counts the steps that must match; `complete` is called for each sequence when its last event comes. */
  constructor(
    steps: number,
    spanMs: number | undefined,
    complete: (sequence: Sequence) => void,
    memory: MemoryLimit = new MemoryLimit(),
  ) {
    this.memory = memory;
    this.candidates = Array.from({ length: steps - 1 }, () => new Map<string, Sequence>());
    this.spanMs = spanMs;
    this.complete = complete;
  }

  /** Takes an event that matches a step. Steps of one event must come in falling order, so that it does not follow itself. */
  match(step: number, key: JoinKey, event: Event): void {
    if (step === 0) {
      this.reach(0, { key, events: [event] });
      return;
    }
    const before = this.candidates[step - 1];
    const candidate = before?.get(key.id);
    if (candidate === undefined) return;
    if (before !== undefined) this.drop(before, key.id);
    const [start = event] = candidate.events;
    if (this.spanMs !== undefined && exceeds(start, event, this.spanMs)) return;
    this.reach(step, { key, events: [...candidate.events, event] });
  }

  /** Takes an event that ends the sequences of a key; it comes after the matches of the same event. */
  until(key: JoinKey): void {
    for (const step of this.candidates) this.drop(step, key.id);
  }

  /** Must be called once for each event, before its matches. */
  advance(event: Event): void {
    if (this.spanMs === undefined || ++this.seen % PRUNE_EVERY !== 0) return;
    for (const step of this.candidates) {
      for (const [id, { events }] of step) {
        if (events[0] !== undefined && exceeds(events[0], event, this.spanMs)) this.drop(step, id);
      }
    }
  }

  private reach(step: number, sequence: Sequence): void {
    const waiting = this.candidates[step];
    if (waiting === undefined) {
      this.complete(sequence);
      return;
    }
    this.drop(waiting, sequence.key.id);
    this.memory.add(sequenceBytes(sequence), IN_FLIGHT);
    waiting.set(sequence.key.id, sequence);
  }

  private drop(candidates: Map<string, Sequence>, id: string): void {
    const dropped = candidates.get(id);
    if (dropped === undefined) return;
    candidates.delete(id);
    this.memory.release(sequenceBytes(dropped));
  }
}
