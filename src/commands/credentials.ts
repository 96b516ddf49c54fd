import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.js';

/** How somebody gets in: an API key, or a user with a password; neither where the server asks for none. */
export interface Credentials {
  readonly apiKey?: string;
  readonly username?: string;
  readonly password?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What credentials are for. */
export type RemoteSystem = 'ELASTICSEARCH' | 'KIBANA';

/**
 * Credentials from the environment, or from files that it names: `<SYSTEM>_API_KEY` or `_API_KEY_FILE`, else `_USERNAME` and `_PASSWORD` or `_PASSWORD_FILE`.
 * With a suffix (`PROD`: `KIBANA_API_KEY_PROD`, `KIBANA_API_KEY_PROD_FILE`) those of the suffix count where there are any, else those without.
 * An empty variable counts as none. They are never part of a message.
 */
export async function credentialsOf(env: Environment, system: RemoteSystem, suffix = ''): Promise<Credentials> {
  const end = suffix === '' ? '' : `_${suffix}`;
  const apiKey = await valueOf(env, `${system}_API_KEY${end}`);
  if (apiKey !== undefined) return { apiKey };
  const username = await valueOf(env, `${system}_USERNAME${end}`);
  const password = await valueOf(env, `${system}_PASSWORD${end}`);
  if ((username === undefined) !== (password === undefined)) {
    const names = [`${system}_USERNAME${end}`, `${system}_PASSWORD${end}`];
    const [given, lacking] = username === undefined ? names.reverse() : names;
    throw new UsageError(`${given} is set without ${lacking}. Set both, or ${system}_API_KEY${end}.`);
  }
  if (username !== undefined && password !== undefined) return { username, password };
  return suffix === '' ? {} : credentialsOf(env, system);
}

/** The text of the certificate authority that `<SYSTEM>_CA` names, with a suffix that of it first; undefined where none is named. */
export async function certificateOf(env: Environment, system: RemoteSystem, suffix = ''): Promise<string | undefined> {
  const variable =
    suffix !== '' && (env[`${system}_CA_${suffix}`] ?? '') !== '' ? `${system}_CA_${suffix}` : `${system}_CA`;
  const file = env[variable];
  return file === undefined || file === '' ? undefined : readNamed(file, variable, 'Name a PEM file.');
}

/** Refuses what is no URL of a server, and a URL with a password in it. */
export function checkUrl(url: string, option: string, system: RemoteSystem, example: string): void {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new UsageError(`${option} ${url.replace(/^.*@/s, '…@')} is not a URL. Write it like ${example}.`);
  }
  if (new URL(url).password !== '') {
    throw new UsageError(
      `Put no password into the URL: it shows in process lists and logs. Set ${system}_USERNAME and ${system}_PASSWORD.`,
    );
  }
}

async function valueOf(env: Environment, name: string): Promise<string | undefined> {
  const file = env[`${name}_FILE`];
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  if (file === undefined || file === '') return undefined;
  const text = (await readNamed(file, `${name}_FILE`, 'Name a file with nothing else in it.')).trim();
  if (text === '') throw new UsageError(`${name}_FILE names ${file}, which is empty.`);
  return text;
}

async function readNamed(file: string, variable: string, advice: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${variable} names ${file}, which cannot be read (${code}). ${advice}`);
  }
}
