import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** Longer texts are cut in names. */
const LONGEST = 60;

/** What tells a near miss from the documents that match, in words: `stays silent when process.name differs`. */
export function nearMissName(
  matching: readonly JsonObject[],
  missing: readonly JsonObject[],
  clause: string,
  timestampField: string,
): string {
  if (missing.length < matching.length) return 'stays silent without the last event';
  if (missing.length > matching.length) return `stays silent with ${quoted(clause)} in between`;
  const changes = matching.flatMap((document, at) =>
    differences(document, missing[at] ?? {}).map((change) => ({ ...change, at })),
  );
  const told = changes.filter(({ field }) => field !== timestampField);
  const [change, second] = told;
  if (change === undefined)
    return changes.length === 0 ? 'stays silent' : 'stays silent when the last event comes too late';
  if (second !== undefined) return `stays silent without ${quoted(clause)}${place(change.at, matching.length)}`;
  return `${described(change)}${place(change.at, matching.length)}`;
}

/** Names that are told apart by a number where they are equal. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Text of a query in one short line. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

interface Change {
  readonly field: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

function described({ field, before, after }: Change): string {
  if (after === undefined) return `stays silent without ${field}`;
  if (before === undefined)
    return `stays silent when ${field} is ${quoted(typeof after === 'string' ? after : JSON.stringify(after, plain))}`;
  return `stays silent when ${field} differs`;
}

function place(at: number, count: number): string {
  if (count === 1) return '';
  return ` in the ${ORDINALS[at] ?? `${at + 1}th`} event`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

function differences(left: JsonObject, right: JsonObject): readonly Change[] {
  const [before, after] = [new Map(flattened(left, '')), new Map(flattened(right, ''))];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, before: before.get(field), after: after.get(field) }))
    .filter((change) => JSON.stringify(change.before, plain) !== JSON.stringify(change.after, plain));
}

function flattened(object: JsonObject, prefix: string): readonly (readonly [string, JsonValue])[] {
  return Object.entries(object).flatMap(([key, value]): readonly (readonly [string, JsonValue])[] =>
    isJsonObject(value) ? flattened(value, `${prefix}${key}.`) : [[prefix + key, value]],
  );
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
