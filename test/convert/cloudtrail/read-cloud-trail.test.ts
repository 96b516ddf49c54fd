import { describe, expect, it } from 'vitest';
import { readCloudTrail } from '../../../src/convert/cloudtrail/read-cloud-trail.js';
import { nodeToJson, printNode } from '../../../src/convert/json-node.js';

const values = (text: string): unknown[] => readCloudTrail(text).records.map(({ value }) => nodeToJson(value));

describe('reading CloudTrail', () => {
  const a = '{"eventName":"A"}';
  const b = '{"eventName":"B"}';

  it.each([
    ['the file that CloudTrail delivers', `{"Records":[${a},${b}]}`],
    ['an array', `[\n  ${a},\n  ${b}\n]\n`],
    ['one record a line', `${a}\n${b}\n`],
    ['one record a line, CRLF, blank lines, a BOM', `\uFEFF\r\n${a}\r\n\r\n${b}`],
    ['pretty-printed records', `{\n "eventName": "A"\n}\n{\n "eventName": "B"\n}`],
    ['several files after one another', `{"Records":[${a}]}\n{"Records":[${b}]}`],
  ])('reads %s', (_, text) => {
    expect(values(text)).toEqual([{ eventName: 'A' }, { eventName: 'B' }]);
    expect(readCloudTrail(text).problems).toEqual([]);
  });

  it('finds nothing in an empty text and in an empty delivery', () => {
    for (const text of ['', ' \n', '[]', '{"Records":[]}'])
      expect(readCloudTrail(text)).toEqual({ records: [], problems: [] });
  });

  it('keeps the digits of every number', () => {
    const text = '{"a":12345678901234567890,"b":1.0,"c":1e5,"d":0.10}';
    expect(readCloudTrail(text).records.map(({ value }) => printNode(value))).toEqual([text]);
    expect(values('{"a":12345678901234567890}')).toEqual([{ a: 12345678901234567890n }]);
  });

  it('reports a broken line with its place and reads the others', () => {
    const { records, problems } = readCloudTrail(`${a}\n{"eventName":\n${b}\n{"eventName" "C"}\n${a}`);
    expect(records.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(problems.map(({ line, column, what }) => [line, column, what])).toEqual([
      [4, 1, 'This is not JSON: a "," or "}" is missing.'],
      [4, 14, 'This is not JSON: a ":" is missing.'],
    ]);
  });

  it.each([
    ['{"a":1,"a":2}', 'the key "a" is there twice'],
    ['{"a":"x', 'a string does not end: the text ends'],
    ['{"a":"x\ny"}', 'a string holds a raw control character'],
    ['{"a":"\\q"}', 'a string holds an unknown escape'],
    ['{"a":01}', 'a "," or "}" is missing'],
    ['{"a":+1}', 'a value is missing'],
    ['{a:1}', 'a key in quotes is missing'],
    ['[1,]', 'a value is missing'],
    ['[1', 'a "," or "]" is missing: the text ends'],
    ['nope', 'a value is missing'],
  ])('says what is wrong with %s', (text, error) => {
    expect(readCloudTrail(text).problems.map(({ what }) => what)).toEqual([`This is not JSON: ${error}.`]);
  });

  it('survives a hundred thousand open brackets', () => {
    for (const open of ['[', '{"a":']) {
      const { problems } = readCloudTrail(`${open.repeat(100_000)}\n${a}`);
      expect(problems.map(({ what }) => what)).toEqual(['This is not JSON: it nests deeper than 1000 levels.']);
    }
  });
});
