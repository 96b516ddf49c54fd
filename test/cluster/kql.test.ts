import { expect, it } from 'vitest';
import { kqlQueryToDsl } from '../../src/languages/kql/elasticsearch-kql.js';
import type { KqlFieldInfo } from '../../src/languages/kql/known-fields.js';
import { parseKql } from '../../src/languages/kql/parse.js';
import { kqlToQueryDsl } from '../../src/languages/kql/to-query-dsl.js';
import { pick, seededRandom } from '../seeded-random.js';
import type { NodeAnswer } from './node-under-oracle-url.js';
import { searchAll, useIndex } from './node-under-oracle-url.js';

const index = 'kql-kql';
const texts = [
  'alpha', 'Alpha', 'beta', 'alphabet', 'foo:bar', 'a b', 'a*b', 'back\\slash', 'C:\\Temp\\x.exe', 'and', 'OR', 'not', 'null', 'true', '5',
  'what?', '(x)', '{y}', 'é', 'quick brown fox', '',
]; // prettier-ignore

function someDocuments(): ReadonlyMap<string, object> {
  const random = seededRandom(31);
  const several = <T>(items: readonly T[]): readonly T[] =>
    Array.from({ length: Math.floor(random() * 3) }, () => pick(random, items));
  return new Map(
    Array.from({ length: 120 }, (_, number) => {
      const kw = several(texts);
      const source = {
        ...(kw.length === 0 ? {} : { kw }),
        txt: several(texts).join(' '),
        wc: several(texts),
        lc: several(texts),
        n: { long: several([1, 5, 42, -3]), double: several([0.5, 5, 1e10]) },
        b: several([true, false]),
        d: several(['2024-01-01', '2024-06-15T10:20:30Z']),
        ip: several(['10.0.0.1', '192.168.1.7', '::1']),
        ver: several(['1.2.3', '1.10.0']),
        flat: { k: several(texts), deep: { er: several(texts) } },
        nest: Array.from({ length: Math.floor(random() * 3) }, () => ({
          name: pick(random, texts),
          n: pick(random, [1, 5]),
        })),
      };
      return [`k${number}`, source] as const;
    }),
  );
}

useIndex(
  index,
  {
    properties: {
      kw: { type: 'keyword' },
      txt: { type: 'text', fields: { raw: { type: 'keyword' } } },
      wc: { type: 'wildcard' },
      lc: { type: 'keyword', normalizer: 'lowercase' },
      n: { properties: { long: { type: 'long' }, double: { type: 'double' } } },
      b: { type: 'boolean' },
      d: { type: 'date' },
      ip: { type: 'ip' },
      ver: { type: 'version' },
      flat: { type: 'flattened' },
      al: { type: 'alias', path: 'kw' },
      nest: { type: 'nested', properties: { name: { type: 'keyword' }, n: { type: 'long' } } },
    },
  },
  someDocuments(),
);

const mapped = new Map<string, KqlFieldInfo>([
  ['kw', { type: 'keyword' }],
  ['txt', { type: 'text' }],
  ['txt.raw', { type: 'keyword' }],
  ['wc', { type: 'wildcard' }],
  ['lc', { type: 'keyword' }],
  ['n.long', { type: 'long' }],
  ['n.double', { type: 'double' }],
  ['b', { type: 'boolean' }],
  ['d', { type: 'date' }],
  ['ip', { type: 'ip' }],
  ['ver', { type: 'version' }],
  ['flat', { type: 'flattened' }],
  ['al', { type: 'keyword' }],
  ['nest.name', { type: 'keyword', nested: 'nest' }],
  ['nest.n', { type: 'long', nested: 'nest' }],
]);
const fields = {
  get: (name: string) => mapped.get(name) ?? (name.startsWith('flat.') ? { type: 'flattened' } : undefined),
  entries: () => mapped.entries(),
};

const random = seededRandom(32);
const names = ['kw', 'txt', 'wc', 'lc', 'n.long', 'b', 'd', 'ip', 'ver', 'flat', 'flat.k', 'flat.deep.er', 'al', 'nest.name', 'txt*', 'n.*', 'l*', 'none', '"kw"', '"n.*"', 'txt.raw']; // prettier-ignore
const values = [
  'alpha', 'Alpha', 'alph*', '*pha', 'a*t', '*', '"alpha"', '"a b"', 'a b', 'a* b', 'foo\\:bar', 'foo\\:*', '*\\:bar', 'a\\*b', 'a\\**', '*\\*b',
  'back\\\\slash', 'C\\:\\\\Temp\\\\*', '"C:\\\\Temp\\\\x.exe"', 'and', 'OR', 'not', '\\and', 'null', 'true', '"true"', 'false', '5', '0.5', '1e10',
  '10.0.0.1', '10.0.0.0/8', '2024-01-01', '2024-06', '"2024-06-15T10:20:30Z"', '1.2.3', 'wha*?', 'what?', '\\(x\\)', '"{y}"', '\\u00e9', '"\\u00e9"',
  '""', 'quick fox', '"quick brown"', '*quick*', '**', 'x-y',
]; // prettier-ignore

