import { lineDiff } from '../diagnostics/line-diff.js';
import { printable } from '../diagnostics/printable.js';
import { isJsonArray, isJsonObject, printJson, type JsonValue } from '../values/json.js';
import { canonicalJson } from './canonical-json.js';
import type { PlannedField } from './plan.js';

/** How a field changes, ready to print: no text of it acts on a terminal. */
export type FieldChange =
  /** Lines that begin with `-`, `+`, a space or `@@`. */
  | { readonly form: 'lines'; readonly lines: readonly string[] }
  /** Entries of a list whose order does not matter here. */
  | { readonly form: 'set'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly form: 'value'; readonly before: string; readonly after: string };

/** Values that are longer are compared line by line. */
const SHORT = 72;

/** How a field goes from what Kibana has (`live`) to what git says. */
export function describeField({ git, live, added, removed }: PlannedField): FieldChange {
  if (added !== undefined || removed !== undefined) {
    return { form: 'set', added: (added ?? []).map(quoted), removed: (removed ?? []).map(quoted) };
  }
  return describeChange(live, git);
}

/** How a value becomes another one; undefined is none. */
export function describeChange(before: JsonValue | undefined, after: JsonValue | undefined): FieldChange {
  const lists = [before ?? [], after ?? []];
  if (lists.every((list) => isJsonArray(list) && list.every(isScalar))) return describeSet(before, after);
  const [old, now] = [shown(before), shown(after)];
  if ([old, now].every((text) => text.length <= SHORT && !text.includes('\n'))) {
    return { form: 'value', before: inline(before), after: inline(after) };
  }
  const lines = lineDiff('', old, now).split('\n').slice(2, -1);
  return { form: 'lines', lines: lines.map(printable) };
}

function describeSet(before: JsonValue | undefined, after: JsonValue | undefined): FieldChange {
  const [old, now] = [textsOf(before), textsOf(after)];
  const removed = old.filter((one) => !now.includes(one));
  const added = now.filter((one) => !old.includes(one));
  if (added.length + removed.length > 0) return { form: 'set', added, removed };
  // Only the order, or how often something stands there.
  return { form: 'value', before: `[${old.join(', ')}]`, after: `[${now.join(', ')}]` };
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.map((item) => (typeof item === 'string' ? quoted(item) : canonicalJson(item))) : [];
}

/** A value on one line. */
export function inline(value: JsonValue | undefined): string {
  return value === undefined ? '(none)' : printable(canonicalJson(typeof value === 'string' ? inUnits(value) : value));
}

/** Times are compared in seconds; people write them in the largest unit that holds them whole. */
function inUnits(text: string): string {
  const [, start = '', seconds = ''] = /^(now[+-])?(\d{1,15})s$/.exec(text) ?? [];
  const [unit, length] = UNITS.find(([, of]) => seconds !== '' && Number(seconds) % of === 0) ?? [];
  return unit === undefined || length === undefined || Number(seconds) === 0
    ? text
    : `${start}${Number(seconds) / length}${unit}`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
];

function quoted(text: string): string {
  return printable(JSON.stringify(text));
}

/** A text as it is, anything else as JSON with a line for each part. */
function shown(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n');
  return printJson(sorted(value), 2);
}

function sorted(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  );
}

function isScalar(value: JsonValue): boolean {
  return !isJsonArray(value) && !isJsonObject(value);
}
