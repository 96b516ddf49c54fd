import type { Cluster } from '../engine/cluster.js';
import { maxSignalsOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import type { RuleRun } from './alert.js';
import type { AlertOwner } from './alert-id.js';
import { AlertWriter } from './alert-writer.js';
import { applyExceptions } from './exceptions/applied-exceptions.js';
import type { Execution } from './execution.js';
import { failedRun } from './failed-run.js';
import { checkIndices, inputIndices } from './input-indices.js';
import { gapError, rangeWindowsOf } from './range-windows.js';
import { isRuleError } from './rule-error.js';
import type { RuleHistory } from './rule-history.js';
import type { RunContext, TypeRun } from './run-context.js';
import { aboveAlertLimit } from './warnings.js';

/** Most alerts of one run of any rule: Kibana's setting `xpack.alerting.rules.run.alerts.max`, at its default. */
const MOST_ALERTS = 1000;

/**
 * Runs a rule once, as Kibana's detection engine does, and returns the alerts that it creates, those of earlier runs that it changes,
 * warnings and errors. Request failures of the cluster reject; what is wrong with the rule is data. Without `history` and `alerts` it is the
 * rule's first run.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/about-detection-rules
 */
export async function runRule(rule: Rule, cluster: Cluster, execution: Execution): Promise<RuleRun> {
  const { now, history = {} } = execution;
  const refused = refusal(rule);
  if (refused !== undefined) return failedRun(refused);
  const ranges = rangeWindowsOf(rule, now, history.startedAt);
  if (isRuleError(ranges)) return failedRun(ranges.error);
  const exceptions = applyExceptions(execution.exceptions ?? [], execution.valueLists ?? [], now);
  if (isRuleError(exceptions)) return failedRun(exceptions.error);
  const indices = await inputIndices(rule);
  const check = await checkIndices(rule, indices, cluster);
  const owner: AlertOwner = { ruleUuid: rule.ruleId, space: execution.space ?? 'default' };
  const writer = new AlertWriter(execution.alerts ?? []);
  let state: RuleHistory = { ...history, startedAt: now.toISOString() };
  const warnings: string[] = [];
  const errors: string[] = [];
  for (const window of check.missing ? [] : ranges.windows) {
    const shared = { rule, owner, now, indices, cluster, window, exceptions, writer, history: state };
    const run = await runType(rule, { ...shared, limit: Math.min(maxSignalsOf(rule), MOST_ALERTS) });
    warnings.push(...(run.warnings ?? []));
    errors.push(...(run.errors ?? []));
    state = { ...state, ...run.history };
  }
  return {
    alerts: writer.created,
    updated: writer.updated,
    warnings: [
      ...(maxSignalsOf(rule) > MOST_ALERTS ? [aboveAlertLimit(maxSignalsOf(rule), MOST_ALERTS)] : []),
      ...warnings,
      ...check.warnings,
    ],
    errors: [...errors, ...(ranges.gap > 0 ? [gapError(ranges.gap)] : [])],
    history: state,
  };
}

function refusal(rule: Rule): string | undefined {
  if (!('dataViewId' in rule)) return undefined;
  return `The rule reads the data view ${JSON.stringify(rule.dataViewId)}, which only Kibana knows. Name its index patterns in index instead of data_view_id.`;
}

/** What runs a type is loaded when a rule of it runs. */
async function runType(rule: Rule, context: RunContext): Promise<TypeRun> {
  switch (rule.type) {
    case 'query':
    case 'saved_query':
      return (await import('./rule-types/query.js')).runQueryRule(rule, context);
    case 'new_terms':
      return (await import('./rule-types/new-terms.js')).runNewTermsRule(rule, context);
    case 'eql':
      return (await import('./rule-types/eql.js')).runEqlRule(rule, context);
    case 'esql':
      return (await import('./rule-types/esql.js')).runEsqlRule(rule, context);
    case 'threshold':
      return (await import('./rule-types/threshold.js')).runThresholdRule(rule, context);
    case 'threat_match':
      return (await import('./rule-types/threat-match.js')).runThreatMatchRule(rule, context);
    case 'machine_learning':
      return (await import('./rule-types/machine-learning.js')).runMachineLearningRule(rule, context);
  }
}
