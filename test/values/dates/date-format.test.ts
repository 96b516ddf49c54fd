import { describe, expect, test } from 'vitest';
import { compileDateFormat, DEFAULT_DATE_FORMAT } from '../../../src/values/dates/date-format.js';

function read(format: string, text: string, roundUp = false): string | undefined {
  const compiled = compileDateFormat(format);
  if (typeof compiled === 'string') throw new Error(compiled);
  const instant = compiled.parse(text, { roundUp });
  return instant && `${new Date(instant.ms).toISOString()}+${instant.ns}`;
}

describe('the default format', () => {
  test.each([
    ['2024', '2024-01-01T00:00:00.000Z+0'],
    ['2024-06', '2024-06-01T00:00:00.000Z+0'],
    ['2024-01-01T', '2024-01-01T00:00:00.000Z+0'],
    ['2024-01-01T10', '2024-01-01T10:00:00.000Z+0'],
    ['2024-01T10:00', '2024-01-01T10:00:00.000Z+0'],
    ['2024-01-01T10:20:30,123456789+0530', '2024-01-01T04:50:30.123Z+456789'],
    ['2024-01-01T10:20Z', '2024-01-01T10:20:00.000Z+0'],
    ['2024-02-29T23:59:59.1-02:00', '2024-03-01T01:59:59.100Z+0'],
    ['12345', '1970-01-01T00:00:12.345Z+0'],
    ['-5', '1969-12-31T23:59:59.995Z+0'],
    ['12.5', '1970-01-01T00:00:00.012Z+500000'],
  ])('reads %s', (text, expected) => {
    expect(read(DEFAULT_DATE_FORMAT, text)).toBe(expected);
  });

  test.each([
    '2024-1-1',
    '2024-01-01 10:00:00',
    '2024-01-01T10:20:30.1234567891Z',
    '2024-01-01T24:00:00Z',
    '2024-02-30',
    '2024-01-01Z',
    '2024-01-01T10:20:30+5',
    '',
    'true',
    '12345-01-01',
  ])('refuses %j', (text) => {
    expect(read(DEFAULT_DATE_FORMAT, text)).toBeUndefined();
  });

  test('an upper bound fills missing times with their last nanosecond, months and days with the first', () => {
    expect(read(DEFAULT_DATE_FORMAT, '2024-06', true)).toBe('2024-06-01T23:59:59.999Z+999999');
    expect(read(DEFAULT_DATE_FORMAT, '2024-06-15T10:20', true)).toBe('2024-06-15T10:20:59.999Z+999999');
  });
});

describe('custom patterns', () => {
  test.each([
    ['yyyy/MM/dd HH:mm:ss', '2024/06/15 10:20:30', '2024-06-15T10:20:30.000Z+0'],
    ['MMM d, yyyy h:mm a', 'Jun 5, 2024 1:02 PM', '2024-06-05T13:02:00.000Z+0'],
    ["uuuu-MM-dd'T'HH:mm[:ss][X]", '2024-06-15T10:20+02', '2024-06-15T08:20:00.000Z+0'],
    ['epoch_second', '1700000000.5', '2023-11-14T22:13:20.500Z+0'],
    ['basic_date', '20240615', '2024-06-15T00:00:00.000Z+0'],
    ['yyyyMMddHHmmss', '20240615102030', '2024-06-15T10:20:30.000Z+0'],
  ])('%s reads %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  test.each([
    ['e ee eee c', '5 05 Thu 5'],
    ['w W Y', '9 5 2024'],
    ['q QQ QQQ QQQQ F', '1 01 Q1 1st quarter 1'],
  ])('%s prints days of the week, weeks and quarters as %s', (pattern, expected) => {
    const format = compileDateFormat(pattern);
    expect(typeof format === 'string' ? format : format.print({ ms: Date.UTC(2024, 1, 29), ns: 0 })).toBe(expected);
  });

  test('the week with the first of January is the first of the new year', () => {
    const format = compileDateFormat('w YY');
    expect(typeof format === 'string' ? format : format.print({ ms: Date.UTC(2024, 11, 29), ns: 0 })).toBe('1 25');
  });

  test('a pattern with an unknown letter is refused by name', () => {
    expect(compileDateFormat('yyyy-jj')).toContain('Unknown pattern letter: j');
  });

  test.each([
    ['strict_date_optional_time', '2024-06-15T10:20:30.123Z'],
    ['strict_date_optional_time_nanos', '2024-06-15T10:20:30.123456Z'],
    ['epoch_millis', '1718446830123.456'],
    ['EEE, dd MMM yyyy', 'Sat, 15 Jun 2024'],
  ])('%s prints', (format, expected) => {
    const compiled = compileDateFormat(format);
    expect(typeof compiled === 'string' ? compiled : compiled.print({ ms: 1_718_446_830_123, ns: 456_000 })).toBe(
      expected,
    );
  });
});
