/** A unit of time spans: durations have a fixed length, periods follow the calendar. */
export interface TimeUnit {
  readonly kind: 'duration' | 'period';
  /** Milliseconds of a duration; days (weeks too) or months of a period. */
  readonly amount: number;
  readonly of: 'milliseconds' | 'days' | 'months';
}

const UNITS: readonly (readonly [string, TimeUnit['of'], number])[] = [
  ['millisecond milliseconds ms', 'milliseconds', 1],
  ['second seconds sec s', 'milliseconds', 1000],
  ['minute minutes min m', 'milliseconds', 60_000],
  ['hour hours h', 'milliseconds', 3_600_000],
  ['day days d', 'days', 1],
  ['week weeks w', 'days', 7],
  ['month months mo', 'months', 1],
  ['quarter quarters q', 'months', 3],
  ['year years yr y', 'months', 12],
];

const BY_NAME: ReadonlyMap<string, TimeUnit> = new Map(
  UNITS.flatMap(([names, of, amount]) =>
    names
      .split(' ')
      .map((name) => [name, { kind: of === 'milliseconds' ? 'duration' : 'period', amount, of }] as const),
  ),
);

/** Whether a word is a unit of time spans, in any case. */
export function isTimeUnit(word: string): boolean {
  return BY_NAME.has(word.toLowerCase());
}

/** The unit that a word names; undefined if none. https://www.elastic.co/docs/reference/query-languages/esql/esql-time-spans */
export function timeUnit(word: string): TimeUnit | undefined {
  return BY_NAME.get(word.toLowerCase());
}
