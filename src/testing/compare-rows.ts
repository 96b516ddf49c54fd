import type { JsonObject, JsonValue } from '../values/json.js';
import { boundedFailure, brief, difference, fieldLines, valuesOf } from './difference.js';
import type { Difference, Failure } from './failure.js';
import { pairNearest } from './pair-nearest.js';
import type { Expectation } from './test-case.js';
import { same } from './value-equality.js';

type Row = readonly JsonValue[];

/** Columns that say which row is meant, at most. */
const MAX_LABELS = 4;

/**
 * Compares rows in the columns that the expected ones name (a name left out of one is null there), in any order unless the order counts. A row that
 * is nearly there is shown by the columns that differ.
 */
export function compareRows(
  expected: Expectation,
  columns: readonly string[],
  rows: readonly Row[],
): readonly Failure[] {
  return [...compareColumns(expected.columns, columns), ...compareValues(expected, columns, rows)];
}

function compareColumns(expected: readonly string[] | undefined, columns: readonly string[]): readonly Failure[] {
  if (!expected || (expected.length === columns.length && expected.every((name, at) => name === columns[at])))
    return [];
  const missing = expected.filter((name) => !columns.includes(name));
  const extra = columns.filter((name) => !expected.includes(name));
  const differences: readonly Difference[] =
    missing.length + extra.length === 0
      ? [{ kind: 'order', path: 'columns', ...valuesOf(expected, columns) }]
      : [
          ...missing.map((name) => difference('columns', name, undefined)),
          ...extra.map((name) => difference('columns', undefined, name)),
        ];
  return [boundedFailure('The columns differ.', [`- ${expected.join(', ')}`, `+ ${columns.join(', ')}`], differences)];
}

function compareValues(expected: Expectation, columns: readonly string[], rows: readonly Row[]): readonly Failure[] {
  if (!expected.rows) return [];
  const named = [...new Set(expected.rows.flatMap((row) => Object.keys(row)))];
  const unknown = named.filter((name) => !columns.includes(name));
  if (unknown.length > 0) {
    return [
      boundedFailure(
        `There is no column ${unknown.join(', ')}.`,
        [`the columns are ${columns.join(', ')}`],
        unknown.map((name) => difference('columns', name, undefined)),
      ),
    ];
  }
  // Without named columns only the number of rows is compared.
  const wanted = expected.rows.map((row) => named.map((name) => valueOf(row, name)));
  const actual = rows.map((row) => named.map((name) => row[columns.indexOf(name)] ?? null));
  const found = expected.ordered ? inOrder(wanted, actual, named) : inAnyOrder(wanted, actual, named);
  if (found.details.length === 0) return [];
  const what = `The rows differ: expected ${wanted.length}, got ${actual.length}.`;
  return [boundedFailure(what, found.details, found.differences)];
}

function valueOf(row: JsonObject, name: string): JsonValue {
  return Object.hasOwn(row, name) ? (row[name] ?? null) : null;
}

interface Differences {
  readonly details: readonly string[];
  readonly differences: readonly Difference[];
}

function inAnyOrder(wanted: readonly Row[], actual: readonly Row[], names: readonly string[]): Differences {
  const { pairs, missing, extra } = pairNearest(wanted, actual, same, (want, got) => equalColumns(want, got).length);
  return joined([
    ...pairs.map(({ wanted: want, found, at }) =>
      changed(`row with ${identity(want, found, names)}:`, want, found, names, at),
    ),
    ...missing.map(({ wanted: want, at }) => lost(label(want, names), want, names, at)),
    ...extra.map((got) => surplus(label(got, names), got, names)),
  ]);
}

function inOrder(wanted: readonly Row[], actual: readonly Row[], names: readonly string[]): Differences {
  const places = Array.from({ length: Math.max(wanted.length, actual.length) }, (_, at) => at);
  return joined(
    places.flatMap((at) => {
      const [want, got] = [wanted[at], actual[at]];
      if (want && got) return same(want, got) ? [] : [changed(`row ${at + 1}:`, want, got, names, at)];
      if (want) return [lost(`${at + 1}. ${label(want, names)}`, want, names, at)];
      return got ? [surplus(`${at + 1}. ${label(got, names)}`, got, names)] : [];
    }),
  );
}

/** A row that is there in other values: the columns that differ, and no others. */
function changed(title: string, want: Row, got: Row, names: readonly string[], at: number): Differences {
  const differing = names.flatMap((name, column) => {
    const [expected, actual] = [want[column] ?? null, got[column] ?? null];
    return same(expected, actual) ? [] : [{ name, expected, actual }];
  });
  return {
    details: [title, ...differing.flatMap(({ name, expected, actual }) => fieldLines(name, expected, actual))],
    differences: differing.map(({ name, expected, actual }) => difference(`rows[${at}].${name}`, expected, actual)),
  };
}

function lost(text: string, want: Row, names: readonly string[], at: number): Differences {
  return { details: [`- ${text}`], differences: [difference(`rows[${at}]`, asObject(want, names), undefined)] };
}

function surplus(text: string, got: Row, names: readonly string[]): Differences {
  return { details: [`+ ${text}`], differences: [difference('rows', undefined, asObject(got, names))] };
}

function joined(parts: readonly Differences[]): Differences {
  return {
    details: parts.flatMap(({ details }) => details),
    differences: parts.flatMap(({ differences }) => differences),
  };
}

function equalColumns(want: Row, got: Row): readonly number[] {
  return want.flatMap((value, column) => (same(value, got[column]) ? [column] : []));
}

/** The columns in which both rows agree: they tell which row is meant; null tells least. */
function identity(want: Row, got: Row, names: readonly string[]): string {
  const equal = equalColumns(want, got);
  const telling = [...equal.filter((column) => want[column] !== null), ...equal].slice(0, MAX_LABELS);
  return [...new Set(telling)].map((column) => `${names[column] ?? ''} = ${brief(want[column])}`).join(', ');
}

function label(row: Row, names: readonly string[]): string {
  return names.map((name, at) => `${name} = ${brief(row[at])}`).join(', ') || '(a row)';
}

function asObject(row: Row, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name, at) => [name, row[at] ?? null]));
}
