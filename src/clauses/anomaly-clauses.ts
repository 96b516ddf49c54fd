import type { MachineLearningRule } from '../model/rule.js';
import type { JsonObject } from '../values/json.js';
import type { ClauseDraft, DraftPart } from './clause.js';

/** What a rule of machine learning wants of an anomaly: a final record of one of its jobs, with a score that reaches the threshold. */
export function anomalyClauses({
  anomalyThreshold: least,
  machineLearningJobId: jobs,
}: MachineLearningRule): readonly DraftPart[] {
  const ofJobs = { terms: { job_id: jobs } };
  return [
    ...(jobs.length === 1 && jobs[0] === '*' ? [] : [test('job_id', jobs.join(', '), ofJobs)]),
    test('result_type', 'record', { term: { result_type: 'record' } }),
    test('is_interim', 'false', { term: { is_interim: false } }),
    test('record_score', `>= ${least}`, { range: { record_score: { gte: least } } }),
  ].map((root) => ({ part: { kind: 'anomaly' }, root }));
}

function test(field: string, wanted: string, query: JsonObject): ClauseDraft {
  const text = wanted.startsWith('>=') ? `${field} ${wanted}` : `${field}: ${wanted}`;
  return { kind: 'test', text, fields: [field], wanted, ask: { kind: 'dsl', query }, children: [] };
}
