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
      'No alert has the expected fields; the nearest is that of a:',
      '- user.name: "x"',
      '+ user.name: (not there)',
    ]);
    expect(failures({ alert: [wanted] }, alerts())).toEqual([
      'No alert has the expected fields.',
      'there is no alert at all',
      '- host.name: "host-a"',
      '- kibana.alert.severity: "low"',
    ]);
  });

  test('each expected alert that no alert answers is told apart', () => {
    const wanted = [{ 'host.name': 'host-a' }, { 'host.name': 'host-c' }];
    expect(failures({ alert: wanted }, alerts('b', 'a'))).toEqual([
      'No alert has the expected fields of expect.alert 2; the nearest is that of b:',
      '- host.name: "host-c"',
      '+ host.name: "host-b"',
    ]);
  });

  test('types that differ are named', () => {
    const outcome: Outcome = {
      alerts: [{ ids: ['a'], document: { risk: '5', tags: ['x'], empty: null } }],
      warnings: [],
      errors: [],
    };
    expect(failures({ alert: [{ risk: 5, tags: 'x', empty: 'y' }] }, outcome)).toEqual([
      'No alert has the expected fields:',
      '- risk: 5 (number)',
      '+ risk: "5" (string)',
      '- tags: "x" (string)',
      '+ tags: ["x"] (array)',
      '- empty: "y" (string)',
      '+ empty: null (null)',
    ]);
  });

  test('a field that the alert has not is compared with its names', () => {
    const outcome: Outcome = {
      alerts: [{ ids: ['a'], document: { process: { name: 'sh', pid: 4 } } }],
      warnings: [],
      errors: [],
    };
    expect(failures({ alert: [{ 'proces.name': 'sh' }] }, outcome)).toContain(
      '+ proces.name: (not there); did you mean process.name, which is "sh"?',
    );
    expect(failures({ alert: [{ process: 'sh' }] }, outcome)).toContain(
      '+ process: (not there); it is an object with process.name, process.pid',
    );
    expect(failures({ alert: [{ __proto__: null, constructor: 'x' }] }, outcome)).toContain(
      '+ constructor: (not there)',
    );
  });

  test('an alert that has the field in another value is nearer than one without it', () => {
    const outcome: Outcome = {
      alerts: [
        { ids: ['without'], document: {} },
        { ids: ['with'], document: { 'user.name': 'y' } },
      ],
      warnings: [],
      errors: [],
    };
    expect(failures({ alert: [{ 'user.name': 'x' }] }, outcome)[0]).toContain('the nearest is that of with');
  });

  test('long values are cut to where they differ', () => {
    const long = 'a'.repeat(1000);
    const outcome: Outcome = {
      alerts: [{ ids: ['a'], document: { args: `${long}x${long}` } }],
      warnings: [],
      errors: [],
    };
    const [, wanted = '', got = ''] = failures({ alert: [{ args: `${long}y${long}` }] }, outcome);
    expect(wanted.length).toBeLessThan(200);
    expect(wanted).toMatch(/^- args: …a+ya+…$/);
    expect(got).toMatch(/^\+ args: …a+xa+…$/);
  });

  test('many differences are cut in the text, and whole as data', () => {
    const ids = Array.from({ length: 100 }, (_, at) => `d${at}`);
    const [failure] = compare({ ordered: false, matched: [] }, alerts(...ids));
    expect(failure?.details).toHaveLength(41);
    expect(failure?.details.at(-1)).toBe('… 60 more lines; --reporter json has all differences');
    expect(failure?.differences).toHaveLength(100);
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
      'row with user = "bob":',
      '- n: 3',
      '+ n: 2',
      '+ user = "ann", n = 1',
    ]);
    expect(failures({ rows: [{ user: 'eve', n: 3 }] }, outcome)).toEqual([
      'The rows differ: expected 1, got 2.',
      '- user = "eve", n = 3',
      '+ user = "ann", n = 1',
      '+ user = "bob", n = 2',
    ]);
  });

  test('rows are paired with those that they are likest to', () => {
    const wide = rows(['a', 'b', 'c'], [1, 1, 1], [1, 2, 2]);
    expect(failures({ rows: [{ a: 1, b: 2, c: 3 }] }, wide)).toEqual([
      'The rows differ: expected 1, got 2.',
      'row with a = 1, b = 2:',
      '- c: 3',
      '+ c: 2',
      '+ a = 1, b = 1, c = 1',
    ]);
  });

  test('as data, each column that differs has its path', () => {
    expect(
      compare({ ordered: false, rows: [{ user: 'bob', n: '2' }, { user: 'eve' }] }, outcome).flatMap(
        ({ differences }) => differences ?? [],
      ),
    ).toEqual([
      { kind: 'type', path: 'rows[0].n', expected: '2', actual: 2 },
      { kind: 'missing', path: 'rows[1]', expected: { user: 'eve', n: null } },
      { kind: 'unexpected', path: 'rows', actual: { user: 'ann', n: 1 } },
    ]);
  });

  test('no rows expected means none', () => {
    expect(failures({ rows: [] }, rows(['n']))).toEqual([]);
    expect(failures({ rows: [] }, outcome)).toHaveLength(3);
  });

  test('order counts when asked for', () => {
    const expected = { rows: [{ n: 2 }, { n: 1 }] };
    expect(failures(expected, outcome)).toEqual([]);
    expect(failures({ ...expected, ordered: true }, outcome)).toEqual([
      'The rows differ: expected 2, got 2.',
      'row 1:',
      '- n: 2',
      '+ n: 1',
      'row 2:',
      '- n: 1',
      '+ n: 2',
    ]);
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

describe('sequences', () => {
  const sequences = (...chains: string[][]): Outcome => ({
    alerts: chains.map((ids) => ({ ids, document: { 'kibana.alert.group.id': ids.join('-') } })),
    warnings: [],
    errors: [],
  });

  test('are equal in any order', () => {
    expect(
      failures(
        {
          sequences: [
            ['c', 'd'],
            ['a', 'b'],
          ],
        },
        sequences(['a', 'b'], ['c', 'd']),
      ),
    ).toEqual([]);
  });

  test('the nearest one is shown beside the expected one, step by step', () => {
    expect(failures({ sequences: [['a', 'b', 'c']] }, sequences(['a', 'x', 'c'], ['p', 'q', 'r']))).toEqual([
      'The sequences differ.',
      '- a → b → c',
      '+ a → x → c',
      'step 2 is x, wanted b',
      '+ p → q → r',
    ]);
    expect(failures({ sequences: [['a', 'b', 'c']] }, sequences(['a', 'b']))).toContain(
      'step 3 is not there, wanted c',
    );
    expect(failures({ sequences: [['a']] }, sequences(['a', 'b']))).toContain('step 2 is b, wanted no such step');
  });

  test('the same events in another order are called that', () => {
    const [failure] = compare({ ordered: false, sequences: [['a', 'b']] }, sequences(['b', 'a']));
    expect(failure?.details).toEqual(['- a → b', '+ b → a', 'the same events in another order']);
    expect(failure?.differences).toEqual([
      { kind: 'order', path: 'sequences[0]', expected: ['a', 'b'], actual: ['b', 'a'] },
    ]);
  });
});

describe('groups', () => {
  const groups = (...found: (readonly [string, string, number])[]): Outcome => ({
    alerts: found.map(([ip, user, count], at) => ({
      ids: [`g${at}`],
      document: {
        'kibana.alert.threshold_result': {
          terms: [
            { field: 'source.ip', value: ip },
            { field: 'user.name', value: user },
          ],
          count,
        },
      },
    })),
    warnings: [],
    errors: [],
  });

  test('another count is shown at the group that it is of', () => {
    const key = { 'source.ip': '10.0.0.1', 'user.name': 'ann' };
    const outcome = groups(['10.0.0.1', 'ann', 3], ['10.0.0.2', 'bob', 5]);
    const wanted = [{ key, count: 4 }, { key: { 'source.ip': '10.0.0.2', 'user.name': 'bob' } }];
    expect(failures({ groups: wanted }, outcome)).toEqual([
      'The groups differ.',
      'group with source.ip = "10.0.0.1", user.name = "ann":',
      '- count: 4',
      '+ count: 3',
    ]);
    expect(compare({ ordered: false, groups: wanted }, outcome)[0]?.differences).toEqual([
      { kind: 'value', path: 'groups[0].count', expected: 4, actual: 3 },
    ]);
  });

  test('a group is paired with the one that shares most of its key', () => {
    const wanted = [{ key: { 'source.ip': '10.0.0.1', 'user.name': 'eve' } }];
    expect(failures({ groups: wanted }, groups(['10.0.0.1', 'ann', 3], ['10.0.0.9', 'joe', 3]))).toEqual([
      'The groups differ.',
      'group with source.ip = "10.0.0.1":',
      '- user.name: "eve"',
      '+ user.name: "ann"',
      '+ source.ip = "10.0.0.9", user.name = "joe", count = 3',
    ]);
  });
});

test('integers beyond 2^53 are text in the data, and numbers in the text', () => {
  const outcome: Outcome = {
    alerts: [{ ids: ['a'], document: { id: 9007199254740993n } }],
    warnings: [],
    errors: [],
  };
  const [failure] = compare({ ordered: false, alert: [{ id: 9007199254740995n }] }, outcome);
  expect(failure?.details).toEqual(['- id: 9007199254740995', '+ id: 9007199254740993']);
  expect(() => JSON.stringify(failure)).not.toThrow();
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
