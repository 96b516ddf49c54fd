import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { compare, isBuildingBlock } from './compare.js';
import { groupOf, sequencesOf } from './compare-found.js';
import { flatten } from './flatten.js';
import type { Bounds, Expectation, ExpectedGroup, Outcome, OutcomeAlert } from './test-case.js';
import { same } from './value-equality.js';

/** Keys of `expect` as a test file has them, with what really came. */
export type ExpectationUpdate = JsonObject;

/** The keys that a test file may have, by the name that they have here. */
const KEYS = {
  alerts: 'alerts',
  matched: 'matched',
  matchedAny: 'matched_any',
  alert: 'alert',
  sequences: 'sequences',
  groups: 'groups',
  rows: 'rows',
  columns: 'columns',
  warnings: 'warnings',
} as const satisfies Readonly<Partial<Record<keyof Expectation, string>>>;

/**
 * What the expectations that did not hold would have to say so that they do; keys that hold, and keys that are not there, are left out. What
 * still holds of a list stays in its place. A run with an error changes an expected error alone.
 */
export function updateExpectation(expected: Expectation, outcome: Outcome): ExpectationUpdate {
  const { errors } = outcome;
  if (errors.length > 0 || expected.error !== undefined) {
    const [first] = errors;
    const isRight = errors.some((error) => error.includes(expected.error ?? ''));
    return expected.error === undefined || first === undefined || isRight ? {} : { error: first };
  }
  const { ordered } = expected;
  const entries = (Object.keys(KEYS) as (keyof typeof KEYS)[]).flatMap((key): readonly [string, JsonValue][] => {
    if (expected[key] === undefined) return [];
    const alone: Expectation = { ordered, [key]: expected[key] };
    const value = compare(alone, outcome).length === 0 ? undefined : UPDATES[key](expected, outcome);
    return value === undefined ? [] : [[KEYS[key], value]];
  });
  return Object.fromEntries(entries);
}

type Update = (expected: Expectation, outcome: Outcome) => JsonValue | undefined;

/** Turns an update from alerts into one that leaves runs without any alone. */
function fromAlerts(
  update: (expected: Expectation, alerts: readonly OutcomeAlert[], ids: readonly string[]) => JsonValue | undefined,
): Update {
  return (expected, { alerts }) =>
    alerts && update(expected, alerts, [...new Set(alerts.flatMap((alert) => alert.ids))].sort());
}

const UPDATES: Readonly<Record<keyof typeof KEYS, Update>> = {
  alerts: fromAlerts(({ alerts: expected = 0 }, alerts) =>
    updateCount(expected, alerts.filter(({ document }) => !isBuildingBlock(document)).length),
  ),
  matched: fromAlerts(({ matched = [] }, _, ids) => keepOrder(matched, ids)),
  matchedAny: fromAlerts(({ matchedAny = [] }, _, ids) => {
    const left = matchedAny.filter((id) => ids.includes(id));
    return left.length === 0 ? undefined : left;
  }),
  alert: fromAlerts(({ alert = [] }, alerts) =>
    alerts.length === 0 ? undefined : alert.map((fields) => ({ fields: nearest(fields, alerts) })),
  ),
  sequences: fromAlerts(({ sequences = [] }, alerts) => keepOrder<JsonValue>(sequences, sequencesOf(alerts))),
  groups: fromAlerts(({ groups = [] }, alerts) =>
    updateGroups(
      groups,
      alerts.flatMap(({ document }) => groupOf(document) ?? []),
    ),
  ),
  rows: (expected, { columns, rows }) => columns && rows && updateRows(expected, columns, rows),
  columns: (_, { columns }) => columns,
  warnings: ({ warnings = [] }, outcome) => updateWarnings(warnings, outcome.warnings),
};

/** What came: what was expected, too, first and in its order. */
function keepOrder<T extends JsonValue>(expected: readonly T[], actual: readonly T[]): readonly T[] {
  const left = [...actual];
  const kept = expected.filter((item) => {
    const at = left.findIndex((other) => same(other, item));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return [...kept, ...left];
}

function updateCount(expected: number | Bounds, count: number): JsonValue {
  if (typeof expected === 'number') return count;
  const { min, max } = expected;
  return {
    ...(min === undefined ? {} : { min: Math.min(min, count) }),
    ...(max === undefined ? {} : { max: Math.max(max, count) }),
  };
}

/** The fields with the values of the alert that has most of them; what no alert lacks stays as it is. */
function nearest(fields: JsonObject, alerts: readonly OutcomeAlert[]): JsonObject {
  const wanted = [...flatten(fields)];
  const scored = alerts.map(({ document }) => {
    const actual = flatten(document);
    return { actual, score: wanted.filter(([name, value]) => same(value, actual.get(name))).length };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const updated = withValues(fields, '', best.actual);
  return Object.keys(updated).length === 0 ? fields : updated;
}

function withValues(fields: JsonObject, prefix: string, actual: ReadonlyMap<string, JsonValue>): JsonObject {
  const entries = Object.entries(fields).flatMap(([key, value]): readonly [string, JsonValue][] => {
    const found = actual.get(prefix + key);
    if (found === undefined && isJsonObject(value)) {
      const inner = withValues(value, `${prefix}${key}.`, actual);
      return Object.keys(inner).length === 0 ? [] : [[key, inner]];
    }
    return found === undefined || found === null ? [] : [[key, same(found, value) ? value : found]];
  });
  return Object.fromEntries(entries);
}

function updateGroups(expected: readonly ExpectedGroup[], actual: readonly ExpectedGroup[]): JsonValue {
  const left = [...actual];
  const counts = expected.length === 0 || expected.some(({ count }) => count !== undefined);
  const kept = expected.flatMap((group): readonly ExpectedGroup[] => {
    const at = left.findIndex(({ key }) => same(key, group.key));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found === undefined ? [] : [group.count === undefined ? { key: group.key } : found];
  });
  const added = left.map(({ key, count }) => (counts && count !== undefined ? { key, count } : { key }));
  return [...kept, ...added].map(({ key, count }) => ({ key, ...(count === undefined ? {} : { count }) }));
}

/** Rows in the columns that the test names, all columns where it names none; null is left out. */
function updateRows(
  { rows: expected = [], ordered }: Expectation,
  columns: readonly string[],
  rows: readonly (readonly JsonValue[])[],
): readonly JsonObject[] {
  const named = [...new Set(expected.flatMap((row) => Object.keys(row)))].filter((name) => columns.includes(name));
  const shown = named.length === 0 ? columns : named;
  const actual = rows.map((row): JsonObject =>
    Object.fromEntries(
      shown.flatMap((name): readonly [string, JsonValue][] => {
        const value = row[columns.indexOf(name)] ?? null;
        return value === null ? [] : [[name, value]];
      }),
    ),
  );
  return ordered ? actual : keepOrder(expected, actual);
}

/** Parts that some warning holds stay; each other one gives its place to a warning that no part speaks of. */
function updateWarnings(expected: readonly string[], warnings: readonly string[]): readonly string[] {
  const left = warnings.filter((warning) => !expected.some((part) => warning.includes(part)));
  return expected.flatMap((part) => {
    if (warnings.some((warning) => warning.includes(part))) return [part];
    const [next] = left.splice(0, 1);
    return next === undefined ? [] : [next];
  });
}
