import { plural } from '../diagnostics/plural.js';
import { spanMilliseconds } from '../languages/eql/time-span.js';
import type { SequenceScene, StepEvent, StepEvents } from './sequence-steps.js';
import { quote, showValue } from './show-value.js';

/** How far a candidate of a sequence came. */
export interface Story {
  /** Steps that found their events, runs counted one by one. */
  readonly reached: number;
  readonly events: readonly StepEvent[];
  /** Why the next step found none; absent where nothing is missing. */
  readonly stop?: Stop;
}

/** Why a step found no event for a candidate; the later kinds are nearer to a sequence. */
export interface Stop {
  readonly kind: 'no-event' | 'no-key' | 'other-key' | 'before' | 'too-late' | 'until';
  readonly line: string;
}

const ORDER: readonly Stop['kind'][] = ['no-event', 'no-key', 'other-key', 'before', 'too-late', 'until'];

/** Candidates that are followed for one story. */
const MOST = 200;

/**
 * The candidate that came furthest: events that satisfy the steps from the first on, with one join key, each after the one before and all within
 * `maxspan`; of equally long ones that which was nearest to its next step. `through` is an event that it has to have, if it can. Steps whose event
 * must be missing are passed over. The engine has said already that no sequence is complete; this tells why.
 */
export function bestStory(scene: SequenceScene, through?: StepEvent): Story {
  const steps = scene.steps.filter(({ step }) => !step.missing);
  const [first] = steps;
  const starts =
    through === undefined ? (first?.events ?? []) : through.keys.flatMap((key) => first?.byKey.get(key) ?? []);
  let best: Story | undefined;
  for (const start of starts.slice(-MOST)) {
    for (const key of start.keys) {
      const story = follow(start, key, steps, scene);
      if (best === undefined || isBetter(story, best)) best = story;
    }
  }
  return best ?? { reached: 0, events: [], ...(first === undefined ? {} : { stop: stopAtFirst(first, through) }) };
}

function isBetter(one: Story, two: Story): boolean {
  if (one.reached !== two.reached) return one.reached > two.reached;
  const rank = ({ stop }: Story): number => (stop === undefined ? ORDER.length : ORDER.indexOf(stop.kind));
  return rank(one) > rank(two);
}

function stopAtFirst(step: StepEvents, through: StepEvent | undefined): Stop {
  const [other] = step.events;
  if (other === undefined || through === undefined)
    return { kind: 'no-event', line: `No event satisfies ${nameOf(step)}.` };
  return { kind: 'other-key', line: otherKey(step, other, through) };
}

/** Takes for each step the first event that fits. */
function follow(start: StepEvent, key: string, steps: readonly StepEvents[], scene: SequenceScene): Story {
  const events = [start];
  for (const step of steps.slice(1)) {
    const last = events.at(-1) ?? start;
    const fitting = (step.byKey.get(key) ?? [])
      .filter((event) => !isAmong(event, events) && isAfter(event, last, scene))
      .filter((event) => spanLeft(event, start, scene) >= 0 && !isEnded(start, event, key, scene));
    const [next] = fitting.sort((one, two) => one.time - two.time);
    if (next === undefined)
      return { reached: events.length, events, stop: stopOf(step, { start, last, key, events }, scene) };
    events.push(next);
  }
  const line = 'Its place in the sequence was taken by another event, or an event that must be missing is there.';
  return { reached: events.length, events, stop: { kind: 'until', line } };
}

/** An event that satisfies several steps is another one for each of them. */
function isAmong({ at }: StepEvent, events: readonly StepEvent[]): boolean {
  return events.some((event) => event.at === at);
}

function isAfter(event: StepEvent, last: StepEvent, { source }: SequenceScene): boolean {
  return source.kind === 'Sample' || !(event.time < last.time);
}

/** Milliseconds of `maxspan` that are left when the event comes; below 0 it is too late. */
function spanLeft(event: StepEvent, start: StepEvent, { source }: SequenceScene): number {
  if (source.kind === 'Sample' || source.maxspan === null) return Infinity;
  return spanMilliseconds(source.maxspan) - (event.time - start.time);
}

function isEnded(start: StepEvent, event: StepEvent, key: string, { until }: SequenceScene): boolean {
  return until.some((end) => end.keys.includes(key) && end.time > start.time && end.time < event.time);
}

