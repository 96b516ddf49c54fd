import { readFile } from 'node:fs/promises';
import { ElasticsearchCluster } from '../engine/elasticsearch.js';
import { UsageError } from './usage-error.js';

/**
 * Connects to an Elasticsearch and makes sure that it answers. Credentials come from the environment only: ELASTICSEARCH_API_KEY, or
 * ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD; a private certificate authority from ELASTICSEARCH_CA (a PEM file) or
 * ELASTICSEARCH_CA_FINGERPRINT.
 */
export async function connectElasticsearch(
  node: string,
  env: Readonly<Record<string, string | undefined>>,
  option = '--cluster',
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
  const { ELASTICSEARCH_CA: caFile, ELASTICSEARCH_CA_FINGERPRINT: caFingerprint } = env;
  const cluster = new ElasticsearchCluster({
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

async function readCertificate(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new UsageError(`ELASTICSEARCH_CA names ${file}, which cannot be read (${code}). Name a PEM file.`);
  }
}
