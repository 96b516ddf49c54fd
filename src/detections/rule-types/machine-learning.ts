import type { MachineLearningRule } from '../../model/rule.js';
import type { JsonObject } from '../../values/json.js';
import { alertFromHit } from '../build-alert.js';
import { hitValues, listOrNothing } from '../document-fields.js';
import { withoutExceptions } from '../exceptions/applied-exceptions.js';
import { filterInMemory } from '../exceptions/filter-in-memory.js';
import { withoutOwn } from '../run-context.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { timeOfHit } from '../time-order.js';
import { MAX_SIGNALS } from '../warnings.js';
import { anomalyAsEcs } from './anomaly-as-ecs.js';
import { createSuppressed } from './suppressed-hits.js';

/** Where jobs write their results. */
const ANOMALIES = '.ml-anomalies-*';

/**
 * One alert for each final anomaly record of the rule's jobs in the window whose score reaches the threshold, the highest first. That the jobs
 * run is taken for granted.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-ml-rule
 */
export async function runMachineLearningRule(rule: MachineLearningRule, context: RunContext): Promise<TypeRun> {
  const { cluster, exceptions, writer, limit } = context;
  const { hits } = await cluster.search({
    index: ANOMALIES,
    ignore_unavailable: true,
    allow_no_indices: true,
    query: { bool: { filter: anomalyFilter(rule, context), must_not: withoutExceptions(exceptions) } },
    sort: [{ record_score: { order: 'desc', unmapped_type: 'double' } }],
    fields: ['*'],
    size: limit,
    track_total_hits: true,
  });
  const warnings = (hits.total?.value ?? 0) > limit ? [MAX_SIGNALS] : [];
  const kept = filterInMemory(hits.hits, exceptions);
  const { alertSuppression: suppression } = rule;
  if (suppression) {
    const page = kept.map((hit) => ({
      alert: alertFromHit(context, hit),
      valueOf: (field: string) => listOrNothing(hitValues(hit, field)),
      time: timeOfHit(rule, hit),
    }));
    createSuppressed(suppression, page, context, { suppressed: 0 });
    return { warnings };
  }
  const alerts = kept.map((hit) => alertFromHit(context, { ...hit, _source: anomalyAsEcs(hit._source ?? {}) }));
  writer.create(withoutOwn(context, alerts));
  return { warnings };
}

function anomalyFilter(
  { machineLearningJobId: jobs, anomalyThreshold }: MachineLearningRule,
  { window }: RunContext,
): readonly JsonObject[] {
  return [
    { term: { result_type: 'record' } },
    { term: { is_interim: false } },
    { range: { timestamp: { gte: window.from, lte: window.to, format: 'strict_date_optional_time' } } },
    { range: { record_score: { gte: anomalyThreshold } } },
    ...(jobs.length === 1 && jobs[0] === '*' ? [] : [{ terms: { job_id: jobs } }]),
  ];
}
