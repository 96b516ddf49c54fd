import type { Config } from '../definitions/config.js';
import type { Arguments } from './command.js';
import { credentialsOf } from './credentials.js';
import { UsageError } from './usage-error.js';

/** An Elasticsearch, and what named it, for messages. */
export interface NamedCluster {
  readonly url: string;
  readonly option: string;
}

/**
 * The Elasticsearch of `--cluster`, else of ELASTICSEARCH_URL, else of `[test] cluster` in dragnet.toml. Whoever proposes a change of a repository
 * writes its dragnet.toml, so a cluster that only that file names gets no credentials: where the environment has some, that is a {@link UsageError}.
 */
export async function clusterOf(
  args: Arguments,
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Promise<NamedCluster> {
  const given = args['cluster'];
  if (typeof given === 'string') return { url: given, option: '--cluster' };
  const { ELASTICSEARCH_URL: trusted } = env;
  if (trusted !== undefined && trusted !== '') return { url: trusted, option: 'ELASTICSEARCH_URL' };
  const url = config.test?.cluster;
  if (url === undefined) throw new UsageError('Tests on a cluster need its URL: --cluster http://localhost:9200.');
  if (Object.keys(await credentialsOf(env, 'ELASTICSEARCH')).length > 0) {
    throw new UsageError(
      `Only dragnet.toml names the cluster ${url.replace(/^.*@/s, '…@')}, which anybody who edits that file could have put there: it gets no credentials. Name it yourself, with --cluster or ELASTICSEARCH_URL; or, where it wants none, unset those of the environment.`,
    );
  }
  return { url, option: 'cluster in dragnet.toml' };
}

/**
 * The Elasticsearch of `--cluster`, else of ELASTICSEARCH_URL, for what is no test: never one that a file of the repository names.
 */
export function givenCluster(args: Arguments, env: Readonly<Record<string, string | undefined>>): NamedCluster {
  const given = args['cluster'];
  if (typeof given === 'string') return { url: given, option: '--cluster' };
  const { ELASTICSEARCH_URL: url } = env;
  if (url !== undefined && url !== '') return { url, option: 'ELASTICSEARCH_URL' };
  throw new UsageError('Name the cluster: --cluster http://localhost:9200, or ELASTICSEARCH_URL.');
}
