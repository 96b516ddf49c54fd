import { describe, expect, test } from 'vitest';
import { patched, toDocument } from '../../src/testing/documents.js';
import type { JsonObject } from '../../src/values/json.js';

const now = new Date('2026-05-01T12:00:00.000Z');
const patch = (source: JsonObject, set: JsonObject, unset: string[] = []): JsonObject =>
  patched({ id: 'a', source }, [{ id: 'a', set, unset }], now).source;

describe('toDocument', () => {
  test('takes _id and _index out of the source', () => {
    expect(toDocument({ _id: 'x', _index: 'logs-a', n: 1 }, 'f:1', now)).toEqual({
      id: 'x',
      index: 'logs-a',
      source: { n: 1 },
    });
    expect(toDocument({ n: 1 }, 'f:1', now)).toEqual({ id: 'f:1', source: { n: 1 } });
  });

  test('reads a search hit', () => {
    expect(toDocument({ _id: 'x', _index: 'i', _source: { n: 1 }, _score: 1 }, 'f:1', now)).toEqual({
      id: 'x',
      index: 'i',
      source: { n: 1 },
    });
  });

  test('makes times given as date math absolute, in both spellings of a field', () => {
    const { source } = toDocument(
      { '@timestamp': 'now-5m', event: { ingested: 'now' }, 'event.created': 'now/d' },
      'f:1',
      now,
    );
    expect(source).toEqual({
      '@timestamp': '2026-05-01T11:55:00.000Z',
      event: { ingested: '2026-05-01T12:00:00.000Z' },
      'event.created': '2026-05-01T00:00:00.000Z',
    });
  });

  test('leaves other texts alone, also those that only start like date math', () => {
    const line = { '@timestamp': 'now or never', message: 'now-5m' };
    expect(toDocument(line, 'f:1', now).source).toEqual(line);
  });
});

describe('patched', () => {
  test('sets a dotted field in nested and in dotted documents', () => {
    expect(patch({ user: { name: 'a', id: 1 } }, { 'user.name': 'b' })).toEqual({ user: { id: 1, name: 'b' } });
    expect(patch({ 'user.name': 'a' }, { 'user.name': 'b' })).toEqual({ 'user.name': 'b' });
    expect(patch({}, { 'user.name': 'b' })).toEqual({ user: { name: 'b' } });
  });

  test('unsets in both spellings', () => {
    expect(patch({ user: { name: 'a', id: 1 } }, {}, ['user.name'])).toEqual({ user: { id: 1 } });
    expect(patch({ 'user.name': 'a', n: 1 }, {}, ['user.name'])).toEqual({ n: 1 });
  });

  test('unsets wherever a document splits the name, all below it, and in the objects of a list', () => {
    expect(patch({ 'process.parent': { name: 'a', pid: 1 } }, {}, ['process.parent.name'])).toEqual({
      'process.parent': { pid: 1 },
    });
    expect(patch({ 'process.name': 'a', 'process.pid': 1, n: 1 }, {}, ['process'])).toEqual({ n: 1 });
    expect(patch({ list: [{ a: 1, b: 1 }, { b: 2 }, 3] }, {}, ['list.a'])).toEqual({ list: [{ b: 1 }, { b: 2 }, 3] });
    expect(patch({ n: 1, list: [null] }, {}, ['list'])).toEqual({ n: 1 });
  });

  test('unset of a field that the document lacks is refused, with the name that may be meant', () => {
    expect(() => patch({ user: { name: 'a' } }, {}, ['user.nmae'])).toThrow(
      'A patch takes user.nmae away (unset), which the event a lacks. Did you mean "user.name"?',
    );
    expect(() => patch({ user: { name: 'a' } }, { 'user.id': 1 }, ['user.id'])).toThrow('which the event a lacks.');
    expect(() => patch({ list: [{ b: 2 }, 3] }, {}, ['list.a'])).toThrow('lacks');
    expect(() => patch({}, {}, ['__proto__'])).toThrow('lacks');
  });

  test('leaves other documents and the original alone', () => {
    const source = { user: { name: 'a' } };
    expect(patched({ id: 'b', source }, [{ id: 'a', set: { 'user.name': 'x' }, unset: [] }], now).source).toBe(source);
    patch(source, { 'user.name': 'x' });
    expect(source).toEqual({ user: { name: 'a' } });
  });

  test('_index moves a document', () => {
    expect(patched({ id: 'a', index: 'x', source: {} }, [{ id: 'a', set: { _index: 'y' }, unset: [] }], now)).toEqual({
      id: 'a',
      index: 'y',
      source: {},
    });
  });

  test('a field of very many levels is refused, not followed', () => {
    const deep = `${'a.'.repeat(60_000)}b`;
    expect(() => patch({}, { [deep]: 1 })).toThrow(/more than 100 levels/);
    expect(() => patch({}, {}, [deep])).toThrow(/more than 100 levels/);
  });

  test('__proto__ is a key like any other', () => {
    const source = patch({}, { '__proto__.polluted': true });
    expect(Object.keys(source)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
