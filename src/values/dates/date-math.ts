import { DAY_MS, dateOf, daysInMonth, daysOf } from './calendar.js';
import type { DateFormat, DateReading } from './date-format.js';
import type { Instant } from './instant.js';

/** What date math needs besides the text. */
export interface DateMathContext extends DateReading {
  readonly now: Date;
  readonly format: DateFormat;
}

/**
 * The instant that a date of a range means: a date of the format, or `now` or `date||` followed by date math
 * (`now-7d/d`, `2024-01-01||+1M/d`). With `roundUp`, `/unit` gives the last millisecond of the unit.
 * Returns a sentence, if the text cannot be read. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/common-options.html#date-math
 */
export function resolveDateMath(text: string, context: DateMathContext): Instant | string {
  if (text.startsWith('now')) {
    return applyMath(text.slice(3), { ms: context.now.getTime(), ns: 0 }, context);
  }
  const separator = text.indexOf('||');
  const reading: DateReading = context.zone ? { zone: context.zone } : {};
  const date = context.format.parse(separator < 0 ? text : text.slice(0, separator), {
    ...reading,
    roundUp: separator < 0 && (context.roundUp ?? false),
  });
  if (!date) {
    return text === ''
      ? 'cannot parse empty datetime'
      : `failed to parse date field [${separator < 0 ? text : text.slice(0, separator)}] with format [${context.format.name}]`;
  }
  return separator < 0 ? date : applyMath(text.slice(separator + 2), date, context);
}

const STEP = /(?:\/|[+-](\d{0,9}))([yMwdhHms])/uy;

function applyMath(math: string, start: Instant, context: DateMathContext): Instant | string {
  let { ms } = start;
  let { ns } = start;
  for (let at = 0; at < math.length;) {
    STEP.lastIndex = at;
    const step = STEP.exec(math);
    if (!step) return mathError(math, at);
    const unit = step[2] ?? '';
    const operator = math[at];
    // An offset shifts the borders of calendar units, e.g. of days in a local time zone.
    const offset = (context.zone?.(ms) ?? 0) * 1000;
    if (operator === '/') {
      ms = floorTo(ms + offset, unit) - offset;
      ns = 0;
      if (context.roundUp) ms = addUnits(ms + offset, 1, unit) - offset - 1;
    } else {
      const amount = step[1] === '' ? 1 : Number(step[1]);
      ms = addUnits(ms + offset, operator === '-' ? -amount : amount, unit) - offset;
    }
    at += step[0].length;
  }
  return { ms, ns };
}

function mathError(math: string, at: number): string {
  const operator = math[at] ?? '';
  if (!'/+-'.includes(operator)) return `operator not supported for date math [${math}]`;
  if (operator === '/' && /^\/\d/u.test(math.slice(at)))
    return `rounding \`/\` can only be used on single unit types [${math}]`;
  const unit = /^.\d*(\D)/u.exec(math.slice(at))?.[1];
  return unit === undefined ? `truncated date math [${math}]` : `unit [${unit}] not supported for date math [${math}]`;
}

/** Milliseconds of the units whose length does not depend on the calendar. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['w', 7 * DAY_MS],
  ['d', DAY_MS],
  ['h', 3_600_000],
  ['H', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
]);

/** Adds calendar units (`y M w d h m s`); a day beyond the end of a month becomes its last. */
export function addUnits(ms: number, amount: number, unit: string): number {
  const length = LENGTHS.get(unit);
  if (length !== undefined) return ms + amount * length;
  const days = Math.floor(ms / DAY_MS);
  const { year, month, day } = dateOf(days);
  const months = year * 12 + month - 1 + amount * (unit === 'y' ? 12 : 1);
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return daysOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))) * DAY_MS + (ms - days * DAY_MS);
}

/** The start of the calendar unit (`y M w d h m s`, and `q` for quarters) that a time lies in; weeks start on Monday. */
export function floorTo(ms: number, unit: string): number {
  if (unit === 'w') {
    const days = Math.floor(ms / DAY_MS);
    return (days - ((((days + 3) % 7) + 7) % 7)) * DAY_MS;
  }
  const length = LENGTHS.get(unit);
  if (length !== undefined) return Math.floor(ms / length) * length;
  const { year, month } = dateOf(Math.floor(ms / DAY_MS));
  const first = unit === 'y' ? 1 : unit === 'q' ? month - ((month - 1) % 3) : month;
  return daysOf(year, first, 1) * DAY_MS;
}
