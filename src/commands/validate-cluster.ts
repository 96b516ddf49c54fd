import type { Options } from 'yargs';
import { ordered } from '../diagnostics/order.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Arguments } from './command.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** What `dragnet validate` asks a cluster. */
export const CLUSTER_CHECK_OPTIONS: Readonly<Record<string, Options>> = {
  cluster: {
    type: 'string',
    describe: 'URL of an Elasticsearch: say which rules cannot fire there; credentials as in dragnet test',
  },
  days: { type: 'number', describe: 'With --cluster: how many days back documents and values count (default: 30)' },
};

const DAYS = 30;

/** Adds what a cluster says of the rules that are asked about, where the call names one; what was found offline is not said twice. */
export async function withCluster(
  offline: readonly Diagnostic[],
  repository: Repository,
  args: Arguments,
  terminal: Terminal,
  isAsked: (file: string) => boolean,
): Promise<readonly Diagnostic[]> {
  const { cluster: url, days = DAYS } = args as { readonly cluster?: string; readonly days?: number };
  if (!Number.isInteger(days) || days < 1) throw new UsageError('--days is a whole number, 1 or more.');
  if (url === undefined) {
    if (args['days'] !== undefined) throw new UsageError('--days belongs to --cluster.');
    return offline;
  }
  const [{ connectElasticsearch }, { checkOnCluster }] = await Promise.all([
    import('./connect-elasticsearch.js'),
    import('../cluster-checks/check-on-cluster.js'),
  ]);
  const cluster = await connectElasticsearch(url, terminal.env);
  try {
    const rules = repository.rules.filter(({ file }) => isAsked(file));
    const found = await checkOnCluster({ ...repository, rules }, cluster, { now: new Date(), days });
    const known = new Set(offline.map(placeOf));
    return ordered([...offline, ...found.filter((each) => !known.has(placeOf(each)))]);
  } finally {
    await cluster.close();
  }
}

function placeOf({ code, span }: Diagnostic): string {
  return `${code} ${span.file} ${span.start} ${span.end}`;
}
