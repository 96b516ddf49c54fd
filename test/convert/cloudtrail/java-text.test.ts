import { describe, expect, it } from 'vitest';
import { dropEmpty, javaDouble, javaMap, javaText } from '../../../src/convert/cloudtrail/java-text.js';
import { readJson } from '../../../src/convert/read-json.js';
import type { JsonNode } from '../../../src/convert/json-node.js';

const node = (text: string): JsonNode => {
  const reading = readJson(text);
  if ('error' in reading) throw new Error(reading.error);
  return reading.value;
};
const asJava = (text: string): string => javaText(dropEmpty(node(text)) ?? '');
const order = (keys: readonly string[]): string[] => [...javaMap(new Map(keys.map((key) => [key, key]))).keys()];

describe('java text', () => {
  it('prints objects and lists without quotes or escapes', () => {
    expect(asJava('{"userName":"Bob","newUserName":"Robert"}')).toBe('{newUserName=Robert, userName=Bob}');
    expect(asJava('{"a":["x, y",{"b":"\\"q\\""}],"c":true}')).toBe('{a=[x, y, {b="q"}], c=true}');
  });

  it('puts keys in HashMap order, whatever the order in the record', () => {
    const parameters =
      '{"parameters":"HIDDEN","instanceIds":["i-1"],"interactive":false,"documentName":"AWS-RunShellScript"}';
    expect(asJava(parameters)).toBe(
      '{instanceIds=[i-1], interactive=false, documentName=AWS-RunShellScript, parameters=HIDDEN}',
    );
    expect(asJava('{"key":"instanceids","values":["i-1"]}')).toBe('{values=[i-1], key=instanceids}');
  });

  it('drops nulls, empty texts, empty objects and empty lists, from the inside out', () => {
    expect(asJava('{"a":null,"b":"","c":{},"d":[],"e":[{"f":[null]}],"g":0,"h":false}')).toBe('{g=0, h=false}');
    expect(dropEmpty(node('{"a":{"b":[""]}}'))).toBeUndefined();
  });

  it('prints integers of any size as they are', () => {
    expect(asJava('[9007199254740993, -0, 12345678901234567890123]')).toBe(
      '[9007199254740993, 0, 12345678901234567890123]',
    );
  });

  it.each([
    ['1.0', '1.0'],
    ['1e0', '1.0'],
    ['-0.0', '-0.0'],
    ['0.001', '0.001'],
    ['0.0009999', '9.999E-4'],
    ['0.5', '0.5'],
    ['100', '100.0'],
    ['123456.7', '123456.7'],
    ['9999999.5', '9999999.5'],
    ['1e7', '1.0E7'],
    ['12345678.9', '1.23456789E7'],
    ['2e23', '2.0E23'],
    ['5e-324', '4.9E-324'],
    ['1.7976931348623157e308', '1.7976931348623157E308'],
    ['1e400', 'Infinity'],
    ['0.1', '0.1'],
    ['-2.5e-10', '-2.5E-10'],
  ])('prints the double %s as %s', (text, java) => {
    expect(javaDouble(Number(text))).toBe(java);
  });

  it('orders colliding keys by insertion: "Aa" and "BB" share their hash', () => {
    expect(order(['BB', 'Aa', 'C'])).toEqual(['BB', 'Aa', 'C']);
    expect(order(['Aa', 'BB', 'C'])).toEqual(['Aa', 'BB', 'C']);
  });

  it('grows the table with the thirteenth key, and keeps its size when empty entries go', () => {
    const letters = 'a b c d e f g h i j k l m'.split(' ');
    // 'a' is 97, 'q' is 113: the same bucket of 16, but not of 32, where 97 is 1 and 113 is 17.
    expect(order(['q', ...letters.slice(0, 11)])).toEqual(['q', ...letters.slice(0, 11)]);
    expect(order(['q', ...letters])).toEqual([...letters, 'q']);
    const empties = letters
      .slice(1)
      .map((letter) => `"${letter}":null`)
      .join();
    expect(asJava(`{"q":1,"a":2,${empties}}`)).toBe('{a=2, q=1}');
  });

  it('grows the table early when a chain gets its ninth entry', () => {
    const blocks = ['Aa', 'BB'];
    const colliding = blocks
      .flatMap((a) => blocks.flatMap((b) => blocks.flatMap((c) => blocks.map((d) => a + b + c + d))))
      .slice(0, 9);
    // Nine equal hashes double a table of 16 once: then 'q' no longer shares the bucket of 'a'.
    expect(order(['q', 'a', ...colliding]).filter((key) => key.length === 1)).toEqual(['a', 'q']);
    expect(order(['q', 'a', ...colliding.slice(1)]).filter((key) => key.length === 1)).toEqual(['q', 'a']);
  });

  it('takes __proto__ and digits as keys like any other', () => {
    expect(asJava('{"__proto__":"x","constructor":"y","10":"z"}')).toContain('__proto__=x');
  });
});
