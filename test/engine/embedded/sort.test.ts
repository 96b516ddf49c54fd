import { beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { type JsonValue, printJson } from '../../../src/values/json.js';

/** The answers were read from Elasticsearch 8.19 for the same documents. */
const MAPPING = {
  properties: {
    long: { type: 'long' }, int: { type: 'integer' }, byte: { type: 'byte' }, double: { type: 'double' }, float: { type: 'float' },
    half: { type: 'half_float' }, date: { type: 'date' }, nanos: { type: 'date_nanos' }, flag: { type: 'boolean' },
    word: { type: 'keyword' }, nest: { type: 'nested', properties: { n: { type: 'long' } } },
  },
}; // prettier-ignore
const DOCUMENTS: readonly (readonly [string, string])[] = [
  [
    '1',
    '{"long":[1,2,4,10],"int":[1,2,4],"byte":[1,2],"double":[1.5,2,4],"float":[1.1,2],"half":[1,2],"date":["2024-01-01","2024-01-02"],"nanos":["2024-01-01","2024-01-02"],"flag":[true,false,true],"word":["a","b"],"nest":[{"n":1}]}',
  ],
  ['2', '{}'],
];

const cluster = new EmbeddedCluster({ clock: () => new Date('2024-01-01T00:00:00Z') });
beforeAll(async () => {
  await cluster.createIndex('sorted', { mappings: MAPPING });
  await cluster.bulk(DOCUMENTS.map(([_id, source]) => ({ _index: 'sorted', _id, source })));
  await cluster.createIndex('extremes', { mappings: MAPPING });
  await cluster.bulk(
    [
      '{"int":7}',
      '{}',
      '{"int":2147483647}',
      '{"int":-2147483648}',
      '{"double":-0.0,"float":0.1,"half":0.25}',
      '{"double":0,"float":16777217}',
    ].map((source, at) => ({ _index: 'extremes', _id: String(at), source })),
  );
});

const sortValues = async (index: string, sort: JsonValue): Promise<string[]> => {
  const { hits } = await cluster.search({ index, sort: [sort] });
  return hits.hits.map((hit) => printJson(hit.sort?.[0] ?? null));
};

describe('a document without a value', () => {
  test.each([
    ['long', '1', '9223372036854775807', '10', '-9223372036854775808'],
    ['int', '1', '2147483647', '4', '-2147483648'],
    ['byte', '1', '2147483647', '2', '-2147483648'],
    ['double', '1.5', '"Infinity"', '4', '"-Infinity"'],
    ['float', '1.1', '"Infinity"', '2', '"-Infinity"'],
    ['date', '1704067200000', '9223372036854775807', '1704153600000', '-9223372036854775808'],
    ['nanos', '1704067200000000000', '9223372036854775807', '1704153600000000000', '0'],
    ['flag', '0', '9223372036854775807', '1', '-9223372036854775808'],
    ['word', '"a"', 'null', '"b"', 'null'],
  ])('%s: comes last, as the last number of its type', async (field, least, afterLeast, most, afterMost) => {
    expect(await sortValues('sorted', { [field]: 'asc' })).toEqual([least, afterLeast]);
    expect(await sortValues('sorted', { [field]: 'desc' })).toEqual([most, afterMost]);
  });

  test('has the place of that number: later keys decide between the two', async () => {
    const { hits } = await cluster.search({
      index: 'extremes',
      query: { bool: { must_not: { exists: { field: 'double' } } } },
      sort: [{ int: 'desc' }, { _doc: 'asc' }],
    });
    expect(hits.hits.map(({ _id }) => _id)).toEqual(['2', '0', '1', '3']);
  });
});

describe('mode', () => {
  test.each([
    ['long', '17', '4', '3'],
    ['int', '7', '2', '2'],
    ['byte', '3', '2', '2'],
    ['double', '7.5', '2.5', '2'],
    ['float', '3.1', '1.55', '1.55'],
    ['half', '3', '1.5', '1.5'],
    ['date', '3408220800000', '1704110400000', '1704110400000'],
    ['nanos', '3408220800000000000', '1704110400000000000', '1704110400000000000'],
    ['flag', '2', '1', '1'],
  ])('%s: sum, average, median', async (field, sum, avg, median) => {
    const first = async (mode: string): Promise<string | undefined> =>
      (await sortValues('sorted', { [field]: { order: 'asc', mode } }))[0];
    expect([await first('sum'), await first('avg'), await first('median')]).toEqual([sum, avg, median]);
  });

  test('of strings only least and most', async () => {
    await expect(sortValues('sorted', { word: { order: 'asc', mode: 'sum' } })).rejects.toMatchObject({
      status: 400,
      error: { caused_by: { reason: 'we only support AVG, MEDIAN and SUM on number based fields' } },
    });
  });
});

test('minus zero comes before zero, and single precision shows its shortest digits', async () => {
  const { hits } = await cluster.search({
    index: 'extremes',
    query: { exists: { field: 'double' } },
    sort: [{ double: 'asc' }, { float: 'asc' }, { half: 'asc' }],
    fields: ['float', 'half', '_id'],
  });
  expect(hits.hits.map(({ sort, fields }) => [sort, fields])).toEqual([
    [[-0, 0.1, 0.25], { _id: ['4'], float: [0.1], half: [0.25] }],
    [[0, 16777216, 'Infinity'], { _id: ['5'], float: [16777216] }],
  ]);
});

test.each([
  ['_id', 'Fielddata access on the _id field is disallowed'],
  ['nest.n', 'it is mandatory to set the [nested] context on the nested sort field: [nest.n].'],
])('%s cannot be sorted by', async (field, reason) => {
  await expect(cluster.search({ index: 'sorted', sort: [field] })).rejects.toThrow(reason);
});

test('a format is refused where there is none', async () => {
  await expect(cluster.search({ index: 'sorted', fields: [{ field: 'long', format: '#' }] })).rejects.toThrow(
    "error fetching [long]: Field [long] of type [long] doesn't support formats.",
  );
});
