import type { EqlSequence, EqlStep } from '../../../languages/eql/ast.js';
import { spanMilliseconds } from '../../../languages/eql/time-span.js';
import { propagateJoinKeys } from '../../../languages/eql/propagate-join-keys.js';
import type { EqlFilter } from '../../../languages/eql/filter.js';
import type { DocSet } from '../documents/doc-set.js';
import { type Event, eventReader, sequenceOrder, sortEvents } from './event.js';
import { compareJoinKeys, type JoinKey } from './join-keys.js';
import { EventTimes, isFreeOfMissing } from './missing-events.js';
import { filterOf, findDocs, keyReaders, keysOf, type SearchSpace } from './search-space.js';
import { COMPLETED, type Sequence, sequenceBytes, SequenceMatcher } from './sequence-matcher.js';

/** A sequence or sample found; null stands in the place of a missing event. */
export interface FoundSequence {
  readonly key: JoinKey;
  readonly events: readonly (Event | null)[];
}

/** One step with the events that match it; a step that runs n times stands n times. */
interface Stage {
  readonly step: EqlStep;
  readonly docs: readonly DocSet[];
  /** The join keys of an event, none if it does not match. */
  keys(event: Event): readonly JoinKey[];
}

/**
 * The sequences that a query finds, in the order of their last events, then of their keys (where an event has several values of a key):
 * one pass over the events that any step matches.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql.html
 */
export function runSequence(space: SearchSpace, sequence: EqlSequence): readonly FoundSequence[] {
  const steps = propagateJoinKeys(sequence.by, sequence.steps);
  const filters = steps.map((step) => filterOf(space, step.filter));
  // A step that can match nothing makes Elasticsearch skip the whole search, even if its event must be missing.
  if (filters.some(({ kind }) => kind === 'None')) return [];
  const stages = steps.flatMap((step, at) => {
    const stage = stageOf(space, sequence, step, filters[at] ?? NOTHING);
    return Array.from({ length: step.runs ?? 1 }, () => stage);
  });
  const until = sequence.until && stageOf(space, sequence, sequence.until, filterOf(space, sequence.until.filter));
  const spanMs = sequence.maxspan === null ? undefined : spanMilliseconds(sequence.maxspan);
  const completed: Sequence[] = [];
  const positive = stages.filter(({ step }) => !step.missing);
  const falling = positive.toReversed();
  const { memory } = space;
  const complete = (found: Sequence): void => {
    memory.add(sequenceBytes(found), COMPLETED);
    completed.push(found);
  };
  const matcher = new SequenceMatcher(positive.length, spanMs, complete, memory);
  // Runs share one stage, and so the times of its events.
  const times = new Map(stages.filter(({ step }) => step.missing).map((stage) => [stage, new EventTimes(memory)]));

  for (const event of eventsOf(space, until === null ? stages : [...stages, until])) {
    const before = completed.length;
    matcher.advance(event);
    for (const [stage, found] of times) for (const key of stage.keys(event)) found.add(key.id, event);
    falling.forEach((stage, at) => {
      for (const key of stage.keys(event)) matcher.match(falling.length - 1 - at, key, event);
    });
    for (const key of until?.keys(event) ?? []) matcher.until(key);
    if (completed.length > before + 1) sortByKeys(completed, before);
  }

  if (times.size === 0 || spanMs === undefined) return completed;
  const missing = stages.map((stage) => times.get(stage) ?? null);
  return completed
    .filter((found) => isFreeOfMissing(found, missing, spanMs))
    .map(({ key, events }) => ({ key, events: withMissing(events, missing) }));
}

/** Puts those completed by the same event, which are the last ones, into the order of their keys. */
function sortByKeys(completed: Sequence[], start: number): void {
  const last = completed.splice(start).sort((left, right) => compareJoinKeys(left.key, right.key));
  for (const sequence of last) completed.push(sequence);
}

/** Prepares a step: finds its documents, and reads the join keys of those alone. */
function stageOf(space: SearchSpace, { by }: EqlSequence, step: EqlStep, filter: EqlFilter): Stage {
  const docs = findDocs(space, filter);
  const readers = keyReaders(space, keysOf(by, step), 'iso');
  return {
    step,
    docs,
    keys: ({ shard, doc }) => (docs[shard]?.has(doc) === true ? (readers[shard]?.(doc) ?? []) : []),
  };
}

function withMissing(events: readonly Event[], missing: readonly (EventTimes | null)[]): readonly (Event | null)[] {
  const rest = events.values();
  return missing.map((times) => (times === null ? (rest.next().value ?? null) : null));
}

const NOTHING: EqlFilter = { kind: 'None' };

/** The events that any stage matches, in their order. */
function eventsOf(space: SearchSpace, stages: readonly Stage[]): readonly Event[] {
  return sortEvents(
    space.indices.flatMap((index, shard) => {
      const [first, ...rest] = new Set(stages.flatMap(({ docs }) => docs[shard] ?? []));
      if (first === undefined) return [];
      const any = rest.reduce((all, docs) => all.or(docs), first);
      return Array.from(any, eventReader(index, shard, space.clock));
    }),
    sequenceOrder,
  );
}
