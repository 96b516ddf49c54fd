import { plural } from '../diagnostics/plural.js';
import type { TestSummary } from '../render/rule-tests.js';
import type { Bounds, Expectation, TestCase } from '../testing/test-case.js';

/** Ids of the documents that a test ran on. */
export interface SeenDocuments {
  readonly fired: readonly string[];
  readonly silent: readonly string[];
}

/** A test as a page tells of it: what its file says, and of documents that the file does not name what a run showed (`seen`). */
export function summarizeTest(test: TestCase, seen?: SeenDocuments): TestSummary {
  const { expect } = test;
  const declared = expect.matched ?? expect.sequences?.flat() ?? seen?.fired ?? expect.matchedAny ?? [];
  const fires = expect.alerts === 0 ? [] : [...new Set(declared)];
  const all = seen === undefined ? inlineIds(test) : [...seen.fired, ...seen.silent];
  const firing = new Set(fires);
  return {
    name: test.name,
    expects: expectationInWords(expect),
    fires,
    silent: [...new Set(all)].filter((id) => !firing.has(id)),
    ...markOf(test),
  };
}

/** What a test expects, in words: `2 alerts`, `no alert`, `at least 3 rows`. */
export function expectationInWords(expect: Expectation): string {
  const { alerts, matched, matchedAny, rows, sequences, groups, error } = expect;
  if (error !== undefined) return `the error "${error}"`;
  if (alerts !== undefined) return typeof alerts === 'number' ? counted(alerts, 'alert') : boundsInWords(alerts);
  if (sequences !== undefined) return counted(sequences.length, 'sequence');
  if (groups !== undefined) return counted(groups.length, 'group');
  if (rows !== undefined) return counted(rows.length, 'row');
  if (matched !== undefined) return matched.length === 0 ? 'no alert' : 'alerts of these documents';
  if (matchedAny !== undefined) return 'alerts, of these documents among others';
  return expect.alert === undefined ? '' : 'an alert with given fields';
}

function markOf({ skip, todo }: TestCase): Pick<TestSummary, 'mark'> {
  if (skip !== undefined) return { mark: `not run: ${skip}` };
  return todo === undefined ? {} : { mark: `expected to fail: ${todo}` };
}

function counted(count: number, noun: string): string {
  return count === 0 ? `no ${noun}` : plural(count, noun);
}

function boundsInWords({ min, max }: Bounds): string {
  if (min === undefined) return max === undefined ? '' : `at most ${plural(max, 'alert')}`;
  if (max === undefined) return `at least ${plural(min, 'alert')}`;
  return min === max ? counted(min, 'alert') : `${min} to ${plural(max, 'alert')}`;
}

// Documents without an id are numbered by the runner.
function inlineIds({ inline }: TestCase): readonly string[] {
  return inline.map(({ _id: id }, at) => (typeof id === 'string' ? id : `event-${at + 1}`));
}
