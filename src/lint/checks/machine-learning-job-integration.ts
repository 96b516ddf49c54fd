import type { Check } from '../check.js';

/** What ids of the jobs begin with that a package brings; jobs of others may be named in any way. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['ded_', 'ded'],
  ['dga_', 'dga'],
  ['lmd_', 'lmd'],
  ['pad_', 'pad'],
  ['problem_child_', 'problemchild'],
]);

const RULE = (job: string, integration: string): string =>
  `[metadata]\nintegration = ${integration}\n\n[rule]\ntype = "machine_learning"\nmachine_learning_job_id = ["${job}"]\nanomaly_threshold = 50`;

/** See `summary`. */
export const machineLearningJobIntegration: Check = {
  name: 'machine-learning-job-integration',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Name the package that brings the machine learning job of a rule.',
  rationale:
    'Jobs whose ids begin with `ded_`, `dga_`, `lmd_`, `pad_` or `problem_child_` come with a package of Elastic (Data Exfiltration Detection, Domain Generation Algorithm, Lateral Movement Detection, Privileged Access Detection, Living off the Land). Without it in `integration` of `[metadata]`, users are not told to install it, and the rule has no job. Rules without `integration` are left alone, and so are other jobs: which there are, only a cluster knows (`dragnet validate --cluster`).',
  references: ['https://www.elastic.co/docs/reference/machine-learning/ootb-ml-jobs-siem'],
  examples: {
    invalid: [
      RULE('pad_linux_rare_process', '["endpoint"]'),
      RULE('lmd_high_count_remote_file_transfer', '["pad", "endpoint"]'),
    ],
    valid: [RULE('pad_linux_rare_process', '["pad", "endpoint"]'), RULE('rare_process_by_host_linux', '["endpoint"]')],
  },
  *rule(rule) {
    if (rule.type !== 'machine_learning') return;
    const { integration } = rule.metadata;
    const related = (rule.relatedIntegrations ?? []).map((entry) => entry.package);
    if (integration.length === 0) return;
    for (const [at, id] of rule.machineLearningJobId.entries()) {
      const [prefix, name] = [...PREFIXES].find(([start]) => id.startsWith(start)) ?? [];
      if (prefix === undefined || name === undefined || integration.includes(name) || related.includes(name)) continue;
      yield {
        path: ['rule', 'machine_learning_job_id', at],
        what: `The job comes with the integration ${name}, which [metadata] does not name.`,
        why: 'Users are not told to install it: without its job the rule never runs.',
        fix: `Add "${name}" to integration, or name another job.`,
      };
    }
  },
};
