import type { JsonObject, JsonValue } from '../values/json.js';
import { compareGroups, compareSequences } from './compare-found.js';
import { flatten } from './flatten.js';
import type { Failure } from './failure.js';
import type { Bounds, Expectation, Outcome, OutcomeAlert } from './test-case.js';
import { same, show } from './value-equality.js';

/** Compares an outcome with what a test expects; empty when all holds. Errors of a run fail unless expected. */
export function compare(expected: Expectation, outcome: Outcome): readonly Failure[] {
  return [
    ...compareErrors(expected.error, outcome.errors),
    ...(expected.warnings ?? []).flatMap((part) => compareWarning(part, outcome.warnings)),
    ...(outcome.alerts ? compareAlerts(expected, outcome.alerts) : []),
    ...(outcome.rows && outcome.columns ? compareRows(expected, outcome.columns, outcome.rows) : []),
    ...misplaced(expected, outcome),
  ];
}

function compareErrors(expected: string | undefined, errors: readonly string[]): readonly Failure[] {
  if (expected === undefined) return errors.map((error) => ({ what: `The run failed: ${error}`, details: [] }));
  if (errors.some((error) => error.includes(expected))) return [];
  const details = errors.length === 0 ? ['the run had no error'] : errors.map((error) => `+ ${error}`);
  return [{ what: `Expected an error with ${JSON.stringify(expected)}.`, details }];
}

function compareWarning(part: string, warnings: readonly string[]): readonly Failure[] {
  if (warnings.some((warning) => warning.includes(part))) return [];
  const details = warnings.length === 0 ? ['the run gave no warning'] : warnings.map((warning) => `+ ${warning}`);
  return [{ what: `Expected a warning with ${JSON.stringify(part)}.`, details }];
}

/** Expectations about alerts on a hunt, or about rows on a rule, would pass without looking: they fail instead. */
function misplaced(expected: Expectation, outcome: Outcome): readonly Failure[] {
  if (outcome.errors.length > 0) return [];
  const onAlerts = (['alerts', 'matched', 'matchedAny', 'alert', 'sequences', 'groups'] as const).filter(
    (key) => expected[key] !== undefined,
  );
  const onRows = (['rows', 'columns'] as const).filter((key) => expected[key] !== undefined);
  const wrong = outcome.alerts ? onRows : onAlerts;
  if (wrong.length === 0) return [];
  const instead = outcome.alerts ? 'a rule gives alerts: expect alerts, matched' : 'this hunt gives rows: expect rows';
  return [{ what: `expect.${wrong.join(', expect.')} does not apply here; ${instead}.`, details: [] }];
}

function compareAlerts(expected: Expectation, alerts: readonly OutcomeAlert[]): readonly Failure[] {
  const failures: Failure[] = [];
  const ids = [...new Set(alerts.flatMap((alert) => alert.ids))].sort();
  const listed = ids.length === 0 ? [] : [`alerts came from ${ids.join(', ')}`];
  const count = alerts.filter(({ document }) => !isBuildingBlock(document)).length;
  if (expected.alerts !== undefined && !within(count, expected.alerts)) {
    failures.push({ what: `Expected ${bounds(expected.alerts)}, got ${count}.`, details: listed });
  }
  const missing = [...(expected.matched ?? []), ...(expected.matchedAny ?? [])].filter((id) => !ids.includes(id));
  const extra = expected.matched ? ids.filter((id) => !expected.matched?.includes(id)) : [];
  if (missing.length + extra.length > 0) {
    failures.push({
      what: 'The alerts come from other documents than expected.',
      details: [
        ...missing.map((id) => `- ${id} (expected, raised no alert)`),
        ...extra.map((id) => `+ ${id} (not expected)`),
      ],
    });
  }
  for (const fields of expected.alert ?? []) failures.push(...compareFields(fields, alerts));
  if (expected.sequences) failures.push(...compareSequences(expected.sequences, alerts));
  if (expected.groups) failures.push(...compareGroups(expected.groups, alerts));
  return failures;
}

