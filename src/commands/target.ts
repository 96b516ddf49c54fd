import { isAbsolute, relative, resolve } from 'node:path';
import type { Config, TargetConfig } from '../definitions/config.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Arguments } from './command.js';
import { checkUrl } from './credentials.js';
import { UsageError } from './usage-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a command works: a space of a Kibana, with what dragnet.toml says about it. */
export interface Target {
  /** `default` where dragnet.toml has no target and the call names a Kibana. */
  readonly name: string;
  /** Behind the names of its variables in the environment: `PROD` of `prod`; empty for the default one. */
  readonly suffix: string;
  readonly kibana: string;
  /** What named the URL, for messages. */
  readonly namedBy: string;
  /** Whether the call or the environment names the URL: only then it gets credentials. */
  readonly isTrusted: boolean;
  readonly space: string;
  /** The file that keeps what was applied, absolute; undefined where an index does, or nothing. */
  readonly stateFile?: string;
  /** What else dragnet.toml says: `select`, `manage`, `override`, `tag`, `elasticsearch`. */
  readonly settings: TargetConfig;
}

/**
 * The target that a call names, else the only one of dragnet.toml. Its URL comes from `--kibana`, else from KIBANA_URL_<TARGET>, else from dragnet.toml,
 * else from KIBANA_URL (`cwd`: where the paths of the call count from); a KIBANA_URL that contradicts dragnet.toml is a {@link UsageError}: the rules of one target belong to no other.
 */
export function targetOf(args: Arguments, config: Config, env: Environment, root: string, cwd: string = root): Target {
  const { name, settings } = chosen(args, config);
  const suffix = name === undefined ? '' : suffixOf(name, config);
  const { kibana, namedBy, isTrusted } = urlOf(args, settings, env, suffix);
  checkUrl(kibana, namedBy, 'KIBANA', 'http://localhost:5601');
  const space = typeof args['space'] === 'string' ? args['space'] : (settings.space ?? 'default');
  if (!/^[a-z0-9_-]+$/u.test(space)) {
    throw new UsageError(`--space ${JSON.stringify(space)} is no id of a space: small letters, digits, - and _.`);
  }
  const stateFile = stateFileOf(args, settings, root, cwd);
  return {
    name: name ?? 'default',
    suffix,
    kibana,
    namedBy,
    isTrusted,
    space,
    settings,
    ...(stateFile === undefined ? {} : { stateFile }),
  };
}

/** The call may name any file, counted from the working directory as every path of a call; dragnet.toml one inside the repository. */
function stateFileOf(args: Arguments, { state }: TargetConfig, root: string, cwd: string): string | undefined {
  if (typeof args['state'] === 'string') return resolve(cwd, args['state']);
  if (state === undefined) return undefined;
  const file = resolve(root, state);
  const inside = relative(root, file);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) {
    throw new UsageError(
      `state = ${JSON.stringify(state)} in dragnet.toml leads out of the repository. Name a file inside, or another one with --state.`,
    );
  }
  return file;
}

/** Whether two URLs name the same server and path; a slash at the end says nothing. */
export function isSameServer(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  const [one, other] = [new URL(a), new URL(b)];
  return one.origin === other.origin && bare(one.pathname) === bare(other.pathname);
}

function bare(path: string): string {
  return path.replace(/\/$/u, '');
}

function chosen(args: Arguments, { target = {} }: Config): { readonly name?: string; readonly settings: TargetConfig } {
  const names = Object.keys(target);
  const given = args['target'];
  if (typeof given === 'string') {
    const settings = Object.hasOwn(target, given) ? target[given] : undefined;
    if (settings !== undefined) return { name: given, settings };
    const known = names.length === 0 ? 'dragnet.toml has none: add [target.…].' : `There are: ${names.join(', ')}.`;
    throw new UsageError(`dragnet.toml has no target ${JSON.stringify(given)}.${didYouMean(given, names)} ${known}`);
  }
  if (names.length > 1) throw new UsageError(`There are several targets: name one with --target ${names.join(' | ')}.`);
  const [only] = names;
  return only === undefined ? { settings: {} } : { name: only, settings: target[only] ?? {} };
}

/** Names of variables that a suffix of the same name would make ambiguous. */
const TAKEN: ReadonlySet<string> = new Set(['FILE', 'CA', 'URL']);

function suffixOf(name: string, { target = {} }: Config): string {
  const suffix = toSuffix(name);
  if (!/^[\w-]+$/u.test(name) || TAKEN.has(suffix)) {
    throw new UsageError(
      `[target.${name}] cannot be the name of a target: its variables in the environment would have no name of their own. Use letters, digits, - and _, and not ${[...TAKEN].join(', ')}.`,
    );
  }
  const twin = Object.keys(target).find((other) => other !== name && toSuffix(other) === suffix);
  if (twin !== undefined) {
    throw new UsageError(
      `The targets ${name} and ${twin} would share the variables KIBANA_URL_${suffix} and KIBANA_API_KEY_${suffix}. Rename one.`,
    );
  }
  return suffix;
}

function toSuffix(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}

function urlOf(
  args: Arguments,
  { kibana: written }: TargetConfig,
  env: Environment,
  suffix: string,
): Pick<Target, 'kibana' | 'namedBy' | 'isTrusted'> {
  const option = args['kibana'];
  if (typeof option === 'string') return { kibana: option, namedBy: '--kibana', isTrusted: true };
  const own = suffix === '' ? '' : (env[`KIBANA_URL_${suffix}`] ?? '');
  if (own !== '') return { kibana: own, namedBy: `KIBANA_URL_${suffix}`, isTrusted: true };
  const { KIBANA_URL: shared = '' } = env;
  if (shared !== '' && (written === undefined || isSameServer(shared, written))) {
    return { kibana: shared, namedBy: 'KIBANA_URL', isTrusted: true };
  }
  if (written === undefined) {
    throw new UsageError(
      'No Kibana is named. Add [target.prod] with kibana = "https://…" to dragnet.toml, set KIBANA_URL, or call with --kibana http://localhost:5601.',
    );
  }
  if (shared !== '') {
    throw new UsageError(
      `dragnet.toml names the Kibana ${shownUrl(written)}, KIBANA_URL another one: ${shownUrl(shared)}. Set KIBANA_URL${suffix === '' ? '' : `_${suffix}`}, or call with --kibana, to say which.`,
    );
  }
  return { kibana: written, namedBy: 'kibana in dragnet.toml', isTrusted: false };
}

function shownUrl(url: string): string {
  return url.replace(/^.*@/su, '…@');
}
