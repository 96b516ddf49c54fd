import { describe, expect, test } from 'vitest';
import type { Truth } from '../../src/clauses/clause.js';
import { holds } from '../../src/coverage/condition.js';
import type { ConditionClause, Row } from '../../src/coverage/condition.js';
import { areCoupled } from '../../src/coverage/coupling.js';
import { coverClauses } from '../../src/coverage/cover-clauses.js';
import { decidingTests } from '../../src/coverage/deciding.js';
import { pick, seededRandom } from '../seeded-random.js';
import { conditionOf } from './conditions.js';
import type { Form } from './conditions.js';

const testsOf = (clauses: readonly ConditionClause[]): readonly ConditionClause[] =>
  clauses.filter(({ kind }) => kind === 'test');

/** The truths of the tests in order, as the list that a row holds. */
function truths(clauses: readonly ConditionClause[], values: readonly Truth[]): readonly Truth[] {
  const truth: Truth[] = clauses.map(() => null);
  testsOf(clauses).forEach(({ id }, at) => (truth[id] = values[at] ?? null));
  return truth;
}

function row(clauses: readonly ConditionClause[], values: readonly Truth[]): Row {
  const truth = truths(clauses, values);
  return { truth, fired: holds(clauses, truth) };
}

const [T, F] = [true, false];

/** The statuses of the tests in order; each row is the truths of the tests, and fires where the condition holds. */
function statuses(clauses: readonly ConditionClause[], ...rows: readonly (readonly Truth[])[]): readonly string[] {
  return coverClauses(
    clauses,
    rows.map((values) => row(clauses, values)),
  ).map(({ status }) => status);
}

describe('a clause of and', () => {
  const both = conditionOf(['and', 'a', 'b']);

  test('is covered by the event that fires and one that differs in the clause alone', () => {
    expect(statuses(both, [T, T], [F, T], [T, F])).toEqual(['covered', 'covered']);
    expect(statuses(both, [T, T], [F, T])).toEqual(['covered', 'never-false']);
    expect(statuses(both, [T, T], [F, F])).toEqual(['not-decisive', 'not-decisive']);
    expect(statuses(both, [F, T], [F, F])).toEqual(['never-true', 'not-decisive']);
    expect(statuses(both)).toEqual(['never-true', 'never-true']);
  });

  test('names the two documents that cover it', () => {
    const rows = [[F, F], [T, T], [T, F], [F, T]].map((values) => row(both, values)); // prettier-ignore
    expect(coverClauses(both, rows)).toEqual([
      { clause: 1, status: 'covered', whenTrue: 1, whenFalse: 3 },
      { clause: 2, status: 'covered', whenTrue: 1, whenFalse: 2 },
    ]);
  });

  test('is covered across the roots of a condition, which all have to hold', () => {
    expect(statuses(conditionOf('query', 'filter'), [T, T], [F, T], [T, F])).toEqual(['covered', 'covered']);
  });
});

describe('a value of a list', () => {
  const list = conditionOf(['or', 'name=x', 'name=y']);

  test('is covered by an event that has it and one that has none', () => {
    expect(statuses(list, [T, F], [F, F])).toEqual(['covered', 'never-true']);
    expect(statuses(list, [T, F], [F, T], [F, F])).toEqual(['covered', 'covered']);
    expect(statuses(list, [T, F], [F, T])).toEqual(['not-decisive', 'not-decisive']);
  });

  test('that is excluded is covered the other way round', () => {
    const excluded = conditionOf(['and', 'a', ['not', ['or', 'name=x', 'name=y']]]);
    expect(statuses(excluded, [T, F, F], [T, T, F], [T, F, T], [F, F, F])).toEqual(['covered', 'covered', 'covered']);
    expect(statuses(excluded, [T, F, F], [F, T, F])).toEqual(['not-decisive', 'not-decisive', 'never-true']);
  });
});

describe('a list of values of another field', () => {
  const lists = conditionOf(['and', ['or', 'parent=a', 'parent=b'], ['or', 'name=x', 'name=y']]);

  test('has to stay true, whichever of its values it is', () => {
    // a starts x and b starts y fire; another parent's x and a's other child do not.
    expect(statuses(lists, [T, F, T, F], [F, T, F, T], [F, F, T, F], [T, F, F, F])).toEqual(
      Array.from({ length: 4 }, () => 'covered'),
    );
  });

  test('of tests of several fields it is none', () => {
    const either = conditionOf(['and', 'a', ['or', 'b', 'c']]);
    expect(statuses(either, [T, T, F], [F, F, T])[0]).toBe('not-decisive');
    expect(statuses(either, [T, T, F], [F, T, F])[0]).toBe('covered');
  });
});

