import type { Cluster } from '../engine/cluster.js';
import type { JsonObject } from '../values/json.js';

/** What is asked of a cluster about rules; `get` is a request of an API that not every cluster has. */
export interface RuleCluster extends Pick<Cluster, 'fieldCaps' | 'search'> {
  /** The answer of GET; a refusal rejects with a `ClusterError`. */
  get?(path: string): Promise<JsonObject>;
}
