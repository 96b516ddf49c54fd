import type { Cluster } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { RuleRun } from './alert.js';
import type { Execution } from './execution.js';
import { failedRun } from './failed-run.js';
import { runEqlRule } from './rule-types/eql.js';
import { runEsqlRule } from './rule-types/esql.js';
import { runNewTermsRule } from './rule-types/new-terms.js';
import { runQueryRule } from './rule-types/query.js';

/**
 * Runs a rule once, as Kibana's detection engine does, and returns its alerts, warnings and errors.
 * Request failures of the cluster reject; what is wrong with the rule is data.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/about-detection-rules
 */
export async function runRule(rule: Rule, cluster: Cluster, execution: Execution): Promise<RuleRun> {
  switch (rule.type) {
    case 'query':
      return runQueryRule(rule, cluster, execution);
    case 'new_terms':
      return runNewTermsRule(rule, cluster, execution);
    case 'eql':
      return runEqlRule(rule, cluster, execution);
    case 'esql':
      return runEsqlRule(rule, cluster, execution);
    case 'saved_query':
    case 'threshold':
    case 'threat_match':
    case 'machine_learning':
      return failedRun(`Rules of type ${rule.type} do not run yet (docs/parity.md).`);
  }
}
