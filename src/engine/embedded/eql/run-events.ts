import type { EqlEventFilter } from '../../../languages/eql/ast.js';
import { type Event, eventReader, foundOrder, sortEvents } from './event.js';
import { filterOf, findDocs, type SearchSpace } from './search-space.js';

/** The events that an event query finds, in their order. */
export function runEvents(space: SearchSpace, filter: EqlEventFilter): readonly Event[] {
  const found = findDocs(space, filterOf(space, filter));
  return sortEvents(
    space.indices.flatMap((index, shard) => Array.from(found[shard] ?? [], eventReader(index, shard, space.clock))),
    foundOrder,
  );
}
