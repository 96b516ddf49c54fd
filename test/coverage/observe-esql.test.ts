import { expect, test } from 'vitest';
import { coverRule } from '../../src/coverage/cover-rule.js';
import type { RuleCoverage } from '../../src/coverage/cover-rule.js';
import { observeEsql } from '../../src/coverage/observe-esql.js';
import { conditionsOfHunt } from '../../src/coverage/rule-conditions.js';
import type { RuleCondition } from '../../src/coverage/rule-conditions.js';
import { esqlSegments } from '../../src/coverage/esql-segments.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { IsolatedCluster } from '../../src/testing/isolated-cluster.js';
import type { ObservedRow } from '../../src/testing/observation.js';
import type { JsonObject } from '../../src/values/json.js';
import { printJson } from '../../src/values/json.js';

type Documents = Readonly<Record<string, JsonObject>>;

function conditionsOf(query: string): readonly RuleCondition[] {
  return esqlSegments(query, ['rule', 'query']).map((segment) => ({ name: 'rows', segment, clauses: segment.clauses }));
}

async function observed(query: string, documents: Documents): Promise<readonly (readonly ObservedRow[])[]> {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T12:00:00Z') });
  const mappings: JsonObject = {
    dynamic_templates: [{ text: { match_mapping_type: 'string', mapping: { type: 'keyword' } } }],
    properties: { note: { type: 'text' } },
  };
  await cluster.createIndex('logs-a', { mappings });
  await cluster.bulk(
    Object.entries(documents).map(([id, document]) => ({ _index: 'logs-a', _id: id, source: printJson(document) })),
  );
  const { conditions, errors } = await observeEsql(query, conditionsOf(query), cluster);
  expect(errors).toEqual([]);
  return conditions;
}

/** Coverage by several tests, each with documents of its own. */
async function covered(query: string, ...tests: readonly Documents[]): Promise<RuleCoverage> {
  const conditions = conditionsOf(query);
  const observations = [];
  for (const documents of tests) {
    observations.push({ test: 'a', observation: { conditions: await observed(query, documents), errors: [] } });
  }
  return coverRule(conditions, observations);
}

const statuses = ({ clauses }: RuleCoverage): object =>
  Object.fromEntries(clauses.map(({ clause, status }) => [clause.text, status]));

/** The rows of a condition as `id letters fired`. */
const lines = (rows: readonly ObservedRow[] | undefined): readonly string[] =>
  (rows ?? []).map(({ document, truth, fired }) => `${document} ${truth} ${fired ? 'fired' : 'silent'}`).sort();

test('a document is a row: every WHERE is asked of it, also behind one that drops it', async () => {
  const query = `FROM logs-a
    | WHERE name == "curl"
    | EVAL long = LENGTH(name) > 3
    | WHERE user IN ("root", "admin") AND long
    | KEEP name`;
  const [rows] = await observed(query, {
    good: { name: 'curl', user: 'root' },
    user: { name: 'curl', user: 'kim' },
    name: { name: 'wget', user: 'admin' },
    none: { name: 'curl' },
  });
  // name; and, in, root, admin, long
  expect(lines(rows)).toEqual(['good 1--101 fired', 'name 0--011 silent', 'none 1--??1 silent', 'user 1--001 silent']);
});

test('values of a list are clauses of their own, and one that no test has is never true', async () => {
  const query = 'FROM logs-a | WHERE name IN ("curl", "wget") AND pid > 4';
  const found = await covered(query, {
    good: { name: 'curl', pid: 5 },
    other: { name: 'ls', pid: 5 },
    low: { name: 'curl', pid: 4 },
  });
  expect(statuses(found)).toEqual({ '"curl"': 'covered', '"wget"': 'never-true', 'pid > 4': 'covered' });
  expect(found).toMatchObject({ covered: 2, total: 3 });
});

test('before STATS a document counts where its kind tips a group, behind it a group is a row', async () => {
  const query =
    'FROM logs-a | WHERE ok == "no" AND kind == "login" | STATS tries = COUNT(*) BY user | WHERE tries >= 2';
  const tries = (last: JsonObject): Documents => ({
    one: { ok: 'no', kind: 'login', user: 'kim' },
    two: { ok: 'no', kind: 'login', user: 'kim', ...last },
  });
  const [documents, groups] = await observed(query, tries({ ok: 'yes' }));
  expect(lines(documents)).toEqual(['one -11 silent', 'two -01 silent']);
  expect(lines(groups)).toEqual(['group `kim` 0 silent']);
  expect(statuses(await covered(query, tries({}), tries({ ok: 'yes' })))).toEqual({
    'ok == "no"': 'covered',
    'kind == "login"': 'never-false',
    'tries >= 2': 'covered',
  });
  expect(await covered(query, tries({}), tries({ ok: 'yes' }), tries({ kind: 'logout' }))).toMatchObject({
    covered: 3,
    total: 3,
  });
});

