import type { Options } from 'yargs';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { ignoresOf, isAbout } from '../lint/ignores.js';
import type { Arguments } from './command.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** What `dragnet validate` asks a cluster. */
export const CLUSTER_CHECK_OPTIONS: Readonly<Record<string, Options>> = {
  cluster: {
    type: 'string',
    describe:
      'URL of an Elasticsearch (without one, that of ELASTICSEARCH_URL): say which rules cannot fire there; credentials as in dragnet test',
  },
  days: { type: 'number', describe: 'With --cluster: how many days back documents and values count (default: 30)' },
};

const DAYS = 30;

/**
 * What a cluster says of the definitions that are asked about, where the call names one; ELASTICSEARCH_URL stands for an empty `--cluster`.
 * Severities of `[checks]` and comments `dragnet-ignore` apply as to everything else.
 */
export async function clusterFindings(
  repository: Repository,
  args: Arguments,
  terminal: Terminal,
  isAsked: (file: string) => boolean,
): Promise<readonly Diagnostic[]> {
  const { cluster: given, days = DAYS } = args as { readonly cluster?: string; readonly days?: number };
  if (!Number.isInteger(days) || days < 1) throw new UsageError('--days is a whole number, 1 or more.');
  if (given === undefined) {
    if (args['days'] !== undefined) throw new UsageError('--days belongs to --cluster.');
    return [];
  }
  const url = given === '' ? terminal.env['ELASTICSEARCH_URL'] : given;
  if (url === undefined || url === '')
    throw new UsageError('--cluster needs a URL: --cluster https://es.example:9200, or that in ELASTICSEARCH_URL.');
  const [{ connectElasticsearch }, { checkOnCluster }] = await Promise.all([
    import('./connect-elasticsearch.js'),
    import('../cluster-checks/check-on-cluster.js'),
  ]);
  const cluster = await connectElasticsearch(url, terminal.env);
  try {
    const rules = repository.rules.filter(({ file }) => isAsked(file));
    const hunts = repository.hunts.filter(({ file }) => isAsked(file));
    const found = await checkOnCluster({ ...repository, rules, hunts }, cluster, { now: new Date(), days });
    return asConfigured(found, repository);
  } finally {
    await cluster.close();
  }
}

/** With the severities of the configuration, and without what comments leave out. */
function asConfigured(found: readonly Diagnostic[], { config, texts }: Repository): readonly Diagnostic[] {
  const settings = new Map(Object.entries(config.checks ?? {}));
  const files = new Set(found.map(({ span }) => span.file));
  const ignores = [...files].flatMap((file) => ignoresOf(file, texts.get(file) ?? ''));
  return found.flatMap((diagnostic) => {
    const severity = diagnostic.code.startsWith('cluster/') ? settings.get(diagnostic.code) : undefined;
    if (severity === 'off' || ignores.some((ignore) => isAbout(ignore, diagnostic))) return [];
    return severity === 'error' || severity === 'warning' || severity === 'info'
      ? [{ ...diagnostic, severity }]
      : [diagnostic];
  });
}

/** All diagnostics; what was found offline is not said again. */
export function joined(offline: readonly Diagnostic[], onCluster: readonly Diagnostic[]): readonly Diagnostic[] {
  if (onCluster.length === 0) return offline;
  const known = new Set(offline.map(placeOf));
  return [...offline, ...onCluster.filter((each) => !known.has(placeOf(each)))];
}

function placeOf({ code, span }: Diagnostic): string {
  return `${code} ${span.file} ${span.start} ${span.end}`;
}
