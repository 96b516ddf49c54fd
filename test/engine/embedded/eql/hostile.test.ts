import { beforeAll, expect, it, test } from 'vitest';
import { ClusterError } from '../../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';

const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') });

beforeAll(async () => {
  const mappings = {
    properties: {
      '@timestamp': { type: 'date' },
      'event.category': { type: 'keyword' },
      k: { type: 'keyword' },
      many: { type: 'keyword' },
      n: { type: 'long' },
    },
  };
  await cluster.createIndex('e', { mappings });
  const many = Array.from({ length: 40 }, (_, at) => `v${at}`);
  const { errors } = await cluster.bulk(
    ['a'.repeat(5000), 'b'].map((k, at) => ({
      _index: 'e',
      _id: String(at),
      source: JSON.stringify({ '@timestamp': at, 'event.category': 'p', k, n: at, many }),
    })),
  );
  expect(errors).toBe(false);
});

/** How many events or sequences a query finds, or its refusal. */
async function answer(query: string): Promise<string> {
  try {
    const { hits } = await cluster.eql({ index: 'e', query });
    return `${(hits.events ?? hits.sequences)!.length} found`;
  } catch (error) {
    if (error instanceof ClusterError) return error.error.caused_by?.type ?? error.error.type;
    throw error;
  }
}

test.each<[string, string, string]>([
  ['brackets', `any where ${'('.repeat(1e5)}n == 1${')'.repeat(1e5)}`, 'parsing_exception'],
  ['not', `any where ${'not '.repeat(1e5)}n == 1`, 'parsing_exception'],
  ['signs', `any where ${'-'.repeat(1e5)}n == 1`, 'parsing_exception'],
  ['a long sum', `any where n ${'+ 1 '.repeat(1e5)}== 1`, 'parsing_exception'],
  ['calls', `any where ${'length('.repeat(1e5)}k${')'.repeat(1e5)} == 1`, 'parsing_exception'],
  ['comments', `${'/*'.repeat(1e5)}any where true`, 'parsing_exception'],
  ['a long conjunction', `any where ${Array(2000).fill('n == 1').join(' and ')}`, '1 found'],
  ['a long list', `any where k in (${Array(20_000).fill('"x"').join(', ')})`, '0 found'],
  ['stars', `any where k like "${'*a'.repeat(1000)}*b"`, '0 found'],
  ['stars within questions', `any where k like "${'*?'.repeat(2000)}"`, '1 found'],
  ['a regular expression that explodes elsewhere', 'any where k regex "(a*)*b"', '1 found'],
  ['a long regular expression', `any where k regex "${'(a|b)'.repeat(2000)}"`, 'verification_exception'],
  ['repetitions of repetitions', 'any where k regex "a{1000}{1000}"', 'verification_exception'],
  ['many steps', `sequence ${'[any where true] '.repeat(3000)}`, 'parsing_exception'],
  [
    'many runs',
    'sequence [any where true] with runs=100 [any where true] with runs=100 [any where true] with runs=57',
    'parsing_exception',
  ],
  ['many filters of a sample', `sample by k ${'[any where true] '.repeat(6)}`, 'parsing_exception'],
  [
    'the product of many values',
    'sequence by many, many, many, many [any where true] [any where true]',
    'circuit_breaking_exception',
  ],
  ['many choices of values', 'any where concat(many, many, many, many, many) == "x"', 'script_exception'],
  ['many uses of many values', `any where concat(${Array(5000).fill('many').join(', ')}) == "x"`, 'script_exception'],
  ['many uses of one value', `any where length(concat(${Array(5000).fill('k').join(', ')})) == 5000`, '1 found'],
  ['numbers without end', `any where n == ${'9'.repeat(1e5)}`, 'parsing_exception'],
  ['spans without end', 'sequence with maxspan=999999999999d [any where true] [any where true]', '1 found'],
  ['pipes without end', `any where true ${'| head 1 '.repeat(5000)}`, '1 found'],
  ['names without end', `any where ${'a.'.repeat(1e4)}b == 1`, 'verification_exception'],
  ['half a character', 'any where k == "\ud800" or k : "\udfff*"', '0 found'],
  ['a byte order mark', '\ufeffany where true', 'parsing_exception'],
  ['a no-break space', 'any\u00a0where true', 'parsing_exception'],
  ['the null character', 'any where k == "\u0000"', '0 found'],
  [
    'fields of every object',
    'any where ?constructor == "x" or ?__proto__.polluted == 1 or ?toString == "a"',
    '0 found',
  ],
  ['functions of every object', 'any where constructor("x") or __proto__(k)', 'verification_exception'],
  ['pipes of every object', 'any where true | constructor 1', 'parsing_exception'],
  ['keys of every object', 'sequence by ?__proto__ [any where true] [any where true]', '1 found'],
])('bears %s', async (_, query, expected) => {
  expect(await answer(query)).toBe(expected);
});

it('holds one candidate for each key and step, however many events there are', async () => {
  const large = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z'), maxMemory: 1024 * 1024 });
  await large.createIndex('e', {
    mappings: { properties: { '@timestamp': { type: 'date' }, 'event.category': { type: 'keyword' } } },
  });
  const source = (at: number): string =>
    JSON.stringify({ '@timestamp': at, 'event.category': at === 29_999 ? 'b' : 'a' });
  await large.bulk(Array.from({ length: 30_000 }, (_, at) => ({ _index: 'e', _id: String(at), source: source(at) })));
  const { hits } = await large.eql({ index: 'e', query: 'sequence [a where true] [a where true] [b where true]' });
  expect(hits.sequences!.map(({ events }) => events.map(({ _id }) => _id))).toEqual([['29997', '29998', '29999']]);
});
