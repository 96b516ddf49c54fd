import { describe, expect, it } from 'vitest';
import { FieldReader, OPAQUE } from '../../src/backtest/field-reader.js';

function read(document: object, ...names: readonly string[]): readonly unknown[] {
  const reader = new FieldReader();
  const slots = names.map((name) => reader.slot(name));
  reader.read({ stale: 1, a: 'before' });
  reader.read(document);
  return slots.map((slot) => reader.values[slot]);
}

describe('the reader of fields', () => {
  it('reads dotted names and objects alike, and joins what stands in both', () => {
    expect(read({ a: { b: 'x' } }, 'a.b')).toEqual(['x']);
    expect(read({ 'a.b': 'x' }, 'a.b')).toEqual(['x']);
    expect(read({ 'a.b': 'x', a: { b: 'y' } }, 'a.b')).toEqual([['x', 'y']]);
    expect(read({ a: { 'b.c': 1 } }, 'a.b.c')).toEqual([1]);
    expect(read({ 'a.b': { c: 1 } }, 'a.b.c')).toEqual([1]);
  });

  it('takes lists and objects within lists apart, and null for nothing', () => {
    expect(read({ a: [{ b: 1 }, { b: [2, null, [3]] }] }, 'a.b')).toEqual([[1, 2, 3]]);
    expect(read({ a: null, b: [] }, 'a', 'b')).toEqual([undefined, undefined]);
  });

  it('marks objects where a value was asked for', () => {
    expect(read({ a: { b: 1 } }, 'a', 'a.b')).toEqual([OPAQUE, 1]);
    expect(read({ 'a.b': 1 }, 'a')).toEqual([OPAQUE]);
  });

  it('survives lists within lists, however many', () => {
    const deep = JSON.parse(`{"a":${'['.repeat(100_000)}1${']'.repeat(100_000)}}`) as object;
    expect(read(deep, 'a')).toEqual([OPAQUE]);
  });

  it('knows no names but those of the document', () => {
    expect(read({}, 'constructor', '__proto__', 'a.constructor')).toEqual([undefined, undefined, undefined]);
    expect(read(JSON.parse('{"__proto__":{"x":1},"constructor":"c"}') as object, '__proto__.x', 'constructor')).toEqual(
      [1, 'c'],
    );
  });
});
