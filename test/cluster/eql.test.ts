import { expect, it } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { checkEql } from '../../src/languages/eql/check.js';
import type { EqlFields } from '../../src/languages/eql/field-info.js';
import { parseEql } from '../../src/languages/eql/parse.js';
import { eqlToQueryDsl } from '../../src/languages/eql/to-query-dsl.js';
import { pick, seededRandom } from '../seeded-random.js';
import { documentsForEql } from './documents-for-eql.js';
import { searchAll, useIndex } from './node-under-oracle-url.js';

const index = 'eql-conditions';

const mappings = {
  properties: {
    '@timestamp': { type: 'date' },
    event: { properties: { category: { type: 'keyword' } } },
    k: { type: 'keyword' },
    long: { type: 'keyword', ignore_above: 8 },
    w: { type: 'wildcard' },
    t: { type: 'text', fields: { keyword: { type: 'keyword' } } },
    n: { type: 'long', ignore_malformed: true },
    x: { type: 'double', ignore_malformed: true },
    b: { type: 'boolean' },
    d: { type: 'date', ignore_malformed: true },
    ip: { type: 'ip', ignore_malformed: true },
    never: { type: 'keyword' },
  },
} as const;

const fields: EqlFields = new Map([
  ...Object.entries(mappings.properties).flatMap(([name, definition]) =>
    'type' in definition ? [[name, { type: definition.type }] as const] : [],
  ),
  ['event.category', { type: 'keyword' }],
  ['t.keyword', { type: 'keyword' }],
]);

const TEXTS = [
  'alpha',
  'ALPHA',
  'Alpha',
  'beta',
  '',
  'a*b',
  'a?b',
  'C:\\Win\\a.exe',
  'c:\\win\\A.EXE',
  'École',
  'ÉCOLE',
  'Straße',
  '😀 x',
  'a\nb',
];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  k: TEXTS,
  long: [...TEXTS, 'much too long to be kept'],
  w: TEXTS,
  t: [...TEXTS, 'Net User'],
  n: [0, 1, -1, 42, 2147483648, '7', 'no number'],
  x: [0, 0.5, -1.5, 1e20, '2.5', 'no number'],
  b: [true, false, 'true'],
  d: ['2024-01-01T00:00:00Z', '2024-06-30', 1_704_067_200_000, 'no date'],
  ip: ['10.0.0.1', '192.168.1.1', '::1', 'fe80::1', 'no address'],
};

const documents = documentsForEql(20_261_122, 120, VALUES);
useIndex(index, mappings, documents);

function generateConditions(count: number): readonly string[] {
  const random = seededRandom(7);
  const text = (): string => JSON.stringify(pick(random, [...TEXTS, 'nothing']));
  const pattern = (): string =>
    JSON.stringify(
      pick(random, ['al*', 'AL*', '*a', '?lpha', '*', 'c:\\win\\*', '*école', 'STRAßE', 'a?b', 'a*b', '😀*']),
    );
  const regexp = (): string =>
    JSON.stringify(pick(random, ['al.*', 'AL.*', '[a-z]+', '.*', 'alpha|beta', 'a.b', 'c:\\\\win.*', 'alpha', '']));
  const string = (): string => pick(random, ['k', 'w', 't', 'long', 'never', '?k', '?gone']);
  const numeric = (): string => pick(random, ['n', 'x', '?n', '?gone']);
  const number = (): string => pick(random, ['0', '1', '-1', '42', '0.5', '7', '2147483648']);
  const order = (): string => pick(random, ['<', '<=', '>', '>=']);
  const equality = (): string => pick(random, ['==', '!=']);
  const list = (item: () => string): string => Array.from({ length: 1 + Math.floor(random() * 3) }, item).join(', ');
  const field = (): string => pick(random, ['k', 'n', 'x', 'b', 'd', 'ip', 't', 'w', 'never', '?gone']);
  const leaf = (): string =>
    pick(random, [
      () => `${string()} ${equality()} ${text()}`,
      () => `${string()} : ${pattern()}`,
      () => `${string()} : (${list(pattern)})`,
      () => `${string()} ${pick(random, ['like', 'like~'])} (${list(pattern)})`,
      () => `${string()} ${pick(random, ['regex', 'regex~'])} ${regexp()}`,
      () => `${string()} ${pick(random, ['in', 'not in', 'in~', 'not in~'])} (${list(text)})`,
      () =>
        `${pick(random, ['startsWith', 'endsWith', 'stringContains', 'startsWith~', 'endsWith~'])}(${string()}, "al")`,
      () => `${numeric()} ${equality()} ${number()}`,
      () => `${numeric()} ${order()} ${number()}`,
      () => `${number()} ${order()} ${numeric()}`,
      () => `n ${pick(random, ['in', 'not in'])} (${list(number)})`,
      () =>
        `n ${pick(random, ['+', '-', '*'])} ${pick(random, ['1', '2', '-1'])} ${equality()} ${pick(random, ['0', '2', '84'])}`,
      () => pick(random, ['b', '?b', 'b == true', 'b != true', 'b == false', 'b in (true)']),
      () =>
        `d ${pick(random, ['==', '!=', '<', '>='])} "${pick(random, ['2024-01-01', '2024-01-01T00:00:00Z', '2024-06-30'])}"`,
      () => `ip ${equality()} "${pick(random, ['10.0.0.1', '::1', '10.0.0.0/8'])}"`,
      () => `cidrMatch(ip, "${pick(random, ['10.0.0.0/8', 'fe80::/10', '0.0.0.0/0', '::/0'])}")`,
      () => `k ${order()} ${text()}`,
      () => `${field()} ${equality()} null`,
    ])();
  const condition = (depth: number): string => {
    if (depth === 0 || random() < 0.3) return leaf();
    const inner = (): string => condition(depth - 1);
    return pick(random, [
      () => `not (${inner()})`,
      () => `not ${leaf()}`,
      () => `(${inner()} and ${inner()})`,
      () => `(${inner()} or ${inner()})`,
    ])();
  };
  return Array.from({ length: count }, () => `${pick(random, ['any', 'process', 'file'])} where ${condition(2)}`);
}

it('finds the same events as the Query DSL of each condition on the node', async () => {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') });
  await cluster.createIndex(index, { mappings });
  await cluster.bulk([...documents].map(([_id, source]) => ({ _index: index, _id, source: JSON.stringify(source) })));
  const cases = generateConditions(1500).flatMap((query) => {
    const { value, diagnostics } = parseEql(query);
    expect(diagnostics, query).toEqual([]);
    if (value?.source.kind !== 'EventFilter') return [];
    expect(checkEql(value, { text: query, fields }), query).toEqual([]);
    const dsl = eqlToQueryDsl(value.source, { fields });
    return JSON.stringify(dsl).includes('eql_script') ? [] : [{ query, dsl }];
  });
  expect(cases.length * documents.size).toBeGreaterThan(100_000);
  const answers = await searchAll(
    index,
    cases.map(({ dsl }) => dsl),
  );
  const differences = [];
  for (const [at, { query, dsl }] of cases.entries()) {
    const { hits } = await cluster.eql({ index, query, size: 1000 });
    const found = { ids: hits.events!.map(({ _id }) => _id).sort() };
    if (JSON.stringify(found) !== JSON.stringify(answers[at]))
      differences.push({ query, dsl, found, node: answers[at] });
  }
  expect(differences).toEqual([]);
});
