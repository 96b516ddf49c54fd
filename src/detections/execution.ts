import type { ExceptionList, ValueList } from '../model/exception-list.js';
import type { Alert } from './alert.js';
import type { RuleHistory } from './rule-history.js';

/** What one execution needs besides rule and cluster. */
export interface Execution {
  /** The clock: windows, date math and schedules count from here. */
  readonly now: Date;
  /** What the last run left behind (`RuleRun.history`); absent for the first run. */
  readonly history?: RuleHistory;
  /** Exception lists that apply to the rule. */
  readonly exceptions?: readonly ExceptionList[];
  /** The value lists that exceptions name. */
  readonly valueLists?: readonly ValueList[];
  /** The rule's alerts of earlier runs, as they are now: what is among them is not created again, and may be added to. */
  readonly alerts?: readonly Alert[];
  /** The space of Kibana; `default` unless said otherwise. It is part of an alert's id. */
  readonly space?: string;
}