describe('coupled clauses', () => {
  // One value of `os` decides on both branches: no two documents differ in the first test of `os` alone.
  const branches = conditionOf(['or', ['and', 'os=linux', 'a'], ['and', 'os=windows', 'b']]);

  test('may change together where only one of them decides', () => {
    // linux with a fires, windows with a alone does not: `os=windows` changed too, and does not decide, as b is false.
    expect(statuses(branches, [T, T, F, F], [F, T, T, F])).toEqual([
      'covered',
      'never-false',
      'not-decisive',
      'never-true',
    ]);
  });

  test('may not where both decide', () => {
    const either = conditionOf(['and', 'n>1', 'n<9']);
    expect(statuses(either, [T, T], [F, F])).toEqual(['not-decisive', 'not-decisive']);
    expect(statuses(either, [T, T], [F, T], [T, F])).toEqual(['covered', 'covered']);
  });

  test('are those that share a field, one below it, a pattern of names, or any field', () => {
    const [, a, b] = conditionOf(['and', 'process.name', 'process.name.text']);
    const [, c, d] = conditionOf(['and', 'process.name', 'process.name_length']);
    const [, e, f] = conditionOf(['and', 'user.*', 'process.name']);
    expect([a && b && areCoupled(a, b), c && d && areCoupled(c, d), e && f && areCoupled(e, f)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(c && areCoupled({ ...c, fields: [] }, c)).toBe(true);
  });
});

describe('an outcome that the condition does not explain', () => {
  const both = conditionOf(['and', 'a', 'b']);

  test('shows nothing about what decides, but what was true', () => {
    const fires = row(both, [T, T]);
    const silent: Row = { ...row(both, [F, T]), fired: false };
    const suppressed: Row = { truth: truths(both, [T, T]), fired: false };
    expect(coverClauses(both, [suppressed, silent]).map(({ status }) => status)).toEqual([
      'not-decisive',
      'never-false',
    ]);
    expect(coverClauses(both, [suppressed, silent, fires])[0]?.status).toBe('covered');
  });
});

describe('a condition that is neither true nor false', () => {
  test('does not hold, and is no opposite of true below not', () => {
    expect(statuses(conditionOf('a'), [T], [null])).toEqual(['covered']);
    expect(statuses(conditionOf(['not', 'a']), [T], [null])).toEqual(['not-decisive']);
    expect(statuses(conditionOf(['not', 'a']), [null], [T], [F], [null])).toEqual(['covered']);
  });
});

describe('against brute force', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];

  function randomForm(random: () => number, left: string[], depth: number): Form {
    const name = left.shift();
    if (name === undefined) return 'z';
    if (depth === 0 || random() < 0.25) return name;
    left.unshift(name);
    const kind = pick(random, ['and', 'or', 'not', 'and', 'or'] as const);
    if (kind === 'not') return ['not', randomForm(random, left, depth - 1)];
    const children: Form[] = [];
    while (left.length > 0 && children.length < 2 + Math.floor(random() * 2)) {
      children.push(randomForm(random, left, depth - 1));
    }
    return [kind, ...children];
  }

  /** All lists of truths of so many tests. */
  function allTruths(count: number, values: readonly Truth[]): readonly (readonly Truth[])[] {
    return Array.from({ length: count }).reduce<readonly (readonly Truth[])[]>(
      (lists) => lists.flatMap((list) => values.map((value) => [...list, value])),
      [[]],
    );
  }

  test('a test decides where turning it alone turns the outcome', () => {
    const random = seededRandom(7);
    for (let run = 0; run < 150; run++) {
      const clauses = conditionOf(randomForm(random, names.slice(0, 4), 3));
      const tests = testsOf(clauses);
      for (const values of allTruths(tests.length, [true, false, null])) {
        const expected = tests.filter((_, at) => {
          const withValue = (value: Truth): boolean =>
            holds(clauses, truths(clauses, values.map((own, place) => (place === at ? value : own)))); // prettier-ignore
          return withValue(true) !== withValue(false);
        });
        expect([...decidingTests(clauses, truths(clauses, values))].sort((x, y) => x - y)).toEqual(
          expected.map(({ id }) => id),
        );
      }
    }
  });

  test('uncoupled tests are covered exactly where two rows differ in them alone and in their outcome', () => {
    const random = seededRandom(11);
    for (let run = 0; run < 400; run++) {
      const clauses = conditionOf(randomForm(random, [...names], 3));
      const tests = testsOf(clauses);
      const all = allTruths(tests.length, [true, false]);
      const rows = Array.from({ length: 1 + Math.floor(random() * 8) }, () => row(clauses, pick(random, all)));
      const expected = tests.map(({ id }) =>
        rows.some((one) =>
          rows.some(
            (other) =>
              one.truth[id] === true &&
              other.truth[id] !== true &&
              one.fired !== other.fired &&
              tests.every((rest) => rest.id === id || one.truth[rest.id] === other.truth[rest.id]),
          ),
        ),
      );
      expect(coverClauses(clauses, rows).map(({ status }) => status === 'covered')).toEqual(expected);
    }
  });

  test('all rows that there can be cover every test, when each has a field of its own', () => {
    const random = seededRandom(13);
    for (let run = 0; run < 100; run++) {
      const clauses = conditionOf(randomForm(random, [...names], 3));
      const rows = allTruths(testsOf(clauses).length, [true, false]).map((values) => row(clauses, values));
      expect(coverClauses(clauses, rows).every(({ status }) => status === 'covered')).toBe(true);
    }
  });
});

test('conditions of 10,000 clauses are judged, by the rows in which a clause decides alone', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `field${at}`);
  const any = conditionOf(['or', ...names]);
  const none = names.map(() => F);
  const first = names.map((_, at) => at === 0);
  const [covered, ...others] = statuses(any, none, first);
  expect(covered).toBe('covered');
  expect(new Set(others)).toEqual(new Set(['never-true']));
});
