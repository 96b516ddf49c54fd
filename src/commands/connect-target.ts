import { KibanaError } from '../deploy/kibana-error.js';
import { KibanaClient } from '../kibana/kibana-client.js';
import type { RetryOptions } from '../kibana/retry.js';
import { certificateOf, credentialsOf } from './credentials.js';
import type { Credentials } from './credentials.js';
import { packageVersion } from './package-version.js';
import type { Target } from './target.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** A target's Kibana that answers, and its version. */
export interface ConnectedTarget {
  readonly kibana: KibanaClient;
  readonly version: string;
  /** Whether an API key lets us in: Kibana copies it onto the rules that are written. */
  readonly usesApiKey: boolean;
}

/**
 * Connects to the Kibana of a target and makes sure that it is one, new enough, and has the space. Credentials come from the environment or files that it
 * names; on a terminal they are asked for where Kibana wants some and there are none. A URL that only dragnet.toml names gets none of the environment:
 * whoever proposes a change of a repository writes that file.
 */
export async function connectTarget(
  target: Target,
  terminal: Terminal,
  retry: RetryOptions = {},
): Promise<ConnectedTarget> {
  const credentials = await trustedCredentials(target, terminal);
  if (Object.keys(credentials).length > 0 && isInTheClear(target.kibana)) {
    terminal.err(`warning: ${target.kibana} is not encrypted: whoever is on the way can read these credentials.\n`);
  }
  const first = await open(target, credentials, terminal, retry);
  try {
    return { kibana: first, version: await first.version(), usesApiKey: credentials.apiKey !== undefined };
  } catch (error) {
    first.close();
    const wantsSome = error instanceof KibanaError && error.kind === 'auth' && Object.keys(credentials).length === 0;
    const asked = wantsSome ? await askCredentials(target, terminal) : undefined;
    if (asked === undefined) throw error;
    const second = await open(target, asked, terminal, retry);
    return { kibana: second, version: await second.version(), usesApiKey: asked.apiKey !== undefined };
  }
}

function isInTheClear(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(?:localhost|127\.[\d.]+|\[::1\])$/u.test(hostname);
}

async function trustedCredentials({ kibana, suffix, isTrusted }: Target, { env }: Terminal): Promise<Credentials> {
  const credentials = await credentialsOf(env, 'KIBANA', suffix);
  if (isTrusted || Object.keys(credentials).length === 0) return credentials;
  throw new UsageError(
    `Only dragnet.toml names the Kibana ${kibana}, which anybody who edits that file could have put there: it gets no credentials. Name it yourself, with --kibana or KIBANA_URL${suffix === '' ? '' : `_${suffix}`}; or, where it wants none, unset those of the environment.`,
  );
}

async function open(
  { kibana: url, space, suffix }: Target,
  credentials: Credentials,
  { env }: Terminal,
  retry: RetryOptions,
): Promise<KibanaClient> {
  const ca = await certificateOf(env, 'KIBANA', suffix);
  const userAgent = `dragnet/${packageVersion()}`;
  return new KibanaClient({ url, space, ...credentials, ca, env, userAgent, retry });
}

/** Asks who types; an empty answer means that there are none. */
async function askCredentials({ kibana, name }: Target, { ask }: Terminal): Promise<Credentials | undefined> {
  if (ask === undefined) return undefined;
  const apiKey = await ask(`API key for ${kibana} (${name}); empty for user and password: `, { isSecret: true });
  if (apiKey === undefined) return undefined;
  if (apiKey !== '') return { apiKey };
  const username = (await ask('User: ', { isSecret: false })) ?? '';
  if (username === '') return undefined;
  const password = await ask('Password: ', { isSecret: true });
  return password === undefined ? undefined : { username, password };
}
