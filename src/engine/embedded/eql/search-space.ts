import type { EqlEventFilter, EqlField, EqlStep } from '../../../languages/eql/ast.js';
import type { EqlFields } from '../../../languages/eql/field-info.js';
import type { EqlFilter } from '../../../languages/eql/filter.js';
import { translateEventFilter } from '../../../languages/eql/translate.js';
import type { JsonObject } from '../../../values/json.js';
import type { DocSet } from '../documents/doc-set.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import type { MemoryLimit } from '../memory-limit.js';
import { compileQuery } from '../query/compile-query.js';
import { compileFilter } from './compile-filter.js';
import type { EqlClock } from './event.js';
import { type DateKeys, type JoinKey, joinKeyReader } from './join-keys.js';

/** What all parts of one request share: the documents, their fields, and the options of the request. */
export interface SearchSpace {
  readonly indices: readonly EmbeddedIndex[];
  readonly fields: EqlFields;
  readonly clock: EqlClock;
  readonly eventCategoryField: string;
  /** The request's own filter. */
  readonly filter: JsonObject | undefined;
  readonly now: Date;
  /** Counts what sequences and samples on their way hold. */
  readonly memory: MemoryLimit;
}

/** Translates an event filter for the space. */
export function filterOf(space: SearchSpace, filter: EqlEventFilter): EqlFilter {
  return translateEventFilter(filter, space);
}

/** The documents that satisfy a filter, by index, in the order of the indices. */
export function findDocs(space: SearchSpace, filter: EqlFilter): readonly DocSet[] {
  const compiled = compileFilter(filter);
  const own = space.filter === undefined ? undefined : compileQuery(space.filter);
  return space.indices.map((index) => {
    const context = { index, scope: index.root, now: space.now };
    const candidates = own === undefined ? index.live() : own(context).and(index.live());
    return compiled(context, candidates);
  });
}

/** Readers of join keys, one for each index. */
export function keyReaders(
  space: SearchSpace,
  keys: readonly EqlField[],
  dates: DateKeys,
): readonly ((doc: number) => readonly JoinKey[])[] {
  return space.indices.map((index) => joinKeyReader(index, keys, space.fields, space.memory, dates));
}

/** The keys of a step: those of the whole query, then its own. */
export function keysOf(by: readonly EqlField[], step: EqlStep): readonly EqlField[] {
  return [...by, ...step.by];
}
