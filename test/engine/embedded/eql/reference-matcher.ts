/** An event of a generated stream: its place in the order is its number. */
export interface StreamEvent {
  readonly number: number;
  readonly seconds: number;
  readonly category: string;
  readonly keys: readonly string[];
}

/** A sequence to look for; categories stand for conditions, `!` before one means that it must be missing. */
export interface Pattern {
  readonly steps: readonly string[];
  readonly isKeyed: boolean;
  readonly maxspan?: number;
  readonly until?: string;
}

type Partial = readonly StreamEvent[];

/**
 * Finds sequences step by step instead of event by event, key by key, looking at everything again each time: slow, and plain to see.
 * A sequence is the numbers of its events, -1 where one is missing; they come in the order of their last events.
 */
export function findSequences(stream: readonly StreamEvent[], pattern: Pattern): readonly (readonly number[])[] {
  const keys = pattern.isKeyed ? [...new Set(stream.flatMap(({ keys: own }) => own))].sort() : [undefined];
  const found = keys.flatMap((key) => {
    const events = key === undefined ? stream : stream.filter((event) => event.keys.includes(key));
    return ofOneKey(events, pattern);
  });
  return found
    .map((events, at) => ({ events, at }))
    .sort((a, b) => a.events.at(-1)!.number - b.events.at(-1)!.number || a.at - b.at)
    .map(({ events }) => withMissing(events, pattern));
}

function ofOneKey(events: readonly StreamEvent[], pattern: Pattern): readonly Partial[] {
  const [first = '', ...rest] = pattern.steps.filter((step) => !step.startsWith('!'));
  let partials: Partial[] = events.filter((event) => event.category === first).map((event) => [event]);
  for (const step of rest) {
    const next: Partial[] = [];
    for (const event of events.filter(({ category }) => category === step)) {
      const before = partials.filter((partial) => last(partial).number < event.number);
      const latest = before.at(-1);
      if (latest === undefined) continue;
      // What is before the one taken is of no use any more, and neither is that one, even if it does not fit.
      partials = partials.slice(before.length);
      const isLate = pattern.maxspan !== undefined && event.seconds - latest[0]!.seconds > pattern.maxspan;
      const isOver = events.some(
        ({ category, number }) => category === pattern.until && number >= last(latest).number && number < event.number,
      );
      if (!isLate && !isOver) next.push([...latest, event]);
    }
    partials = next;
  }
  return partials.filter((partial) => nothingMissingIsThere(partial, events, pattern));
}

function nothingMissingIsThere(
  partial: Partial,
  events: readonly StreamEvent[],
  { steps, maxspan = 0 }: Pattern,
): boolean {
  const start = partial[0]!.seconds;
  const end = last(partial).seconds;
  const times = (step: string): number[] =>
    events.filter(({ category }) => `!${category}` === step).map(({ seconds }) => seconds);
  const lead = steps.slice(
    0,
    steps.findIndex((step) => !step.startsWith('!')),
  );
  const trail = steps.slice(steps.findLastIndex((step) => !step.startsWith('!')) + 1);
  let reached = 0;
  for (const step of steps.slice(lead.length, steps.length - trail.length)) {
    if (!step.startsWith('!')) reached++;
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

function withMissing(partial: Partial, { steps }: Pattern): readonly number[] {
  let reached = 0;
  return steps.map((step) => (step.startsWith('!') ? -1 : partial[reached++]!.number));
}

function last(partial: Partial): StreamEvent {
  return partial.at(-1)!;
}
