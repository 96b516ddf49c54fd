const UNITS: Readonly<Record<string, { readonly word: string; readonly seconds: number }>> = {
  s: { word: 'second', seconds: 1 },
  m: { word: 'minute', seconds: 60 },
  h: { word: 'hour', seconds: 3_600 },
  H: { word: 'hour', seconds: 3_600 },
  d: { word: 'day', seconds: 86_400 },
  w: { word: 'week', seconds: 604_800 },
  M: { word: 'month', seconds: Number.NaN },
  y: { word: 'year', seconds: Number.NaN },
};

/** A duration as a rule writes it: a number and a unit (`5m`). */
export interface Duration {
  readonly value: number;
  readonly unit: string;
}

/** Reads `5m`; undefined for anything else. */
export function durationIn(text: string): Duration | undefined {
  const [, digits, unit] = /^(\d{1,9})([smhHdwMy])$/.exec(text.trim()) ?? [];
  return digits === undefined || unit === undefined ? undefined : { value: Number(digits), unit };
}

/**
 * How far back date math of the form `now-9m` reaches; undefined for all other date math (rounding, sums, absolute times).
 * https://www.elastic.co/docs/reference/elasticsearch/rest-apis/common-options#date-math
 */
export function lookBackIn(dateMath: string): Duration | undefined {
  return dateMath.startsWith('now-') ? durationIn(dateMath.slice('now-'.length)) : undefined;
}

/** `{ value: 5, unit: 'm' }` in words: `5 minutes`. */
export function durationInWords({ value, unit }: Duration): string {
  const word = UNITS[unit]?.word ?? unit;
  return `${value} ${word}${value === 1 ? '' : 's'}`;
}

/**
 * What a rule's schedule calls additional look-back time, in words: how much longer the search window is than the time between two
 * runs. Undefined where there is none, or where months or years make it a matter of the calendar.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#rule-schedule
 */
export function additionalLookBackInWords(lookBack: Duration, interval: Duration): string | undefined {
  const seconds = secondsOf(lookBack) - secondsOf(interval);
  return seconds > 0 ? secondsInWords(seconds) : undefined;
}

function secondsOf({ value, unit }: Duration): number {
  return value * (UNITS[unit]?.seconds ?? Number.NaN);
}

function secondsInWords(seconds: number): string {
  const words: string[] = [];
  let rest = seconds;
  for (const unit of ['d', 'h', 'm', 's']) {
    const size = UNITS[unit]?.seconds ?? 1;
    const value = Math.floor(rest / size);
    if (value > 0) words.push(durationInWords({ value, unit }));
    rest -= value * size;
  }
  return words.join(' ');
}
