import { describe, expect, it } from 'vitest';
import { explainRule } from '../../src/clauses/explain-rule.js';
import { explanationLines } from '../../src/clauses/explanation-lines.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { EqlRule } from '../../src/model/rule.js';
import type { JsonObject } from '../../src/values/json.js';
import { printJson } from '../../src/values/json.js';

const NOW = new Date('2026-01-01T12:00:00Z');

const rule = (query: string): EqlRule => ({
  type: 'eql',
  language: 'eql',
  index: ['logs-*'],
  query,
  ruleId: 'c3f2a1de-58cb-4a3c-9a86-7f7f36c1f3ac',
  name: 'A rule',
  description: 'A rule.',
  author: [],
  severity: 'low',
  riskScore: 21,
  from: 'now-1h',
  metadata: { creationDate: '2026/01/01', updatedDate: '2026/01/01', maturity: 'production', integration: [], raw: {} },
});

/** Seconds after 11:30, the step-deciding action, and the host. */
type Line = readonly [second: number, action: string, host?: string];

async function explain(query: string, lines: readonly Line[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const cluster = new EmbeddedCluster({ clock: () => NOW });
  const mappings: JsonObject = {
    dynamic_templates: [{ text: { match_mapping_type: 'string', mapping: { type: 'keyword' } } }],
    properties: { '@timestamp': { type: 'date' }, event: { properties: { category: { type: 'keyword' } } } },
  };
  await cluster.createIndex('logs-a', { mappings });
  await cluster.bulk(
    lines.map(([second, action, host], at) => ({
      _index: 'logs-a',
      _id: `${action}${at}`,
      source: printJson({
        '@timestamp': new Date(Date.UTC(2026, 0, 1, 11, 30, second)).toISOString(),
        action,
        ...(host === undefined ? {} : { host }),
      }),
    })),
  );
  const { explanations, errors } = await explainRule(rule(query), cluster, { now: NOW });
  expect(errors).toEqual([]);
  return Object.fromEntries(
    explanations.map((explanation) => {
      const [first = '', ...rest] = explanationLines(explanation);
      const { id } = explanation.document;
      return [id, [first.slice(id.length + 2), ...rest.map((line) => line.trim())]];
    }),
  );
}

const steps = '[any where action == "a"] [any where action == "b"] [any where action == "c"]';

describe('why a sequence is not complete', () => {
  it('no event satisfies the next step', async () => {
    const said = await explain(`sequence by host ${steps}`, [
      [0, 'a', 'h'],
      [1, 'b', 'h'],
      [2, 'x', 'h'],
    ]);
    expect(said['a0']).toEqual([
      'It satisfies step 1 of 3, but no sequence with it is complete.',
      'The best candidate with its join key came to 2 events of 3 (step 1: `a0`, step 2: `b1`).',
      'No event satisfies step 3.',
    ]);
    expect(said['x2']).toEqual(['`action == "a"` of step 1 is false.', '`action` is `x` (keyword), wanted `a`.']);
  });

  it('one does, but with another join key, or with none', async () => {
    const said = await explain(`sequence by host ${steps}`, [
      [0, 'a', 'h'],
      [1, 'b', 'g'],
      [2, 'c', 'h'],
      [3, 'c'],
    ]);
    expect(said['a0']?.at(-1)).toBe('`b1` satisfies step 2, but its `host` is `g`, not `h`.');
    expect(said['b1']?.slice(1)).toEqual([
      'No event with its join key satisfies step 1.',
      '`a0` satisfies step 1, but its `host` is `h`, not `g`.',
    ]);
    expect(said['c3']).toEqual(['It satisfies step 3 of 3, but lacks a join key.', 'The steps are joined by host.']);
  });

  it('it comes too late, or too early', async () => {
    const late = await explain(`sequence by host with maxspan=30s ${steps}`, [
      [0, 'a', 'h'],
      [10, 'b', 'h'],
      [95, 'c', 'h'],
    ]);
    expect(late['c2']?.at(-1)).toBe(
      '`c2` satisfies step 3, but came 1 minute 35 seconds after `a0`: 1 minute 5 seconds too late for maxspan=30s.',
    );
    const early = await explain(`sequence by host ${steps}`, [
      [0, 'c', 'h'],
      [10, 'a', 'h'],
      [20, 'b', 'h'],
    ]);
    expect(early['a1']?.at(-1)).toBe('`c0` satisfies step 3, but came 20 seconds before `b2`.');
  });

  it('until ended it, or an event that must be missing is there', async () => {
    const ended = await explain(`sequence by host ${steps} until [any where action == "u"]`, [
      [0, 'a', 'h'],
      [1, 'u', 'h'],
      [2, 'b', 'h'],
      [3, 'c', 'h'],
    ]);
    expect(ended['a0']?.at(-1)).toBe('`b2` satisfies step 2, but until ended the sequence before, with `u1`.');
    const there = await explain(
      'sequence by host with maxspan=1m [any where action == "a"] ![any where action == "m"] [any where action == "b"]',
      [
        [0, 'a', 'h'],
        [1, 'm', 'h'],
        [2, 'b', 'h'],
      ],
    );
    expect(there['m1']?.[0]).toBe('It satisfies step 2 of 3, which must be missing.');
    expect(there['a0']?.at(-1)).toContain('an event that must be missing is there');
  });

  it('runs count one by one, and what fires is said', async () => {
    const said = await explain('sequence by host [any where action == "a"] with runs=3 [any where action == "b"]', [
      [0, 'a', 'h'],
      [1, 'a', 'h'],
      [2, 'b', 'h'],
      [3, 'a', 'g'],
      [4, 'a', 'g'],
      [5, 'a', 'g'],
      [6, 'b', 'g'],
    ]);
    expect(said['a0']?.slice(1)).toEqual([
      'The best candidate with its join key came to 2 events of 4 (step 1 (run 1 of 3): `a0`, step 1 (run 2 of 3): `a1`).',
      '`a3` satisfies step 1 (run 3 of 3), but its `host` is `g`, not `h`.',
    ]);
    expect(said['a3']).toEqual(['it fired, all clauses are true']);
  });

  it('of a sample needs no order', async () => {
    const said = await explain('sample by host [any where action == "a"] [any where action == "b"]', [
      [0, 'b', 'h'],
      [1, 'a', 'h'],
      [2, 'a', 'g'],
    ]);
    expect(said['b0']).toEqual(['it fired, all clauses are true']);
    expect(said['a2']?.at(-1)).toBe('`b0` satisfies step 2, but its `host` is `h`, not `g`.');
  });
});
