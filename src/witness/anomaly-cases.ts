import type { MachineLearningRule } from '../model/rule.js';
import type { JsonObject } from '../values/json.js';
import type { RuleCase } from './rule-case.js';

/**
 * Anomaly records at `time` on which a machine learning rule fires, and near misses of them: a score below the threshold (none where every score
 * reaches it), another job (none where all jobs count), and a record that is not final. Empty where the rule names no job.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-ml-rule
 */
export function anomalyCases(
  { anomalyThreshold: least, machineLearningJobId: jobs }: MachineLearningRule,
  time: Date,
): readonly RuleCase[] {
  const [named] = jobs;
  if (named === undefined) return [];
  const isAny = named === '*';
  const record = (different: JsonObject): JsonObject => ({
    timestamp: time.toISOString(),
    job_id: isAny ? 'any-job' : named,
    record_score: least,
    ...different,
  });
  const silent = (name: string, different: JsonObject): RuleCase => anomalyCase(name, false, record(different));
  return [
    anomalyCase(`fires on an anomaly with a score of ${least}`, true, record({})),
    ...(least > 0 ? [silent(`stays silent on a score below ${least}`, { record_score: Math.max(0, least - 1) })] : []),
    ...(isAny ? [] : [silent('stays silent on an anomaly of another job', { job_id: `${named}-other` })]),
    silent('stays silent while the record is not final', { is_interim: true }),
  ];
}

function anomalyCase(name: string, fires: boolean, anomaly: JsonObject): RuleCase {
  return { name, fires, events: [], history: [], indicators: [], anomalies: [anomaly] };
}
