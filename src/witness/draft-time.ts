import type { Draft } from './draft.js';

/** The draft with a time, unless it has one already. */
export function atTime(draft: Draft, field: string, time: Date): Draft {
  return draft.values.has(field)
    ? draft
    : { ...draft, values: new Map([[field, [time.toISOString()]], ...draft.values]) };
}
