import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Backtest } from '../../src/backtest/backtest.js';
import type { BacktestDocument } from '../../src/backtest/backtest-document.js';
import { MemoryStore } from '../../src/backtest/document-store.js';
import type { Alert } from '../../src/detections/alert.js';
import { schedule } from '../../src/detections/schedule.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { Rule } from '../../src/model/rule.js';
import { allRules, CORPUS, madeFor } from './corpus-rules.js';
import { definitionOf, identities } from './differential.js';

const end = new Date('2026-03-01T12:00:00Z');
const FIVE_MINUTES = 300_000;

if (!existsSync(CORPUS)) console.warn('../shared/corpus is absent: only the rules of the repository are scheduled.');

/** The documents made for a rule, three times, some minutes apart, all within an hour. */
async function spread(rule: Rule): Promise<readonly BacktestDocument[]> {
  const rounds = await Promise.all(
    [50, 31, 4].map((minutes) => madeFor(rule, new Date(end.getTime() - minutes * 60_000 - 7_000))),
  );
  return rounds.flatMap((documents, round) => documents.map((each) => ({ ...each, id: `${round}-${each.id}` })));
}

async function playedAlerts(rule: Rule, documents: readonly BacktestDocument[]): Promise<readonly Alert[]> {
  const clock = new Date(0);
  const cluster = new EmbeddedCluster({ clock: () => clock });
  for (const index of new Set(documents.map((each) => each.index)))
    await cluster.createIndex(index, definitionOf(index));
  await cluster.bulk(documents.map(({ index, id, text }) => ({ _index: index, _id: id, source: text })));
  const found: Alert[] = [];
  const from = new Date(end.getTime() - 12 * FIVE_MINUTES);
  const plays = schedule(rule, from, new Date(end.getTime() + 12 * FIVE_MINUTES)).play(cluster, {
    onRun: (at) => clock.setTime(at.getTime()),
  });
  for await (const { alerts } of plays) found.push(...alerts);
  return found;
}

describe('a backtest on the schedule', () => {
  it('raises the alerts of the executions of each rule', { timeout: 600_000 }, async () => {
    // Windows of ten minutes every five, on the grid of the clock.
    const rules = (await allRules()).map((rule) => ({ ...rule, from: 'now-10m', to: 'now', interval: '5m' }));
    const wrong: string[] = [];
    let fired = 0;
    for (const rule of rules.filter((_, at) => at % 5 === 0)) {
      const documents = await spread(rule);
      let expected: readonly Alert[] = [];
      try {
        expected = await playedAlerts(rule, documents);
      } catch {
        // The engine refuses the rule, in both.
      }
      const found: Alert[] = [];
      const backtest = await Backtest.of([{ rule }], {
        definitionOf,
        store: new MemoryStore(),
        now: end,
        mode: 'schedule',
        from: end.getTime() - 14 * FIVE_MINUTES,
        onAlert: (alert) => found.push(alert),
      });
      for (const document of documents) backtest.add(document, JSON.parse(document.text) as object);
      await backtest.finish();
      if (expected.length > 0) fired += 1;
      if (identities(found).join('\n') !== identities(expected).join('\n'))
        wrong.push(`${rule.type} ${rule.name}: found ${found.length}, wanted ${expected.length}`);
    }
    expect(fired).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
