import { describe, expect, test } from 'vitest';
import { freezeDateMath } from '../../src/testing/freeze-date-math.js';

const now = new Date('2026-05-01T12:34:56.000Z');
const range = (bounds: Record<string, string>): unknown => {
  const frozen = freezeDateMath({ bool: { filter: [{ range: { '@timestamp': bounds } }] } }, now) as {
    bool: { filter: [{ range: { '@timestamp': unknown } }] };
  };
  return frozen.bool.filter[0].range['@timestamp'];
};

describe('freezeDateMath', () => {
  test('replaces now, wherever a range stands', () => {
    expect(range({ gte: 'now-1h', lt: 'now' })).toEqual({
      gte: '2026-05-01T11:34:56.000Z',
      lt: '2026-05-01T12:34:56.000Z',
      format: 'strict_date_optional_time',
    });
  });

  test('rounds as Elasticsearch does: gt and lte up, gte and lt down', () => {
    expect(range({ gte: 'now/d', lte: 'now/d' })).toMatchObject({
      gte: '2026-05-01T00:00:00.000Z',
      lte: '2026-05-01T23:59:59.999Z',
    });
    expect(range({ gt: 'now/d', lt: 'now/d' })).toMatchObject({
      gt: '2026-05-01T23:59:59.999Z',
      lt: '2026-05-01T00:00:00.000Z',
    });
  });

  test('rounds in the time zone of the query', () => {
    expect(range({ gte: 'now/d', time_zone: '+02:00' })).toMatchObject({ gte: '2026-04-30T22:00:00.000Z' });
  });

  test('keeps absolute bounds, and a format that they need', () => {
    expect(range({ gte: '01/02/2026', lt: 'now', format: 'dd/MM/yyyy' })).toEqual({
      gte: '01/02/2026',
      lt: '2026-05-01T12:34:56.000Z',
      format: 'dd/MM/yyyy||strict_date_optional_time',
    });
    expect(range({ gte: '2026-01-01' })).toEqual({ gte: '2026-01-01' });
  });

  test('leaves the word now alone elsewhere', () => {
    const query = { bool: { must: [{ term: { 'process.args': 'now' } }, { match: { message: 'now or never' } }] } };
    expect(freezeDateMath(query, now)).toEqual(query);
  });

  test.each([
    { term: { '@timestamp': 'now-1d' } },
    { terms: { '@timestamp': ['2026-01-01', 'now/d'] } },
    { match: { '@timestamp': { query: 'now+1h' } } },
    { query_string: { query: '@timestamp:[now-1d TO now]' } },
    { query_string: { query: 'a:1 AND @timestamp:>now-5m' } },
    { kql: { query: '@timestamp > now-1h' } },
    { bool: { filter: [{ kql: { query: '@timestamp >= "now-1h"' } }] } },
  ])('refuses date math in text: %j', (query) => {
    expect(() => freezeDateMath(query, now)).toThrow(/cannot be frozen/);
  });

  test.each([{ query_string: { query: 'message:know AND nowhere' } }, { kql: { query: 'process.name: nowplaying' } }])(
    'accepts text that only looks similar: %j',
    (query) => {
      expect(freezeDateMath(query, now)).toEqual(query);
    },
  );
});
