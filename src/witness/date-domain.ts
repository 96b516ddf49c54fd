import type { DateFormat } from '../values/dates/date-format.js';
import { compileDateFormat, DEFAULT_DATE_FORMAT } from '../values/dates/date-format.js';
import { resolveDateMath } from '../values/dates/date-math.js';
import type { Instant } from '../values/dates/instant.js';
import { fromNanos, toNanos } from '../values/dates/instant.js';
import type { PlainTest } from './condition.js';
import type { PlainDomain } from './domain.js';
import type { Scalar } from './scalar.js';
import { inBound } from './keyword-domain.js';

/** Types of dates. */
export const DATES: ReadonlySet<string> = new Set(['date', 'date_nanos']);

const MILLISECOND = 1_000_000n;
const DAY = 86_400_000n * MILLISECOND;

/** Dates in UTC, in the default format of `date` fields; date math counts from `now`. */
export function dates(now: Date): PlainDomain {
  const format = defaultFormat();
  const read = (text: string, roundUp: boolean): bigint | undefined => {
    const instant = resolveDateMath(text, { now, format, roundUp });
    return typeof instant === 'string' ? undefined : toNanos(instant);
  };
  const print = (nanos: bigint): string => format.print(millisecondOf(nanos));
  const holds = (test: PlainTest, value: Scalar): boolean => {
    const at = read(String(value), false);
    if (test.kind === 'Exists') return at !== undefined;
    if (test.kind === 'Like' || at === undefined) return false;
    const [from, to] = [read(test.value, false), read(test.value, true)];
    if (from === undefined || to === undefined) return false;
    if (test.kind === 'Equals') return from <= at && at <= to;
    // Upper bounds that take in a unit end with it; lower bounds that leave it out start after it.
    const bound = test.operator === 'gt' || test.operator === 'lte' ? to : from;
    return inBound(test.operator, at < bound ? -1 : at > bound ? 1 : 0);
  };
  const near = (test: PlainTest, steps: readonly bigint[]): readonly string[] => {
    if (test.kind !== 'Equals' && test.kind !== 'Bound') return [];
    const from = read(test.value, false);
    const to = read(test.value, true);
    return from === undefined || to === undefined
      ? []
      : steps.flatMap((step) => [print(from + step), print(to + step)]);
  };
  const fillers = [print(BigInt(now.getTime()) * MILLISECOND)];
  return {
    candidates: (test) =>
      (test.kind === 'Exists' ? fillers : near(test, [0n, MILLISECOND, DAY, -DAY])).filter((value) =>
        holds(test, value),
      ),
    holds,
    neighbours: (test) => near(test, [DAY, -DAY]),
    hasCase: false,
    fillers,
  };
}

function millisecondOf(nanos: bigint): Instant {
  return { ...fromNanos(nanos), ns: 0 };
}

function defaultFormat(): DateFormat {
  const format = compileDateFormat(DEFAULT_DATE_FORMAT);
  if (typeof format === 'string') throw new Error(format);
  return format;
}
