import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { CASES_BY_TYPE } from './cases.js';
import { checkCase, NOW, runCase } from './detection-case.js';

describe.each(CASES_BY_TYPE)('$type', ({ rule, cases }) => {
  test.each(cases)('$name', async (detection) => {
    const cluster = new EmbeddedCluster({ clock: () => NOW });
    checkCase(detection, await runCase(rule, detection, cluster));
  });

  test('has at least 25 cases, each with the source of what it states', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(cases.filter(({ source }) => !/\.ts|docs:/.test(source))).toEqual([]);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});
