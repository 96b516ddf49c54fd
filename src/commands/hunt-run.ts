import { resolve } from 'node:path';
import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import { queriesOf } from '../hunting/hunt-query.js';
import type { HuntResult, TimeRange } from '../hunting/hunt-query.js';
import { runHunts } from '../hunting/run-hunts.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { givenCluster } from './cluster-of.js';
import type { Arguments, Command } from './command.js';
import { connectElasticsearch } from './connect-elasticsearch.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { huntsNamed } from './hunts-named.js';
import { Progress } from './progress.js';
import { HUNT_FORMATS, nameOf, printHunts } from './report-hunts.js';
import type { HuntFormat } from './report-hunts.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** What one ES|QL query gives, and one search. */
const MOST = 10_000;

/** `dragnet hunt run`: the queries of hunts against a cluster. */
export const huntRun: Command = {
  positionals: {
    hunts: { type: 'string', array: true, describe: 'Files and folders of hunts, or their uuids or names' },
  },
  options: {
    cluster: {
      type: 'string',
      describe:
        'URL of an Elasticsearch (default: ELASTICSEARCH_URL; credentials: ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD)',
    },
    from: {
      type: 'string',
      describe: 'Oldest @timestamp, ISO 8601 or date math; instead of what an ES|QL query itself says of it',
    },
    to: { type: 'string', describe: 'Newest @timestamp, likewise' },
    index: {
      type: 'string',
      describe:
        'Indices for EQL, KQL and Lucene, which name none (default: data streams of the integrations of the hunt)',
    },
    limit: { type: 'number', default: 1000, describe: `Most rows of each query, up to ${MOST}` },
    timeout: { type: 'string', default: '60s', describe: 'Time for each query, like 30s or 5m; then it is cancelled' },
    format: { choices: HUNT_FORMATS, default: 'table', describe: 'Form of the rows' },
    output: { alias: 'o', type: 'string', describe: 'File to write (default: standard output)' },
  },
  examples: [
    ['$0 hunt run queries/aws --cluster https://es:9200 --from now-30d', 'All hunts of a folder, over a month'],
    [
      '$0 hunt run queries/linux/shells.toml --cluster https://es:9200 --from 2026-05-01 --to 2026-05-07 --format markdown -o report.md',
      'One week, as a report',
    ],
  ],
  async run(args, terminal) {
    const [range, limit, timeoutMs] = [rangeOf(args), limitOf(args), timeoutOf(args['timeout'])];
    const { url, option } = givenCluster(args, terminal.env);
    const { hunts, isBroken } = await huntsNamed(args['hunts'] as readonly string[], terminal);
    const queries = hunts.flatMap(({ file, value }) => queriesOf(file, value));
    const { interrupted } = terminal;
    const cluster = await connectElasticsearch(url, terminal.env, { option });
    const progress = new Progress(terminal);
    let results: readonly HuntResult[];
    try {
      const index = typeof args['index'] === 'string' && args['index'].trim() !== '' ? { index: args['index'] } : {};
      const step = (done: number): void => {
        progress.report(() => `hunt run: ${done} of ${plural(queries.length, 'query').replace('querys', 'queries')}`);
      };
      results = await runHunts(cluster, queries, { range, limit, timeoutMs, ...index, interrupted, step });
    } finally {
      progress.done();
      await cluster.close();
    }
    await print(args, results, { range, url }, terminal);
    if (interrupted.aborted) return EXIT.interrupted;
    return isBroken && exitOf(results) === EXIT.clean ? EXIT.findings : exitOf(results);
  },
};

async function print(
  args: Arguments,
  results: readonly HuntResult[],
  { range, url }: { readonly range: TimeRange; readonly url: string },
  terminal: Terminal,
): Promise<void> {
  const format = args['format'] as HuntFormat;
  const { output } = args;
  const toFile = typeof output === 'string';
  const width = toFile ? undefined : (terminal.outColumns ?? columnsOf(terminal.env['COLUMNS']));
  const text = printHunts(format, results, { range, cluster: url, width });
  if (toFile) await writeWhole(resolve(terminal.cwd, output), text);
  else terminal.out(text);
  for (const result of results) {
    const { found, failure } = result;
    const name = printable(nameOf(result));
    if (failure) {
      if (toFile || format !== 'table') terminal.err(`${name}: not answered: ${printable(failure.reason)}\n`);
    } else if (format === 'ndjson' || toFile) {
      if (found.isPartial) terminal.err(`${name}: of a part of the data only\n`);
      for (const warning of found.warnings) terminal.err(`${name}: warning: ${printable(warning)}\n`);
      for (const each of found.replaced)
        terminal.err(`${name}: instead of ${printable(each.replace(/\s+/gu, ' '))}: the range of the call\n`);
    }
  }
  const rows = results.reduce((sum, { found }) => sum + (found?.rows.length ?? 0), 0);
  const failed = results.filter(({ failure }) => failure !== undefined).length;
  const queries = `${results.length} ${results.length === 1 ? 'query' : 'queries'}`;
  terminal.err(`hunt run: ${queries}, ${plural(rows, 'row')}${failed === 0 ? '' : `, ${failed} not answered`}\n`);
}

/** 3 where the cluster did not answer, did not let in or took too long; 1 where it refused a query, or one does not run. */
function exitOf(results: readonly HuntResult[]): ExitCode {
  const kinds = new Set(results.map(({ failure }) => failure?.kind));
  if (kinds.has('unavailable') || kinds.has('timeout')) return EXIT.remote;
  return kinds.has('refused') || kinds.has('not-runnable') ? EXIT.findings : EXIT.clean;
}

function rangeOf(args: Arguments): TimeRange {
  const now = new Date();
  const read = (name: 'from' | 'to'): string | undefined => {
    const text = args[name];
    if (typeof text !== 'string') return undefined;
    const time = absoluteTime(text, now, { roundUp: name === 'to' });
    if (time !== undefined) return time;
    throw new UsageError(`--${name} ${text} is not a time. Write it like now-24h, or 2026-05-01T12:00:00Z.`);
  };
  const [from, to] = [read('from'), read('to')];
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(`--from ${from} is later than --to ${to}: nothing lies between them.`);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function limitOf({ limit }: Arguments): number {
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new UsageError(`--limit is a whole number from 1 to ${MOST}.`);
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['', 1000],
]);

function timeoutOf(given: unknown): number {
  const [, count = '', unit = ''] = /^(\d{1,7})(ms|s|m|h|)$/u.exec(String(given)) ?? [];
  const time = Number(count) * (UNITS.get(unit) ?? 0);
  // What a timer of Node can hold.
  if (count !== '' && time >= 1 && time <= 86_400_000) return time;
  throw new UsageError('--timeout is a time of at most a day, such as 30s or 5m.');
}

function columnsOf(text: string | undefined): number | undefined {
  const columns = Number(text);
  return text !== undefined && Number.isSafeInteger(columns) && columns >= 20 ? columns : undefined;
}
