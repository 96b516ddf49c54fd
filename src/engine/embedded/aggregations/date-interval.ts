import { addUnits, floorTo } from '../../../values/dates/date-math.js';
import { zoneOffsets } from '../../../values/dates/time-zone.js';
import type { JsonObject } from '../../../values/json.js';
import { jsonText } from '../json-text.js';
import { illegalArgument } from '../query/query-error.js';

/** The steps of a histogram: where the bucket of a time starts, where the next one does, and how far ahead of UTC (seconds) the clocks are. */
export interface DateInterval {
  start(ms: number): number;
  next(start: number): number;
  zoneOffset(ms: number): number;
}

const CALENDAR_UNITS: ReadonlyMap<string, string> = new Map([
  ['second', 's'], ['1s', 's'], ['minute', 'm'], ['1m', 'm'], ['hour', 'h'], ['1h', 'h'], ['day', 'd'], ['1d', 'd'],
  ['week', 'w'], ['1w', 'w'], ['month', 'M'], ['1M', 'M'], ['quarter', 'q'], ['1q', 'q'], ['year', 'y'], ['1y', 'y'],
]); // prettier-ignore

const FIXED_UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1], ['s', 1000], ['m', 60_000], ['h', 3_600_000], ['d', 86_400_000],
]); // prettier-ignore

/** Calendar units that are shorter than any shift of the clocks: an hour that comes twice gives two buckets. */
const SHORT_UNITS = new Set(['s', 'm', 'h']);

/** The steps in local time, as if it were UTC. */
interface Steps {
  floor(local: number): number;
  next(local: number): number;
  /** `days` and longer start once, where local time comes twice; `hours` and shorter, and `spans`, start twice. */
  readonly kind: 'days' | 'hours' | 'spans';
}

/** Reads `fixed_interval` or `calendar_interval`, `time_zone` and `offset` of a date histogram. Throws a `ClusterError`. */
export function readDateInterval(body: JsonObject, name: string): DateInterval {
  const steps = readSteps(body, name);
  const zoneName = body['time_zone'] === undefined ? 'UTC' : jsonText(body['time_zone']);
  const offsetAt = zoneOffsets(zoneName);
  if (!offsetAt) throw illegalArgument(`Unknown time-zone ID: ${zoneName}`);
  const shift = readOffset(body);
  const start = (ms: number): number => {
    const here = offsetAt(ms) * 1000;
    const local = steps.floor(ms + here);
    const at = toUtc(local, here, ms, offsetAt, steps.kind === 'days');
    // An hour that begins in a gap of the clocks belongs to the one before.
    return steps.kind === 'hours' && at + offsetAt(at) * 1000 > local ? start(at - 1) : at;
  };
  const next = (at: number): number => {
    const then = steps.kind === 'days' ? at : start(steps.next(at));
    if (then > at) return then;
    // Clocks that are put back or forward within an hour make it longer.
    if (steps.kind === 'hours') return start(steps.next(steps.next(at)));
    const here = offsetAt(at) * 1000;
    return Math.max(toUtc(steps.next(steps.floor(at + here)), here, Infinity, offsetAt, true), at + 1);
  };
  return {
    start: (ms) => start(ms - shift) + shift,
    next: (at) => next(at - shift) + shift,
    zoneOffset: offsetAt,
  };
}

/** The instant of a local time, `here` (ms) being the offset of the instant it was made from; in a gap of the clocks, the end of the gap. */
function toUtc(
  local: number,
  here: number,
  latest: number,
  offsetAt: (ms: number) => number,
  prefersFirst: boolean,
): number {
  const offsets = [here, offsetAt(local - 86_400_000) * 1000, offsetAt(local + 86_400_000) * 1000];
  const fitting = offsets
    .map((offset) => local - offset)
    .filter((ms) => offsetAt(ms) * 1000 === local - ms && ms <= latest);
  const [first] = fitting;
  if (first !== undefined) return prefersFirst ? Math.min(...fitting) : first;
  let [before, after] = [local - Math.max(...offsets), local - Math.min(...offsets)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offsetAt(after)) after = middle;
    else before = middle;
  }
  return after;
}

function readSteps(body: JsonObject, name: string): Steps {
  const fixed = body['fixed_interval'];
  const calendar = body['calendar_interval'];
  if (fixed !== undefined && calendar !== undefined)
    throw illegalArgument('Cannot use [calendar_interval] with [fixed_interval] configuration option.');
  if (fixed !== undefined) {
    const length = spanOf(jsonText(fixed), 'fixedInterval');
    if (length < 1) throw illegalArgument('Zero or negative time interval not supported');
    return {
      floor: (local) => Math.floor(local / length) * length,
      next: (local) => local + length,
      kind: 'spans',
    };
  }
  if (calendar === undefined)
    throw illegalArgument(
      `Required one of fields [fixed_interval, calendar_interval], but none were specified. (${name})`,
    );
  const unit = CALENDAR_UNITS.get(jsonText(calendar));
  if (unit === undefined)
    throw illegalArgument(`The supplied interval [${jsonText(calendar)}] could not be parsed as a calendar interval.`);
  return {
    floor: (local) => floorTo(local, unit),
    next: (local) => (unit === 'q' ? addUnits(local, 3, 'M') : addUnits(local, 1, unit)),
    kind: SHORT_UNITS.has(unit) ? 'hours' : 'days',
  };
}

function readOffset(body: JsonObject): number {
  const text = body['offset'] === undefined ? '0ms' : jsonText(body['offset']);
  const length = spanOf(text.replace(/^[+-]/u, ''), 'offset');
  return text.startsWith('-') ? -length : length;
}

function spanOf(text: string, setting: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,9})(ms|s|m|h|d)$/u.exec(text) ?? [];
  const length = FIXED_UNITS.get(unit);
  if (length !== undefined) return Number(amount) * length;
  throw illegalArgument(
    `failed to parse setting [date_histogram.${setting}] with value [${text}] as a time value: unit is missing or unrecognized`,
  );
}
