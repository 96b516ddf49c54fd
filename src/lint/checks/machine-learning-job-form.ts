import type { Check } from '../check.js';

/** See `summary`. */
export const machineLearningJobForm: Check = {
  name: 'machine-learning-job-form',
  since: '0.1.0',
  severity: 'error',
  summary: 'Name machine learning jobs that there can be.',
  rationale:
    'Ids of jobs have lower case letters, digits, hyphens and underscores, begin and end with a letter or digit, and have 64 characters at most. Elasticsearch makes no job of another name, so that a rule on it never runs.',
  references: ['https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-ml-put-job'],
  examples: {
    invalid: ['type = "machine_learning"\nmachine_learning_job_id = ["Rare Process"]\nanomaly_threshold = 50'],
    valid: ['type = "machine_learning"\nmachine_learning_job_id = ["v3_rare-process_1"]\nanomaly_threshold = 50'],
  },
  *rule(rule) {
    if (rule.type !== 'machine_learning') return;
    for (const [at, id] of rule.machineLearningJobId.entries()) {
      if (/^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/u.test(id)) continue;
      yield {
        path: ['rule', 'machine_learning_job_id', at],
        what: `"${id}" cannot be the id of a job.`,
        why: 'There is no such job: the rule never runs.',
        fix: 'Use lower case letters, digits, - and _, 64 characters at most.',
      };
    }
  },
};
