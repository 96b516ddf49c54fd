import { relative } from 'node:path';
import type { StateStore } from '../deploy/state.js';
import { FileStateStore } from '../state/file-state.js';
import { IndexStateStore } from '../state/index-state.js';
import { connectElasticsearch } from './connect-elasticsearch.js';
import { credentialsOf } from './credentials.js';
import { isSameServer } from './target.js';
import type { Target } from './target.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The memory of a target, and what gives its connections back. */
export interface OpenedStore {
  readonly store: StateStore;
  close(): Promise<void>;
}

/**
 * Where the state of a target lives: the file of `--state` or of dragnet.toml, else the index dragnet-state of the target's Elasticsearch
 * (ELASTICSEARCH_URL_<TARGET>, or `elasticsearch` in dragnet.toml, which gets credentials only where ELASTICSEARCH_URL names it, too); undefined where
 * nothing is named.
 */
export async function stateStoreOf(target: Target, { env, cwd }: Terminal): Promise<OpenedStore | undefined> {
  const { stateFile, suffix, name, space } = target;
  if (stateFile !== undefined) {
    const shown = relative(cwd, stateFile);
    const store = new FileStateStore(stateFile, shown.startsWith('..') ? stateFile : shown);
    return { store, close: () => Promise.resolve() };
  }
  const named = await elasticsearchOf(target, env);
  if (named === undefined) return undefined;
  const cluster = await connectElasticsearch(named.url, env, { option: named.namedBy, suffix });
  const { origin, pathname } = new URL(named.url);
  const url = `${origin}${pathname.replace(/\/$/u, '')}`;
  const store = new IndexStateStore({ cluster, url, target: `${name}/${space}` });
  return { store, close: () => cluster.close() };
}

async function elasticsearchOf(
  { settings: { elasticsearch: written }, suffix }: Target,
  env: Terminal['env'],
): Promise<{ readonly url: string; readonly namedBy: string } | undefined> {
  const own = suffix === '' ? '' : (env[`ELASTICSEARCH_URL_${suffix}`] ?? '');
  if (own !== '') return { url: own, namedBy: `ELASTICSEARCH_URL_${suffix}` };
  if (written === undefined) return undefined;
  const { ELASTICSEARCH_URL: shared = '' } = env;
  if (shared !== '' && isSameServer(shared, written)) return { url: shared, namedBy: 'ELASTICSEARCH_URL' };
  if (Object.keys(await credentialsOf(env, 'ELASTICSEARCH', suffix)).length > 0) {
    const variable = suffix === '' ? 'ELASTICSEARCH_URL' : `ELASTICSEARCH_URL_${suffix}`;
    throw new UsageError(
      `Only dragnet.toml names the Elasticsearch ${written}, which anybody who edits that file could have put there: it gets no credentials. Name it yourself, with ${variable}; or, where it wants none, unset those of the environment.`,
    );
  }
  return { url: written, namedBy: 'elasticsearch in dragnet.toml' };
}
