import { compileDateFormat, DEFAULT_DATE_FORMAT } from './date-format.js';
import type { DateFormat } from './date-format.js';
import { resolveDateMath } from './date-math.js';
import { timeZone } from './time-zone.js';

/** How date math is read: rounded to the end of a unit instead of its start, in a time zone other than UTC. */
export interface AbsoluteTimeOptions {
  readonly roundUp?: boolean;
  readonly timeZone?: string;
}

/**
 * A date or date math (`now-7d/d`) as an absolute time, ISO 8601 in UTC with milliseconds; undefined if it cannot be read.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/common-options.html#date-math
 */
export function absoluteTime(text: string, now: Date, options: AbsoluteTimeOptions = {}): string | undefined {
  const zone = options.timeZone === undefined ? undefined : timeZone(options.timeZone);
  const instant = resolveDateMath(text, {
    now,
    format: FORMAT,
    ...(options.roundUp === undefined ? {} : { roundUp: options.roundUp }),
    ...(zone ? { zone } : {}),
  });
  if (typeof instant === 'string' || Math.abs(instant.ms) > LATEST_MS) return undefined;
  return new Date(instant.ms).toISOString();
}

/** What a JavaScript Date can hold, in milliseconds on either side of 1970. */
const LATEST_MS = 8.64e15;

const FORMAT: DateFormat = defaultFormat();

function defaultFormat(): DateFormat {
  const format = compileDateFormat(DEFAULT_DATE_FORMAT);
  if (typeof format === 'string') throw new Error(format);
  return format;
}