/** The alert of an event of a sequence: Kibana hides it behind the sequence's own, which is the one that counts. */
function isBuildingBlock(document: JsonObject): boolean {
  return document['kibana.alert.group.index'] !== undefined;
}

/** At least one alert has all the fields; else the failure shows what the nearest one has. */
function compareFields(fields: JsonObject, alerts: readonly OutcomeAlert[]): readonly Failure[] {
  const wanted = [...flatten(fields)];
  const wrong = alerts.map((alert) => {
    const actual = flatten(alert.document);
    return wanted
      .filter(([name, value]) => !same(value, actual.get(name)))
      .map(([name, value]) => `${name}: expected ${show(value)}, got ${show(actual.get(name))}`);
  });
  if (wrong.some((differences) => differences.length === 0)) return [];
  const nearest = wrong.reduce<readonly string[] | undefined>(
    (best, next) => (!best || next.length < best.length ? next : best),
    undefined,
  );
  return [{ what: 'No alert has the expected fields.', details: nearest ?? ['there is no alert at all'] }];
}

function compareRows(
  expected: Expectation,
  columns: readonly string[],
  rows: readonly (readonly JsonValue[])[],
): readonly Failure[] {
  const failures: Failure[] = [];
  if (expected.columns && expected.columns.join('\n') !== columns.join('\n')) {
    failures.push({
      what: 'The columns differ.',
      details: [`- ${expected.columns.join(', ')}`, `+ ${columns.join(', ')}`],
    });
  }
  if (!expected.rows) return failures;
  const named = [...new Set(expected.rows.flatMap((row) => Object.keys(row)))];
  const unknown = named.filter((name) => !columns.includes(name));
  if (unknown.length > 0) {
    return [
      ...failures,
      { what: `There is no column ${unknown.join(', ')}.`, details: [`the columns are ${columns.join(', ')}`] },
    ];
  }
  // Without named columns only the number of rows is compared.
  const wanted = expected.rows.map((row) =>
    named.map((name) => (Object.hasOwn(row, name) ? (row[name] ?? null) : null)),
  );
  const actual = rows.map((row) => named.map((name) => row[columns.indexOf(name)] ?? null));
  const label = (row: readonly JsonValue[]): string =>
    named.map((name, at) => `${name} = ${show(row[at])}`).join(', ') || '(a row)';
  const details = expected.ordered ? orderedDifferences(wanted, actual, label) : differences(wanted, actual, label);
  if (details.length > 0) {
    failures.push({ what: `The rows differ: expected ${wanted.length}, got ${actual.length}.`, details });
  }
  return failures;
}

type Row = readonly JsonValue[];

function differences(wanted: readonly Row[], actual: readonly Row[], label: (row: Row) => string): readonly string[] {
  const left = [...actual];
  const missing = wanted.filter((row) => {
    const at = left.findIndex((other) => same(row, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((row) => `- ${label(row)}`), ...left.map((row) => `+ ${label(row)}`)];
}

function orderedDifferences(
  wanted: readonly Row[],
  actual: readonly Row[],
  label: (row: Row) => string,
): readonly string[] {
  return Array.from(
    { length: Math.max(wanted.length, actual.length) },
    (_, at) => [wanted[at], actual[at]] as const,
  ).flatMap(([want, got], at) => {
    if (want && got && same(want, got)) return [];
    return [...(want ? [`- ${at + 1}. ${label(want)}`] : []), ...(got ? [`+ ${at + 1}. ${label(got)}`] : [])];
  });
}

function within(count: number, expected: number | Bounds): boolean {
  if (typeof expected === 'number') return count === expected;
  return count >= (expected.min ?? 0) && count <= (expected.max ?? Infinity);
}

function bounds(expected: number | Bounds): string {
  if (typeof expected === 'number') return `${expected} alert${expected === 1 ? '' : 's'}`;
  const { min, max } = expected;
  if (min === undefined) return `at most ${String(max)} alerts`;
  return max === undefined ? `at least ${min} alerts` : `${min} to ${max} alerts`;
}
