import { ClusterError } from '../engine/cluster-error.js';
import type { Cluster } from '../engine/cluster.js';
import { huntLanguage } from '../languages/hunt-language.js';
import type { Subject } from './subject.js';

/** Whether each cluster has EQL, asked once. */
const HAS_EQL = new WeakMap<Cluster, Promise<boolean>>();

/**
 * What a definition needs that the cluster lacks, as the reason why its tests do not run there; undefined when nothing is missing, or when
 * there is no cluster. A node without the EQL module does not know its requests; every default distribution of Elasticsearch has it.
 */
export async function clusterGap(subject: Subject, cluster: Cluster | undefined): Promise<string | undefined> {
  if (cluster === undefined || !needsEql(subject)) return undefined;
  const known = HAS_EQL.get(cluster) ?? hasEql(cluster);
  HAS_EQL.set(cluster, known);
  return (await known) ? undefined : 'the cluster has no EQL';
}

function needsEql(subject: Subject): boolean {
  return subject.kind === 'rule'
    ? subject.rule.type === 'eql'
    : subject.hunt.query.some((query) => huntLanguage(subject.hunt, query) === 'eql');
}

/** No index of this name is there: a cluster with EQL says that, one without it does not know the request. */
async function hasEql(cluster: Cluster): Promise<boolean> {
  try {
    await cluster.eql({ index: 'dragnet-probe', query: 'any where false' });
    return true;
  } catch (error) {
    if (error instanceof ClusterError && !error.isUnavailable) return error.error.type !== 'no_handler';
    throw error;
  }
}
