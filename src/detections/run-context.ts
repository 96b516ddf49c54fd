import type { Cluster } from '../engine/cluster.js';
import type { Alert } from './alert.js';
import type { AlertSetting } from './alert-fields.js';
import type { AlertWriter } from './alert-writer.js';
import { isOwnDescendant } from './build-alert.js';
import type { AppliedExceptions } from './exceptions/applied-exceptions.js';
import type { RuleHistory } from './rule-history.js';
import type { SearchWindow } from './search-window.js';

/** What the executor of a rule type works with: one window of one run. */
export interface RunContext extends AlertSetting {
  readonly cluster: Cluster;
  readonly window: SearchWindow;
  readonly exceptions: AppliedExceptions;
  readonly writer: AlertWriter;
  /** Alerts that this window may create. */
  readonly limit: number;
  readonly history: RuleHistory;
}

/** What the executor of a rule type says besides the alerts that it wrote. */
export interface TypeRun {
  readonly warnings?: readonly string[];
  readonly errors?: readonly string[];
  /** What it remembers; absent parts stay as they were. */
  readonly history?: Partial<RuleHistory>;
}

/** Alerts that are not the rule's own, raised again. */
export function withoutOwn(context: AlertSetting, alerts: readonly Alert[]): readonly Alert[] {
  return alerts.filter((alert) => !isOwnDescendant(alert, context));
}
