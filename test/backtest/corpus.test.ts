import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alertsOfPass, alertsOfRun, clusterWith, identities, windowStart } from './differential.js';
import { allRules, CORPUS, madeFor, realEvents } from './corpus-rules.js';

const now = new Date('2026-03-01T12:00:00Z');

if (!existsSync(CORPUS)) console.warn('../shared/corpus is absent: only the rules of the repository are backtested.');

describe('the alerts of a pass', () => {
  it('are those of a run on the documents made for each rule', { timeout: 600_000 }, async () => {
    const rules = (await allRules()).map((rule) => ({ ...rule, maxSignals: 1000 }));
    let [fired, compared] = [0, 0];
    const wrong: string[] = [];
    for (const rule of rules) {
      const documents = await madeFor(rule, now);
      if (documents.length === 0) continue;
      const expected = await alertsOfRun(rule, await clusterWith(documents, now), now);
      const { alerts } = await alertsOfPass([rule], documents, now, windowStart(rule, now));
      const found = identities(alerts.get(rule.ruleId) ?? []);
      const wanted = identities(expected ?? []);
      compared += 1;
      if (wanted.length > 0) fired += 1;
      if (found.join('\n') !== wanted.join('\n'))
        wrong.push(`${rule.type} ${rule.name} (${rule.ruleId}): found ${found.length}, wanted ${wanted.length}`);
    }
    console.info(`${compared} rules compared, ${fired} fired`);
    expect(wrong).toEqual([]);
  });

  it('are those of runs on one log with the documents of all rules and real events', { timeout: 600_000 }, async () => {
    // One window for all rules, so that one run of each sees what the pass sees.
    const rules = (await allRules()).map((rule) => ({ ...rule, from: 'now-6m', to: 'now', maxSignals: 1000 }));
    const made = await Promise.all(rules.map((rule) => madeFor(rule, now)));
    const documents = [...realEvents(now), ...made.flat()];
    const cluster = await clusterWith(documents, now);
    const { alerts, backtest } = await alertsOfPass(rules, documents, now, now.getTime() - 360_000);
    const wrong: string[] = [];
    let fired = 0;
    for (const rule of rules) {
      const expected = identities((await alertsOfRun(rule, cluster, now)) ?? []);
      const found = identities(alerts.get(rule.ruleId) ?? []);
      if (expected.length > 0) fired += 1;
      if (found.join('\n') === expected.join('\n')) continue;
      const extra = found.filter((each) => !expected.includes(each)).slice(0, 2);
      const lost = expected.filter((each) => !found.includes(each)).slice(0, 2);
      wrong.push(
        `${rule.type} ${rule.name} (${rule.ruleId}): found ${found.length}, wanted ${expected.length}; extra ${extra.join(' | ')}; lost ${lost.join(' | ')}`,
      );
    }
    const { documents: count, candidates } = backtest.counts;
    console.info(
      `${documents.length} documents, ${rules.length} rules, ${fired} fired, ${(candidates / count).toFixed(1)} candidates a document`,
    );
    expect(wrong).toEqual([]);
  });

  it('cost few looks: a document of a real log meets a handful of the rules', async () => {
    const events = realEvents(now);
    const { backtest } = await alertsOfPass(await allRules(), events, now);
    const { documents, candidates } = backtest.counts;
    expect(documents).toBe(events.length);
    expect(candidates).toBeLessThanOrEqual(5 * documents);
  });
});
