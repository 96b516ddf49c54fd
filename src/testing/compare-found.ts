import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { boundedFailure, brief, difference, fieldLines } from './difference.js';
import type { Difference, Failure } from './failure.js';
import { pairNearest } from './pair-nearest.js';
import type { ExpectedGroup, OutcomeAlert } from './test-case.js';
import { same } from './value-equality.js';

/**
 * Compares the sequences (or samples) that alerts stand for, each by the ids of its events in order; the sequences in any order. A sequence that
 * shares events with an expected one is shown beside it, step by step.
 */
export function compareSequences(
  expected: readonly (readonly string[])[],
  alerts: readonly OutcomeAlert[],
): readonly Failure[] {
  const found = sequencesOf(alerts);
  const { pairs, missing, extra } = pairNearest(expected, found, same, commonEvents);
  if (pairs.length + missing.length + extra.length === 0) return [];
  return [
    boundedFailure(
      'The sequences differ.',
      [
        ...pairs.flatMap(({ wanted, found: got }) => [`- ${chain(wanted)}`, `+ ${chain(got)}`, ...steps(wanted, got)]),
        ...missing.map(({ wanted }) => `- ${chain(wanted)}`),
        ...extra.map((ids) => `+ ${chain(ids)}`),
      ],
      [
        ...pairs.map(({ wanted, found: got, at }) => sequenceDifference(wanted, got, at)),
        ...missing.map(({ wanted, at }) => difference(`sequences[${at}]`, wanted, undefined)),
        ...extra.map((ids) => difference('sequences', undefined, ids)),
      ],
    ),
  ];
}

/** The ids of the events of each sequence (or sample) that alerts stand for. */
export function sequencesOf(alerts: readonly OutcomeAlert[]): readonly (readonly string[])[] {
  return alerts
    .filter(
      ({ document }) =>
        document['kibana.alert.group.id'] !== undefined && document['kibana.alert.group.index'] === undefined,
    )
    .map(({ ids }) => ids);
}

function chain(ids: readonly string[]): string {
  return ids.join(' → ');
}

/** Events in common, those in their places counting more. */
function commonEvents(wanted: readonly string[], found: readonly string[]): number {
  return wanted.reduce((sum, id, at) => sum + (found[at] === id ? 1.5 : found.includes(id) ? 1 : 0), 0);
}

function steps(wanted: readonly string[], got: readonly string[]): readonly string[] {
  if (sorted(wanted) === sorted(got)) return ['the same events in another order'];
  return Array.from({ length: Math.max(wanted.length, got.length) }, (_, at) => at).flatMap((at) => {
    const [want, have] = [wanted[at], got[at]];
    if (want === have) return [];
    if (have === undefined) return [`step ${at + 1} is not there, wanted ${want ?? ''}`];
    return [`step ${at + 1} is ${have}, ${want === undefined ? 'wanted no such step' : `wanted ${want}`}`];
  });
}

function sequenceDifference(wanted: readonly string[], got: readonly string[], at: number): Difference {
  const reordered = sorted(wanted) === sorted(got);
  return { ...difference(`sequences[${at}]`, wanted, got), ...(reordered ? { kind: 'order' } : {}) };
}

function sorted(ids: readonly string[]): string {
  return JSON.stringify([...ids].sort());
}

/** Compares the groups of a threshold rule, in any order; a count only where it is expected. A group with some of the values is shown beside. */
export function compareGroups(expected: readonly ExpectedGroup[], alerts: readonly OutcomeAlert[]): readonly Failure[] {
  const found = alerts.flatMap(({ document }) => groupOf(document) ?? []);
  const { pairs, missing, extra } = pairNearest(
    expected,
    found,
    (wanted, got) => same(wanted.key, got.key) && (wanted.count === undefined || wanted.count === got.count),
    commonValues,
  );
  if (pairs.length + missing.length + extra.length === 0) return [];
  const changes = pairs.map(({ wanted, found: got, at }) => ({ wanted, got, at, fields: groupChanges(wanted, got) }));
  return [
    boundedFailure(
      'The groups differ.',
      [
        ...changes.flatMap(({ wanted, got, fields }) => [
          `group with ${keyLabel(commonKey(wanted, got))}:`,
          ...fields.flatMap(({ name, expected: want, actual }) => fieldLines(name, want, actual)),
        ]),
        ...missing.map(({ wanted }) => `- ${label(wanted)}`),
        ...extra.map((group) => `+ ${label(group)}`),
      ],
      [
        ...changes.flatMap(({ at, fields }) =>
          fields.map(({ path, expected: want, actual }) => difference(`groups[${at}].${path}`, want, actual)),
        ),
        ...missing.map(({ wanted, at }) => difference(`groups[${at}]`, asJson(wanted), undefined)),
        ...extra.map((group) => difference('groups', undefined, asJson(group))),
      ],
    ),
  ];
}

/** The values of a key that both groups have. */
function commonKey(wanted: ExpectedGroup, got: ExpectedGroup): JsonObject {
  return Object.fromEntries(Object.entries(wanted.key).filter(([field, value]) => same(value, got.key[field])));
}

function commonValues(wanted: ExpectedGroup, got: ExpectedGroup): number {
  return Object.keys(commonKey(wanted, got)).length;
}

interface GroupChange {
  readonly name: string;
  readonly path: string;
  readonly expected: JsonValue | undefined;
  readonly actual: JsonValue | undefined;
}

function groupChanges(wanted: ExpectedGroup, got: ExpectedGroup): readonly GroupChange[] {
  const fields = [...new Set([...Object.keys(wanted.key), ...Object.keys(got.key)])];
  const keys = fields
    .map((name) => ({ name, path: `key.${name}`, expected: own(wanted.key, name), actual: own(got.key, name) }))
    .filter(({ expected, actual }) => !same(expected, actual));
  const counted = wanted.count !== undefined && wanted.count !== got.count;
  return counted ? [...keys, { name: 'count', path: 'count', expected: wanted.count, actual: got.count }] : keys;
}

function own(key: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(key, name) ? key[name] : undefined;
}

function keyLabel(key: JsonObject): string {
  return Object.entries(key)
    .map(([field, value]) => `${field} = ${brief(value)}`)
    .join(', ');
}

function label({ key, count }: ExpectedGroup): string {
  return [keyLabel(key), ...(count === undefined ? [] : [`count = ${count}`])].filter((part) => part !== '').join(', ');
}

function asJson({ key, count }: ExpectedGroup): JsonObject {
  return { key, ...(count === undefined ? {} : { count }) };
}

/** The group of a threshold rule's alert; undefined for others. */
export function groupOf(document: JsonObject): ExpectedGroup | undefined {
  const result = document['kibana.alert.threshold_result'];
  if (!isJsonObject(result)) return undefined;
  const { terms, count } = result;
  const entries = (isJsonArray(terms) ? terms.filter(isJsonObject) : []).map(
    ({ field, value }): [string, JsonValue] => [typeof field === 'string' ? field : '', value ?? null],
  );
  return { key: Object.fromEntries(entries), ...(typeof count === 'number' ? { count } : {}) };
}
