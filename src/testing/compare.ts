import type { JsonObject } from '../values/json.js';
import { compareFields } from './compare-fields.js';
import { compareGroups, compareSequences } from './compare-found.js';
import { compareRows } from './compare-rows.js';
import { boundedFailure, difference, valuesOf } from './difference.js';
import type { Difference, Failure } from './failure.js';
import type { Bounds, Expectation, Outcome, OutcomeAlert } from './test-case.js';

/** Ids that a line names, at most. */
const MAX_IDS = 20;

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
  const wrong = difference('error', expected, errors.length === 0 ? undefined : errors.join('\n'));
  return [boundedFailure(`Expected an error with ${JSON.stringify(expected)}.`, details, [wrong])];
}

function compareWarning(part: string, warnings: readonly string[]): readonly Failure[] {
  if (warnings.some((warning) => warning.includes(part))) return [];
  const details = warnings.length === 0 ? ['the run gave no warning'] : warnings.map((warning) => `+ ${warning}`);
  const wrong = difference('warnings', part, warnings.length === 0 ? undefined : warnings);
  return [boundedFailure(`Expected a warning with ${JSON.stringify(part)}.`, details, [wrong])];
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
  const listed = ids.length === 0 ? [] : [`alerts came from ${briefly(ids)}`];
  const count = alerts.filter(({ document }) => !isBuildingBlock(document)).length;
  if (expected.alerts !== undefined && !within(count, expected.alerts)) {
    const wrong: Difference = { kind: 'count', path: 'alerts', ...valuesOf(boundsValue(expected.alerts), count) };
    failures.push(boundedFailure(`Expected ${bounds(expected.alerts)}, got ${count}.`, listed, [wrong]));
  }
  failures.push(...compareIds(expected, ids), ...compareFields(expected.alert ?? [], alerts));
  if (expected.sequences) failures.push(...compareSequences(expected.sequences, alerts));
  if (expected.groups) failures.push(...compareGroups(expected.groups, alerts));
  return failures;
}

function compareIds(expected: Expectation, ids: readonly string[]): readonly Failure[] {
  const lacking = (wanted: readonly string[]): readonly string[] => wanted.filter((id) => !ids.includes(id));
  const [missing, missingAny] = [lacking(expected.matched ?? []), lacking(expected.matchedAny ?? [])];
  const extra = expected.matched ? ids.filter((id) => !expected.matched?.includes(id)) : [];
  if (missing.length + missingAny.length + extra.length === 0) return [];
  return [
    boundedFailure(
      'The alerts come from other documents than expected.',
      [
        ...[...missing, ...missingAny].map((id) => `- ${id} (expected, raised no alert)`),
        ...extra.map((id) => `+ ${id} (not expected)`),
      ],
      [
        ...missing.map((id) => difference('matched', id, undefined)),
        ...missingAny.map((id) => difference('matched_any', id, undefined)),
        ...extra.map((id) => difference('matched', undefined, id)),
      ],
    ),
  ];
}

/** Ids on one line; of many the first ones. */
function briefly(ids: readonly string[]): string {
  const more = ids.length - MAX_IDS;
  return more > 0 ? `${ids.slice(0, MAX_IDS).join(', ')} and ${more} more` : ids.join(', ');
}

/** The alert of an event of a sequence: Kibana hides it behind the sequence's own, which is the one that counts. */
export function isBuildingBlock(document: JsonObject): boolean {
  return document['kibana.alert.group.index'] !== undefined;
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

function boundsValue(expected: number | Bounds): JsonObject | number {
  return typeof expected === 'number' ? expected : { ...expected };
}
