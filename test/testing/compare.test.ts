import { describe, expect, test } from 'vitest';
import { compare } from '../../src/testing/compare.js';
import { same } from '../../src/testing/value-equality.js';
import type { Expectation, Outcome } from '../../src/testing/test-case.js';

const alerts = (...ids: string[]): Outcome => ({
  alerts: ids.map((id) => ({ ids: [id], document: { host: { name: `host-${id}` }, 'kibana.alert.severity': 'low' } })),
  warnings: [],
  errors: [],
});
const rows = (columns: string[], ...values: (string | number | null)[][]): Outcome => ({
  columns,
  rows: values,
  warnings: [],
  errors: [],
});
const failures = (expected: Partial<Expectation>, outcome: Outcome): string[] =>
  compare({ ordered: false, ...expected }, outcome).flatMap(({ what, details }) => [what, ...details]);

describe('alerts', () => {
  test('the number holds, or the failure says where the alerts came from', () => {
    expect(failures({ alerts: 2 }, alerts('a', 'b'))).toEqual([]);
    expect(failures({ alerts: 1 }, alerts('a', 'b'))).toEqual(['Expected 1 alert, got 2.', 'alerts came from a, b']);
    expect(failures({ alerts: 0 }, alerts('a'))).toEqual(['Expected 0 alerts, got 1.', 'alerts came from a']);
  });

  test.each([
    [{ min: 1 }, 0, 'Expected at least 1 alerts, got 0.'],
    [{ max: 1 }, 2, 'Expected at most 1 alerts, got 2.'],
    [{ min: 1, max: 2 }, 3, 'Expected 1 to 2 alerts, got 3.'],
  ])('bounds %j refuse %i', (bounds, count, message) => {
    const ids = Array.from({ length: count }, (_, at) => `d${at}`);
    expect(failures({ alerts: bounds }, alerts(...ids))[0]).toBe(message);
    expect(failures({ alerts: bounds }, alerts('d1'))).toEqual([]);
  });

  test('matched is an exact set, matchedAny a subset', () => {
    expect(failures({ matched: ['b', 'a'] }, alerts('a', 'b'))).toEqual([]);
    expect(failures({ matched: ['a', 'c'] }, alerts('a', 'b'))).toEqual([
      'The alerts come from other documents than expected.',
      '- c (expected, raised no alert)',
      '+ b (not expected)',
    ]);
    expect(failures({ matchedAny: ['a'] }, alerts('a', 'b'))).toEqual([]);
    expect(failures({ matchedAny: ['c'] }, alerts('a', 'b'))).toHaveLength(2);
  });

  test('fields are compared by dotted name; the nearest alert explains a failure', () => {
    const wanted = { 'host.name': 'host-a', 'kibana.alert.severity': 'low' };
    expect(failures({ alert: [wanted] }, alerts('b', 'a'))).toEqual([]);
    expect(failures({ alert: [{ ...wanted, 'user.name': 'x' }] }, alerts('b', 'a'))).toEqual([
      'No alert has the expected fields.',
      'user.name: expected "x", got nothing',
    ]);
    expect(failures({ alert: [wanted] }, alerts())).toEqual([
      'No alert has the expected fields.',
      'there is no alert at all',
    ]);
  });

  test('rows expected of a rule fail instead of passing unseen', () => {
    expect(failures({ rows: [] }, alerts('a'))).toEqual([
      'expect.rows does not apply here; a rule gives alerts: expect alerts, matched.',
    ]);
  });
});

describe('rows', () => {
  const outcome = rows(['n', 'user'], [1, 'ann'], [2, 'bob']);

  test('are compared in the columns they name, in any order', () => {
    expect(failures({ rows: [{ user: 'bob' }, { user: 'ann' }] }, outcome)).toEqual([]);
    expect(
      failures(
        {
          rows: [
            { user: 'bob', n: 2 },
            { user: 'ann', n: 1 },
          ],
        },
        outcome,
      ),
    ).toEqual([]);
  });

  test('what is missing and what is too much is shown', () => {
    expect(failures({ rows: [{ user: 'bob', n: 3 }] }, outcome)).toEqual([
      'The rows differ: expected 1, got 2.',
      '- user = "bob", n = 3',
      '+ user = "ann", n = 1',
      '+ user = "bob", n = 2',
    ]);
  });

  test('no rows expected means none', () => {
    expect(failures({ rows: [] }, rows(['n']))).toEqual([]);
    expect(failures({ rows: [] }, outcome)).toHaveLength(3);
  });

  test('order counts when asked for', () => {
    const expected = { rows: [{ n: 2 }, { n: 1 }] };
    expect(failures(expected, outcome)).toEqual([]);
    expect(failures({ ...expected, ordered: true }, outcome)).toHaveLength(5);
  });

  test('duplicates count', () => {
    expect(failures({ rows: [{ n: 1 }] }, rows(['n'], [1], [1]))).toHaveLength(2);
  });

  test('columns are compared by name and order, an unknown one is named', () => {
    expect(failures({ columns: ['n', 'user'] }, outcome)).toEqual([]);
    expect(failures({ columns: ['user', 'n'] }, outcome)).toEqual(['The columns differ.', '- user, n', '+ n, user']);
    expect(failures({ rows: [{ usr: 'x' }] }, outcome)).toEqual(['There is no column usr.', 'the columns are n, user']);
  });

  test('null and a missing key in an expected row are the same', () => {
    expect(failures({ rows: [{ a: 1, b: null }] }, rows(['a', 'b'], [1, null]))).toEqual([]);
    expect(failures({ rows: [{ a: 1, b: 2 }, { a: 3 }] }, rows(['a', 'b'], [1, 2], [3, null]))).toEqual([]);
  });
});

test('an error of the run always fails', () => {
  expect(failures({}, { warnings: [], errors: ['it broke'] })).toEqual(['The run failed: it broke']);
});

test('same compares values, not spelling', () => {
  expect(same(1, 1n)).toBe(true);
  expect(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(same('1', 1)).toBe(false);
  expect(same(undefined, null)).toBe(false);
});
