import { describe, expect, it } from 'vitest';
import { disagreement } from '../../src/testing/disagreement.js';
import type { Outcome } from '../../src/testing/test-case.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';

const alerts = (...found: readonly (readonly [readonly string[], JsonObject])[]): Outcome => ({
  alerts: found.map(([ids, document]) => ({ ids, document })),
  warnings: [],
  errors: [],
});
const rows = (...found: readonly (readonly JsonValue[])[]): Outcome => ({
  columns: ['a'],
  rows: found,
  warnings: [],
  errors: [],
});

describe('what the engines disagree about', () => {
  it('is nothing where the outcomes are the same, in whatever order', () => {
    const [a, b] = [[['1'], { x: 1 }] as const, [['2'], { x: 2 }] as const];
    expect(disagreement(alerts(a, b), alerts(b, a), false)).toEqual([]);
    expect(disagreement(rows([1], [2]), rows([2], [1]), false)).toEqual([]);
  });

  it('is told field by field of alerts of the same documents, in a few lines however large they are', () => {
    const large = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`field${at}`, 'x'.repeat(50)]));
    const [failure] = disagreement(
      alerts([['1', '2'], { ...large, host: { name: 'a' }, count: 3 }]),
      alerts([['1', '2'], { ...large, host: { name: 'b' }, count: '3' }]),
      false,
    );
    expect(failure?.details).toEqual([
      'alert of 1, 2:',
      '-   host.name: "a"',
      '+   host.name: "b"',
      '-   count: 3 (number)',
      '+   count: "3" (string)',
    ]);
    expect(failure?.differences).toEqual([
      { kind: 'value', path: 'alert of 1, 2: host.name', expected: 'a', actual: 'b' },
      { kind: 'type', path: 'alert of 1, 2: count', expected: 3, actual: '3' },
    ]);
  });

  it('names alerts that one engine alone raised, without their documents', () => {
    const [failure] = disagreement(alerts([['1'], { x: 'y'.repeat(9000) }]), alerts([['2'], { x: 1 }]), false);
    expect(failure?.details).toEqual(['- alert of 1', '+ alert of 2']);
  });

  it('is bounded where everything differs', () => {
    const many = (value: string): JsonObject =>
      Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`field${at}`, value.repeat(500)]));
    const [failure] = disagreement(alerts([['1'], many('a')]), alerts([['1'], many('b')]), false);
    expect(failure?.details).toHaveLength(41);
    expect(failure?.details.join('\n').length).toBeLessThan(10_000);
    expect(failure?.differences).toHaveLength(300);
  });

  it('counts how often a row comes, and its place where the test says so', () => {
    expect(disagreement(rows([1]), rows([1], [1]), false)[0]?.details).toEqual(['+ row [1]']);
    expect(disagreement(rows([1], [2]), rows([2], [1]), true)[0]?.details).toHaveLength(4);
  });

  it('tells warnings and errors', () => {
    const [failure] = disagreement({ warnings: ['w'], errors: [] }, { warnings: [], errors: ['no index'] }, false);
    expect(failure?.details).toEqual(['- warning w', '+ error no index']);
  });
});
