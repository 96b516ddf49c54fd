import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject } from '../../values/json.js';
import type { Check, FileViolation } from '../check.js';

const TEST = (expect: string): string => `[[test]]\nname = "a case"\nnow = 2026-05-01T12:00:00Z\nexpect = ${expect}`;

const OF_RULES = ['alerts', 'matched', 'matched_any', 'alert', 'sequences', 'groups'];
const OF_HUNTS = ['rows', 'columns', 'ordered'];

/** See `summary`. */
export const testFitsDefinition: Check = {
  name: 'test-fits-definition',
  since: '0.1.0',
  severity: 'error',
  summary: 'Expect alerts of rules and rows of hunts.',
  rationale:
    'A rule gives alerts (`alerts`, `matched`, `matched_any`, `alert`), a hunt gives rows (`rows`, `columns`, `ordered`); `warnings` and `error` fit both. A test that expects the other kind fails. `query` chooses one of the queries of a hunt, counted from 1, and must be one that there is.',
  examples: {
    invalid: [
      { 'a.toml': 'name = "A"', 'a.test.toml': TEST('{ rows = [] }') },
      { 'a.toml': '[hunt]\nname = "A"', 'a.test.toml': TEST('{ alerts = 1 }') },
      { 'a.toml': '[hunt]\nname = "A"', 'a.test.toml': `${TEST('{ rows = [] }')}\nquery = 2` },
    ],
    valid: [
      { 'a.toml': 'name = "A"', 'a.test.toml': TEST('{ alerts = 1 }') },
      { 'a.toml': '[hunt]\nname = "A"', 'a.test.toml': TEST('{ rows = [] }') },
    ],
  },
  *repository({ rules, hunts, tests }) {
    const ruleFiles = new Set(rules.map(({ file }) => file));
    const queries = new Map(hunts.map(({ file, value }) => [file, value.query.length]));
    for (const { file, value } of tests) {
      const definition = file.replace(/\.test\.toml$/u, '.toml');
      const count = queries.get(definition);
      for (const [at, test] of (isJsonArray(value['test']) ? value['test'] : []).entries()) {
        if (!isJsonObject(test)) continue;
        if (ruleFiles.has(definition)) yield* misplaced(file, at, test, OF_HUNTS, 'A rule gives alerts, not rows.');
        if (count === undefined) continue;
        yield* misplaced(file, at, test, OF_RULES, 'A hunt gives rows, not alerts.');
        yield* missingQuery(file, at, test, count);
      }
    }
  },
};

function* misplaced(
  file: string,
  at: number,
  test: JsonObject,
  foreign: readonly string[],
  why: string,
): Generator<FileViolation, void, undefined> {
  const expect = isJsonObject(test['expect']) ? test['expect'] : {};
  for (const key of foreign.filter((name) => Object.hasOwn(expect, name))) {
    yield {
      file,
      path: ['test', at, 'expect', key],
      at: 'key',
      what: `expect.${key} does not apply here.`,
      why: `${why} The test fails.`,
      fix: foreign === OF_HUNTS ? 'Expect alerts, and the documents that they come from (matched).' : 'Expect rows.',
    };
  }
}

function* missingQuery(
  file: string,
  at: number,
  { query }: JsonObject,
  count: number,
): Generator<FileViolation, void, undefined> {
  if (typeof query !== 'number' || query <= count) return;
  yield {
    file,
    path: ['test', at, 'query'],
    what: `The hunt has no query ${query}: it has ${count}.`,
    why: 'The test has nothing to run.',
    fix: count === 1 ? 'Leave query out.' : `Choose a query from 1 to ${count}.`,
  };
}
