import { describe, expect, test } from 'vitest';
import {
  filtersOf,
  fromOf,
  indexOf,
  intervalOf,
  isBuildingBlock,
  languageOf,
  maxSignalsOf,
  missingFieldsStrategyOf,
  queryOf,
  threatIndicatorPathOf,
  threatQueryOf,
  toOf,
} from '../../src/model/rule-defaults.js';
import type { Rule, ThreatMatchRule } from '../../src/model/rule.js';

const BASE = {
  ruleId: '0b6b8c5e-3a1c-4d1e-9a31-0d6f3c6a9d11',
  name: 'A rule',
  description: 'What it is about.',
  author: ['Me'],
  severity: 'low',
  riskScore: 21,
  metadata: { integration: [], raw: {} },
} as const;
const QUERY: Rule = { ...BASE, type: 'query', language: 'lucene', query: 'a:b' };
const MACHINE_LEARNING: Rule = {
  ...BASE,
  type: 'machine_learning',
  anomalyThreshold: 50,
  machineLearningJobId: ['rare_process'],
};
const THREAT_MATCH: ThreatMatchRule = {
  ...BASE,
  type: 'threat_match',
  language: 'kuery',
  query: '*:*',
  threatIndex: ['logs-ti_*'],
  threatMapping: [{ entries: [{ field: 'source.ip', value: 'threat.indicator.ip' }] }],
};

describe('what Kibana assumes where a rule says nothing', () => {
  test('schedule, look-back and number of alerts', () => {
    expect([intervalOf(QUERY), fromOf(QUERY), toOf(QUERY), maxSignalsOf(QUERY)]).toEqual(['5m', 'now-6m', 'now', 100]);
    const explicit: Rule = { ...QUERY, interval: '1h', from: 'now-2h', to: 'now-1m', maxSignals: 5 };
    expect([intervalOf(explicit), fromOf(explicit), toOf(explicit), maxSignalsOf(explicit)]).toEqual([
      '1h',
      'now-2h',
      'now-1m',
      5,
    ]);
  });
  test('indicator matches', () => {
    expect(threatIndicatorPathOf(THREAT_MATCH)).toBe('threat.indicator');
    expect(threatQueryOf(THREAT_MATCH)).toBe('*:*');
    expect(threatQueryOf({ ...THREAT_MATCH, threatQuery: 'a:b' })).toBe('a:b');
  });
  test('suppression keeps alerts without the field together', () => {
    expect(missingFieldsStrategyOf({ groupBy: ['host.id'] })).toBe('suppress');
  });
});

describe('what a rule asks', () => {
  test('the language is that of the file', () => {
    expect(languageOf(QUERY)).toBe('lucene');
    expect(languageOf({ ...BASE, type: 'saved_query', savedId: 'abc' })).toBe('kuery');
    expect(languageOf({ ...BASE, type: 'esql', language: 'esql', query: 'FROM a' })).toBe('esql');
  });
  test('machine learning has neither language nor query nor indices', () => {
    expect(languageOf(MACHINE_LEARNING)).toBeUndefined();
    expect(queryOf(MACHINE_LEARNING)).toBeUndefined();
    expect(indexOf(MACHINE_LEARNING)).toEqual([]);
    expect(filtersOf(MACHINE_LEARNING)).toEqual([]);
  });
  test('indices and filters are empty where the rule names none', () => {
    expect(indexOf(QUERY)).toEqual([]);
    expect(indexOf({ ...QUERY, index: ['logs-*'] })).toEqual(['logs-*']);
    expect(filtersOf({ ...QUERY, filters: [{ meta: {} }] })).toEqual([{ meta: {} }]);
    expect(queryOf(QUERY)).toBe('a:b');
  });
  test('a building block is marked by its type', () => {
    expect(isBuildingBlock(QUERY)).toBe(false);
    expect(isBuildingBlock({ ...QUERY, buildingBlockType: 'default' })).toBe(true);
  });
});
