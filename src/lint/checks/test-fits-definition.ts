import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject } from '../../values/json.js';
import type { KeyPath } from '../../definitions/locate.js';
import type { Rule } from '../../model/rule.js';
import { queriesOfRule } from '../queries.js';
import type { Check, FileViolation } from '../check.js';

const TEST = (expect: string): string => `[[test]]\nname = "a case"\nnow = 2026-05-01T12:00:00Z\nexpect = ${expect}`;

const OF_RULES = ['alerts', 'matched', 'matched_any', 'alert', 'sequences', 'groups'];
const OF_HUNTS = ['rows', 'columns', 'ordered'];

/** See `summary`. */
export const testFitsDefinition: Check = {
  name: 'test-fits-definition',
  since: '0.1.0',
  severity: 'error',
  summary: 'Expect alerts of rules and rows of hunts, and give a test what its definition has a use for.',
  rationale:
    'A rule gives alerts (`alerts`, `matched`, `matched_any`, `alert`), a hunt gives rows (`rows`, `columns`, `ordered`); `warnings` and `error` fit both. A test that expects the other kind fails. `query` chooses one of the queries of a hunt, counted from 1, and must be one that there is; a rule has one query alone. `indicators` are for rules of type `threat_match`, `anomalies` for rules of type `machine_learning` and those that read the indices of anomalies: other rules never see them.',
  examples: {
    invalid: [
      { 'a.toml': 'name = "A"', 'a.test.toml': TEST('{ rows = [] }') },
      { 'a.toml': '[hunt]\nname = "A"', 'a.test.toml': TEST('{ alerts = 1 }') },
      { 'a.toml': '[hunt]\nname = "A"', 'a.test.toml': `${TEST('{ rows = [] }')}\nquery = 2` },
      { 'a.toml': 'name = "A"', 'a.test.toml': `${TEST('{ alerts = 1 }')}\nquery = 3` },
      {
        'a.toml': 'name = "A"',
        'a.test.toml': `${TEST('{ alerts = 1 }')}\nindicators = ["threats.ndjson"]\nanomalies = ["records.ndjson"]`,
      },
    ],
    valid: [
      { 'a.toml': 'name = "A"', 'a.test.toml': TEST('{ alerts = 1 }') },
      { 'a.toml': '[hunt]\nname = "A"', 'a.test.toml': TEST('{ rows = [] }') },
      {
        'a.toml': 'name = "A"\nindex = [".ml-anomalies-*"]',
        'a.test.toml': `${TEST('{ alerts = 1 }')}\nanomalies = ["records.ndjson"]`,
      },
    ],
  },
  *repository({ rules, hunts, tests }) {
    const ruleFiles = new Map(rules.map((rule) => [rule.file, rule.value]));
    const queries = new Map(hunts.map(({ file, value }) => [file, value.query.length]));
    for (const { file, value } of tests) {
      const definition = file.replace(/\.test\.toml$/u, '.toml');
      const count = queries.get(definition);
      const rule = ruleFiles.get(definition);
      if (rule !== undefined && isJsonObject(value['defaults']))
        yield* useless(file, ['defaults'], value['defaults'], rule);
      for (const [at, test] of (isJsonArray(value['test']) ? value['test'] : []).entries()) {
        if (!isJsonObject(test)) continue;
        if (rule !== undefined) {
          yield* misplaced(file, at, test, OF_HUNTS, 'A rule gives alerts, not rows.');
          yield* useless(file, ['test', at], test, rule);
        }
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

/** Settings of a test that a rule never looks at. */
function* useless(
  file: string,
  path: KeyPath,
  table: JsonObject,
  rule: Rule,
): Generator<FileViolation, void, undefined> {
  if (table['query'] !== undefined) {
    yield {
      file,
      path: [...path, 'query'],
      at: 'key',
      what: 'query does not apply here: a rule has one query.',
      why: 'It chooses one of the queries of a hunt. Here nothing reads it.',
      fix: 'Leave query out.',
    };
  }
  for (const [key, type] of [
    ['indicators', 'threat_match'],
    ['anomalies', 'machine_learning'],
  ] as const) {
    const given = table[key];
    if (given === undefined || (isJsonArray(given) && given.length === 0)) continue;
    if (rule.type === type || (key === 'anomalies' && mayReadAnomalies(rule))) continue;
    yield {
      file,
      path: [...path, key],
      at: 'key',
      what: `${key} does not apply here: the rule is of type ${rule.type}.`,
      why: `Rules of type ${type} have a use for ${key}; this one never sees them.`,
      fix: `Leave ${key} out, or write what the rule is to see under events.`,
    };
  }
}

/** Whether the indices of a rule may be those that jobs write to; those of a data view are not known. */
function mayReadAnomalies(rule: Rule): boolean {
  const patterns = queriesOfRule(rule).flatMap(({ indices }) => indices);
  return patterns.length === 0 || patterns.some((pattern) => pattern.startsWith('.ml') || pattern.startsWith('*'));
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
