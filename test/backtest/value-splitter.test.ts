import { describe, expect, it } from 'vitest';
import { ValueSplitter } from '../../src/backtest/value-splitter.js';

function split(text: string, size: number, longest = 1000): readonly unknown[] {
  const splitter = new ValueSplitter(longest);
  const found: unknown[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...splitter.push(text.slice(at, at + size)));
  return [...found, ...splitter.end()];
}

describe.each([1, 3, 1000])('a text in pieces of %i characters', (size) => {
  it('is cut into the items of an array', () => {
    expect(split('\n[\n{"a":"]}"},\n {"b":[1,{"c":"\\""}]} , 5, null]', size)).toEqual([
      { text: '{"a":"]}"}', line: 3 },
      { text: '{"b":[1,{"c":"\\""}]}', line: 4 },
      { text: '5', line: 4 },
      { text: 'null', line: 4 },
    ]);
  });

  it('is cut into the records of CloudTrail', () => {
    expect(split('{ "Records" : [\n {"a":1},\n {"b":2} ] }', size)).toEqual([
      { text: '{"a":1}', line: 2 },
      { text: '{"b":2}', line: 3 },
    ]);
  });

  it('is cut into values that follow one another', () => {
    expect(split('{\n "a": 1\n}\n{"b":2}{"c":3}', size)).toEqual([
      { text: '{\n "a": 1\n}', line: 1 },
      { text: '{"b":2}', line: 4 },
      { text: '{"c":3}', line: 4 },
    ]);
  });

  it('gives what is cut off, and leaves out what is too long', () => {
    expect(split('[{"a":1},{"b":', size)).toEqual([
      { text: '{"a":1}', line: 1 },
      { text: '{"b":', line: 1 },
    ]);
    expect(split('[{"a":"0123456789"},{"b":1}]', size, 10)).toEqual([
      { tooLong: 18, line: 1 },
      { text: '{"b":1}', line: 1 },
    ]);
  });
});
