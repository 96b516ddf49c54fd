import type { Alert } from '../detections/alert.js';
import type { RuleHistory } from '../detections/rule-history.js';
import { runRule } from '../detections/run-rule.js';
import type { Cluster } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { RuleLists } from './rule-lists.js';
import type { Outcome, TestCase } from './test-case.js';

/**
 * The alerts of all runs of a test, as they are after the last one; warnings and errors of every run. Each run knows the alerts and the history
 * of those before it.
 */
export async function ruleOutcome(
  rule: Rule,
  cluster: Cluster,
  test: TestCase,
  { exceptions, valueLists }: RuleLists,
  clock: Date,
): Promise<Outcome> {
  const alerts = new Map<string, Alert>();
  const warnings: string[] = [];
  const errors: string[] = [];
  let history: RuleHistory = {};
  for (const at of test.runAt) {
    clock.setTime(at.getTime());
    const known = [...alerts.values()];
    const run = await runRule(rule, cluster, { now: at, history, exceptions, valueLists, alerts: known });
    for (const alert of [...run.alerts, ...run.updated]) alerts.set(alert.id, alert);
    warnings.push(...run.warnings);
    errors.push(...run.errors);
    history = run.history;
  }
  return {
    alerts: [...alerts.values()].map(({ sources, document }) => ({ ids: sources.map(({ id }) => id), document })),
    warnings: [...new Set(warnings)],
    errors,
  };
}
