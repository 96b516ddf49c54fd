import { DateField } from '../fields/date-field.js';
import type { Field } from '../fields/field.js';

/** First timestamps of the documents of an index; NaN where there is none. */
export interface Timestamps {
  readonly ms: Float64Array;
  /** Nanoseconds beyond the millisecond; absent where the field counts milliseconds. */
  readonly ns: Float64Array | undefined;
}

/** Documents are only ever added, so that what was read of them stays true until there are more. */
const known = new WeakMap<Field, Timestamps>();

/** The timestamps of a field for the first `size` documents; read once, then kept until documents are added. */
export function timestamps(field: Field, size: number): Timestamps {
  const before = known.get(field);
  if (before?.ms.length === size) return before;
  const read = readAll(field, size);
  known.set(field, read);
  return read;
}

function readAll(field: Field, size: number): Timestamps {
  const ms = new Float64Array(size).fill(Number.NaN);
  const ns = field.type === 'date_nanos' ? new Float64Array(size) : undefined;
  for (let doc = 0; doc < size; doc++) {
    const [value] = field.values(doc);
    if (value === undefined) continue;
    const instant = field instanceof DateField ? field.instant(value) : { ms: Number(value), ns: 0 };
    ms[doc] = instant.ms;
    if (ns !== undefined) ns[doc] = instant.ns;
  }
  return { ms, ns };
}
