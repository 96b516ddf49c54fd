import type { Alert, RuleRun } from '../detections/alert.js';
import { intervalMs } from '../detections/range-windows.js';
import { isRuleError } from '../detections/rule-error.js';
import type { RuleHistory } from '../detections/rule-history.js';
import { runRule } from '../detections/run-rule.js';
import { searchWindowOf } from '../detections/search-window.js';
import { millisecondsOf } from '../detections/suppression.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { Rule } from '../model/rule.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import type { KeptDocuments } from './kept-documents.js';
import type { ExecutionInputs } from './execution-inputs.js';
import { WindowCluster } from './window-cluster.js';
import { worthwhile, type Worthwhile } from './worthwhile.js';

/** How the executions of a rule are laid over the log. */
export interface ExecutionOptions {
  /**
   * `sliding`: a run starts its window at the first event that no run has seen, and runs follow one another by the rule's interval while there are
   * new events. `schedule`: one run each interval, counted from 1970, whatever the events.
   */
  readonly mode: 'sliding' | 'schedule';
  /** Events before are history only; milliseconds since 1970. */
  readonly from: number;
}

/** Runs a rule over the documents that it may read, window by window; what the engine refuses is the error of a run. */
export async function* executions(inputs: ExecutionInputs, options: ExecutionOptions): AsyncGenerator<RuleRun> {
  const { plan, events } = inputs;
  const { rule, exceptions = [], valueLists = [] } = plan;
  events.sort();
  const cluster = new WindowCluster(inputs);
  const worth = worthwhile(rule, events, inputs.store);
  let history: RuleHistory = {};
  let alerts: readonly Known[] = [];
  for (const now of runTimes(rule, events, worth, options)) {
    const window = searchWindowOf(rule, now);
    if (isRuleError(window)) return;
    const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
    if (!worth.isWorth(events.firstFrom(from), events.firstFrom(to + 1))) continue;
    const start = Math.min(from, historyStart(rule, now));
    const engine = await cluster.at(now, start, to);
    // Every run is on time: none makes up for another.
    const rest = onTime(history);
    const known = alerts.filter(({ until }) => until >= now.getTime());
    let run: RuleRun;
    try {
      run = await runRule(rule, engine, {
        now,
        history: rest,
        exceptions,
        valueLists,
        alerts: known.map(({ alert }) => alert),
      });
    } catch (error) {
      if (!(error instanceof ClusterError) || error.isUnavailable) throw error;
      yield { alerts: [], updated: [], warnings: [], errors: [error.message], history };
      return;
    }
    history = run.history;
    alerts = merged(known, run, now.getTime() + memoryOf(rule, now, start));
    yield run;
  }
}

/** What a rule remembers, without when it ran last. */
function onTime({ thresholdGroups, suppressionGroups }: RuleHistory): RuleHistory {
  return {
    ...(thresholdGroups === undefined ? {} : { thresholdGroups }),
    ...(suppressionGroups === undefined ? {} : { suppressionGroups }),
  };
}

/** An alert that later runs must know, and until when. */
interface Known {
  readonly alert: Alert;
  readonly until: number;
}

function merged(known: readonly Known[], run: RuleRun, until: number): readonly Known[] {
  const updated = new Map(run.updated.map((alert) => [alert.id, alert]));
  return [
    ...known.map((each) => ({ ...each, alert: updated.get(each.alert.id) ?? each.alert })),
    ...run.alerts.map((alert) => ({ alert, until })),
  ];
}

/** How long an alert can matter to later runs. */
function memoryOf(rule: Rule, now: Date, start: number): number {
  const duration = rule.alertSuppression?.duration;
  return now.getTime() - start + (duration ? millisecondsOf(duration) : 0) + (intervalMs(rule) ?? 0);
}

function historyStart(rule: Rule, now: Date): number {
  if (rule.type !== 'new_terms') return Infinity;
  const start = absoluteTime(rule.historyWindowStart, now);
  return start === undefined ? Infinity : Date.parse(start);
}

/** When the rule runs: only where its window holds events, since any other run finds nothing. */
function* runTimes(
  rule: Rule,
  events: KeptDocuments,
  worth: Worthwhile,
  { mode, from }: ExecutionOptions,
): Generator<Date> {
  const interval = intervalMs(rule) ?? 300_000;
  let next = events.firstFrom(from);
  let now: number | undefined;
  while (next < events.length) {
    const time = events.time(next);
    if (mode === 'sliding' && !worth.starts(next)) {
      next++;
      continue;
    }
    now = mode === 'schedule' ? gridTime(rule, now, time, interval) : slidingTime(rule, events, now, next, interval);
    const window = searchWindowOf(rule, new Date(now));
    yield new Date(now);
    if (isRuleError(window)) return;
    const [start, end] = [Date.parse(window.from), Date.parse(window.to)];
    // On a schedule every run whose window holds an event counts.
    if (mode === 'schedule') next = Math.max(events.firstFrom(from), events.firstFrom(start + interval));
    else next = Math.max(next + 1, events.firstFrom(end + 1));
  }
}

/** The first time of the grid, after the last run, whose window reaches the event. */
function gridTime(rule: Rule, last: number | undefined, time: number, interval: number): number {
  const { ahead } = reach(rule, time);
  const first = Math.ceil((time + ahead) / interval) * interval;
  return last === undefined ? first : Math.max(first, last + interval);
}

/** A run that follows the last one by whole intervals where the windows share events, else one whose window starts at the event. */
function slidingTime(
  rule: Rule,
  events: KeptDocuments,
  last: number | undefined,
  next: number,
  interval: number,
): number {
  const time = events.time(next);
  const { back, ahead } = reach(rule, time);
  // An event at the very start of a window is history to rules that look for what is new.
  const fresh = time + back - 1;
  if (last === undefined) return fresh;
  const step = Math.max(1, Math.min(interval, back - ahead));
  const follows = last + Math.ceil((time + ahead - last) / step) * step;
  const window = searchWindowOf(rule, new Date(follows));
  if (isRuleError(window) || follows >= fresh) return Math.max(fresh, last + 1);
  return events.time(next - 1) >= Date.parse(window.from) ? Math.max(follows, last + 1) : Math.max(fresh, last + 1);
}

/** How far before the time of a run its window starts, and ends. */
function reach(rule: Rule, time: number): { readonly back: number; readonly ahead: number } {
  const window = searchWindowOf(rule, new Date(time));
  if (isRuleError(window)) return { back: 0, ahead: 0 };
  return { back: time - Date.parse(window.from), ahead: time - Date.parse(window.to) };
}
