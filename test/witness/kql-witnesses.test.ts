import { describe, expect, it, test } from 'vitest';
import { parseKql } from '../../src/languages/kql/parse.js';
import type { FieldCatalogue } from '../../src/schemas/fields/catalogue.js';
import type { Witness } from '../../src/witness/kql-witnesses.js';
import { kqlWitnesses } from '../../src/witness/kql-witnesses.js';

const catalogue: FieldCatalogue = new Map([
  [
    'process.name',
    { type: 'keyword', fields: { caseless: { type: 'keyword', normalizer: 'lowercase' }, text: { type: 'text' } } },
  ],
  ['process.pid', { type: 'long' }],
  ['process.args', { type: 'keyword' }],
  ['message', { type: 'text' }],
  ['source.ip', { type: 'ip' }],
  ['event.success', { type: 'boolean' }],
  ['@timestamp', { type: 'date' }],
  ['score', { type: 'double' }],
  ['location', { type: 'geo_point' }],
  ['user', { type: 'nested' }],
  ['user.name', { type: 'keyword' }],
  ['user.age', { type: 'long' }],
]);

function witnesses(query: string): readonly Witness[] {
  return kqlWitnesses(parseKql(query).value!, catalogue);
}

const smallest = (query: string): unknown => witnesses(query).find(({ purpose }) => purpose === 'match')?.document;
const nearMisses = (query: string): unknown =>
  witnesses(query)
    .filter(({ purpose }) => purpose === 'near-miss')
    .map(({ document }) => document);

describe('kqlWitnesses', () => {
  test.each<[string, object]>([
    ['', {}],
    ['process.name: cmd.exe', { process: { name: 'cmd.exe' } }],
    ['process.name: *shell*', { process: { name: 'shell' } }],
    ['process.name.text: "power shell"', { process: { name: 'power shell' } }],
    ['process.name.caseless: CMD.EXE', { process: { name: 'CMD.EXE' } }],
    ['process.pid: 4', { process: { pid: 4 } }],
    ['process.pid: 9223372036854775807', { process: { pid: 9223372036854775807n } }],
    ['process.pid > 4 and process.pid <= 5', { process: { pid: 5 } }],
    ['process.args: ("-a" and "-b")', { process: { args: ['-a', '-b'] } }],
    ['event.success: true', { event: { success: true } }],
    ['source.ip: 10.0.0.0/8', { source: { ip: '10.0.0.0' } }],
    ['source.ip > 10.0.0.1', { source: { ip: '10.0.0.2' } }],
    ['@timestamp >= now-1d/d', { '@timestamp': '2023-12-31T00:00:00.000Z' }],
    ['score < 0.5', { score: -0.5 }],
    ['a: x or process.pid: 1', { a: 'x' }],
    ['not process.name: cmd.exe', {}],
    ['process.name: * and not process.name: (x or y*)', { process: { name: 'xx' } }],
    ['pro*.pid: 7', { process: { pid: 7 } }],
    ['user: { name: ann and age > 30 }', { user: [{ name: 'ann', age: 31 }] }],
    ['some words', { message: 'some words' }],
    ['__proto__.x: 1', Object.fromEntries([['__proto__', { x: '1' }]])],
  ])('%s is satisfied by the smallest document', (query, document) => {
    expect(smallest(query)).toEqual(document);
  });

  test.each([
    'process.pid: many',
    'location: x',
    'process.name: a and not process.name: a',
    'process.pid > 4 and not process.pid: *',
    'none.*: x',
    'process.pid: 9223372036854775808',
  ])('%s has no document', (query) => {
    expect(witnesses(query).some(({ matches }) => matches)).toBe(false);
  });

  test.each<[string, object[]]>([
    ['process.name: cmd.exe', [{ process: { name: 'cmd.ex' } }]],
    ['process.name: a1 and process.pid: 5', [{ process: { name: 'a', pid: 5 } }, { process: { name: 'a1', pid: 6 } }]],
    ['process.name: (aa or bb)', [{ process: { name: 'a' } }]],
    ['process.pid: 1 and not process.name: x', [{ process: { pid: 2 } }, { process: { pid: 1, name: 'x' } }]],
    ['user: { name: ann and age: 3 }', [{ user: [{ name: 'an', age: 3 }] }, { user: [{ name: 'ann', age: 4 }] }]],
  ])('%s has near misses', (query, documents) => {
    expect(nearMisses(query)).toEqual(documents);
  });

  it('says which clause a near miss fails', () => {
    const query = 'process.name: a1 and process.pid: 5';
    const clauses = witnesses(query).flatMap(({ clause }) =>
      clause === undefined ? [] : [query.slice(clause.start, clause.end)],
    );
    expect(clauses).toEqual(['process.name: a1', 'process.pid: 5']);
  });

  it('changes one field at a time, and knows what comes of it', () => {
    const variants = witnesses('process.pid: 5 and process.name: a').filter(({ field }) => field !== undefined);
    expect(variants.map(({ purpose, field, matches, document }) => [purpose, field, matches, document])).toEqual([
      ['missing', 'process.pid', false, { process: { name: 'a' } }],
      ['several-values', 'process.pid', true, { process: { pid: [1, 5], name: 'a' } }],
      ['other-type', 'process.pid', true, { process: { pid: '5', name: 'a' } }],
      ['missing', 'process.name', false, { process: { pid: 5 } }],
      ['several-values', 'process.name', true, { process: { pid: 5, name: ['x', 'a'] } }],
      ['other-case', 'process.name', false, { process: { pid: 5, name: 'A' } }],
    ]);
  });

  it('covers every alternative, up to the number asked for', () => {
    const values = Array.from({ length: 40 }, (_, number) => `v${number}`);
    const query = `process.name: (${values.join(' or ')})`;
    const matches = (found: readonly Witness[]): number => found.filter(({ purpose }) => purpose === 'match').length;
    expect(matches(witnesses(query))).toBe(25);
    expect(matches(kqlWitnesses(parseKql(query).value!, catalogue, { matches: 3 }))).toBe(3);
  });

  it('gives the same documents again, none of them twice', () => {
    const query = 'process.name: (a or b*) and not process.pid > 5 or message: "c d"';
    const texts = witnesses(query).map(({ document }) => JSON.stringify(document));
    expect(witnesses(query).map(({ document }) => JSON.stringify(document))).toEqual(texts);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('gives up on what is too large, in time', () => {
    const values = Array.from({ length: 5000 }, (_, number) => `v${number}`);
    expect(witnesses(`process.name: (${values.join(' or ')})`).every(({ purpose }) => purpose === 'match')).toBe(true);
    const knots = Array.from({ length: 40 }, (_, n) => `(a: ${n} or b: ${n} or c: ${n})`).join(' and ');
    expect(witnesses(`${knots} and not a: * and not b: * and not c: *`).some(({ matches }) => matches)).toBe(false);
  });
});