function clause(): string {
  const name = pick(random, names);
  if (random() < 0.1) return pick(random, values);
  if (random() < 0.15) return `${name} ${pick(random, ['<', '<=', '>', '>='])} ${pick(random, values)}`;
  if (random() < 0.1)
    return `nest: { ${pick(random, ['name', 'n', 'na*'])}: ${pick(random, ['alpha', '5', 'a*', '*'])} }`;
  return `${name}${pick(random, [':', ': ', ' : '])}${pick(random, values)}`;
}

function query(depth: number): string {
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, (_, place) => {
    const operator = place === 0 ? '' : pick(random, [' and ', ' or ', ' AND ', ' Or ']);
    const inner = depth > 0 && random() < 0.3 ? `(${query(depth - 1)})` : clause();
    return operator + (random() < 0.2 ? pick(random, ['not ', 'NOT ', 'not not ']) : '') + inner;
  }).join('');
}

/** Ids, or a refusal of any kind. */
const seen = (answer: NodeAnswer): string => ('ids' in answer ? answer.ids.join() : 'refused');

it('reads plain KQL as the kql query of the node does', async () => {
  const cases = Array.from({ length: 3000 }, () => ({
    text: query(2),
    caseInsensitive: random() < 0.2,
    defaultField: random() < 0.1 ? pick(random, ['kw', 'txt*']) : undefined,
  }));
  const theirs = await searchAll(
    index,
    cases.map(({ text, caseInsensitive, defaultField }) => ({
      kql: {
        query: text,
        case_insensitive: caseInsensitive,
        ...(defaultField === undefined ? {} : { default_field: defaultField }),
      },
    })),
  );
  const ours = await searchAll(
    index,
    cases.map(({ text, caseInsensitive, defaultField }) => {
      const options = { fields, caseInsensitive, ...(defaultField === undefined ? {} : { defaultField }) };
      return kqlQueryToDsl(text, options).value ?? { regexp: { kw: '(' } };
    }),
  );
  const odd = cases.flatMap((given, number) => {
    const [node, dragnet] = [theirs[number]!, ours[number]!];
    // The node reads dates even where nothing can match any more; that is the engine's affair.
    const isDateOnly = 'reasons' in node && node.reasons.some((reason) => reason.includes('parse date field'));
    return isDateOnly || seen(node) === seen(dragnet)
      ? []
      : [{ ...given, node: summary(node), dragnet: summary(dragnet) }];
  });
  expect(odd).toEqual([]);
});

function summary(answer: NodeAnswer): unknown {
  return 'ids' in answer ? answer.ids.length : answer.reasons[1];
}

it('translates as Kibana does to what the node makes of the same text, quirks of either left aside', async () => {
  const plain = values.filter(
    (value) => !/\\.*\*|\*.*\\|\?|^(?:and|or|not|null|true|false|\\and)$|^\*\*$/i.test(value),
  );
  const cases = Array.from({ length: 1000 }, () => {
    const operator = pick(random, [' and ', ' or ']);
    const count = 1 + Math.floor(random() * 3);
    // Kibana sends patterns on fields other than keywords through query_string, which takes them apart at white space.
    const name = (): string =>
      pick(
        random,
        names.filter((each) => mapped.has(each) && !/nest|wc|flat/.test(each)),
      );
    return Array.from({ length: count }, () => `${random() < 0.2 ? 'not ' : ''}${name()}: ${pick(random, plain)}`).join(
      operator,
    );
  });
  const theirs = await searchAll(
    index,
    cases.map((text) => ({ kql: { query: text } })),
  );
  const ours = await searchAll(
    index,
    cases.map((text) => kqlToQueryDsl(parseKql(text).value!, { fields })),
  );
  const odd = cases.flatMap((text, number) => {
    const [node, dragnet] = [theirs[number]!, ours[number]!];
    return seen(node) === seen(dragnet) ? [] : [{ text, node: summary(node), dragnet: summary(dragnet) }];
  });
  expect(odd).toEqual([]);
});

it('accepts and refuses the same texts as the parser of the node', async () => {
  const pieces = [
    'kw', 'kw', 'txt', ':', ':', ': ', ' ', '(', ')', '*', '"a"', '"', '\\', 'alpha', 'and', ' and ', ' or ', 'not ', '{', '}', 'nest:{',
    'name', '>', '<=', '5', '\\*', '\\u0041', '\\or', 'n.*', '?', '=', '\t', 'none',
  ]; // prettier-ignore
  const cases = Array.from({ length: 3000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random, pieces)).join(''),
  );
  const answers = await searchAll(
    index,
    cases.map((text) => ({ kql: { query: text } })),
  );
  const odd = answers.flatMap((answer, number) => {
    const text = cases[number]!;
    const reasons = 'reasons' in answer ? answer.reasons : [];
    const isRefused = reasons.some((reason) => /line \d+:\d+/.test(reason));
    const { value, diagnostics } = kqlQueryToDsl(text, { fields });
    return isRefused === (value === undefined) ? [] : [{ text, reasons, ours: diagnostics[0]?.what }];
  });
  expect(odd).toEqual([]);
});
