import { ClusterError } from '../engine/cluster-error.js';
import { queriesOfRule } from '../lint/queries.js';
import type { Rule } from '../model/rule.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { CLUSTER_FACTS } from './facts.js';
import type { Found } from './found.js';
import type { RuleCluster } from './rule-cluster.js';

/** What an API answers: an object, nothing there, or why it does not say. */
type Answer = { readonly body: JsonObject } | { readonly missing: true } | { readonly refusal: string };

async function ask(cluster: RuleCluster, path: string): Promise<Answer> {
  if (cluster.get === undefined) return { refusal: 'this engine has no such request' };
  try {
    return { body: await cluster.get(path) };
  } catch (error) {
    if (!(error instanceof ClusterError) || error.status === 0) throw error;
    return error.status === 404 ? { missing: true } : { refusal: error.message };
  }
}

/** Whether the jobs of a machine learning rule, and what feeds them, run. */
export async function jobsOf(rule: Rule, cluster: RuleCluster): Promise<readonly Found[]> {
  if (rule.type !== 'machine_learning') return [];
  const found: Found[] = [];
  const path = ['rule', 'machine_learning_job_id'];
  for (const id of rule.machineLearningJobId) {
    const job = await ask(cluster, `/_ml/anomaly_detectors/${encodeURIComponent(id)}/_stats`);
    if ('refusal' in job) {
      found.push({ fact: CLUSTER_FACTS.notChecked, path, what: `Job ${id} is not checked: ${job.refusal}.` });
      continue;
    }
    const state = 'body' in job ? stateOf(job.body['jobs']) : undefined;
    if (state === undefined) {
      found.push({ fact: CLUSTER_FACTS.jobMissing, path, what: `The cluster has no job ${id}.` });
      continue;
    }
    const feed = await ask(cluster, `/_ml/datafeeds/datafeed-${encodeURIComponent(id)}/_stats`);
    const fed = 'body' in feed ? stateOf(feed.body['datafeeds']) : undefined;
    if (state !== 'opened') found.push({ fact: CLUSTER_FACTS.jobNotStarted, path, what: `Job ${id} is ${state}.` });
    else if (fed !== undefined && fed !== 'started')
      found.push({ fact: CLUSTER_FACTS.jobNotStarted, path, what: `The datafeed of job ${id} is ${fed}.` });
  }
  return found;
}

function stateOf(list: JsonValue | undefined): string | undefined {
  const [first] = isJsonArray(list) ? list : [];
  const state = isJsonObject(first) ? first['state'] : undefined;
  return typeof state === 'string' ? state : undefined;
}

/** Whether the enrich policies and lookup indices of ES|QL queries are there. */
export async function tablesOf(rule: Rule, cluster: RuleCluster): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const query of queriesOfRule(rule)) {
    if (query.language !== 'esql') continue;
    for (const command of query.tree?.commands ?? []) {
      const place = { path: query.path, range: command.range };
      if (command.kind === 'Enrich') {
        const { name } = command.policy;
        const answer = await ask(cluster, `/_enrich/policy/${encodeURIComponent(name)}`);
        if ('refusal' in answer)
          found.push({
            fact: CLUSTER_FACTS.notChecked,
            ...place,
            what: `Policy ${name} is not checked: ${answer.refusal}.`,
          });
        else if ('missing' in answer || !hasItems(answer.body['policies']))
          found.push({
            fact: CLUSTER_FACTS.policyMissing,
            ...place,
            what: `The cluster has no enrich policy ${name}.`,
          });
      } else if (command.kind === 'LookupJoin') {
        const { name } = command.index;
        const answer = await lookup(name, cluster);
        if (answer !== true)
          found.push(
            typeof answer === 'string'
              ? { fact: CLUSTER_FACTS.notChecked, ...place, what: `Index ${name} is not checked: ${answer}.` }
              : { fact: CLUSTER_FACTS.lookupMissing, ...place, what: `The cluster has no lookup index ${name}.` },
          );
      }
    }
  }
  return found;
}

async function lookup(index: string, cluster: RuleCluster): Promise<boolean | string> {
  try {
    const { indices } = await cluster.fieldCaps({
      index,
      fields: ['*'],
      allow_no_indices: true,
      ignore_unavailable: true,
    });
    return indices.length > 0;
  } catch (error) {
    if (!(error instanceof ClusterError) || error.status === 0) throw error;
    return error.status === 404 ? false : error.message;
  }
}

function hasItems(list: JsonValue | undefined): boolean {
  return isJsonArray(list) && list.length > 0;
}