test('a near miss in a group that comes through anyway shows nothing', async () => {
  const query = 'FROM logs-a | WHERE ok == "no" | STATS tries = COUNT(*) BY user';
  const found = await covered(query, { bad: { ok: 'no', user: 'kim' }, good: { ok: 'yes', user: 'kim' } });
  expect(statuses(found)).toEqual({ 'ok == "no"': 'not-decisive' });
  const own = await covered(query, { bad: { ok: 'no', user: 'kim' }, good: { ok: 'yes', user: 'lee' } });
  expect(statuses(own)).toEqual({ 'ok == "no"': 'covered' });
});

test('a document that would take a group away decides, too', async () => {
  const query = 'FROM logs-a | WHERE kind == "start" | STATS hosts = COUNT_DISTINCT(host) BY name | WHERE hosts == 1';
  const found = await covered(
    query,
    { a: { kind: 'start', name: 'x', host: 'h1' }, b: { kind: 'end', name: 'x', host: 'h2' } },
    { a: { kind: 'start', name: 'x', host: 'h1' }, b: { kind: 'start', name: 'x', host: 'h2' } },
  );
  expect(statuses(found)).toEqual({ 'kind == "start"': 'covered', 'hosts == 1': 'covered' });
});

test('searches are asked in a WHERE of their own', async () => {
  const query = 'FROM logs-a | WHERE MATCH(note, "fox") AND pid > 1';
  const found = await covered(query, {
    good: { note: 'a quick fox', pid: 2 },
    dog: { note: 'a lazy dog', pid: 2 },
    low: { note: 'a quick fox', pid: 1 },
  });
  expect(found).toMatchObject({ covered: 2, total: 2 });
});

test('that a column has a value is redundant beside a test that wants one of it', async () => {
  const query = 'FROM logs-a | WHERE host IS NOT NULL AND NOT host LIKE "a*" AND user IS NOT NULL';
  const found = await covered(query, {
    a: { host: 'b', user: 'kim' },
    b: { host: 'a', user: 'kim' },
    c: { host: 'b' },
  });
  expect(statuses(found)).toEqual({
    'host IS NOT NULL': 'redundant',
    'host LIKE "a*"': 'covered',
    'user IS NOT NULL': 'covered',
  });
});

test('an isolated cluster answers the same: names of indices are not asked for', async () => {
  const now = new Date('2026-01-01T12:00:00Z');
  const cluster = new IsolatedCluster(new EmbeddedCluster({ clock: () => now }), { prefix: 'test-', now });
  await cluster.createIndex('logs-a', { mappings: { properties: { pid: { type: 'long' } } } });
  await cluster.bulk([1, 2].map((pid) => ({ _index: 'logs-a', _id: `p${pid}`, source: printJson({ pid }) })));
  const query = 'FROM logs-a | WHERE pid > 1';
  const { conditions } = await observeEsql(query, conditionsOf(query), cluster);
  expect(lines(conditions[0])).toEqual(['p1 0 silent', 'p2 1 fired']);
});

test('a query that does not start with FROM, or has mistakes, has no clauses', () => {
  expect(esqlSegments('ROW a = 1 | WHERE a > 0', [])).toEqual([]);
  expect(esqlSegments('FROM logs | WHERE a >', [])).toEqual([]);
  expect(esqlSegments('FROM logs | STATS COUNT(*)', [])).toEqual([]);
});

test('each query of a hunt has conditions of its own', () => {
  const conditions = conditionsOfHunt({
    name: 'A hunt',
    author: '',
    description: '',
    uuid: '',
    integration: [],
    language: ['ES|QL', 'EQL'],
    query: ['FROM logs | WHERE a > 1', 'process where b == 1', 'SELECT 1'],
    license: '',
    notes: [],
    mitre: [],
    references: [],
  });
  expect(conditions.map(({ query, name }) => [query, name])).toEqual([
    [1, 'rows'],
    [2, 'query'],
  ]);
  const keys = conditions.flatMap(({ clauses }) => clauses.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
});
