/** A point in time: milliseconds since 1970 (floored) and the nanoseconds within the millisecond (0-999,999). */
export interface Instant {
  readonly ms: number;
  readonly ns: number;
}

/** Nanoseconds since 1970. */
export function toNanos(instant: Instant): bigint {
  return BigInt(instant.ms) * 1_000_000n + BigInt(instant.ns);
}

/** The instant so many nanoseconds after 1970. */
export function fromNanos(nanos: bigint): Instant {
  const ns = ((nanos % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return { ms: Number((nanos - ns) / 1_000_000n), ns: Number(ns) };
}
