import { expect, it } from 'vitest';
import { filterPath } from '../../../src/engine/serve/filter-path.js';
import { printRaw, RawJson } from '../../../src/engine/serve/raw-json.js';

const body = {
  took: 1,
  hits: {
    total: { value: 2 },
    hits: [
      { _id: '1', _source: new RawJson('{"a":{"b":1,"c":12345678901234567}}') },
      { _id: '2', _score: null },
    ],
  },
};

it.each([
  ['took', '{"took":1}'],
  ['hits.total.value', '{"hits":{"total":{"value":2}}}'],
  ['hits.hits._id', '{"hits":{"hits":[{"_id":"1"},{"_id":"2"}]}}'],
  ['hits.hits._source', '{"hits":{"hits":[{"_source":{"a":{"b":1,"c":12345678901234567}}}]}}'],
  ['hits.hits._source.a.c', '{"hits":{"hits":[{"_source":{"a":{"c":12345678901234567}}}]}}'],
  ['**.value', '{"hits":{"total":{"value":2}}}'],
  ['h*.t*l.v*e', '{"hits":{"total":{"value":2}}}'],
  ['**._source.**.b', '{"hits":{"hits":[{"_source":{"a":{"b":1}}}]}}'],
  ['-hits', '{"took":1}'],
  ['hits,-hits.hits', '{"hits":{"total":{"value":2}}}'],
  ['**,-**._source,-took', '{"hits":{"total":{"value":2},"hits":[{"_id":"1"},{"_id":"2","_score":null}]}}'],
  ['nothing', '{}'],
])('filter_path %s leaves %s', (path, left) => {
  expect(printRaw(filterPath(body, path))).toBe(left);
});
