import type { IndexDefinition } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { ElasticsearchCluster } from '../engine/elasticsearch.js';
import type { ElasticsearchOptions } from '../engine/elasticsearch.js';
import { certificateOf, checkUrl, credentialsOf } from './credentials.js';

/** Who connects, and who wants to know what stands. */
export interface ConnectOptions {
  /** The option that gave the URL, for messages. */
  readonly option?: string;
  /** Every index that was made through the connection is in here, from before its creation until it is deleted. */
  readonly held?: Set<string>;
  /** Of the target whose variables count first: ELASTICSEARCH_API_KEY_PROD. */
  readonly suffix?: string;
}

/**
 * Connects to an Elasticsearch and makes sure that it answers. Credentials come from the environment only: ELASTICSEARCH_API_KEY, or
 * ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD (with _FILE behind it: from a file); a private certificate authority from ELASTICSEARCH_CA (a PEM file) or
 * ELASTICSEARCH_CA_FINGERPRINT.
 */
export async function connectElasticsearch(
  node: string,
  env: Readonly<Record<string, string | undefined>>,
  { option = '--cluster', held = new Set<string>(), suffix = '' }: ConnectOptions = {},
): Promise<ElasticsearchCluster> {
  checkUrl(node, option, 'ELASTICSEARCH', 'http://localhost:9200');
  const { ELASTICSEARCH_CA_FINGERPRINT: caFingerprint } = env;
  const ca = await certificateOf(env, 'ELASTICSEARCH', suffix);
  const cluster = new HoldingCluster(held, {
    node,
    ...(await credentialsOf(env, 'ELASTICSEARCH', suffix)),
    ...(ca === undefined ? {} : { ca }),
    ...(caFingerprint === undefined ? {} : { caFingerprint }),
  });
  try {
    await cluster.info();
  } catch (error) {
    // Keys that may only read what they are for are refused here, and can do their work all the same.
    if (!(error instanceof ClusterError && error.status === 403)) throw error;
  }
  return cluster;
}

/** Keeps a list of the indices that it made and that still stand. */
class HoldingCluster extends ElasticsearchCluster {
  readonly #held: Set<string>;

  constructor(held: Set<string>, options: ElasticsearchOptions) {
    super(options);
    this.#held = held;
  }

  override async createIndex(index: string, body: IndexDefinition = {}): Promise<void> {
    this.#held.add(index);
    await super.createIndex(index, body);
  }

  override async deleteIndex(index: string): Promise<void> {
    try {
      await super.deleteIndex(index);
    } catch (error) {
      if (!(error instanceof ClusterError && error.status === 404)) throw error;
      this.#held.delete(index);
      throw error;
    }
    this.#held.delete(index);
  }
}