interface Candidate {
  readonly start: StepEvent;
  readonly last: StepEvent;
  readonly key: string;
  readonly events: readonly StepEvent[];
}

function stopOf(step: StepEvents, candidate: Candidate, scene: SequenceScene): Stop {
  const { start, last, key, events } = candidate;
  const others = step.events.filter((event) => !isAmong(event, events));
  const [any] = others;
  if (any === undefined) return { kind: 'no-event', line: noEvent(step) };
  const same = others.filter((event) => event.keys.includes(key));
  if (same.length === 0) {
    const keyless = others.every(({ keys }) => keys.length === 0);
    return keyless
      ? { kind: 'no-key', line: `${sayEvent(any)} satisfies ${nameOf(step)}, but lacks ${keyNames(step)}.` }
      : { kind: 'other-key', line: otherKey(step, others.find(({ keys }) => keys.length > 0) ?? any, last) };
  }
  const after = same.filter((event) => isAfter(event, last, scene)).sort((one, two) => one.time - two.time);
  const [next] = after;
  if (next === undefined) return { kind: 'before', line: cameBefore(step, same[0] ?? any, last) };
  const inTime = after.find((event) => spanLeft(event, start, scene) >= 0);
  if (inTime === undefined) {
    const late = -spanLeft(next, start, scene);
    const span = scene.source.kind === 'Sequence' && scene.source.maxspan !== null ? scene.source.maxspan : undefined;
    const line = `${sayEvent(next)} satisfies ${nameOf(step)}, but came ${duration(next.time - start.time)} after ${sayEvent(start)}: ${duration(late)} too late for maxspan=${span === undefined ? '' : `${span.count}${span.unit}`}.`;
    return { kind: 'too-late', line };
  }
  const end = scene.until.find(
    (event) => event.keys.includes(key) && event.time > start.time && event.time < inTime.time,
  );
  const line = `${sayEvent(inTime)} satisfies ${nameOf(step)}, but until ended the sequence before${end === undefined ? '' : `, with ${sayEvent(end)}`}.`;
  return { kind: 'until', line };
}

function noEvent(step: StepEvents): string {
  return step.run === 0 ? `No event satisfies ${nameOf(step)}.` : `No further event satisfies ${nameOf(step)}.`;
}

function otherKey(step: StepEvents, event: StepEvent, wanted: StepEvent): string {
  const differing = step.keyFields.flatMap(({ name }, at) => {
    const [is = null, want = null] = [event.keyValues[at], wanted.keyValues[at]];
    return showValue(is) === showValue(want) ? [] : [`its ${quote(name)} is ${showValue(is)}, not ${showValue(want)}`];
  });
  return `${sayEvent(event)} satisfies ${nameOf(step)}, but ${differing.join(', and ') || 'it has another join key'}.`;
}

function cameBefore(step: StepEvents, event: StepEvent, last: StepEvent): string {
  return `${sayEvent(event)} satisfies ${nameOf(step)}, but came ${duration(last.time - event.time)} before ${sayEvent(last)}.`;
}

/** `step 2`, of a step that runs several times with the run. */
export function nameOf({ number, run, step }: StepEvents): string {
  return step.runs === null || step.runs === 1 ? `step ${number}` : `step ${number} (run ${run + 1} of ${step.runs})`;
}

/** An event by its id. */
export function sayEvent({ document }: StepEvent): string {
  return quote(document.id);
}

function keyNames({ keyFields }: StepEvents): string {
  return keyFields.map(({ name }) => quote(name)).join(', ');
}

/** `1 minute 30 seconds`: the two largest units. */
function duration(ms: number): string {
  if (!Number.isFinite(ms)) return 'an unknown time';
  const units: readonly (readonly [string, number])[] = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
    ['millisecond', 1],
  ];
  const at = units.findIndex(([, size]) => ms >= size);
  const [name, size] = units[at] ?? ['millisecond', 1];
  const [next, small] = units[at + 1] ?? ['', 0];
  const rest = small === 0 ? 0 : Math.floor((ms % size) / small);
  return `${plural(Math.floor(ms / size), name)}${rest > 0 ? ` ${plural(rest, next)}` : ''}`;
}
