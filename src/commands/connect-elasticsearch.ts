import { readFile } from 'node:fs/promises';
import type { IndexDefinition } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { ElasticsearchCluster } from '../engine/elasticsearch.js';
import type { ElasticsearchOptions } from '../engine/elasticsearch.js';
import { UsageError } from './usage-error.js';

/** Who connects, and who wants to know what stands. */
export interface ConnectOptions {
  /** The option that gave the URL, for messages. */
  readonly option?: string;
  /** Every index that was made through the connection is in here, from before its creation until it is deleted. */
  readonly held?: Set<string>;
}

/**
 * Connects to an Elasticsearch and makes sure that it answers. Credentials come from the environment only: ELASTICSEARCH_API_KEY, or
 * ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD; a private certificate authority from ELASTICSEARCH_CA (a PEM file) or
 * ELASTICSEARCH_CA_FINGERPRINT.
 */
export async function connectElasticsearch(
  node: string,
  env: Readonly<Record<string, string | undefined>>,
  { option = '--cluster', held = new Set<string>() }: ConnectOptions = {},
): Promise<ElasticsearchCluster> {
  if (!URL.canParse(node) || !/^https?:/.test(node)) {
    throw new UsageError(`${option} ${node.replace(/^.*@/s, '…@')} is not a URL. Write it like http://localhost:9200.`);
  }
  if (new URL(node).password !== '') {
    throw new UsageError(
      'Put no password into the URL: it shows in process lists and logs. Set ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD.',
    );
  }
  const { ELASTICSEARCH_API_KEY: apiKey, ELASTICSEARCH_USERNAME: username, ELASTICSEARCH_PASSWORD: password } = env;
  if (apiKey === undefined && (username === undefined) !== (password === undefined)) {
    const [given, lacking] =
      username === undefined
        ? ['ELASTICSEARCH_PASSWORD', 'ELASTICSEARCH_USERNAME']
        : ['ELASTICSEARCH_USERNAME', 'ELASTICSEARCH_PASSWORD'];
    throw new UsageError(`${given} is set without ${lacking}. Set both, or ELASTICSEARCH_API_KEY.`);
  }
  const { ELASTICSEARCH_CA: caFile, ELASTICSEARCH_CA_FINGERPRINT: caFingerprint } = env;
  const cluster = new HoldingCluster(held, {
    node,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(caFile === undefined ? {} : { ca: await readCertificate(caFile) }),
    ...(caFingerprint === undefined ? {} : { caFingerprint }),
  });
  await cluster.info();
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

async function readCertificate(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new UsageError(`ELASTICSEARCH_CA names ${file}, which cannot be read (${code}). Name a PEM file.`);
  }
}
