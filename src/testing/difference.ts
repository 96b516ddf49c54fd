import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import type { Difference, Failure } from './failure.js';
import { show } from './value-equality.js';

/** More lines than this are cut: the first ones say what is wrong, `--reporter json` has all. */
const MAX_LINES = 40;
/** Longer values are cut around the first character that differs. */
const MAX_WIDTH = 160;

/** Two values that differ, as data; undefined is what is not there. */
export function difference(path: string, expected: JsonValue | undefined, actual: JsonValue | undefined): Difference {
  const kind =
    actual === undefined
      ? 'missing'
      : expected === undefined
        ? 'unexpected'
        : typeName(expected) === typeName(actual)
          ? 'value'
          : 'type';
  return { kind, path, ...valuesOf(expected, actual) };
}

/** Both sides of a difference, without what is not there; bigints as text, which every JSON printer takes. */
export function valuesOf(
  expected: JsonValue | undefined,
  actual: JsonValue | undefined,
): Pick<Difference, 'expected' | 'actual'> {
  return {
    ...(expected === undefined ? {} : { expected: withoutBigInts(expected) }),
    ...(actual === undefined ? {} : { actual: withoutBigInts(actual) }),
  };
}

/** `- name: expected` and `+ name: actual`; types are named where they differ, long values cut to where they differ. */
export function fieldLines(
  name: string,
  expected: JsonValue | undefined,
  actual: JsonValue | undefined,
  hint = '',
): readonly string[] {
  const typed = expected !== undefined && actual !== undefined && typeName(expected) !== typeName(actual);
  const [wanted, got] = shorten(show(expected), actual === undefined ? '(not there)' : show(actual));
  const suffix = (value: JsonValue | undefined): string =>
    typed && value !== undefined ? ` (${typeName(value)})` : '';
  return [`- ${name}: ${wanted}${suffix(expected)}`, `+ ${name}: ${got}${suffix(actual)}${hint}`];
}

/** A failure whose details are cut after some lines, with the number of those left out. */
export function boundedFailure(
  what: string,
  details: readonly string[],
  differences: readonly Difference[] = [],
): Failure {
  const over = details.length - MAX_LINES;
  const shown =
    over > 0
      ? [
          ...details.slice(0, MAX_LINES),
          `… ${over} more line${over === 1 ? '' : 's'}; --reporter json has all differences`,
        ]
      : details;
  return { what, details: shown, ...(differences.length > 0 ? { differences } : {}) };
}

/** The JSON type of a value, in the words of JSON. */
export function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (isJsonArray(value)) return 'array';
  if (isJsonObject(value)) return 'object';
  return typeof value === 'bigint' ? 'number' : typeof value;
}

/** Both texts with what is too long cut away around the place where they begin to differ. */
function shorten(a: string, b: string): readonly [string, string] {
  if (a.length <= MAX_WIDTH && b.length <= MAX_WIDTH) return [a, b];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const start = Math.max(0, at - MAX_WIDTH / 4);
  return [excerpt(a, start), excerpt(b, start)];
}

function excerpt(text: string, start: number): string {
  const before = start > 0 ? '…' : '';
  const rest = text.slice(start);
  return `${before}${rest.length > MAX_WIDTH ? `${rest.slice(0, MAX_WIDTH)}…` : rest}`;
}

/** A value on one line that cannot flood a report. */
export function brief(value: JsonValue | undefined): string {
  const text = show(value);
  return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH)}…` : text;
}

function withoutBigInts(value: JsonValue): JsonValue {
  if (typeof value === 'bigint') return printJson(value);
  if (isJsonArray(value)) return value.map(withoutBigInts);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutBigInts(inner)]));
}
