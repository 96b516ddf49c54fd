/** An event of a generated stream: its place in the order is its number. */
export interface StreamEvent {
  readonly number: number;
  readonly seconds: number;
  readonly category: string;
  /** Values of the key fields; a field without values is missing. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

/** A key field; the value of an optional one may be missing, and is null then. */
export interface Key {
  readonly field: string;
  readonly optional: boolean;
}

/** A step: the category stands for a condition. */
export interface Step {
  readonly category: string;
  readonly missing: boolean;
  readonly by: readonly Key[];
  readonly runs: number;
}

/** A sequence to look for. */
export interface Pattern {
  readonly by: readonly Key[];
  readonly steps: readonly Step[];
  readonly maxspan?: number;
  readonly until?: Step;
}

/** The values of a key, one for each field. */
type Tuple = readonly (string | null)[];
type Partial = readonly StreamEvent[];
type Stream = readonly StreamEvent[];

/**
 * Finds sequences step by step instead of event by event, key by key, looking at everything again each time: slow, and plain to see.
 * A sequence is the numbers of its events, -1 where one is missing; they come in the order of their last events, then of their keys.
 */
export function findSequences(stream: Stream, pattern: Pattern): readonly (readonly number[])[] {
  const steps = pattern.steps.flatMap((step) => Array.from({ length: step.runs }, () => step));
  return allTuples(stream, pattern.by, steps)
    .flatMap((tuple) => {
      // What each step, or until, sees of the stream.
      const seen = (step: Step): Stream => stream.filter((event) => sees(step, pattern.by, event, tuple));
      return ofOneKey(steps, seen, pattern).map((events) => ({ events, tuple }));
    })
    .sort((a, b) => last(a.events).number - last(b.events).number || compareTuples(a.tuple, b.tuple))
    .map(({ events }) => withMissing(events, steps));
}

/**
 * Finds samples: for each key that all steps see, the first `perKey` choices of one event for each step, none twice, in the order of
 * events. They come in the order of their keys.
 */
export function findSamples(
  stream: Stream,
  by: readonly Key[],
  steps: readonly Step[],
  perKey: number,
): readonly (readonly number[])[] {
  return allTuples(stream, by, steps).flatMap((tuple) => {
    const choices = steps.reduce<readonly Partial[]>(
      (before, step) =>
        before.flatMap((chosen) =>
          stream
            .filter((event) => sees(step, by, event, tuple) && !chosen.includes(event))
            .map((event) => [...chosen, event]),
        ),
      [[]],
    );
    return choices.slice(0, perKey).map((chosen) => chosen.map(({ number }) => number));
  });
}

function sees(step: Step, by: readonly Key[], event: StreamEvent, tuple: Tuple): boolean {
  if (event.category !== step.category) return false;
  return [...by, ...step.by].every(({ field, optional }, at) => {
    const values = event.keys[field] ?? [];
    const wanted = tuple[at];
    return wanted === null ? optional && values.length === 0 : values.includes(wanted!);
  });
}

/** Every key that could be, most of which no event has; in order, null first. */
function allTuples(stream: Stream, by: readonly Key[], steps: readonly Step[]): readonly Tuple[] {
  const count = by.length + (steps[0]?.by.length ?? 0);
  const values = [null, ...new Set(stream.flatMap(({ keys }) => Object.values(keys).flat()))];
  let tuples: readonly Tuple[] = [[]];
  for (let at = 0; at < count; at++) tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
  return [...tuples].sort(compareTuples);
}

function compareTuples(left: Tuple, right: Tuple): number {
  for (const [at, one] of left.entries()) {
    const two = right[at] ?? null;
    if (one !== two) return one === null || (two !== null && one < two) ? -1 : 1;
  }
  return 0;
}

function ofOneKey(
  steps: readonly Step[],
  seen: (step: Step) => Stream,
  { maxspan, until }: Pattern,
): readonly Partial[] {
  const [first, ...rest] = steps.filter(({ missing }) => !missing);
  const ends = until === undefined ? [] : seen(until);
  let partials: Partial[] = seen(first!).map((event) => [event]);
  for (const step of rest) {
    const next: Partial[] = [];
    for (const event of seen(step)) {
      const before = partials.filter((partial) => last(partial).number < event.number);
      const latest = before.at(-1);
      if (latest === undefined) continue;
      // What is before the one taken is of no use any more, and neither is that one, even if it does not fit.
      partials = partials.slice(before.length);
      const isLate = maxspan !== undefined && event.seconds - latest[0]!.seconds > maxspan;
      const isOver = ends.some(({ number }) => number >= last(latest).number && number < event.number);
      if (!isLate && !isOver) next.push([...latest, event]);
    }
    partials = next;
  }
  return partials.filter((partial) => nothingMissingIsThere(partial, steps, seen, maxspan ?? 0));
}

function nothingMissingIsThere(
  partial: Partial,
  steps: readonly Step[],
  seen: (step: Step) => Stream,
  maxspan: number,
): boolean {
  const start = partial[0]!.seconds;
  const end = last(partial).seconds;
  const times = (step: Step): number[] => seen(step).map(({ seconds }) => seconds);
  const lead = steps.slice(
    0,
    steps.findIndex(({ missing }) => !missing),
  );
  const trail = steps.slice(steps.findLastIndex(({ missing }) => !missing) + 1);
  let reached = 0;
  for (const step of steps.slice(lead.length, steps.length - trail.length)) {
    if (!step.missing) reached++;
    else {
      const [from, to] = [partial[reached - 1]!.seconds, partial[reached]!.seconds];
      if (times(step).some((time) => time > from && time < to)) return false;
    }
  }
  const before = lead.flatMap(times).filter((time) => time < start);
  const after = trail.flatMap(times).filter((time) => time > end);
  if (lead.length > 0 && trail.length > 0) {
    return !before.some((one) => after.some((two) => two - one <= maxspan));
  }
  return !before.some((time) => end - time <= maxspan) && !after.some((time) => time - start <= maxspan);
}

function withMissing(partial: Partial, steps: readonly Step[]): readonly number[] {
  let reached = 0;
  return steps.map(({ missing }) => (missing ? -1 : partial[reached++]!.number));
}

function last(partial: Partial): StreamEvent {
  return partial.at(-1)!;
}
