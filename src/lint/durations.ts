const UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['H', 3_600_000],
  ['d', 86_400_000],
  ['w', 7 * 86_400_000],
  // Calendar units at their shortest would raise false alarms, at their longest hide true ones: their usual length will do.
  ['M', 30 * 86_400_000],
  ['y', 365 * 86_400_000],
]);

/** Milliseconds of a number and a unit (`5m`, `1d`); undefined for another text. */
export function durationMs(text: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,9})([smhHdwMy])$/u.exec(text) ?? [];
  const length = UNITS.get(unit);
  return length === undefined ? undefined : Number(count) * length;
}

/**
 * How many milliseconds before now a date math text lies: `now-9m` is 540,000 before, `now` 0. Undefined for absolute dates and for rounded
 * ones (`now/d`), which depend on the time of the run.
 */
export function millisecondsAgo(text: string): number | undefined {
  if (!/^now(?:[+-]\d{0,9}[yMwdhHms])*$/u.test(text)) return undefined;
  let ago = 0;
  for (const [, sign, count = '', unit = ''] of text.matchAll(/([+-])(\d*)([yMwdhHms])/gu)) {
    const length = (count === '' ? 1 : Number(count)) * (UNITS.get(unit) ?? 0);
    ago += sign === '-' ? length : -length;
  }
  return ago;
}

/** A length of time for a message, in the largest unit that divides it: `9m`, `1h`, `90s`. */
export function durationText(ms: number): string {
  for (const unit of ['d', 'h', 'm']) {
    const length = UNITS.get(unit) ?? 1;
    if (ms >= length && ms % length === 0) return `${ms / length}${unit}`;
  }
  return `${ms / 1000}s`;
}
