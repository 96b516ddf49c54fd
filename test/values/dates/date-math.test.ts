import { describe, expect, test } from 'vitest';
import { compileDateFormat, type DateFormat, DEFAULT_DATE_FORMAT } from '../../../src/values/dates/date-format.js';
import { resolveDateMath } from '../../../src/values/dates/date-math.js';
import { timeZone } from '../../../src/values/dates/time-zone.js';

const now = new Date('2024-03-31T10:20:30.456Z');
const format = compileDateFormat(DEFAULT_DATE_FORMAT) as DateFormat;

function resolve(text: string, roundUp = false, zone = 'UTC'): string {
  const instant = resolveDateMath(text, { now, format, roundUp, zone: timeZone(zone)! });
  return typeof instant === 'string' ? instant : new Date(instant.ms).toISOString();
}

describe('resolveDateMath', () => {
  test.each([
    ['now', '2024-03-31T10:20:30.456Z'],
    ['now-1d/d', '2024-03-30T00:00:00.000Z'],
    ['now-1M', '2024-02-29T10:20:30.456Z'],
    ['now/w', '2024-03-25T00:00:00.000Z'],
    ['now+h', '2024-03-31T11:20:30.456Z'],
    ['2024-01-01||+1M/d', '2024-02-01T00:00:00.000Z'],
    ['2024-01-31||+1M', '2024-02-29T00:00:00.000Z'],
    ['2024-01-01', '2024-01-01T00:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(resolve(text)).toBe(expected);
  });

  test('an upper bound rounds up to the last millisecond of the unit', () => {
    expect(resolve('now/M', true)).toBe('2024-03-31T23:59:59.999Z');
    expect(resolve('now-1d/d', true)).toBe('2024-03-30T23:59:59.999Z');
  });

  test('a time zone moves texts without an offset and the borders of days', () => {
    expect(resolve('2024-01-01', false, '+02:00')).toBe('2023-12-31T22:00:00.000Z');
    expect(resolve('now/d', false, '-05:00')).toBe('2024-03-31T05:00:00.000Z');
    expect(resolve('2024-07-01', false, 'Europe/Berlin')).toBe('2024-06-30T22:00:00.000Z');
  });

  test.each([
    ['now*1d', 'operator not supported for date math [*1d]'],
    ['now-1x', 'unit [x] not supported for date math [-1x]'],
    ['now-1', 'truncated date math [-1]'],
    ['yesterday', 'failed to parse date field [yesterday]'],
  ])('%s is refused', (text, reason) => {
    expect(resolve(text)).toContain(reason);
  });
});
