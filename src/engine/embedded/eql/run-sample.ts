import type { EqlSample } from '../../../languages/eql/ast.js';
import { propagateJoinKeys } from '../../../languages/eql/propagate-join-keys.js';
import { type Event, eventReader } from './event.js';
import { compareJoinKeys, type JoinKey } from './join-keys.js';
import type { FoundSequence } from './run-sequence.js';
import { filterOf, findDocs, keyReaders, keysOf, type SearchSpace } from './search-space.js';

/** Bytes of an event that waits for a sample, and of the map's entry for its key besides the key's text. */
const EVENT_BYTES = 80;
const KEY_BYTES = 160;

/**
 * The samples that a query finds, in the order of their keys: for each key at most `perKey` choices of one event for each filter, no
 * event twice. Events are tried in the order of indices and of indexing.
 */
export function runSample(space: SearchSpace, sample: EqlSample, perKey: number): readonly FoundSequence[] {
  const steps = propagateJoinKeys(sample.by, sample.steps);
  // More events of a key and filter than these cannot be needed, and Elasticsearch does not ask for more.
  const limit = steps.length + perKey - 1;
  const groups = steps.map((step) => {
    const found = findDocs(space, filterOf(space, step.filter));
    const readers = keyReaders(space, keysOf(sample.by, step), 'millis');
    const byKey = new Map<string, { key: JoinKey; events: Event[] }>();
    space.indices.forEach((index, shard) => {
      const read = eventReader(index, shard, space.clock);
      for (const doc of found[shard] ?? []) {
        for (const key of readers[shard]?.(doc) ?? []) {
          const group = byKey.get(key.id);
          if (group !== undefined && group.events.length >= limit) continue;
          space.memory.add(EVENT_BYTES + (group === undefined ? KEY_BYTES + 2 * key.id.length : 0), 'sample');
          if (group === undefined) byKey.set(key.id, { key, events: [read(doc)] });
          else group.events.push(read(doc));
        }
      }
    });
    return byKey;
  });
  const [first = new Map<string, { key: JoinKey }>()] = groups;
  const keys = Array.from(first.values(), ({ key }) => key).sort(compareJoinKeys);
  return keys.flatMap((key) => {
    const choices = groups.map((byKey) => byKey.get(key.id)?.events ?? []);
    return choose(choices, perKey).map((events) => ({ key, events }));
  });
}

/** The first combinations of one event from each list, no event twice. */
function choose(choices: readonly (readonly Event[])[], count: number): readonly (readonly Event[])[] {
  const found: Event[][] = [];
  // Without enough events for all filters there is nothing to find, and no need to try in every order.
  if (new Set(choices.flatMap((events) => events.map(({ shard, doc }) => `${shard} ${doc}`))).size < choices.length)
    return found;
  const partial: Event[] = [];
  const extend = (at: number): void => {
    const candidates = choices[at];
    if (candidates === undefined) {
      found.push([...partial]);
      return;
    }
    for (const event of candidates) {
      if (found.length >= count) return;
      if (partial.some(({ index, doc }) => index === event.index && doc === event.doc)) continue;
      partial.push(event);
      extend(at + 1);
      partial.pop();
    }
  };
  extend(0);
  return found;
}
