import { resolve } from 'node:path';
import { esqlIndices } from '../detections/esql-indices.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { Cluster } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import { pullDocuments } from '../testing/pull-documents.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { connectElasticsearch } from './connect-elasticsearch.js';
import { EXIT } from './exit-codes.js';
import { PULL_LANGUAGES, ruleQuery, typedQuery } from './pull-query.js';
import type { Pull } from './pull-query.js';
import { REDACT_OPTION, redacted, redactionOf } from './redact-option.js';
import { openConfig, openRepository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** `index.max_result_window`: one search gives no more. */
const MOST = 10_000;

/** `dragnet fixture pull`: documents of a cluster as a fixture, redacted unless told otherwise. */
export const fixturePull: Command = {
  options: {
    cluster: {
      type: 'string',
      describe:
        'URL of an Elasticsearch, or of dragnet serve (credentials: ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD)',
    },
    index: {
      type: 'string',
      describe: 'Index names and patterns, with commas (default: those of the rule, or of FROM)',
    },
    query: { type: 'string', describe: 'The query; without it and without --rule all documents' },
    language: {
      alias: 'l',
      choices: PULL_LANGUAGES,
      describe: 'Language of the query (default: by its first word; dsl is Query DSL as JSON)',
    },
    rule: { type: 'string', describe: 'The TOML file of a rule, whose index, query and filters are taken' },
    from: { type: 'string', default: 'now-24h', describe: 'Oldest time, ISO 8601 or date math' },
    to: { type: 'string', default: 'now', describe: 'Newest time, ISO 8601 or date math' },
    'time-field': {
      type: 'string',
      describe: 'Field of the time (default: timestamp_override of the rule, else @timestamp)',
    },
    limit: { type: 'number', default: 100, describe: `Most documents, the newest; up to ${MOST}` },
    out: { alias: 'o', type: 'string', describe: 'File to write (default: standard output)' },
    ...REDACT_OPTION,
  },
  examples: [
    [
      `$0 fixture pull --cluster https://es:9200 --index 'logs-aws.cloudtrail-*' --query 'event.action: SendCommand' -o fixtures/ssm.ndjson`,
      'The newest 100 of a day, redacted',
    ],
    ['$0 fixture pull --cluster https://es:9200 --rule rules/my_rule.toml --from now-7d', 'What a rule matches'],
  ],
  async run(args, terminal) {
    const node = args['cluster'];
    if (typeof node !== 'string') throw new UsageError('Name the cluster: --cluster http://localhost:9200.');
    const { config } = await openConfig(terminal);
    const redaction = redactionOf(args, config, terminal);
    const limit = limitOf(args);
    const rule = typeof args['rule'] === 'string' ? await ruleAt(args['rule'], args, terminal) : undefined;
    // What was typed is checked before anything is connected.
    const typed = typedPull(args, rule);
    const window = windowOf(args);
    const cluster = await connectElasticsearch(node, terminal.env);
    try {
      const { index, query, filter } = typed ?? (await pullOf(args, rule, cluster));
      const timeField = (args['timeField'] as string | undefined) ?? rule?.timestampOverride ?? '@timestamp';
      const documents = await pullDocuments(cluster, {
        index: index.join(','),
        query,
        filter: [...filter, { range: { [timeField]: window } }],
        timeField,
        limit,
      });
      if (documents.length === 0) await needIndex(cluster, index);
      const lines = documents.map(({ id, index: name, source }): JsonObject => ({ _index: name, _id: id, ...source }));
      await writeLines(redacted(lines, redaction, terminal), args['out'], terminal);
      const most = documents.length === limit ? `, as many as --limit lets through` : '';
      terminal.err(`${documents.length} document${documents.length === 1 ? '' : 's'}${most}\n`);
    } finally {
      await cluster.close();
    }
    return EXIT.clean;
  },
};

/** Searches of patterns that no index matches find nothing and say nothing: this throws a {@link UsageError}. */
async function needIndex(cluster: Cluster, index: readonly string[]): Promise<void> {
  const isThere = await cluster.fieldCaps({ index: index.join(','), fields: ['*'] }).then(
    ({ indices }) => indices.length > 0,
    // Who may search need not be allowed to ask for fields: only a plain answer counts.
    (error: unknown) => !(error instanceof ClusterError && error.error.type === 'index_not_found_exception'),
  );
  if (!isThere)
    throw new UsageError(
      `No index of the cluster matches ${index.join(', ')}, so that there is nothing to pull. Check the names, and that the credentials may read them.`,
    );
}

/** Writes documents one a line, to a file or to standard output. */
export async function writeLines(documents: readonly JsonObject[], out: unknown, terminal: Terminal): Promise<void> {
  const text = documents.map((document) => `${printJson(document)}\n`).join('');
  if (typeof out === 'string') await writeWhole(resolve(terminal.cwd, out), text);
  else terminal.out(text);
}

async function ruleAt(path: string, args: Arguments, terminal: Terminal): Promise<Rule> {
  if (args['query'] !== undefined) throw new UsageError('--rule brings its own query: leave --query out, or --rule.');
  const { rules } = await openRepository({ ...args, paths: [path] }, terminal);
  const [definition, second] = rules;
  if (!definition) throw new UsageError(`${path} is not a rule that can be read. dragnet validate says more.`);
  if (second) throw new UsageError(`${path} holds several rules. Name the file of one.`);
  return definition.value;
}

function typedPull(args: Arguments, rule: Rule | undefined): Pull | undefined {
  if (rule !== undefined) return undefined;
  const query =
    typeof args['query'] === 'string'
      ? typedQuery(args['query'], args['language'] as (typeof PULL_LANGUAGES)[number] | undefined)
      : ({ kind: 'dsl', query: { match_all: {} } } as const);
  const index = indexOf(args) ?? (query.kind === 'esql' ? esqlIndices(query.query) : undefined);
  if (index === undefined) throw new UsageError("Name the indices: --index 'logs-aws.cloudtrail-*'.");
  return { index, query, filter: [] };
}

async function pullOf(args: Arguments, rule: Rule | undefined, cluster: Cluster): Promise<Pull> {
  if (rule === undefined) throw new Error('a pull needs a query or a rule');
  const pull = await ruleQuery(rule, cluster);
  const index = indexOf(args) ?? pull.index;
  if (index.length === 0) throw new UsageError("The rule names no indices. Name them: --index 'logs-*'.");
  return { ...pull, index };
}

function indexOf({ index }: Arguments): readonly string[] | undefined {
  return typeof index === 'string' && index.trim() !== '' ? index.split(',').map((name) => name.trim()) : undefined;
}

function limitOf({ limit }: Arguments): number {
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new UsageError(`--limit is a whole number from 1 to ${MOST}.`);
}

function windowOf(args: Arguments): JsonObject {
  const now = new Date();
  const [gte, lte] = ['from', 'to'].map((name) => {
    const time = absoluteTime(String(args[name]), now);
    if (time === undefined)
      throw new UsageError(
        `--${name} ${String(args[name])} is not a time. Write it like now-24h, or 2026-05-01T12:00:00Z.`,
      );
    return time;
  });
  return { gte: gte ?? '', lte: lte ?? '', format: 'strict_date_optional_time' };
}
