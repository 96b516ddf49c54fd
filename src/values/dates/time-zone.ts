/** Gives the offset from UTC in seconds at a local time (ms as if it were UTC). */
export type TimeZone = (localMs: number) => number;

/** UTC. */
export const UTC: TimeZone = () => 0;

/** The time zone of a `time_zone` parameter: an offset (`+01:00`, `-05`), `Z`, `UTC`, or an IANA name; undefined if there is none such. */
export function timeZone(name: string): TimeZone | undefined {
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return () => fixed;
  const formatter = intlFormatter(name);
  if (!formatter) return undefined;
  return (localMs) => {
    // The offset at the UTC reading of the local time is at most one transition off: correct it once.
    const first = offsetAt(formatter, localMs);
    return offsetAt(formatter, localMs - first * 1000);
  };
}

/** The offset from UTC in seconds that a time zone has at an instant (ms); names as for {@link timeZone}, undefined if there is none such. */
export function zoneOffsets(name: string): ((utcMs: number) => number) | undefined {
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return () => fixed;
  const formatter = intlFormatter(name);
  return formatter && ((utcMs) => offsetAt(formatter, utcMs));
}

function fixedOffset(name: string): number | undefined {
  if (name === 'Z' || name === 'UTC' || name === 'GMT') return 0;
  const offset = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$/u.exec(name);
  if (!offset) return undefined;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 3600 + Number(offset[3] ?? 0) * 60);
}

function intlFormatter(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

function offsetAt(formatter: Intl.DateTimeFormat, utcMs: number): number {
  const part = new Map(formatter.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]));
  const get = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const local = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
  return (local - Math.floor(utcMs / 1000) * 1000) / 1000;
}
