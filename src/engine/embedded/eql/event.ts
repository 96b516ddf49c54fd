import type { EqlEvent } from '../../cluster.js';
import type { ColumnValue } from '../documents/column.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { timestamps } from './timestamps.js';

/** Where events lie in time: the fields that say so. */
export interface EqlClock {
  readonly timestampField: string;
  readonly tiebreakerField: string | undefined;
}

/** A document found, with its place in the order of events. */
export interface Event {
  readonly index: EmbeddedIndex;
  readonly doc: number;
  /** Milliseconds since the epoch; null without a timestamp. */
  readonly ms: number | null;
  /** Nanoseconds beyond the millisecond. */
  readonly ns: number;
  readonly tiebreaker: ColumnValue | null;
  /** Order of the index among those searched. */
  readonly shard: number;
}

/** Reads the places of the documents of one index. */
export function eventReader(index: EmbeddedIndex, shard: number, clock: EqlClock): (doc: number) => Event {
  const time = index.field(clock.timestampField);
  const times = time === undefined ? undefined : timestamps(time, index.size);
  const tie = clock.tiebreakerField === undefined ? undefined : index.field(clock.tiebreakerField);
  return (doc) => {
    const ms = times?.ms[doc] ?? Number.NaN;
    return {
      index,
      doc,
      shard,
      ms: Number.isNaN(ms) ? null : ms,
      ns: times?.ns?.[doc] ?? 0,
      tiebreaker: tie === undefined ? null : (tie.values(doc)[0] ?? null),
    };
  };
}

/** Order of events; negative, zero or positive. */
export type EventOrder = (left: Event, right: Event) => number;

/**
 * Order of found events: time, then the tiebreaker, then the order of indices and of indexing. Events without a timestamp come first,
 * and so do those without a tiebreaker among events of the same time.
 */
export const foundOrder: EventOrder = (left, right) => compareEvents(left, right, -1);

/** Order of events in a sequence: as {@link foundOrder}, but those without a tiebreaker come last. */
export const sequenceOrder: EventOrder = (left, right) => compareEvents(left, right, 1);

/** Puts events into an order; most indices are in it already. */
export function sortEvents(events: Event[], order: EventOrder): readonly Event[] {
  let previous: Event | undefined;
  for (const event of events) {
    if (previous !== undefined && order(previous, event) > 0) return events.sort(order);
    previous = event;
  }
  return events;
}

function compareEvents(left: Event, right: Event, withoutTiebreaker: number): number {
  if (left.ms !== right.ms) {
    if (left.ms === null) return -1;
    return right.ms === null ? 1 : left.ms - right.ms;
  }
  return (
    left.ns - right.ns ||
    compareTiebreakers(left.tiebreaker, right.tiebreaker, withoutTiebreaker) ||
    left.shard - right.shard ||
    left.doc - right.doc
  );
}

/** Time from one event to another in nanoseconds, as exact as needed to compare with spans of whole milliseconds. */
export function exceeds(from: Event, to: Event, spanMs: number): boolean {
  const ms = (to.ms ?? 0) - (from.ms ?? 0);
  return ms > spanMs || (ms === spanMs && to.ns > from.ns);
}

/** The event as the response shows it. */
export function presentEvent({ index, doc }: Event): EqlEvent {
  return { _index: index.name, _id: index.id(doc), _source: index.document(doc) };
}

/** What stands in a sequence for an event that is missing. */
export const MISSING_EVENT: EqlEvent = { _index: '', _id: '', missing: true };

function compareTiebreakers(left: ColumnValue | null, right: ColumnValue | null, without: number): number {
  if (left === right) return 0;
  if (left === null) return without;
  if (right === null) return -without;
  return left < right ? -1 : left > right ? 1 : 0;
}
