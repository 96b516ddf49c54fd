import { describe, expect, test } from 'vitest';
import { compare } from '../../src/testing/compare.js';
import { toExpectation } from '../../src/testing/test-file.js';
import type { Outcome } from '../../src/testing/test-case.js';
import { updateExpectation } from '../../src/testing/update-expectation.js';
import type { JsonObject } from '../../src/values/json.js';

const alert = (ids: string[], document: JsonObject = {}): NonNullable<Outcome['alerts']>[number] => ({ ids, document });
const rule = (...alerts: NonNullable<Outcome['alerts']>): Outcome => ({ alerts, warnings: [], errors: [] });
const hunt = (columns: string[], ...rows: (string | number | null)[][]): Outcome => ({
  columns,
  rows,
  warnings: [],
  errors: [],
});

function update(expected: JsonObject, outcome: Outcome): JsonObject {
  const before = toExpectation(expected);
  const updated = updateExpectation(before, outcome);
  expect(compare({ ...before, ...toExpectation(updated), ordered: before.ordered }, outcome)).toEqual([]);
  return updated;
}

describe('expectations of alerts', () => {
  const outcome = rule(alert(['b'], { 'user.name': 'ben', 'a.b': 1 }), alert(['a', 'c'], { user: { name: 'anna' } }));

  test('that hold, and keys that are not there, are left alone', () => {
    expect(update({ alerts: 2 }, outcome)).toEqual({});
    expect(update({ alerts: 1 }, outcome)).toEqual({ alerts: 2 });
    expect(update({ alerts: { min: 3, max: 5 } }, outcome)).toEqual({ alerts: { min: 2, max: 5 } });
    expect(update({ alerts: { max: 1 } }, outcome)).toEqual({ alerts: { max: 2 } });
  });

  test('ids that still hold keep their order', () => {
    expect(update({ matched: ['c', 'x', 'a'] }, outcome)).toEqual({ matched: ['c', 'a', 'b'] });
    expect(update({ matched_any: ['c', 'x'] }, outcome)).toEqual({ matched_any: ['c'] });
  });

  test('fields get the values of the nearest alert, in the form that they have', () => {
    expect(update({ alert: [{ fields: { user: { name: 'bob' }, 'a.b': 1 } }] }, outcome)).toEqual({
      alert: [{ fields: { user: { name: 'ben' }, 'a.b': 1 } }],
    });
    expect(update({ alert: [{ fields: { user: { name: 'anna' }, gone: 1 } }] }, outcome)).toEqual({
      alert: [{ fields: { user: { name: 'anna' } } }],
    });
  });

  test('groups and sequences', () => {
    const group = (value: string, count: number): JsonObject => ({
      'kibana.alert.threshold_result': { terms: [{ field: 'user.name', value }], count },
    });
    const groups = rule(alert([], group('anna', 3)), alert([], group('ben', 4)));
    expect(update({ groups: [{ key: { 'user.name': 'ben' }, count: 2 }] }, groups)).toEqual({
      groups: [
        { key: { 'user.name': 'ben' }, count: 4 },
        { key: { 'user.name': 'anna' }, count: 3 },
      ],
    });
    expect(update({ groups: [{ key: { 'user.name': 'ben' } }] }, groups)).toEqual({
      groups: [{ key: { 'user.name': 'ben' } }, { key: { 'user.name': 'anna' } }],
    });
    const sequence = { 'kibana.alert.group.id': 'g' };
    expect(
      update(
        {
          sequences: [
            ['x', 'y'],
            ['c', 'd'],
          ],
        },
        rule(alert(['a', 'b'], sequence), alert(['c', 'd'], sequence)),
      ),
    ).toEqual({
      sequences: [
        ['c', 'd'],
        ['a', 'b'],
      ],
    });
  });
});

describe('expectations of rows', () => {
  test('in the columns that they name; null is left out', () => {
    const outcome = hunt(['n', 'user', 'more'], [1, 'anna', 'x'], [2, null, 'y']);
    expect(update({ rows: [{ n: 2 }, { n: 3, user: 'carl' }] }, outcome)).toEqual({
      rows: [{ n: 2 }, { n: 1, user: 'anna' }],
    });
    expect(update({ rows: [{ n: 2 }, { n: 1 }], ordered: true }, outcome)).toEqual({ rows: [{ n: 1 }, { n: 2 }] });
    expect(update({ columns: ['n'] }, outcome)).toEqual({ columns: ['n', 'user', 'more'] });
    expect(update({ rows: [] }, hunt(['n'], [1]))).toEqual({ rows: [{ n: 1 }] });
  });
});

test('warnings and errors', () => {
  const warned: Outcome = { ...rule(), warnings: ['new warning', 'kept as it is'] };
  expect(update({ warnings: ['as it', 'old'] }, warned)).toEqual({ warnings: ['as it', 'new warning'] });
  expect(update({ warnings: ['old'] }, rule())).toEqual({ warnings: [] });
  const failed: Outcome = { warnings: [], errors: ['Unknown column [b]'] };
  expect(update({ error: 'Unknown column [a]' }, failed)).toEqual({ error: 'Unknown column [b]' });
});

test('what cannot be made true without new or fewer keys is not changed', () => {
  const failed: Outcome = { warnings: [], errors: ['broken'] };
  expect(updateExpectation(toExpectation({ alerts: 1 }), failed)).toEqual({});
  expect(updateExpectation(toExpectation({ error: 'broken' }), rule())).toEqual({});
  expect(updateExpectation(toExpectation({ matched_any: ['a'] }), rule())).toEqual({});
  expect(updateExpectation(toExpectation({ alert: [{ fields: { a: 1 } }] }), rule())).toEqual({});
});
