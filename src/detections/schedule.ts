import type { Cluster } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { Alert, RuleRun } from './alert.js';
import type { Execution } from './execution.js';
import { intervalMs } from './range-windows.js';
import { runRule } from './run-rule.js';

/** One execution of a schedule. */
export interface ScheduledRun extends RuleRun {
  readonly at: Date;
}

/** The executions of a rule in a time. */
export interface Schedule {
  /** When the rule runs: at the start, and then each interval, the end included. */
  readonly times: readonly Date[];
  /**
   * Runs the rule at each of the times, the first one first; each run knows the alerts and the history of those before it. A cluster that has a
   * clock of its own (for `NOW()` in ES|QL) must be moved by `onRun`.
   */
  play(cluster: Cluster, options?: PlayOptions): AsyncGenerator<ScheduledRun>;
}

/** What the runs of a schedule need besides rule and cluster. */
export interface PlayOptions extends Omit<Execution, 'now'> {
  /** Called before each run. */
  readonly onRun?: (at: Date) => void;
}

/**
 * The executions of a rule that fall in a time, by its interval. Empty where the end lies before the start, or the interval cannot be read.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#rule-schedule
 */
export function schedule(rule: Rule, from: Date, to: Date): Schedule {
  const interval = intervalMs(rule);
  const count = interval === undefined ? 0 : Math.floor((to.getTime() - from.getTime()) / interval) + 1;
  const times = Array.from({ length: Math.max(0, count) }, (_, at) => new Date(from.getTime() + at * (interval ?? 0)));
  return { times, play: (cluster, options) => play(rule, times, cluster, options ?? {}) };
}

async function* play(
  rule: Rule,
  times: readonly Date[],
  cluster: Cluster,
  { onRun, ...execution }: PlayOptions,
): AsyncGenerator<ScheduledRun> {
  const alerts = new Map<string, Alert>((execution.alerts ?? []).map((alert) => [alert.id, alert]));
  let history = execution.history ?? {};
  for (const at of times) {
    onRun?.(at);
    const run = await runRule(rule, cluster, { ...execution, now: at, history, alerts: [...alerts.values()] });
    for (const alert of [...run.alerts, ...run.updated]) alerts.set(alert.id, alert);
    history = run.history;
    yield { ...run, at };
  }
}
