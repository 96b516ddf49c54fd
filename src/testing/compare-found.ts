import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Failure } from './failure.js';
import type { ExpectedGroup, OutcomeAlert } from './test-case.js';
import { same, show } from './value-equality.js';

/** Compares the sequences (or samples) that alerts stand for, each by the ids of its events in order; the sequences in any order. */
export function compareSequences(
  expected: readonly (readonly string[])[],
  alerts: readonly OutcomeAlert[],
): readonly Failure[] {
  const found = alerts.filter(
    ({ document }) =>
      document['kibana.alert.group.id'] !== undefined && document['kibana.alert.group.index'] === undefined,
  );
  const label = (ids: readonly string[]): string => ids.join(' → ');
  const wanted = expected.map(label);
  const details = differences(
    wanted,
    found.map(({ ids }) => label(ids)),
  );
  return details.length === 0 ? [] : [{ what: 'The sequences differ.', details }];
}

/** Compares the groups of a threshold rule, in any order; a count only where it is expected. */
export function compareGroups(expected: readonly ExpectedGroup[], alerts: readonly OutcomeAlert[]): readonly Failure[] {
  const left = alerts.flatMap(({ document }) => groupOf(document) ?? []);
  const missing = expected.filter((group) => {
    const at = left.findIndex(
      (found) => same(group.key, found.key) && (group.count === undefined || group.count === found.count),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const label = ({ key, count }: ExpectedGroup): string =>
    [
      ...Object.entries(key).map(([field, value]) => `${field} = ${show(value)}`),
      ...(count === undefined ? [] : [`count = ${count}`]),
    ].join(', ');
  const details = [...missing.map((group) => `- ${label(group)}`), ...left.map((group) => `+ ${label(group)}`)];
  return details.length === 0 ? [] : [{ what: 'The groups differ.', details }];
}

function groupOf(document: JsonObject): ExpectedGroup | undefined {
  const result = document['kibana.alert.threshold_result'];
  if (!isJsonObject(result)) return undefined;
  const { terms, count } = result;
  const entries = (isJsonArray(terms) ? terms.filter(isJsonObject) : []).map(
    ({ field, value }): [string, JsonValue] => [typeof field === 'string' ? field : '', value ?? null],
  );
  return { key: Object.fromEntries(entries), ...(typeof count === 'number' ? { count } : {}) };
}

function differences(wanted: readonly string[], actual: readonly string[]): readonly string[] {
  const left = [...actual];
  const missing = wanted.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((item) => `- ${item}`), ...left.map((item) => `+ ${item}`)];
}
